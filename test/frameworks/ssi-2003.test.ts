import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {eachSection} from '../../src/assessment.ts'
import {ssi2003} from '../../src/frameworks/ssi-2003/index.ts'
import {checkGolden} from '../support/golden.ts'
import {describeReading, listCases, readAs} from '../support/golden-reading.ts'

describe('golden cases', () => {
  for (const {name, text, expected} of listCases('ssi-2003'))
    it(name.replaceAll('-', ' '), () => {
      const result = readAs(ssi2003, text)
      checkGolden(expected, describeReading(result))
      expect([result.ledger.unaccounted, result.ledger.doubled]).toEqual([0, 0])
    })
})

describe('the seed of the family', () => {
  const {reading, ledger, problems} = readAs(ssi2003, readFileSync('seeds/002_c429787cb75dd07d.txt', 'utf8'))
  const sections = [...eachSection(reading.sections)].map(({section}) => section)

  it('reads every sign of progress and area for improvement', () => {
    // Counted in the document: [progress, improvement] of the six standards, in order.
    const counts = (id: string) =>
      sections
        .find((section) => section.id === id)
        ?.sections.map(({findings}) => findings.map(({items}) => items.length))
    expect(counts('children-and-families')).toEqual([
      [8, 4],
      [5, 3],
      [6, 4],
      [4, 1],
      [7, 2],
      [8, 3],
    ])
    expect(counts('adults')).toEqual([
      [10, 5],
      [5, 2],
      [4, 3],
      [4, 3],
      [4, 1],
      [7, 3],
    ])
    expect(problems).toEqual([])
    expect([ledger.unaccounted, ledger.doubled]).toEqual([0, 0])
  })

  it('tells the committee report, the letter and the two reviews apart, each with its author and date', () => {
    expect(reading.parts?.map(({id, author, dated}) => [id, author, dated])).toEqual([
      ['committee-report', 'Corporate Director of Social Care and Health', '2003-09-17'],
      ['letter', 'Glen Mason, SSI Director', '2003-08-26'],
      ['review-children-and-families', 'Social Services Inspectorate', undefined],
      ['review-adults', 'Social Services Inspectorate', undefined],
    ])
    expect(reading.parts?.flatMap((part) => part.sections)).toEqual(reading.sections.map(({id}) => id))
  })

  it('reads what the council is asked to do, and by when', () => {
    expect(reading.duties.map(({place, deadline}) => [place.line, deadline])).toEqual([
      [114, 'within two months of the date of this letter'],
      [135, 'within two months of the date of this letter'],
      [136, 'at the same time'],
      [137, undefined],
    ])
  })
})
