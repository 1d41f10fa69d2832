import type {Line} from '../normalise.ts'
import {findGrade, type GradeScale} from './framework.ts'

/** How a family's table of grades is known: its scales, and what words name something that is judged. */
export interface GradeTable {
  readonly scales: readonly GradeScale[]
  readonly isSubject: (text: string) => boolean
  /** Whether a row may begin with these words. */
  readonly mayBegin: (text: string) => boolean
  /** Whether these words begin a row of their own, so that they cannot go on with the row above. */
  readonly beginsRow: (text: string) => boolean
  /** Words that may stand between a subject and its grade, in a line or a cell of their own or before it: `The council is performing:`. */
  readonly lead?: RegExp
}

/** What one line of a table of grades holds. */
export interface GradeCells {
  /** Words that may name a subject, or a part of its name. */
  readonly label: string
  /** What stands beside them: grades, or what should be one. */
  readonly values: readonly string[]
  /** All cells, the empty ones too; `undefined` where only space parts them, so that none can be told to be empty. */
  readonly cells: readonly string[] | undefined
}

/** Reads `Leadership⇥Uncertain`, `| 8 | Leadership | Uncertain | Promising |`, `Leadership   Uncertain`, `Leadership: Uncertain`. */
export function readGradeCells(line: Line, table: GradeTable): GradeCells {
  if (line.shape === 'row') {
    const cells = line.cells.map((cell) => stripLead(cell, table))
    return partCells(cells, cells, table)
  }
  const peeled = peelGrades(line.text, table)
  // A reader that lifted words off the line leaves columns that are no longer its own.
  if (line.columns?.join(' ') !== line.text) return peeled
  const columns = line.columns.map((cell) => stripLead(cell, table))
  const spaced = partCells(columns, undefined, table)
  if (table.isSubject(spaced.label)) return spaced
  // `Improved  quality of life  Good`: spaces that part words of one cell.
  const isPeeled = peeled.values.length > 0 && table.isSubject(peeled.label)
  return !isPeeled && spaced.values.some((value) => isGrade(value, table)) ? spaced : peeled
}

export const isGrade = (text: string, {scales}: GradeTable): boolean =>
  scales.some((scale) => findGrade(scale, text) !== undefined)

/** `The council is performing: Well` → `Well`; a lead alone says nothing. */
function stripLead(cell: string, table: GradeTable): string {
  if (isLead(cell, table)) return ''
  const {label, values} = peelGrades(cell, table)
  return values.length === 1 && label === '' ? (values[0] ?? '') : cell
}

const isLead = (text: string, {lead}: GradeTable) => lead?.test(text) ?? false

function partCells(all: readonly string[], cells: readonly string[] | undefined, table: GradeTable): GradeCells {
  const filled = all.filter(Boolean)
  const known = filled.findIndex(table.isSubject)
  // `Outcome 2: | Improved quality of life | Well`
  const pair = filled.slice(0, 2).join(' ')
  if (known < 0 && filled.length > 2 && table.isSubject(pair)) return {label: pair, values: filled.slice(2), cells}
  const at = known < 0 ? filled.findIndex((cell) => !isGrade(cell, table) && !/^\d{1,2}[.)]?$/.test(cell)) : known
  // Cells of grades alone go on with the row above, whose own cells are told by their order.
  if (at < 0) return {label: '', values: filled, cells: undefined}
  // The grade may stand before what it is given to: `Good⇥Improved quality of life`.
  const before = filled.slice(0, at).filter((cell) => isGrade(cell, table))
  const after = filled.slice(at + 1)
  return {label: filled[at] ?? '', values: after.length > 0 ? after : before, cells}
}

// No row of a table is longer, and no row has more columns of grades.
const longest = 300
const most = 4

/** Takes the grades off a line's end that a space, a colon or dots set off: `Outcome 2: Improved quality of life (Well)`. */
function peelGrades(text: string, table: GradeTable): GradeCells {
  if (text.length > longest) return {label: text, values: [], cells: undefined}
  const forms = formsOf(table.scales)
  let rest = text.replace(/[\s).]+$/, '')
  const values: string[] = []
  while (values.length < most) {
    const form = forms.find((wanted) => isSetOff(rest, wanted))
    if (!form) break
    values.unshift(rest.slice(rest.length - form.length))
    rest = rest.slice(0, rest.length - form.length).replace(/[\s:.(–—-]+$/, '')
  }
  const label = values.length > 0 ? rest : text
  return {label: isLead(label, table) ? '' : label, values, cells: undefined}
}

function isSetOff(text: string, form: string): boolean {
  const start = text.length - form.length
  return (
    start >= 0 &&
    text.slice(start).toLowerCase() === form.toLowerCase() &&
    (start === 0 || /[\s:.(–—-]$/.test(text.slice(0, start)))
  )
}

/** Every printed form of every grade, the longest first: `Performing Well` before `Well`. */
const formsOf = (scales: readonly GradeScale[]) =>
  scales
    .flatMap(({steps}) => steps.flatMap(({label, alsoPrinted = []}) => [label, ...alsoPrinted]))
    .sort((a, b) => b.length - a.length)
