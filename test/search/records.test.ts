import {expect, it} from 'vitest'
import {makeEasyReadRecords, makeSectionRecords} from '../../src/search/records.ts'
import {content, readProject} from '../support/publication.ts'

const {publication} = readProject()
const standard = makeSectionRecords(publication, content)
const easyRead = makeEasyReadRecords(publication, content)
const records = [...standard, ...easyRead]

it('keeps outcome and grade of a section together', () => {
  const poor = standard.filter(
    ({filters}) => filters['Topic']?.[0] === 'Dignity and staying safe' && filters['Grade']?.[0] === 'Poor',
  )
  expect(poor.map(({url}) => url)).toEqual(['/councils/leeds/2007-08-performance-summary/#outcome-7'])
})

it('gives each section one grade at most, and each record its council, year and inspection', () => {
  for (const {filters, meta, content: words} of records) {
    expect(filters['Grade']?.length ?? 0).toBeLessThanOrEqual(1)
    expect([filters['Council']?.length, filters['Year']?.length, filters['Inspection']?.length]).toEqual([1, 1, 1])
    expect(meta['title']).toBeTruthy()
    expect(words.length).toBeGreaterThan(10)
  }
})

it('has one easy-read record a report, and no section twice', () => {
  expect(easyRead.length).toBe(publication.assessments.length)
  expect(new Set(records.map(({url}) => url)).size).toBe(records.length)
})

it('leaves out the official text of an outcome, which says what should be', () => {
  for (const {assessment} of publication.assessments)
    for (const {expectation, id} of assessment.sections)
      if (expectation)
        expect(standard.find(({url}) => url.endsWith(`${assessment.id}/#${id}`))?.content).not.toContain(
          expectation.text,
        )
})
