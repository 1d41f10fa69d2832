import type {Grade, Place} from '../assessment.ts'
import type {Line} from '../normalise.ts'
import type {Problem} from '../problem.ts'
import {findGrade, type GradeScale} from './framework.ts'

/** A row that names a subject and its grade, however the conversion printed the table. */
export interface GradeRow {
  readonly subject: string
  readonly printed: string
  readonly place: Place
}

/**
 * Reads `subject⇥grade` from a row of cells, or from a line whose end is set off by two spaces, a colon or dots, or is
 * a grade of the scale: `Outcome 2: Improved quality of life   Well`.
 */
export function readGradeRow(line: Line, scales: readonly GradeScale[]): GradeRow | undefined {
  const {place} = line
  if (line.shape === 'row') {
    const [subject = '', printed = ''] = line.cells.filter(Boolean)
    return {subject, printed, place}
  }
  if (line.shape === 'blank') return
  for (const step of scales.flatMap((scale) => scale.steps)) {
    for (const form of [step.label, ...(step.alsoPrinted ?? [])]) {
      const start = line.text.length - form.length
      if (
        start > 0 &&
        line.text.slice(start).toLowerCase() === form.toLowerCase() &&
        /[\s:.–-]$/.test(line.text.slice(0, start))
      )
        return {subject: line.text.slice(0, start).replace(/[\s:.–-]+$/, ''), printed: line.text.slice(start), place}
    }
  }
  return
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

/** Two places of one document give different grades to the same thing. */
export function contradictingGrades(
  subject: string,
  one: {grade: string; place: Place},
  other: {grade: string; place: Place},
): Problem {
  return {
    level: 'error',
    rule: 'contradicting-grades',
    place: one.place,
    other: other.place,
    message: `Unexpected grade \`${one.grade}\` for ${subject}, expected \`${other.grade}\` as line ${other.place.line} says`,
    hint: 'Compare with the original document; when the conversion is at fault, add a correction to the record',
  }
}
