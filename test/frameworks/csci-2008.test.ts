import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {eachSection} from '../../src/assessment.ts'
import {csci2008} from '../../src/frameworks/csci-2008/index.ts'
import {checkGolden} from '../support/golden.ts'
import {describeReading, listCases, readAs} from '../support/golden-reading.ts'

describe('golden cases', () => {
  for (const {name, text, expected} of listCases('csci-2008'))
    it(name.replaceAll('-', ' '), () => {
      const result = readAs(csci2008, text)
      checkGolden(expected, describeReading(result))
      expect([result.ledger.unaccounted, result.ledger.doubled]).toEqual([0, 0])
    })
})

describe('the seed of the family', () => {
  const {reading, ledger, problems} = readAs(csci2008, readFileSync('seeds/003_3bb8e0a064ff2e81.txt', 'utf8'))
  const sections = [...eachSection(reading.sections)].map(({section}) => section)

  it('reads every grade on its own scale', () => {
    expect(reading.judgements.map(({of, grade}) => `${of}: ${grade.label}, ${grade.rank} of ${grade.of}`)).toEqual([
      'by-outcome: Adequate, 3 of 4',
      'outcome-1: Good, 2 of 4',
      'outcome-2: Good, 2 of 4',
      'outcome-3: Good, 2 of 4',
      'outcome-4: Adequate, 3 of 4',
      'outcome-5: Good, 2 of 4',
      'outcome-6: Good, 2 of 4',
      'outcome-7: Poor, 4 of 4',
      'capacity-to-improve: Promising, 2 of 4',
      'leadership: Uncertain, 3 of 4',
      'commissioning: Promising, 2 of 4',
      'overall: 1 Star, 3 of 4',
    ])
  })

  it('reads every strength and area for development by outcome and domain', () => {
    // Counted in the document: [strengths, areas for development].
    const counts = sections
      .filter(({kind}) => kind === 'outcome' || kind === 'domain')
      .map(({findings}) => findings.map(({items}) => items.length))
    expect(counts).toEqual([
      [4, 2],
      [5, 1],
      [2, 1],
      [4, 6],
      [2, 1],
      [5, 0],
      [2, 1],
      [3, 4],
      [5, 5],
    ])
    const money = sections.find(({id}) => id === 'outcome-6')
    expect(money?.findings[1]?.remarks.map(({text}) => text)).toEqual(['None'])
    expect([ledger.unaccounted, ledger.doubled]).toEqual([0, 0])
  })

  it('publishes the columns that were read across as they stand, without a guess, and says so', () => {
    const people = sections.find(({id}) => id === 'by-people')
    expect(people?.body.map(({kind}) => kind)).toEqual(['unsorted', 'list', 'list'])
    expect([people, ...(people?.sections ?? [])].flatMap((section) => section?.findings ?? [])).toEqual([])
    expect(problems.map(({level, rule, place}) => [level, rule, place?.line])).toEqual([
      ['doubt', 'columns-read-across', 67],
    ])
  })

  it('reads the duty to make the report public, with its deadline', () => {
    expect(reading.duties.map(({deadline}) => deadline)).toEqual([
      'within two months of the publication of the ratings (i.e. by 31st January 2009)',
    ])
  })
})
