import {describe, expect, it} from 'vitest'
import {cqc2009} from '../../src/frameworks/cqc-2009/index.ts'
import {csci2008} from '../../src/frameworks/csci-2008/index.ts'
import {starsScale} from '../../src/frameworks/csci-2008/scale.ts'
import {findGrade} from '../../src/frameworks/framework.ts'
import {readAs} from '../support/golden-reading.ts'

const told = ({reading, problems, ledger}: ReturnType<typeof readAs>) => {
  expect([ledger.unaccounted, ledger.doubled]).toEqual([0, 0])
  return [
    ...reading.judgements.map(({of, grade}) => `${of}: ${grade.label}`),
    ...problems.map(({rule, place}) => `${rule} in line ${place?.line}`),
  ]
}
/** The table of CSCI's letter for 2007/08, whose first row is line 3. */
const readTable = (...rows: string[]) =>
  told(readAs(csci2008, `ADULT SOCIAL CARE PERFORMANCE JUDGMENTS FOR 2007/08\n\n${rows.join('\n')}\n`))
/** The table of CQC's report for 2009/10, whose first row is line 3. */
const readReport = (...rows: string[]) =>
  told(
    readAs(
      cqc2009,
      `2009/10 Council APA Performance\n\n${rows.join('\n')}\n\nCouncil overall summary of 2009/10 performance\n`,
    ),
  )

describe('grades of two years', () => {
  const expected = ['outcome-2: Excellent', 'leadership: Uncertain']

  it.each([
    ['tabs', ['Areas\t2006/07\t2007/08', 'Improved quality of life\tGood\tExcellent', 'Leadership\tPoor\tUncertain']],
    [
      'pipes',
      [
        '| Areas | 2007-08 grade | 2006-07 grade |',
        '|---|---|---|',
        '| Improved quality of life | Excellent | Good |',
        '| Leadership | Uncertain | Poor |',
      ],
    ],
    [
      'numbered pipes under a head of fewer cells',
      [
        '| Areas | 2006/07 | 2007/08 |',
        '| 2 | Improved quality of life | Good | Excellent |',
        '| 8 | Leadership | Poor | Uncertain |',
      ],
    ],
    [
      'spaces',
      [
        'Areas for judgment          2006/07     2007/08',
        'Improved quality of life    Good        Excellent',
        'Leadership                  Poor        Uncertain',
      ],
    ],
    [
      'single spaces',
      ['Areas 2006/07 2007/08', 'Improved quality of life Good Excellent', 'Leadership Poor Uncertain'],
    ],
    [
      'a cell a line',
      [
        'Areas',
        '2006/07',
        '2007/08',
        'Improved quality of life',
        'Good',
        'Excellent',
        'Leadership',
        'Poor',
        'Uncertain',
      ],
    ],
    [
      'wrapped cells',
      [
        '\tGrade\tGrade',
        '\t2006/07\t2007/08',
        'Improved\tGood\tExcellent',
        'quality of',
        'life',
        'Leadership\tPoor\tUncertain',
      ],
    ],
    [
      'words for the years',
      ['Areas\tLast year\tThis year', 'Improved quality of life\tGood\tExcellent', 'Leadership\tPoor\tUncertain'],
    ],
  ])('are told apart by the head: %s', (_, rows) => expect(readTable(...rows)).toEqual(expected))

  it.each([
    ['no head', ['Improved quality of life\tGood\tExcellent']],
    ['a head without years', ['Areas\tGrade\tGrade', 'Improved quality of life\tGood\tExcellent']],
    ['a head of other years', ['Areas\t2005/06\t2006/07', 'Improved quality of life\tGood\tExcellent']],
    ['no head over spaces', ['Improved quality of life   Good   Excellent']],
  ])('are no grade, but an error, under %s', (_, rows) =>
    expect(readTable(...rows)).toEqual([`two-grades-in-a-row in line ${rows.length + 2}`, 'no-grades in line 1']),
  )

  it('takes no grade out of the column of the year before', () => {
    expect(
      readTable(
        'Areas\t2006/07\t2007/08',
        'Leadership\tPoor\t',
        'Improved quality of life\tGood',
        'Star rating\t\t1 Star',
      ),
    ).toEqual(['overall: 1 Star', 'grade-of-another-year in line 4', 'grade-of-another-year in line 5'])
  })

  it('forgets the head where prose ends the table', () => {
    expect(
      readTable(
        'Areas\t2006/07\t2007/08',
        'These grades are those that the council was given by the commission in its letters.',
        'Leadership\tPoor\tUncertain',
      ),
    ).toEqual(['two-grades-in-a-row in line 5', 'no-grades in line 1'])
  })

  it.each([
    ['pipes', ['| Area | 2008/09 | 2009/10 |', '|---|---|---|', '| Outcome 1: Improved health | Well | Excellent |']],
    ['spaces', ['Area      2009/10     2008/09', 'Outcome 1: Improved health     Excellent     Well']],
    ['three years', ['Area\t2007/08\t2008/09\t2009/10', 'Outcome 1: Improved health\tPoor\tWell\tExcellent']],
  ])('are told apart in the reports of CQC: %s', (_, rows) =>
    expect(readReport(...rows)).toEqual(['outcome-1: Excellent']),
  )

  it('takes the last of two years in a title for its own', () => {
    const {reading} = readAs(
      csci2008,
      'ADULT SOCIAL CARE PERFORMANCE JUDGMENTS FOR 2006/07 AND 2007/08\n\nArea\t2006/07\t2007/08\nLeadership\tPoor\tUncertain\n',
    )
    expect([reading.period, reading.judgements.map(({grade}) => grade.label)]).toEqual(['2007-08', ['Uncertain']])
  })
})

it('takes no dash for a rating, and counts stars', () => {
  const labels = ['–', '→', '***', '**', '*'].map((printed) => findGrade(starsScale, printed)?.label)
  expect(labels).toEqual([undefined, undefined, '3 Stars', '2 Stars', '1 Star'])
})

describe('wrapped cells', () => {
  it.each([
    [['Commissioning\tPromising', 'and use of', 'resources'], 'commissioning: Promising'],
    [['Maintaining\tPoor', 'personal dignity', 'and respect'], 'outcome-7: Poor'],
    [['Maintaining', 'personal dignity\tPoor', 'and respect'], 'outcome-7: Poor'],
    [['Making a positive            Good', 'contribution'], 'outcome-3: Good'],
    [['Making a positive', 'contribution            Good'], 'outcome-3: Good'],
    [['| Freedom from | Good |', '| discrimination | |', '| and harassment | |'], 'outcome-5: Good'],
    [['Good\tImproved quality of life'], 'outcome-2: Good'],
  ])('are joined to the row: %j', (rows, expected) => expect(readTable(...rows)).toEqual([expected]))

  it('never go on into the next row', () => {
    expect(readTable('Leadership\tPoor', 'Commissioning\tPromising', 'and use of resources')).toEqual([
      'leadership: Poor',
      'commissioning: Promising',
    ])
  })
})

describe('a grade that no row takes', () => {
  it.each([
    [['Leadership\tPoor', 'Choise and control    Good'], 4],
    [['Leadership\tPoor', 'Choise and control: Good'], 4],
    [['Leadership\tPoor', '', 'Star rating\t1 Star', 'Good'], 6],
  ])('is told: %j', (rows, line) => expect(readTable(...rows)).toContain(`grade-without-subject in line ${line}`))

  it.each([
    [['Leadership\tPoor', '', 'The people whom the inspectors met said that the services they get are', 'good']],
    [['Leadership\tPoor', '', 'Each is Excellent, Good, Adequate or Poor']],
    [['Leadership\tPoor', '', 'Excellent\tDelivers well above the minimum requirements']],
  ])('is never a word of prose or of a key: %j', (rows) => expect(readTable(...rows)).toEqual(['leadership: Poor']))

  it('is told in the reports of CQC', () => {
    expect(readReport('Outcome 1: Improved health\tWell', 'Outcom 7: Dignity\tPoor')).toEqual([
      'outcome-1: Well',
      'grade-without-subject in line 4',
    ])
  })
})
