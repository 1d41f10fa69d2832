import type {Line} from '../../normalise.ts'
import {endsSentence, isCutShort, isWrappedInto} from '../../outline.ts'
import {readDate} from '../dates.ts'
import {findListKind} from '../list-headings.ts'
import {foldHeading, unnumber} from '../reading.ts'
import {isRemark} from '../remarks.ts'
import {findCounted, type Numbering, readNumbering} from './numbering.ts'

/** What a heading looks like: the less, the further out. */
export interface Look {
  readonly numbering?: Numbering
  /** Level of a Markdown heading; then capitals in bold, capitals, bold, plain. */
  readonly order: number
  readonly isInCapitals: boolean
}

/** What stands around a line, looked up once: a document may have thousands of blank lines between two others. */
interface Surroundings {
  readonly lines: readonly Line[]
  /** For each line, the nearest one before and after it that is not blank. */
  readonly before: readonly (Line | undefined)[]
  readonly after: readonly (Line | undefined)[]
  /** How often a line's words stand alone in a line. */
  readonly counts: ReadonlyMap<string, number>
  /** `1 Introduction`, `2 Background`: what counts from one, or from A. */
  readonly counted: ReadonlySet<Line>
  /** Where running text begins, after a title page or the head of a letter. */
  readonly firstProse: number
}

/** Tells of each line whether it is a heading, and what it looks like. */
export function recogniseHeadings(lines: readonly Line[]): (line: Line, index: number) => Look | undefined {
  const around = lookAround(lines)
  return (line, index) => {
    // A heading that was wrapped over two lines is asked for at the second.
    const first = line === lines[index] ? index : index - 1
    const isHeading =
      mayBeHeading(line) &&
      !isTail(line, around, first) &&
      (hasMark(line)
        ? isMarkedHeading(line, around, first, index)
        : isUnmarkedHeading(line, around, first, index) && !isLeftOver(line))
    return isHeading ? readLook(line) : undefined
  }
}

function lookAround(lines: readonly Line[]): Surroundings {
  const before: (Line | undefined)[] = []
  const after: (Line | undefined)[] = Array.from({length: lines.length})
  const counts = new Map<string, number>()
  let last: Line | undefined
  for (const [index, line] of lines.entries()) {
    before[index] = last
    if (line.shape !== 'blank') last = line
    const key = line.shape === 'text' && line.text.length <= longest ? foldHeading(line.text) : ''
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  let next: Line | undefined
  for (let index = lines.length - 1; index >= 0; index--) {
    after[index] = next
    if (lines[index]?.shape !== 'blank') next = lines[index]
  }
  const firstProse = lines.findIndex((line, index) => line.shape === 'item' || isRunning(line, lines[index + 1]))
  return {
    lines,
    before,
    after,
    counts,
    counted: findBare(lines),
    firstProse: firstProse < 0 ? lines.length : firstProse,
  }
}

/** Whether a line belongs to running text: a sentence, or the part of one that a margin left. */
export const isRunning = (line: Line, next: Line | undefined): boolean =>
  line.shape === 'text' &&
  ((line.text.length > 60 && endsSentence(line.text)) ||
    line.text.length > 160 ||
    line.isFull === true ||
    isWrappedInto(line, next))

function findBare(lines: readonly Line[]): ReadonlySet<Line> {
  const entries = lines.flatMap((line, index) => {
    if (line.shape !== 'text' || line.text.length > longest || readDate(line.text)) return []
    const bare = readNumbering(line.text)?.bare
    const standsAlone = (lines[index - 1]?.shape ?? 'blank') === 'blank' && lines[index + 1]?.shape === 'blank'
    return bare && (standsAlone || hasMark(line)) ? [{bare, line}] : []
  })
  return new Set([...findCounted(entries)].map(({line}) => line))
}

const longest = 150
const mostWords = 14
const countWords = (text: string) => text.split(' ').length

/** A sentence is no heading, and neither is a quotation, a list item or a row. */
function mayBeHeading({shape, text}: Line): boolean {
  if (shape !== 'text' || text.length > longest) return false
  const words = text.replace(/[⁰¹²³⁴-⁹]+$/u, '')
  return /\p{L}{2}/u.test(words) && !/[.!;,…][”’"')\]]*$/u.test(words) && !/^[“"‘']/u.test(words)
}

const hasMark = (line: Line) => line.level !== undefined || line.isStrong

/** The last line of a wrapped sentence may look like a heading: `… in partnership with` ⏎ `Northwold Carers`. */
function isTail(line: Line, {lines}: Surroundings, first: number): boolean {
  const before = lines[first - 1]
  if (before?.shape !== 'text' || line.level !== undefined || hasMark(before)) return false
  return before.isFull === true || isCutShort(before.text, line.text)
}

function isMarkedHeading(line: Line, around: Surroundings, first: number, last: number): boolean {
  const {lines, after, firstProse} = around
  if (line.text.endsWith(':') && countWords(line.text) > mostWords) return false
  if (isDate(line)) return false
  if (line.level !== undefined) return true
  const isOfTitlePage = first < firstProse && !readNumbering(line.text) && !isOverText(after[last])
  const next = lines[last + 1]
  const runsOn = next?.shape === 'text' && !next.isStrong && isCutShort(line.text, next.text)
  return line.text.length <= 120 && !isOfTitlePage && !runsOn && beginsAfresh(lines[first - 1])
}

/** Whether what follows a line begins something new. */
const beginsAfresh = (before: Line | undefined): boolean =>
  before === undefined ||
  before.shape !== 'text' ||
  hasMark(before) ||
  endsSentence(before.text) ||
  (before.text.length <= 80 && readNumbering(before.text) !== undefined)

function isUnmarkedHeading(line: Line, around: Surroundings, first: number, last: number): boolean {
  const {lines, after} = around
  const {text} = line
  const [before, next] = [lines[first - 1], lines[last + 1]]
  if (after[last] === undefined || text.length > 100 || countWords(text) > mostWords || !beginsAfresh(before))
    return false
  if (next?.shape === 'text' && (line.isFull || isCutShort(text, next.text))) return false
  const numbering = readNumbering(text)
  // `5. AREAS FOR IMPROVEMENT` may stand straight over `5.1 Reduce waiting times.`
  if (numbering && isNumberedHeading(line, numbering, around)) return true
  if (findListKind(text)) return next?.shape !== 'text'
  if (numbering) return false
  if (text.endsWith(':') || (around.counts.get(foldHeading(text)) ?? 0) > 3) return false
  // A title page is no outline: of its lines only one over text is a heading.
  const isFront = first < around.firstProse
  if (isFront && !isOverText(after[last])) return false
  if (isInCapitals(text)) return ![before, next].some((other) => other?.shape === 'text' && isInCapitals(other.text))
  return isPlainHeading(line, around, first, last)
}

function isNumberedHeading(line: Line, {bare, depth}: Numbering, {counted}: Surroundings): boolean {
  // `2.2 Some areas need more work:` leads a list.
  if (line.text.endsWith(':') && (depth > 1 || countWords(line.text) > 5)) return false
  return bare === undefined || counted.has(line)
}

/** A short line alone between blank lines, over running text; a run of such lines is an address, or a list without bullets. */
function isPlainHeading(
  line: Line,
  {lines, before, after, firstProse}: Surroundings,
  first: number,
  last: number,
): boolean {
  const standsAlone = (lines[first - 1]?.shape ?? 'blank') === 'blank' && lines[last + 1]?.shape === 'blank'
  if (!standsAlone || line.text.length > 80 || countWords(line.text) > 10 || !/^\p{Lu}/u.test(line.text)) return false
  // Two lines are one heading only where the first is surely cut.
  if (first < last && !isCutShort(lines[first]?.text ?? '', lines[last]?.text ?? '')) return false
  const [above, below] = [before[first], after[last]]
  if (above === undefined) return true
  // A page end may have cut a sentence, and a line under a quotation names its speaker.
  const isCut = above.shape === 'text' && !isClosed(above) && isCutShort(above.text, line.text)
  if (isCut || /[”"’]$/u.test(above.text)) return false
  if (first < firstProse) return true
  const isOpen = above.shape === 'text' && !endsSentence(above.text) && !isClosed(above)
  return !isOpen && (isOverText(below) || isHeadingLike(below))
}

/** Ends no sentence, and yet is no part of one. */
const isClosed = (line: Line) => isHeadingLike(line) || isInCapitals(line.text) || isRemark(line.text)

const isNumberedLine = ({text}: Line) => text.length <= 100 && readNumbering(text) !== undefined

const isOverText = (line: Line | undefined): boolean =>
  line !== undefined &&
  !hasMark(line) &&
  !isNumberedLine(line) &&
  (line.shape !== 'text' ||
    line.text.length > 60 ||
    line.isFull === true ||
    (endsSentence(line.text) && countWords(line.text) > 3))

const isHeadingLike = (line: Line | undefined) => line !== undefined && (hasMark(line) || isNumberedLine(line))

const isInCapitals = (text: string) => /(?:\P{L}*\p{Lu}){4}/u.test(text) && !/\p{Ll}/u.test(text)

// What stands in the head and at the foot of letters, and under tables and pictures.
const leftOver =
  /^(?:dear|yours|tel|telephone|phone|fax|e-?mail|date|to|from|cc|copy|our ref|your ref|ref|page|table|figure|fig|chart|graph)\b[\s.:]*(?:\d|$|\p{Lu}|:|sincerely|faithfully|truly|sir)|@|\bwww\.|\bhttps?:|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}$/iu

/** Dates, addresses, captions. */
const isLeftOver = (line: Line) => leftOver.test(line.text) || isDate(line)

const isDate = ({text}: Line) => readDate(text) !== undefined && countWords(text) <= 5 && !readNumbering(text)

function readLook({text, level, isStrong}: Line): Look {
  const numbering = readNumbering(text)
  const capitals = isInCapitals(unnumber(text))
  const order = level ?? (capitals ? (isStrong ? 7 : 8) : isStrong ? 9 : 10)
  return {...(numbering ? {numbering} : {}), order, isInCapitals: capitals}
}
