import type {Line} from '../normalise.ts'
import {endsSentence} from '../outline.ts'
import type {Problem} from '../problem.ts'
import {readPeriods} from './dates.ts'
import {type GradeCells, type GradeTable, isGrade, readGradeCells} from './grade-cells.ts'
import type {GradeRow} from './grades.ts'

/** The columns of years over a table of grades: `Areas for judgment⇥2006/07⇥2007/08`. */
export interface YearHead {
  readonly columns: readonly YearColumn[]
  /** How many cells the row of the head has; `undefined` where only space parts them. */
  readonly width: number | undefined
  /** Each column has a line of its own, so that the next line may name one more. */
  readonly isOpen: boolean
}

interface YearColumn {
  /** `2007-08`, or which year it is to the report. */
  readonly year: string
  /** Index of its cell in the row. */
  readonly at: number
}

/** The head that counts below a line: the line itself when it names years, else the one before, until prose ends the table. */
export function followHead(head: YearHead | undefined, line: Line, table: GradeTable): YearHead | undefined {
  if (line.shape === 'blank') return head
  const own = readGradeCells(line, table).values.some((value) => isGrade(value, table)) ? undefined : readHead(line)
  if (own?.isOpen && head?.isOpen) return {...own, columns: [...head.columns, ...own.columns]}
  if (own) return own
  if (line.shape === 'text' && line.text.length > 60 && endsSentence(line.text)) return
  return head && {...head, isOpen: false}
}

function readHead(line: Line): YearHead | undefined {
  const {shape, cells, text} = line
  if (shape === 'row') {
    const columns = nameYears(cells)
    return columns.length > 0 ? {columns, width: cells.length, isOpen: false} : undefined
  }
  if (text.length > 120) return
  const named = line.columns?.join(' ') === text ? nameYears(line.columns) : []
  const columns = named.length > 1 ? named : readPeriods(text).map((year, at) => ({year, at}))
  const isAlone = columns.length === 1 && /^(?:\p{L}+\s+){0,2}[\d\s/–-]+$/u.test(text)
  return columns.length > 1 || isAlone ? {columns, width: undefined, isOpen: isAlone} : undefined
}

const nameYears = (cells: readonly string[]): YearColumn[] =>
  cells.flatMap((cell, at) => {
    const year = nameYear(cell)
    return year ? [{year, at}] : []
  })

/** `Grade 2007/08`, `This year`, `Previous judgment`. */
function nameYear(cell: string): string | undefined {
  if (cell.length > 60) return
  const [period, other] = readPeriods(cell)
  if (period) return other ? undefined : period
  if (/\b(?:this year|current)\b/i.test(cell)) return 'this'
  return /\b(?:last year|previous|prior)\b/i.test(cell) ? 'last' : undefined
}

/** The grade of the report's own year, when the row or its head tells which that is; else what keeps it from being told. */
export function chooseGrade(
  row: GradeCells & Pick<GradeRow, 'place'>,
  head: YearHead | undefined,
  period: string | undefined,
  table: GradeTable,
): GradeRow | Problem {
  const grades = row.values.filter((value) => isGrade(value, table))
  const chosen = head && findColumn(row, grades, head, period)
  const printed =
    chosen ?? (grades.length > 1 || isOfAnotherYear(grades, head) ? undefined : (grades[0] ?? row.values[0]))
  if (printed) return {subject: row.label, printed, place: row.place}
  return grades.length > 1 ? twoGrades(row, grades) : anotherYear(row, grades)
}

function findColumn(
  {cells, values}: GradeCells,
  grades: readonly string[],
  {columns, width}: YearHead,
  period: string | undefined,
): string | undefined {
  const isWanted = ({year}: YearColumn) => year === 'this' || year === period
  const column = columns.filter(isWanted).length === 1 ? columns.findIndex(isWanted) : -1
  const at = columns[column]?.at
  if (at === undefined) return
  if (cells && cells.length === width) return cells[at]
  // A row that is numbered, or parted by spaces: the columns stand in the order of the head.
  const inOrder = [grades, values].find(({length}) => length === columns.length)
  return inOrder?.[column]
}

/** Under a head of several years, one grade in a place that tells no year may be last year's. */
const isOfAnotherYear = (grades: readonly string[], head: YearHead | undefined) =>
  grades.length === 1 && head !== undefined && head.columns.length > 1

const twoGrades = ({label, place}: GradeCells & Pick<GradeRow, 'place'>, grades: readonly string[]): Problem => ({
  level: 'error',
  rule: 'two-grades-in-a-row',
  place,
  message: `Unexpected grades ${grades.map((grade) => `\`${grade}\``).join(' and ')} for ${label}, expected one, or a head that names the year of each; no grade is published`,
  hint: 'Look at the original: one is most likely of the year before. Add a correction to the record that leaves the grade of the report’s own year, or that puts the years into the head of the table',
})

const anotherYear = ({label, place}: GradeCells & Pick<GradeRow, 'place'>, grades: readonly string[]): Problem => ({
  level: 'error',
  rule: 'grade-of-another-year',
  place,
  message: `Unexpected single grade ${grades.map((grade) => `\`${grade}\``).join('')} for ${label} under columns of several years, expected one in the column of the report’s own year; no grade is published`,
  hint: 'Look at the original: the grade may be of the year before. When the conversion lost the other, add a correction to the record',
})
