import {eachSection, type Grade, type Judgement} from '../assessment.ts'
import type {Framework, GradeScale} from '../frameworks/framework.ts'
import type {PublishedAssessment} from '../publication.ts'
import {formatCount} from './filters.ts'
import type {JudgementEntry} from './judgements.ts'

/** How many things were given each grade of one scale, in the order of the scale. */
export interface Tally {
  /** `undefined` for printed words of which nobody knows the scale: they are words only. */
  readonly scale: GradeScale | undefined
  readonly framework: Framework
  readonly rows: readonly {readonly label: string; readonly entries: readonly JudgementEntry[]}[]
  readonly total: number
  /** In printed order. */
  readonly grades: readonly Grade[]
}

/** Counts the grades of one report or of many, each scale by itself. */
export function tallyGrades(entries: readonly JudgementEntry[]): Tally[] {
  const scaleOf = ({judgement, published}: JudgementEntry) =>
    published.framework.scales.find(({id}) => id === judgement.grade.scale)
  return [...Map.groupBy(entries, scaleOf)].flatMap(([scale, graded]) => {
    const framework = graded[0]?.published.framework
    if (!framework) return []
    const labels = scale ? scale.steps.map(({label}) => label) : [...new Set(graded.map(labelOf))]
    const rows = labels.map((label) => ({label, entries: graded.filter((entry) => labelOf(entry) === label)}))
    return [{scale, framework, total: graded.length, grades: graded.map(({judgement}) => judgement.grade), rows}]
  })
}

const labelOf = ({judgement}: JudgementEntry) => judgement.grade.label

/** Says in a sentence what a tally shows: `Of 7 grades, 2 are Excellent, 4 are Well and 1 is Adequate.` */
export function tellTally({rows, total}: Tally): string {
  const given = rows.filter(({entries}) => entries.length > 0)
  const [first] = given
  if (!first) return 'No grade is given.'
  if (given.length === 1)
    return total === 1 ? `The one grade is ${first.label}.` : `All ${total} grades are ${first.label}.`
  const parts = given.map(({label, entries}) => `${entries.length} ${entries.length === 1 ? 'is' : 'are'} ${label}`)
  return `Of ${formatCount(total, 'grade')}, ${joinWords(parts)}.`
}

/** `a`, `a and b`, `a, b and c` */
export const joinWords = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

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
