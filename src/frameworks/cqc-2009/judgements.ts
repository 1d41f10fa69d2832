import type {Judgement} from '../../assessment.ts'
import type {Line} from '../../normalise.ts'
import type {Report} from '../../problem.ts'
import type {GradeTable} from '../grade-cells.ts'
import {readGradeRows} from '../grade-rows.ts'
import {addJudgement, gradeOf} from '../grades.ts'
import {unnumber} from '../reading.ts'
import {scale} from './scale.ts'

export const outcomeRow = /^Outcome\s*(?<number>\d{1,2})\s*[:.–-]\s*(?<subject>.+)$/i
const overallRow = /^Delivering outcomes\b.*\boverall\b/i
// `Outcome 1:` may stand in a cell or a line of its own.
const rowStart = /^(?:Outcome\s*\d{1,2}\s*(?:[:.–-]|$)|Delivering outcomes\b)/i

const gradeTable: GradeTable = {
  scales: [scale],
  isSubject: (text) => outcomeRow.test(unnumber(text)) || overallRow.test(text),
  mayBegin: (text) => rowStart.test(unnumber(text)),
  beginsRow: (text) => rowStart.test(unnumber(text)),
}

/** Reads the rows of CQC's table of grades: the rating, and a grade for each outcome. */
export function readJudgements(lines: readonly Line[], period: string | undefined, report: Report): Judgement[] {
  const judgements: Judgement[] = []
  for (const {label, row} of readGradeRows(lines, gradeTable, {period})) {
    if ('level' in row) {
      report(row)
      continue
    }
    const grade = gradeOf(row, scale, 'src/frameworks/cqc-2009/scale.ts')
    if ('level' in grade) report(grade)
    else {
      const {number, subject = label.replace(/[\s:]+$/, '')} = outcomeRow.exec(unnumber(label))?.groups ?? {}
      const of = number ? `outcome-${number}` : 'overall'
      addJudgement(judgements, {of, subject, grade, place: row.place}, report)
    }
  }
  return judgements
}
