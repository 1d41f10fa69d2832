import {describe, expect, it} from 'vitest'
import {findEvidence} from '../src/evidence.ts'

const find = (...lines: string[]) =>
  findEvidence(lines.map((text, index) => ({text, place: {file: 'seeds/case.txt', line: index + 1}}))).map(
    ({code, places}) => `${code}: ${places.map(({line}) => line).join(' ')}`,
  )

describe('findEvidence', () => {
  it('finds the codes by which a document cites, with every line', () =>
    expect(
      find('Staff are clear (E2). See E7⁴.', 'We pay people (IR35a / IR35d)', 'As before, see E2 (E21¹).'),
    ).toEqual(['E2: 1 3', 'E7: 1', 'IR35a: 2', 'IR35d: 2', 'E21: 3']))

  it('takes a code outside brackets only behind a word that refers to it, beside another, or alone in its cell', () => {
    const lines = [
      'Staff are clear (E2), (E7).',
      'A further 118 staff work in E14 homes.',
      'See E8; E9, E10 and E11 agree.',
    ]
    expect(find(...lines)).toEqual(['E2: 1', 'E7: 1', 'E8: 3', 'E9: 3', 'E10: 3', 'E11: 3'])
    expect(find('Staff are clear (E2), (E7,', 'E8) and sure.')).toEqual(['E2: 1', 'E7: 1', 'E8: 2'])
    const place = {file: 'seeds/case.txt', line: 1}
    const row = {text: 'Survey (E1) E12 (E3)', cells: ['Survey (E1)', 'E12', '(E3)'], place}
    expect(findEvidence([row]).map(({code}) => code)).toEqual(['E1', 'E12', 'E3'])
  })

  it.each([
    ['districts of post', 'A centre in Poplar, E14, and one in E1 and E2.'],
    ['a whole postcode', 'Write to us (E14 5AB) or (E2 7QL).'],
    ['a road', 'It runs beside the E10.'],
    ['indicators', 'Help at home rose (C32), (C28) and (NI132).'],
  ])('takes %s for no evidence', (_, text) => expect(find(text)).toEqual([]))
})
