import type {Place} from '../assessment.ts'
import type {Line} from '../normalise.ts'
import {endsSentence, isCutShort, spanPlaces} from '../outline.ts'
import type {Problem} from '../problem.ts'
import {type GradeCells, type GradeTable, isGrade, readGradeCells} from './grade-cells.ts'
import {chooseGrade, followHead, type YearHead} from './grade-years.ts'
import type {GradeRow} from './grades.ts'

/** A row of a table of grades, or why it gives none, with the lines it takes. */
export interface FoundRow {
  /** What is judged, as printed. */
  readonly label: string
  readonly row: GradeRow | Problem
  /** Indexes of its lines, both taken. */
  readonly from: number
  readonly to: number
}

/** Reads what a family alone prints at a line where no row of known words begins. */
export type ReadOtherRow = (line: Line, next: Line | undefined) => {cells: GradeCells; lines: number} | undefined

/**
 * Reads the rows of a table of grades, each in one line, wrapped over several or with a cell a line, and of two years'
 * grades the one of the report's period.
 */
export function readGradeRows(
  lines: readonly Line[],
  table: GradeTable,
  {period, readOther, isJoined = true}: {period: string | undefined; readOther?: ReadOtherRow; isJoined?: boolean},
): FoundRow[] {
  const rows: FoundRow[] = []
  let head: YearHead | undefined
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    head = followHead(head, line, table)
    const found = readRowAt(lines, at, table, isJoined) ?? readOtherAt(lines, at, readOther)
    if (!found) continue
    const {cells, count, place} = found
    rows.push({
      label: cells.label,
      row: chooseGrade({...cells, place}, head, period, table),
      from: at,
      to: at + count - 1,
    })
    at += count - 1
  }
  return rows
}

interface JoinedRow {
  readonly cells: GradeCells
  /** How many lines it takes. */
  readonly count: number
  readonly place: Place
}

function readOtherAt(lines: readonly Line[], at: number, readOther: ReadOtherRow | undefined): JoinedRow | undefined {
  const line = lines[at] as Line
  const found = readOther?.(line, lines[at + 1])
  return (
    found && {
      cells: found.cells,
      count: found.lines,
      place: spanPlaces(lines.slice(at, at + found.lines).map(({place}) => place)),
    }
  )
}

// No cell is wrapped over more lines, blank ones between them counted.
const farthest = 12

/** Joins lines to the row that begins at one, as far as their words name a subject and give it a grade. */
function readRowAt(lines: readonly Line[], at: number, table: GradeTable, isJoined: boolean): JoinedRow | undefined {
  let draft: GradeCells | undefined
  let found: JoinedRow | undefined
  let isAfterBlank = false
  for (let index = at; index < lines.length && index < at + farthest; index++) {
    const line = lines[index] as Line
    if (line.shape === 'blank') {
      if (!draft) return
      isAfterBlank = true
      continue
    }
    const own = readGradeCells(line, table)
    draft = draft ? addLine(draft, own, line, table, found !== undefined && isAfterBlank) : beginRow(own, line, table)
    if (!draft) return found
    if (draft.values.length > 0 && table.isSubject(draft.label)) {
      const taken = lines.slice(at, index + 1).filter(({shape}) => shape !== 'blank')
      found = {cells: draft, count: index + 1 - at, place: spanPlaces(taken.map(({place}) => place))}
    }
    if (!isJoined) return found
    isAfterBlank = false
  }
  return found
}

const beginRow = (own: GradeCells, {text}: Line, {mayBegin}: GradeTable): GradeCells | undefined =>
  own.label && text.length <= 160 && mayBegin(own.label) ? own : undefined

/** The row with one line more, or `undefined` when the line is none of its own. */
function addLine(
  row: GradeCells,
  own: GradeCells,
  line: Line,
  table: GradeTable,
  isClosed: boolean,
): GradeCells | undefined {
  const isBare = !own.label && own.values.every((value) => isGrade(value, table))
  // Two years' grades with a cell a line.
  if (isBare) return row.cells ? undefined : {...row, values: [...row.values, ...own.values]}
  if (isClosed || (own.values.length > 0 && row.values.length > 0) || !isPartOfCell(own.label)) return
  const label = `${row.label} ${own.label}`
  // A name that is whole goes on only where its words show it: `Capacity to improve` ⏎ `(combined judgment)`.
  const isOpen = table.isSubject(row.label)
    ? own.label.startsWith('(') || (isCutShort(row.label, own.label) && !table.beginsRow(own.label))
    : table.isSubject(label) || !table.beginsRow(own.label)
  if (!isOpen) return
  const values = [...row.values, ...own.values]
  return {label, values, cells: row.values.length > 0 ? row.cells : line.shape === 'row' ? own.cells : undefined}
}

/** Short, and no sentence: `and use of`. */
const isPartOfCell = (text: string) =>
  text.length <= 60 && !endsSentence(text.replace(/:$/, '')) && !/^["“‘]/u.test(text)
