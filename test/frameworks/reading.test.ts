import {describe, expect, it} from 'vitest'
import {
  findCouncilName,
  findPageNumbers,
  isRemark,
  readDate,
  readPeriod,
  slugify,
} from '../../src/frameworks/reading.ts'
import {normalise} from '../../src/normalise.ts'

const read = (...lines: string[]) =>
  normalise({file: 'seeds/case.txt', sha256: '', lines: lines.map((text) => ({text, withheld: []}))})

describe('findPageNumbers', () => {
  const find = (...lines: string[]) => findPageNumbers(read(...lines)).map(({rule, text}) => `${rule}: ${text}`)

  it('knows page numbers that say so, and bare ones that go up', () => {
    expect(find('Words.', 'Page 14 | 33', 'More.')).toEqual(['page-number: Page 14 | 33'])
    expect(find('1', 'Words.', '- 2 -', 'More.', '3')).toEqual(['page-number: 1', 'page-number: 2 -', 'page-number: 3'])
  })

  it('takes no lone figure for one, nor figures that go up and down', () => {
    expect(find('Grade', '3')).toEqual([])
    expect(find('4', 'a', '2', 'b', '9')).toEqual([])
  })

  it('knows a running title by its page number, when it is printed on three pages', () => {
    const pages = [1, 2, 3].flatMap((page) => ['Words of a page.', `Northwold 2009/10 – Page ${page} of 3`])
    expect(find(...pages)).toEqual([1, 2, 3].map((page) => `running-title: Northwold 2009/10 – Page ${page} of 3`))
    expect(find(...pages.slice(0, 4))).toEqual([])
  })

  it('knows a running title in the line beside a page number', () => {
    const pages = [1, 2, 3].flatMap((page) => [
      `Words of page ${page} here.`,
      '',
      'Northwold Borough Council',
      String(page),
      '',
    ])
    expect(find(...pages).filter((text) => text.startsWith('running'))).toEqual(
      Array(3).fill('running-title: Northwold Borough Council'),
    )
  })
})

it.each([
  ['2009/10', '2009-10'],
  ['2002/2003', '2002-03'],
  ['2007 – 08', '2007-08'],
  ['1999-2000', '1999-00'],
  ['2009-2019', undefined],
  ['in 2024', undefined],
])('reads the period %s', (text, period) => expect(readPeriod(text)).toBe(period))

it.each([
  ['27th October 2008', '2008-10-27'],
  ['26TH August 2003', '2003-08-26'],
  ['September 2024', '2024-09'],
  ['no date', undefined],
])('reads the date %s', (text, date) => expect(readDate(text)).toBe(date))

it.each([
  [["Mrs A Example Director of Adults' Social Services Northwold City Council 1st Floor"], 'Northwold City Council'],
  [['PERFORMANCE REVIEW REPORT 2003: NORTHWOLD BOROUGH COUNCIL'], 'Northwold Borough Council'],
  [['The London Borough of Eastmere and its partners'], 'London Borough of Eastmere'],
  [['your council', 'the City Council'], undefined],
])('finds the council in %j', (lines, name) =>
  expect(findCouncilName(read(...lines).lines)?.text.replace(/^The /, '')).toBe(name),
)

it.each([
  'None',
  'None identified.',
  'N/A',
  'No specific areas for improvement have been identified',
  'There are no areas for improvement.',
])('takes %s for a remark', (text) => expect(isRemark(text)).toBe(true))
it.each(['No looked after child was excluded from school.', 'None of the homes is poor', 'Not all staff are trained'])(
  'takes %s for a finding',
  (text) => expect(isRemark(text)).toBe(false),
)

it('makes anchors of whole words', () => {
  expect(slugify('About us: Council’s “plan” & more')).toBe('about-us-councils-plan-more')
  expect(slugify('Effective leadership and management that fosters "More Good Days"')).toBe(
    'effective-leadership-and-management-that-fosters-more-good',
  )
  expect(slugify('—')).toBe('section')
})
