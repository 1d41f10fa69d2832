import type {Line} from '../normalise.ts'
import {endsSentence, isCutShort} from '../outline.ts'
import type {Problem, Report} from '../problem.ts'
import {type GradeTable, isGrade, readGradeCells} from './grade-cells.ts'
import type {FoundRow} from './grade-rows.ts'

/** The rows of a table of grades, and the lines in which they stand. */
export interface FoundTable {
  readonly rows: readonly FoundRow[]
  /** Those up to the table's last. */
  readonly lines: readonly Line[]
  /** Index of its first line; the lines before it are not its own. */
  readonly from: number
}

/** Tells of every grade that stands in the table and that no row took, so that none is lost without a word. */
export function reportLostGrades({rows, lines, from: first}: FoundTable, table: GradeTable, report: Report): void {
  const taken = new Set(rows.flatMap(({from, to}) => Array.from({length: to - from + 1}, (_, index) => from + index)))
  for (let index = first; index < lines.length; index++) {
    const line = lines[index] as Line
    if (taken.has(index) || line.shape === 'blank') continue
    for (const printed of findGrades(lines, index, table)) report(gradeWithoutSubject(line, printed))
  }
}

/** Where a table ends that no heading ends for certain: at the first prose or heading behind its first row. */
export function cutTable(
  lines: readonly Line[],
  rows: readonly FoundRow[],
  isHeading: (line: Line, index: number) => boolean,
): number {
  const from = rows[0]?.to ?? lines.length
  const end = lines.findIndex(
    (line, index) => index > from && line.shape === 'text' && (isProse(line.text) || isHeading(line, index)),
  )
  return end < 0 ? lines.length : end
}

const isProse = (text: string) => text.length > 60 && (endsSentence(text) || text.length > 160)

function findGrades(lines: readonly Line[], index: number, table: GradeTable): readonly string[] {
  const line = lines[index] as Line
  const {label, values} = readGradeCells(line, table)
  const grades = values.filter((value) => isGrade(value, table))
  if (grades.length === 0) return []
  const isInCells = line.shape === 'row' || line.columns !== undefined
  if (isInCells) return isKey(line) ? [] : grades
  const [before, next] = [lines[index - 1], lines[index + 1]]
  // The last word of prose that a margin cut: `… the services that people get are` ⏎ `good`.
  if (before?.shape === 'text' && before.text.length > 40 && isCutShort(before.text, line.text)) return []
  return label === '' || isEndOfRow(label, line, next) ? grades : []
}

/** `Excellent⇥Delivers well above the minimum requirements for people`: a key, which grades nothing. */
export const isKey = ({cells, columns = []}: Line) =>
  [...cells, ...columns].some(
    (cell) => cell.split(' ').length > 4 && /\b(?:deliver|requirement|minimum|place)/i.test(cell),
  )

/** A short line that ends in a grade, unless it is a sentence or a part of one: `Each is Excellent, Good or Poor`. */
function isEndOfRow(label: string, {text}: Line, next: Line | undefined): boolean {
  const isSentence = text.endsWith('.') || /(?:[,/]|\b(?:or|and|is|are|was|were|be|as|very))$/i.test(label)
  return text.length <= 80 && !isSentence && !(next?.shape === 'text' && isCutShort(text, next.text))
}

const gradeWithoutSubject = ({text, place}: Line, printed: string): Problem => ({
  level: 'doubt',
  rule: 'grade-without-subject',
  toReaders: `The table of grades has a grade that we cannot place: “${printed}”, in “${shorten(text)}”. It is shown as printed.`,
  place,
  message: `Unexpected grade \`${printed}\` in \`${shorten(text)}\` that belongs to no known row of the table of grades, expected words before it that name what is judged; it is published as printed only`,
  hint: 'Compare with the original document; when the conversion parted or garbled the words of the row, add a correction to the record',
})

const shorten = (text: string) => (text.length > 80 ? `${text.slice(0, 77)}…` : text)
