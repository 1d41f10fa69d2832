import type {RawLine} from './source.ts'
import {glyph, splitItems, type Traced, unwrap} from './unwrap.ts'

/** The line under the head of a Markdown table. */
export const tableRule = /^\s*(?:\|\s*)?:?-{2,}:?\s*\|[\s|:-]*$/

/** Columns whose heads say that each is a list, read one after the other. */
interface ListColumns {
  /** Index of the last raw line of the table. */
  readonly to: number
  /** Each cell with the index of its raw line, in the order to read. */
  readonly cells: readonly (readonly [row: number, segments: readonly Traced[]])[]
}

const listHeading = /^\W*(?:key\s+)?(?:strengths|areas?\s+(?:for|of)\s+(?:improvement|development))\W*$/i

/**
 * Finds tables such as `| Key strengths | Areas for improvement |` over `| • Stroke<br>• Falls | • Dental |`, by the
 * index of their head. Rows whose cells hold no list stay a table.
 */
export function findListColumns(lines: readonly RawLine[]): ReadonlyMap<number, ListColumns> {
  const found = new Map<number, ListColumns>()
  let next = 0
  for (const [index, {text}] of lines.entries()) {
    if (index < next || !isPiped.test(text) || !/strengths|areas?\s/i.test(text)) continue
    const head = readCells(text)
    const filled = head.filter(isFilled)
    if (filled.length < 2 || !filled.every(([first]) => listHeading.test(first?.chars ?? ''))) continue
    const rows = readRows(lines, index, head)
    next = (rows.at(-1)?.index ?? index) + 1
    if (rows.some(({cells}, row) => cells.some((cell) => isList(row === 0 ? cell.slice(1) : cell))))
      found.set(index, {to: next - 1, cells: head.flatMap((_, column) => readColumn(rows, column))})
  }
  return found
}

type Cell = readonly Traced[]

interface Row {
  readonly index: number
  readonly cells: readonly Cell[]
}

/** The head and the rows below it that have as many cells. */
function readRows(lines: readonly RawLine[], index: number, head: readonly Cell[]): Row[] {
  const rows: Row[] = [{index, cells: head}]
  for (let at = index + 1; at < lines.length; at++) {
    const {text} = lines[at] as RawLine
    if (tableRule.test(text)) continue
    const cells = isPiped.test(text) ? readCells(text) : []
    if (cells.length !== head.length) break
    rows.push({index: at, cells})
  }
  return rows
}

/** A head that stands by itself, then its cells; what follows another column is no part of it. */
const readColumn = (rows: readonly Row[], column: number) =>
  rows.flatMap(({index, cells}, row) => {
    const cell = cells[column] ?? []
    const [first, ...rest] = row === 0 ? cell : [undefined, ...cell]
    const isLast = row === rows.length - 1
    const items = rest.flatMap((segment, at): Traced[] => {
      if (!segment) return []
      return [{...segment, end: isLast && at === rest.length - 1 ? 'paragraph' : (segment.end ?? 'line')}]
    })
    return [[index, [...(first ? [{...first, end: 'paragraph' as const}] : []), ...items]] as const]
  })

/** A raw row whose cells hold lines or lists of their own, or `undefined` for any other line. */
export function partCells(text: string): Traced[] | undefined {
  if (!isPiped.test(text) || !(partingTag.test(text) || manyGlyphs.test(text))) return
  const cells = readCells(text)
  const filled = cells.filter(isFilled)
  const [only, ...others] = filled
  if (!only || filled.every((cell) => cell.length < 2)) return
  // Beside other cells, what a cell holds stays in it: one list of all would mix the columns.
  return others.length === 0 ? [...only] : [joinCells(cells)]
}

const isPiped = /^\s*(?:[-*+]\s+)?\|/
const partingTag = /<(?:p|br|ul|ol|li|div)\b/i
const manyGlyphs = new RegExp(`[${glyph}][^${glyph}]*[${glyph}]`, 'u')
const bulletStart = new RegExp(`^\\s*(?:[-+*–]\\s|[${glyph}])`, 'u')

const isFilled = (cell: Cell) => cell.some(({chars}) => chars.trim() !== '')
const isList = (cell: Cell) => cell.length > 1 || bulletStart.test(cell[0]?.chars ?? '')

/** The cells of a row, each taken apart by itself; a pipe behind a backslash is one that is printed. */
function readCells(text: string): Cell[] {
  const pipes = [...text.matchAll(/(?<!\\)\|/g)].map(({index}) => index)
  const cells = pipes.map((at, index) => ({start: at + 1, end: pipes[index + 1] ?? text.length}))
  const isClosed = text.slice((pipes.at(-1) ?? 0) + 1).trim() === ''
  return (isClosed ? cells.slice(0, -1) : cells).map(({start, end}) =>
    splitItems(unwrap({text: text.slice(start, end), withheld: []})).map((segment) => ({
      ...segment,
      from: segment.from.map((at) => at + start),
    })),
  )
}

function joinCells(cells: readonly Cell[]): Traced {
  const chars: string[] = []
  const from: number[] = []
  const put = (text: string, at: number) => {
    chars.push(text)
    for (const _ of text.split('')) from.push(at)
  }
  for (const cell of cells) {
    put('|', cell[0]?.from[0] ?? 0)
    for (const segment of cell) {
      chars.push(segment.chars)
      for (const at of segment.from) from.push(at)
      put(' ', segment.from.at(-1) ?? 0)
    }
  }
  put('|', from.at(-1) ?? 0)
  return {chars: chars.join(''), from}
}
