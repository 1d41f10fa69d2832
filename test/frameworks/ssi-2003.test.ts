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
    expect(reading.duties.map(({text, place, deadline}) => [place.line, text.slice(0, 24), deadline])).toEqual([
      [114, 'You are asked to present', 'within two months of the date of this letter'],
      [135, 'to present it to an open', 'within two months of the date of this letter'],
      [135, 'to advise me of the date', undefined],
      [136, 'to make the report avail', 'at the same time'],
      [137, 'to copy this letter and ', undefined],
    ])
  })
})

describe('a part that is missing', () => {
  const lines = readFileSync('seeds/002_c429787cb75dd07d.txt', 'utf8').split('\n')
  const letterAt = lines.findIndex((line) => line.startsWith('26<sup>'))
  const reviewAt = lines.findIndex((line) => line.includes('PERFORMANCE REVIEW REPORT'))

  it('leaves the letter and the review as they are when there is no committee report', () => {
    const alone = readAs(ssi2003, lines.slice(letterAt).join('\n'))
    expect(alone.reading.parts?.map(({id, dated}) => [id, dated])).toEqual([
      ['letter', '2003-08-26'],
      ['review-children-and-families', undefined],
      ['review-adults', undefined],
    ])
    expect([alone.reading.period, alone.reading.dated]).toEqual(['2002-03', '2003-08-26'])
    expect(alone.reading.duties).toHaveLength(5)
    expect(alone.problems.map(({rule}) => rule)).toEqual(['period-inferred'])
  })

  it('leaves the review as it is when it stands alone, with all its 106 findings', () => {
    const alone = readAs(ssi2003, lines.slice(reviewAt).join('\n'))
    expect(alone.reading.parts?.map(({id}) => id)).toEqual(['review-children-and-families', 'review-adults'])
    const items = [...eachSection(alone.reading.sections)].flatMap(({section}) =>
      section.findings.flatMap((findings) => findings.items),
    )
    // Counted in the document: progress and improvement for children and families, then for adults.
    expect(items).toHaveLength(38 + 17 + 34 + 17)
    expect([alone.reading.period, alone.reading.dated, alone.reading.duties]).toEqual(['2002-03', undefined, []])
  })

  it('is told when it is the review itself', () => {
    const {problems, ledger} = readAs(ssi2003, lines.slice(0, reviewAt).join('\n'))
    expect(problems.map(({level, rule}) => [level, rule])).toEqual([['error', 'no-review']])
    expect([ledger.unaccounted, ledger.doubled]).toEqual([0, 0])
  })
})

it('accounts for every word wherever a document of the family is cut', () => {
  const lines = readFileSync('seeds/002_c429787cb75dd07d.txt', 'utf8').split('\n')
  for (let from = 0; from < lines.length; from += 17) {
    for (const cut of [lines.slice(from), lines.slice(0, from + 30)]) {
      const {ledger, reading, problems} = readAs(ssi2003, `${cut.join('\n')}\nend`)
      expect([from, ledger.unaccounted, ledger.doubled]).toEqual([from, 0, 0])
      // Each section is in a part, or readers are told that nothing says whose words it holds.
      const claimed = reading.parts?.flatMap((part) => part.sections) ?? []
      const left = reading.sections.filter(({id}) => !claimed.includes(id))
      expect([...left.map(({id}) => id), ...claimed].sort()).toEqual(reading.sections.map(({id}) => id).sort())
      expect(problems.filter(({rule}) => rule === 'text-without-part').map(({place}) => place)).toEqual(
        left.map(({place}) => place),
      )
    }
  }
})
