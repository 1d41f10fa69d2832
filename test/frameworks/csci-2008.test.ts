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

  it('separates the columns that were read across, each finding by where it also stands', () => {
    const people = sections.filter(({id}) => id.startsWith('people-'))
    expect(
      people.map(({body, findings}) => [body.length, ...findings.map(({kind, items}) => `${kind} ${items.length}`)]),
    ).toEqual([
      [0, 'strength 23', 'improvement 18'],
      [0, 'strength 2'],
      [1],
      [0],
      [0, 'strength 1', 'improvement 1'],
      [0, 'strength 1', 'improvement 1'],
    ])
    expect(reading.proofs?.map(({alsoStands}) => alsoStands?.likeness ?? 'between')).toHaveLength(47)
    expect(reading.proofs?.every(({alsoStands}) => alsoStands)).toBe(true)
    expect(problems.map(({level, rule, place}) => [level, rule, place?.line])).toEqual([
      ['note', 'columns-separated', 67],
      ['doubt', 'columns-run-together', 101],
    ])
  })

  it('reads two duties in one sentence, each with the deadline that is printed for it', () => {
    expect(reading.duties.map(({text, place, deadline}) => [text, place.line, deadline])).toEqual([
      [
        'The council is expected to take this report to a meeting of the council within two months of the publication of the ratings (i.e. by 31st January 2009)',
        45,
        'within two months of the publication of the ratings (i.e. by 31st January 2009)',
      ],
      ['to make available to the public, preferably with an easy read format available.', 45, undefined],
    ])
  })
})

/** A letter of the family with what a case changes: the lines above the salutation, the rows and what follows them. */
const letter = ({head = 'Northwold Borough Council', rows, rest = ''}: {head?: string; rows: string; rest?: string}) =>
  `${head}

Dear Ms Example

PERFORMANCE SUMMARY REPORT of 2007-08 ANNUAL PERFORMANCE ASSESSMENT

ADULT SOCIAL CARE PERFORMANCE JUDGMENTS FOR 2007/08

${rows}

${rest}
`

describe('the table of grades', () => {
  it.each([
    ['tabs', 'Improved quality of life\tGood\nLeadership\tUncertain\nPerformance Rating\t1 Star'],
    [
      'pipes',
      '| Improved quality of life | Good |\n|---|---|\n| Leadership | Uncertain |\n| Performance Rating | 1 Star |',
    ],
    ['spaces', 'Improved quality of life    Good\nLeadership    Uncertain\nPerformance Rating    1 Star'],
    ['a cell a line', 'Improved quality of life\n\nGood\n\nLeadership\n\nUncertain\n\nPerformance Rating\n\n1 Star'],
    ['wrapped rows', 'Improved quality\nof life\tGood\nLeadership\nUncertain\nPerformance\nRating\t1 Star'],
    [
      'numbered rows',
      '| 2 | Improved quality of life | Good |\n| 8 | Leadership | Uncertain |\n| 9 | Performance Rating | One star |',
    ],
    ['capitals', 'IMPROVED QUALITY OF LIFE\tGOOD\nLEADERSHIP\tUNCERTAIN\nSTAR RATING\t1 STAR'],
  ])('is read from %s', (_, rows) => {
    const {reading, problems, ledger} = readAs(csci2008, letter({rows}))
    expect(reading.judgements.map(({of, grade}) => `${of}: ${grade.label}`)).toEqual([
      'outcome-2: Good',
      'leadership: Uncertain',
      'overall: 1 Star',
    ])
    expect(problems).toEqual([])
    expect([ledger.unaccounted, ledger.doubled]).toEqual([0, 0])
  })

  it.each([
    ['3 Stars', 1],
    ['2 Star', 2],
    ['One star', 3],
    ['No stars', 4],
    ['zero stars', 4],
  ])('knows the rating %s', (printed, rank) => {
    const {reading} = readAs(csci2008, letter({rows: `Performance Rating\t${printed}`}))
    expect(reading.judgements.map(({grade}) => [grade.rank, grade.of, grade.scale])).toEqual([
      [rank, 4, 'csci-2008-stars'],
    ])
  })

  it('keeps the scales apart: a domain cannot be Good, an outcome cannot be Promising', () => {
    const {reading, problems} = readAs(
      csci2008,
      letter({rows: 'Leadership\tGood\nImproved quality of life\tPromising'}),
    )
    expect(reading.judgements).toEqual([])
    expect(problems.map(({rule, place}) => [rule, place?.line])).toEqual([
      ['unknown-grade', 9],
      ['unknown-grade', 10],
      ['no-grades', 1],
    ])
  })

  it('names both lines when the table and the prose disagree about the capacity to improve', () => {
    const {problems} = readAs(
      csci2008,
      letter({
        rows: 'Capacity to Improve (Combined judgment)\tPromising',
        rest: "Capacity to improve\n\nThe council's capacity to improve services further is\nuncertain.",
      }),
    )
    expect(problems.map(({level, rule, place, other}) => [level, rule, place?.line, other?.line])).toEqual([
      ['doubt', 'contradicting-grades', 13, 9],
    ])
  })
})

describe('the council', () => {
  it.each([
    ['Director of Adult Social Care Northwold Borough Council', 'Northwold Borough Council'],
    ['Ms Example, Director of Community Services, Northwold County Council', 'Northwold County Council'],
    ['Strategic Director Adults, Health and Housing\nLondon Borough of Northwold', 'London Borough of Northwold'],
    [
      'Director of Health & Adult Social Care St Northwold Metropolitan Borough Council',
      'St Northwold Metropolitan Borough Council',
    ],
    ['Director of Housing and Adult Social Services Northwold-on-Sea Council', 'Northwold-on-Sea Council'],
    ['Director of Social Services Northwold City\nCouncil Town Hall', 'Northwold City Council'],
    ['Director of Social Services London Borough of\nNorthwold', 'London Borough of Northwold'],
    ['DIRECTOR OF SOCIAL SERVICES NORTHWOLD CITY COUNCIL', 'Northwold City Council'],
  ])('is found in "%s"', (head, name) => {
    const {reading} = readAs(csci2008, letter({head, rows: 'Performance Rating\t1 Star'}))
    expect(reading.councilName?.text).toBe(name)
  })

  it('is never a body that is only called a council', () => {
    const rest = 'Introduction\n\nThe Independent Disability Council and the General Social Care Council were heard.'
    const {reading} = readAs(csci2008, letter({head: 'Town Hall', rows: 'Performance Rating\t1 Star', rest}))
    expect(reading.councilName).toBeUndefined()
  })
})

it('accounts for every word wherever a document of the family is cut', () => {
  const lines = readFileSync('seeds/003_3bb8e0a064ff2e81.txt', 'utf8').split('\n')
  for (let from = 0; from < lines.length; from += 23) {
    for (const cut of [lines.slice(from), lines.slice(0, from + 40)]) {
      const {ledger} = readAs(csci2008, `${cut.join('\n')}\nend`)
      expect([from, ledger.unaccounted, ledger.doubled]).toEqual([from, 0, 0])
    }
  }
})
