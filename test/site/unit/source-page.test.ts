import {expect, test} from 'vitest'
import {tellFates} from '../../../src/site/source-page.ts'
import {makePublished} from './published.ts'

test('tells where the words of each line went, and links a section once in a run of its lines', () => {
  const fates = tellFates(makePublished())
  expect(fates.map(({line, published}) => [line, published])).toEqual([
    [1, [{heading: 'Outcome 1', id: 'outcome-1'}]],
    [3, [{heading: 'Outcome 1'}]],
    [4, []],
    [5, []],
  ])
})

test('says in plain words why words are left out', () => {
  const [, , pageNumber, withheld] = tellFates(makePublished())
  expect(pageNumber?.furniture[0]?.words).toBe('Page 3')
  expect(pageNumber?.furniture[0]?.reason).toContain('page number')
  expect(withheld?.withheld).toBe('2 words withheld')
})
