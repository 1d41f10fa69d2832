import type {Grade, Judgement, Place} from '../assessment.ts'
import type {Problem, Report} from '../problem.ts'
import {findGrade, type GradeScale} from './framework.ts'

/** A row that names a subject and its grade of the report’s year, however the conversion printed the table. */
export interface GradeRow {
  readonly subject: string
  readonly printed: string
  readonly place: Place
}

/** Finds the row's grade, or says which grades the scale has. */
export function gradeOf(row: GradeRow, scale: GradeScale, file: string): Grade | Problem {
  const grade = findGrade(scale, row.printed)
  if (grade) return grade
  const expected = scale.steps.map((step) => `\`${step.label}\``)
  return {
    level: 'error',
    rule: 'unknown-grade',
    place: row.place,
    message: `Unexpected grade \`${row.printed}\` for ${row.subject}, expected ${expected.slice(0, -1).join(', ')} or ${expected.at(-1)}`,
    hint: `When the source really prints this, add it to \`alsoPrinted\` in ${file}; when the conversion garbled it, add a correction to the record`,
  }
}

/** Adds a judgement; a second one of the same thing is passed over, or reported when it gives another grade. */
export function addJudgement(judgements: Judgement[], next: Judgement, report: Report): void {
  const before = judgements.find(({of}) => of === next.of)
  if (!before) judgements.push(next)
  else if (before.grade.id !== next.grade.id) report(contradictingGrades(before, next.grade, next.place, 'error'))
}

/** A report that must have grades has none. */
export const missingGrades = (file: string, example: string): Problem => ({
  level: 'error',
  rule: 'no-grades',
  place: {file, line: 1},
  message: `Unexpected report without a table of grades, expected rows such as \`${example}\` with a grade`,
  hint: 'Look at the converted text: the table may have been lost',
})

/**
 * Another place of the document gives another grade to what was judged. Two rows of the table leave no grade to publish;
 * against prose the table holds, and readers are told.
 */
export function contradictingGrades(
  {subject, grade, place}: Judgement,
  other: Grade,
  at: Place,
  level: 'error' | 'doubt' = 'doubt',
): Problem {
  return {
    level,
    rule: 'contradicting-grades',
    toReaders: `The document contradicts itself: here it says “${other.label}” for ${subject}, but “${grade.label}” in line ${place.line}. We show the grade of the table.`,
    place: at,
    other: place,
    message: `Unexpected grade \`${other.label}\` for ${subject}, expected \`${grade.label}\` as line ${place.line} says`,
    hint: 'Compare with the original document; when the conversion is at fault, add a correction to the record',
  }
}
