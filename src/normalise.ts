import {formatPlace, type Passage, type Place} from './assessment.ts'
import {isWrappedInto} from './outline.ts'
import {findListColumns, partCells, tableRule} from './parted-cells.ts'
import type {RawLine, Source} from './source.ts'
import {glyph, splitItems, type Traced, unwrap} from './unwrap.ts'

/** One logical line: what a reader would call a line, a list item or a table row. */
export interface Line {
  /** Visible words with one space between them; a row's cells joined by one space. */
  readonly text: string
  readonly place: Place
  readonly shape: 'blank' | 'text' | 'item' | 'row'
  /** Only on rows; empty cells are kept. */
  readonly cells: readonly string[]
  /** What two or more spaces part, as in columns that a conversion aligned: `Leadership      Uncertain`. */
  readonly columns?: readonly string[]
  /** Markdown heading level, when the conversion gave one: a hint, often wrong. */
  readonly level?: number
  /** The whole line is bold: often a heading that the conversion missed. */
  readonly isStrong: boolean
  /** Its bold goes on in the next line, so that both are one heading. */
  readonly goesOn?: true
  readonly indent: number
  /** Ends with a hard line break (two spaces), so that the next line is its own. */
  readonly isBroken: boolean
  /** Length of the raw line in characters, to tell a wrapped line from a short one. */
  readonly width: number
  /** The document is hard-wrapped, and the next line's first word had no room here: the margin ended the line, not its author. */
  readonly isFull?: true
}

/** Words that are not the document's own: page numbers, template residue, repeated headings. */
export interface Furniture extends Passage {
  /** `page-number` */
  readonly rule: string
}

/** A visible word and the whitespace-separated token of the raw line that it came from. */
export interface SourceWord {
  readonly text: string
  readonly line: number
  readonly token: number
}

export interface NormalDocument {
  readonly file: string
  readonly lines: readonly Line[]
  readonly words: readonly SourceWord[]
  /** Where images stand that have no words. */
  readonly pictures: readonly Place[]
}

/**
 * Turns raw lines into logical lines: HTML unwrapped, entities decoded, Markdown marks and bullets lifted, list items
 * glued into one cell taken apart. Every rule moves or marks; none drops a visible word.
 */
export function normalise(source: Source): NormalDocument {
  const lines: Line[] = []
  const words: SourceWord[] = []
  const boldRuns = findBoldRuns(source.lines)
  const isRound = findRoundBullets(source.lines)
  const read = (index: number, segments: readonly Traced[]) => {
    const place = {file: source.file, line: index + 1}
    const traits = readTraits(source.lines[index] as RawLine, boldRuns.get(index), isRound(index))
    for (const segment of segments) {
      const line = readLine(segment, traits, place)
      lines.push(line)
      if (segment.end === 'paragraph') lines.push({...line, text: '', cells: [], shape: 'blank'})
      words.push(...readWords(line, segment, traits))
    }
  }
  const columns = findListColumns(source.lines)
  for (let index = 0; index < source.lines.length; index++) {
    const raw = source.lines[index] as RawLine
    const found = columns.get(index)
    for (const [row, segments] of found?.cells ?? []) read(row, segments)
    if (found) index = found.to
    // The line under a Markdown table's head would part the head from its rows.
    else if (!tableRule.test(raw.text)) read(index, partCells(raw.text) ?? splitItems(unwrap(raw)))
  }
  const pictures = source.lines.flatMap(({text}, index) =>
    [...text.matchAll(bareImage)].map(() => ({file: source.file, line: index + 1})),
  )
  return {file: source.file, lines: markFull(lines), words, pictures}
}

const bareImage = /!\[\s*\]\([^()]{0,1000}\)/g

/** Marks the lines that the margin of a hard-wrapped document ended. */
function markFull(lines: readonly Line[]): readonly Line[] {
  const widths = lines.filter((line, index) => isWrappedInto(line, lines[index + 1])).map(({width}) => width)
  // Not the widest: one long line may be cut short by something else than the margin.
  const margin = widths.sort((a, b) => a - b)[Math.floor((widths.length - 1) * 0.95)]
  if (margin === undefined || widths.length < 3) return lines
  return lines.map((line, index) => {
    const next = lines[index + 1]
    const isCandidate = next?.shape === 'text' && line.shape !== 'blank' && line.shape !== 'row'
    const room = margin - line.width - (isCandidate ? (next.text.split(' ', 1)[0]?.length ?? 0) : 0)
    return isCandidate && line.width <= margin + 2 && room <= 0 ? {...line, isFull: true} : line
  })
}

const headingMark = /^\s*(?<marks>#{1,6})\s+/
// `o` and `_` stand for round and square bullets in old conversions.
const roundBullet = String.raw`o\s+(?=[\p{Lu}\p{N}"“‘£(])`
const makeBulletMark = (round: string) =>
  new RegExp(`^\\s*(?:(?:[-+*–_]\\s+|${round}|[${glyph}]\\s*)+|[-+*–${glyph}]\\s*$)`, 'u')
const bulletMark = makeBulletMark(roundBullet)
const bulletMarkAmongRound = makeBulletMark(String.raw`o\s+`)

/** Whether a line that begins with `o` stands next to one whose `o` is surely a bullet, so that its own is one too. */
function findRoundBullets(lines: readonly RawLine[]): (index: number) => boolean {
  const sure = new RegExp(`^\\s*${roundBullet}`, 'u')
  const isSure = (index: number) => sure.test(lines[index]?.text.slice(0, 40) ?? '')
  return (index) => isSure(index - 1) || isSure(index + 1)
}
const ruleLine = /^[\s|:_*=–—-]*$/

/** Lines that are bold together: a heading wrapped over two or three, `**Our key risks` ⏎ `and challenges**`. */
function findBoldRuns(lines: readonly RawLine[]): ReadonlyMap<number, 'first' | 'inner' | 'last'> {
  const runs = new Map<number, 'first' | 'inner' | 'last'>()
  for (const [start, {text}] of lines.entries()) {
    if (!boldStart.test(text) || boldEnd.test(text.slice(-40))) continue
    const end = [start + 1, start + 2].find((at) => boldEnd.test(lines[at]?.text.slice(-40) ?? ''))
    const rest = lines.slice(start + 1, (end ?? start) + 1)
    if (rest.some((line) => !line.text.trim() || /\*\*|</.test(line.text.replace(boldEnd, '')))) continue
    for (let at = start; end !== undefined && at <= end; at++)
      runs.set(at, at === start ? 'first' : at === end ? 'last' : 'inner')
  }
  return runs
}

const boldStart = /^\s{0,20}(?:#{1,6}\s{1,9})?(?:\*\*(?=[^\s*])|<b>|<strong>)/i
const boldEnd = /(?:\*\*|<\/b>|<\/strong>)\s{0,20}$/i

/** What is the same for all segments of a raw line, read once: one cell may hold thousands of items. */
interface Traits {
  readonly isStrong: boolean
  readonly isBroken: boolean
  /** Where it stands in bold that goes over line ends. */
  readonly inBold: 'first' | 'inner' | 'last' | undefined
  readonly bullet: RegExp
  readonly isPiped: boolean
  readonly width: number
  /** Where each whitespace-separated token starts. */
  readonly starts: readonly number[]
}

const readTraits = ({text}: RawLine, inBold: Traits['inBold'], isRound: boolean): Traits => ({
  isStrong: inBold !== undefined || /^\s*(?:#+\s+)?(?:\*\*|<b>|<strong>).*(?:\*\*|<\/b>|<\/strong>)\s*$/i.test(text),
  isBroken: /\S {2,}$/.test(text),
  inBold,
  bullet: isRound ? bulletMarkAmongRound : bulletMark,
  isPiped: /^\s*(?:[-*+]\s+)?\|/.test(text),
  width: text.length,
  starts: [...text.matchAll(/\S+/gu)].map((match) => match.index),
})

function readLine(segment: Traced, traits: Traits, place: Place): Line {
  const heading = headingMark.exec(segment.chars)
  // `## Leadership ##`
  const unmarked = heading ? segment.chars.slice(heading[0].length).replace(/(?<=\s)#+\s*$/, '') : segment.chars
  // `Working with People` ⏎ `- Our Self-Assessment`: the dash in the middle of a heading is no bullet.
  const mayBeItem = traits.inBold === undefined || traits.inBold === 'first'
  const bullet = mayBeItem ? traits.bullet.exec(unmarked) : undefined
  const unbulleted = bullet ? unmarked.slice(bullet[0].length) : unmarked
  // The pipe that closes a cell ends up behind the last of the items that were taken out of it.
  const rest = traits.isPiped && !/^\s*\|/.test(unbulleted) ? unbulleted.trimEnd().replace(/\|$/, '') : unbulleted
  const cells = splitCells(rest)
  const filled = cells.filter(Boolean)
  const inner = mayBeItem && filled.length === 1 ? bulletMark.exec(filled[0] ?? '') : undefined
  const single = inner ? (filled[0] ?? '').slice(inner[0].length) : (filled[0] ?? '')
  const common = {
    place,
    ...(heading?.groups?.['marks'] ? {level: heading.groups['marks'].length} : {}),
    isStrong: traits.isStrong,
    ...(traits.inBold === 'first' || traits.inBold === 'inner' ? {goesOn: true as const} : {}),
    indent: /^\s*/.exec(segment.chars)?.[0].length ?? 0,
    isBroken: segment.end === 'line' || traits.isBroken,
    width: traits.width,
  }
  if (filled.length === 0 || ruleLine.test(rest)) return {...common, text: '', cells: [], shape: 'blank'}
  if (filled.length > 1) return {...common, text: filled.join(' '), cells, shape: 'row'}
  const columns = splitColumns(rest)
  const aligned = !bullet && !inner && columns.length > 1 ? {columns} : {}
  return {...common, ...aligned, text: single, cells: [], shape: bullet || inner ? 'item' : 'text'}
}

const splitColumns = (text: string) =>
  text
    .trim()
    .split(/[ \u00a0]{2,}/)
    .map((cell) => cell.replace(/\s+/gu, ' '))

/** Cells of a row printed with tabs or Markdown pipes; one cell for any other line. */
function splitCells(text: string): string[] {
  const isPiped = /^\s*\|.*\|/.test(text)
  const cells = isPiped
    ? text
        .replace(/^\s*\|/, '')
        .replace(/\|\s*$/, '')
        .split('|')
    : text.split('\t')
  return cells.map((cell) => cell.replace(/\s+/gu, ' ').trim())
}

/** Pairs the line's words with the raw tokens they came from, by walking both in step. */
function readWords(line: Line, segment: Traced, {starts}: Traits): SourceWord[] {
  let at = 0
  let token = findToken(starts, segment.from[0] ?? 0)
  return splitWords(line.text).map((text) => {
    const found = segment.chars.indexOf(text, at)
    if (found < 0)
      throw new Error(`${formatPlace(line.place)}: the word \`${text}\` was changed while its line was unwrapped`)
    at = found + text.length
    while (token + 1 < starts.length && (starts[token + 1] ?? 0) <= (segment.from[found] ?? 0)) token++
    return {text, line: line.place.line, token}
  })
}

/** The last token that starts at or before an index, by halving. */
function findToken(starts: readonly number[], index: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= index) low = middle
    else high = middle - 1
  }
  return low
}

/** The words of a passage, as the ledger counts them. */
export function splitWords(text: string): string[] {
  return text.split(/\s+/u).filter(Boolean)
}
