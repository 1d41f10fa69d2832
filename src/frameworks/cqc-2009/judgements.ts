import type {Judgement} from '../../assessment.ts'
import type {Line} from '../../normalise.ts'
import type {Report} from '../../problem.ts'
import type {GradeTable} from '../grade-cells.ts'
import {type FoundRow, readGradeRows} from '../grade-rows.ts'
import {addJudgement, gradeOf} from '../grades.ts'
import {cutTable, type FoundTable, reportLostGrades} from '../lost-grades.ts'
import {unnumber} from '../reading.ts'
import {scale} from './scale.ts'

export const gradesLine = /\bCouncil APA Performance\b/i
export const outcomeRow = /^Outcome\s*(?<number>\d{1,2})\s*[:.–-]\s*(?<subject>.+)$/i
const overallRow = /^Delivering outcomes\b.*\boverall\b/i
// `Outcome 1:` may stand in a cell or a line of its own; `Outcome 1 was judged …` is prose.
const rowStart =
  /^(?:Outcome\s*\d{1,2}\s*(?:[:.–-]|$|(?:improv|making|increas|exercis|freedom|achiev|economic|maintain|personal|dignity))|Delivering outcomes\b)/i
const gradedRow = /^Outcome\s*(?<number>\d{1,2})(?:\s*[:.–-]\s*|\s+)(?<subject>\p{L}.*)$/iu
const lead = /^(?:(?:the )?council is(?: performing)?|performing|performance)\s*:?$/i
// `Improved quality of life – the council is performing:`, in one line with its grade.
const leadBehind = /[\s:–-]+(?:the council is(?: performing)?|(?:council is )?performing|performance)$/i

const gradeTable: GradeTable = {
  scales: [scale],
  isSubject: (text) => rowStart.test(unnumber(text)) && (gradedRow.test(unnumber(text)) || overallRow.test(text)),
  mayBegin: (text) => rowStart.test(unnumber(text)),
  beginsRow: (text) => rowStart.test(unnumber(text)),
  lead,
}

/** Reads the rows of CQC's table of grades: the rating, and a grade for each outcome. */
export function readJudgements(
  lines: readonly Line[],
  {period, isHeading}: {period: string | undefined; isHeading: (line: Line, index: number) => boolean},
  report: Report,
): Judgement[] {
  const judgements: Judgement[] = []
  const rows = readGradeRows(lines, gradeTable, {period})
  for (const {label, row} of rows) {
    if ('level' in row) {
      report(row)
      continue
    }
    const grade = gradeOf(row, scale, 'src/frameworks/cqc-2009/scale.ts')
    if ('level' in grade) report(grade)
    else {
      const {number, subject} = gradedRow.exec(unnumber(label))?.groups ?? {}
      const of = number ? `outcome-${number}` : 'overall'
      const named = subject?.replace(leadBehind, '') ?? label.replace(/[\s:]+$/, '')
      addJudgement(judgements, {of, subject: named, grade, place: row.place}, report)
    }
  }
  reportLostGrades(findTable(lines, rows, isHeading), gradeTable, report)
  return judgements
}

/** The table stands under its heading; where that was lost, it begins with its first row. */
function findTable(
  lines: readonly Line[],
  rows: readonly FoundRow[],
  isHeading: (line: Line, index: number) => boolean,
): FoundTable {
  const first = rows[0]?.from ?? lines.length
  const heading = lines.findIndex((line, index) => index < first && gradesLine.test(line.text) && line.shape !== 'row')
  const from = heading < 0 ? first : heading + 1
  const own = rows.filter((row) => row.from >= from)
  const end =
    own.length > 0
      ? cutTable(lines, own, isHeading)
      : lines.findIndex((line, index) => index >= from && isHeading(line, index))
  return {rows, lines: lines.slice(0, end < 0 ? undefined : end), from}
}
