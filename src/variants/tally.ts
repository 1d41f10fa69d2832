import {eachSection, type Judgement} from '../assessment.ts'
import type {PublishedAssessment} from '../publication.ts'
import {formatList} from './phrases.ts'

/** How many things were given each grade: rows in the order of the scale, also those that nothing was given. */
export interface Count {
  readonly rows: readonly {readonly label: string; readonly entries: readonly unknown[]}[]
  readonly total: number
}

/** Says in a sentence what a count shows: `Of 7 grades, 2 are Excellent, 4 are Well and 1 is Adequate.` */
export function tellTally({rows, total}: Count): string {
  const given = rows.filter(({entries}) => entries.length > 0)
  const [first] = given
  if (!first) return 'No grade is given.'
  if (given.length === 1)
    return total === 1 ? `The one grade is ${first.label}.` : `All ${total} grades are ${first.label}.`
  const parts = given.map(({label, entries}) => `${entries.length} ${entries.length === 1 ? 'is' : 'are'} ${label}`)
  return `Of ${total.toLocaleString('en-GB')} grades, ${formatList(parts, 'and')}.`
}

/**
 * Grades of single subjects: neither the overall one nor one that sums up others of the report, since each would be
 * counted twice (CSCI 2007/08: `Delivering Outcomes` over seven outcomes).
 */
export function isOfOneSubject({of}: Judgement, {assessment}: PublishedAssessment): boolean {
  if (of === 'overall') return false
  const judged = new Set(assessment.judgements.map((judgement) => judgement.of))
  for (const {section} of eachSection(assessment.sections))
    if (section.id === of)
      for (const inner of eachSection(section.sections)) if (judged.has(inner.section.id)) return false
  return true
}
