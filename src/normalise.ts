import {formatPlace, type Passage, type Place} from './assessment.ts'
import {isWrappedInto} from './outline.ts'
import type {RawLine, Source} from './source.ts'

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
  for (const [index, raw] of source.lines.entries()) {
    const place = {file: source.file, line: index + 1}
    // The line under a Markdown table's head would part the head from its rows.
    if (tableRule.test(raw.text)) continue
    const traits = readTraits(raw, boldRuns.get(index), isRound(index))
    for (const segment of splitItems(unwrap(raw))) {
      const line = readLine(segment, traits, place)
      lines.push(line)
      if (segment.end === 'paragraph') lines.push({...line, text: '', cells: [], shape: 'blank'})
      words.push(...readWords(line, segment, traits))
    }
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

/** Visible characters, each with the index of the raw character it came from. */
export interface Traced {
  /** How the segment was parted from what follows it on the raw line. */
  readonly end?: 'line' | 'paragraph'
  readonly chars: string
  readonly from: readonly number[]
}

// Tags that part text; the others in `tag` only dress it.
const parting = /^(?:p|br|ul|ol|li|div|table|thead|tbody|tr|h[1-6])$/i
const token = new RegExp(
  [
    /(?<comment><!--(?:(?!-->).){0,1000}-->)/,
    // A conversion may escape an inner tag, and even raise its ampersand: `<sup>&</sup>lt;sup>3</sup>` prints ³.
    /(?<sup><sup>(?:&(?:<\/sup>)?lt;\/?[a-z]{1,9}>)*)(?<mark>\d+)/,
    /<\/?(?<tag>p|br|ul|ol|li|div|table|thead|tbody|tr|td|th|b|strong|i|em|u|s|sup|sub|span|font|a|h[1-6])(?:\s[^<>]*)?\/?>/,
    /(?<escapedTag>&(?:<\/sup>)?lt;\/?(?:sup|sub|u|b|i|em|strong)>)/,
    /&(?<entity>#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos|nbsp|ndash|mdash|lsquo|rsquo|ldquo|rdquo|bull|pound|hellip|eacute);/,
    /\\(?<escaped>[\\`*_{}[\]()#+\-.!|<>~])/,
    /!\[(?<alt>[^\][]{0,300})\]\([^()]{0,1000}\)/,
    /\[(?<link>[^\][]{0,300})\]\(#[^()]{0,300}\)/,
    // Bold may go over a line's end, so either end of it is lifted; a single asterisk only with its partner, since
    // `7*7` and `*see below` mean it.
    /(?<bold>(?<![\p{L}\p{N}*])\*{2,3}(?=[^\s*])|(?<=[^\s*])\*{2,3}(?![\p{L}\p{N}*]))/u,
    /(?<opened>(?<![\p{L}\p{N}*])\*(?=[^\s*](?:[^*]{0,300}[^\s*])?\*(?![\p{L}\p{N}*])))/u,
    /(?<closed>(?<=(?<![\p{L}\p{N}*])\*[^\s*][^*]{0,300})(?<=[^\s*])\*(?![\p{L}\p{N}*]))/u,
  ]
    .map((part) => part.source)
    .join('|'),
  'giu',
)
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  pound: '£',
  hellip: '…',
  eacute: 'é',
}

// Soft hyphens, zero-width marks, marks that turn the direction of text and control characters: unseen on paper, traps
// for search and for readers of a page.
export const invisible = /(?!\s)\p{Cc}|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u
/** A PDF's joined letters, which neither search nor speech knows: `ﬁnancial` → `financial`. */
const ligatures: Readonly<Record<string, string>> = {ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st'}

/** Lifts HTML and inline Markdown off one raw line; tags that part text part the line. */
export function unwrap(raw: RawLine): Traced[] {
  const segments: Traced[] = []
  let chars = ''
  let from: number[] = []
  const emit = (text: string, at: number, step = 1) => {
    for (let index = 0; index < text.length; index++) {
      const character = text[index] ?? ''
      if (invisible.test(character)) continue
      for (const letter of ligatures[character] ?? character) {
        chars += letter
        from.push(at + (step ? index : 0))
      }
    }
  }
  const part = (end: 'line' | 'paragraph') => {
    if (/[^\s|]/.test(chars)) segments.push({chars, from, end})
    else if (end === 'paragraph' && segments.length > 0) segments.push({...(segments.pop() as Traced), end})
    chars = ''
    from = []
  }
  let last = 0
  for (const match of raw.text.matchAll(token)) {
    const groups = match.groups ?? {}
    emit(raw.text.slice(last, match.index), last)
    last = match.index + match[0].length
    if (groups['mark'] !== undefined) {
      emit([...groups['mark']].map(superscript).join(''), match.index + (groups['sup'] ?? '').length)
    } else if (groups['tag'] !== undefined) {
      if (parting.test(groups['tag'])) part(/^br$/i.test(groups['tag']) ? 'line' : 'paragraph')
      else if (/^t[dh]$/i.test(groups['tag']) && !match[0].startsWith('</') && chars.trim()) emit('\t', match.index, 0)
      if (/^li$/i.test(groups['tag']) && !match[0].startsWith('</')) emit('• ', match.index, 0)
    } else if (groups['entity'] !== undefined) emit(decode(groups['entity']), match.index, 0)
    else if (groups['escaped'] !== undefined) emit(groups['escaped'], match.index + 1)
    else if (groups['alt'] !== undefined) emit(groups['alt'], match.index + 2)
    else if (groups['link'] !== undefined) emit(groups['link'], match.index + 1)
  }
  emit(raw.text.slice(last), last)
  if (chars.trim() || segments.length === 0) segments.push({chars, from})
  return segments
}

const superscript = (digit: string) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit

function decode(entity: string): string {
  if (!entity.startsWith('#')) return entities[entity.toLowerCase()] ?? `&${entity};`
  const code = entity[1]?.toLowerCase() === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
  // Numbers for control characters or beyond Unicode stay as printed: a page must never hold them.
  return code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
    ? `&${entity};`
    : String.fromCodePoint(code)
}

// Glyphs that are never words of a sentence, and private-use ones that Word's Symbol font leaves behind.
const glyph = '•·◆▪●○■□‣⁃◦➢➤✓\u{f0a7}\u{f0b7}\u{f0d8}\u{f0fc}'
const leadingGlyph = new RegExp(`^[\\s|>+*-]*[${glyph}]`, 'u')
const innerGlyph = new RegExp(`[${glyph}]`, 'u')

/** `| • Clarity of vision• Partnership working` is two items; a glyph inside running text is left alone. */
function splitItems(segments: readonly Traced[]): Traced[] {
  return segments.flatMap((segment) => {
    const lead = leadingGlyph.exec(segment.chars)
    if (!lead) return [segment]
    const parts: Traced[] = []
    let start = 0
    for (let at = lead[0].length; at < segment.chars.length; at++) {
      if (!innerGlyph.test(segment.chars[at] ?? '') || !segment.chars.slice(start, at).replace(leadingGlyph, '').trim())
        continue
      parts.push(slice(segment, start, at))
      start = at
    }
    const last = {...segment, ...slice(segment, start, segment.chars.length)}
    const [first, ...rest] = parts
    if (!first) return [last]
    // The pipe that opens the cell is no part of the first of the items that are taken out of it.
    const opened = lead[0].lastIndexOf('|') + 1
    return [slice(first, opened, first.chars.length), ...rest, last]
  })
}

const slice = ({chars, from}: Traced, start: number, end: number): Traced => ({
  chars: chars.slice(start, end),
  from: from.slice(start, end),
})

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
const tableRule = /^\s*(?:\|\s*)?:?-{2,}:?\s*\|[\s|:-]*$/
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
