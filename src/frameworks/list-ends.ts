import type {FindingKind, Findings, Passage, Section} from '../assessment.ts'
import type {Line} from '../normalise.ts'
import {isContinued, isCutShort, readBlocks} from '../outline.ts'
import type {Problem, Report} from '../problem.ts'
import {readFindings, slugify, unnumber, unwrapHeading} from './reading.ts'
import {isRemark} from './remarks.ts'

/** A list's own lines, and what stands behind it under headings that name no list. */
export interface CutList {
  readonly lines: readonly Line[]
  readonly others: readonly {readonly heading: Passage; readonly lines: readonly Line[]}[]
}

/**
 * Ends a list of findings at the first heading in it that names no list, so that what follows, `Follow up` ⏎ `CQC will
 * visit in June.`, is never published as a strength. Where a family knows `leads`, they are no such headings: marked ones
 * that its items begin with, or lines that name the lists within it.
 */
export function cutListAtHeadings(lines: readonly Line[], leads?: 'marked' | 'named'): CutList {
  const isLead = leads && {marked: findLeads, named: findNames}[leads](lines)
  const [end = lines.length, ...more] = findHeadings(lines, isLead)
  const starts = end < lines.length ? [end, ...more] : []
  const others = starts.map((start, index) =>
    unwrapHeading({heading: lines[start] as Line, lines: lines.slice(start + 1, starts[index + 1])}),
  )
  return {lines: lines.slice(0, end), others}
}

/** A list's heading and what stands under it, to the next heading of a list. */
interface PrintedList {
  readonly kind: FindingKind | undefined
  readonly heading: Passage | undefined
  readonly lines: readonly Line[]
}

/**
 * Reads printed lists of findings in their order. What stands behind one under a heading that names no list is a neutral
 * section. A later list belongs to it when there was one of its kind before; the first of a kind belongs to the outcome,
 * for what seemed a heading may be an item that lost its bullet.
 */
export function readLists(
  id: string,
  lists: readonly PrintedList[],
  report: Report,
): {readonly findings: readonly Findings[]; readonly sections: readonly Section[]} {
  const findings: Findings[] = []
  const sections: OtherSection[] = []
  for (const {kind, heading, lines: printed} of lists) {
    if (!kind || !heading) continue
    const {lines, others} = cutListAtHeadings(printed)
    const isAnother = findings.some((list) => list.kind === kind)
    ;((isAnother && sections.at(-1)?.findings) || findings).push(readFindings(kind, heading, lines))
    sections.push(...readOthers(id, heading, others, report))
  }
  return {findings, sections}
}

type OtherSection = Section & {readonly findings: Findings[]}

/** What stands behind a list, each under its own heading; readers and the officer are told that it was no finding. */
export function readOthers(id: string, list: Passage, others: CutList['others'], report: Report): OtherSection[] {
  return others.map(({heading: {text, place}, lines}) => {
    report(headingAfterFindings({text, place}, list))
    return {
      id: `${id}-${slugify(text)}`,
      kind: 'group',
      heading: text,
      body: readBlocks(lines),
      findings: [],
      sections: [],
      place,
    }
  })
}

/** A heading of unknown words in a list of findings. */
const headingAfterFindings = ({text, place}: Passage, list: Passage): Problem => ({
  level: 'doubt',
  rule: 'heading-after-findings',
  place,
  other: list.place,
  message: `Unexpected heading \`${text}\` under \`${list.text}\`, expected findings or a heading that names a kind of them; what follows it is published as neither strength nor improvement`,
  hint: 'When the words are a finding, or the conversion garbled a heading, add a correction to the record',
  toReaders: `“${text}” stands behind a list and does not say whether what follows is good or needs to improve. We show it as it is printed.`,
})

const isMarked = ({level, isStrong}: Line) => level !== undefined || isStrong

/**
 * The marked headings that items begin with, when no item with a bullet stands before the first: sentences, `#### We are
 * clear and transparent.`, of whatever level a conversion gave them, or several of one level.
 */
function findLeads(lines: readonly Line[]): ((line: Line) => boolean) | undefined {
  const first = lines.find((line) => line.shape === 'item' || (line.shape === 'text' && isMarked(line)))
  if (!first || first.shape === 'item' || readNumber(lines.find(isPrinted)) === 1) return
  const isLike = (line: Line) => line.shape === 'text' && isMarked(line) && line.level === first.level
  const areSeveral = lines.filter(isLike).length > 1
  return (line) => isMarked(line) && (line.text.endsWith('.') || (areSeveral && isLike(line)))
}

/** `Carers:` right under the list's heading is followed by its like: `Older people:`. */
function findNames(lines: readonly Line[]): ((line: Line) => boolean) | undefined {
  const isName = ({shape, level, text}: Line) => shape === 'text' && level === undefined && text.endsWith(':')
  const first = lines.find(isPrinted)
  return first && isName(first) ? isName : undefined
}

const isPrinted = ({shape}: Line) => shape !== 'blank'

/** What the lines around one tell of it. */
interface Around {
  readonly before: Line | undefined
  readonly next: Line | undefined
  readonly isAfterBlank: boolean
  readonly isBeforeBlank: boolean
  readonly widest: number
  /** The items that have a bullet or a number; none in a list with an item a line. */
  readonly items: ReadonlySet<Line>
  readonly beginnings: ReadonlySet<string>
  /** Of the first of them. */
  readonly indent: number
  /** Whether one of them stands before the line. */
  readonly isBehindItem: boolean
}

/** Where headings stand in a list, or behind it. */
function findHeadings(lines: readonly Line[], isLead: ((line: Line) => boolean) | undefined): number[] {
  const printed = findItems(lines)
  const items = new Set(printed)
  const indent = printed[0]?.indent ?? 0
  const beginnings = new Set([...items].map(readBeginning))
  const widest = lines.reduce((width, line) => Math.max(width, line.width), 0)
  const nexts = findNexts(lines)
  const found: number[] = []
  let before: Line | undefined
  let isBehindItem = false
  for (const [index, line] of lines.entries()) {
    if (line.shape === 'blank') continue
    const around = {
      before,
      next: nexts[index],
      isAfterBlank: (lines[index - 1]?.shape ?? 'blank') === 'blank',
      isBeforeBlank: (lines[index + 1]?.shape ?? 'blank') === 'blank',
      widest,
      items,
      beginnings,
      indent,
      isBehindItem,
    }
    const mayBe = line.shape === 'text' && !items.has(line) && !(found.length === 0 && isLead?.(line))
    if (mayBe && isHeading(line, around)) found.push(index)
    before = line
    isBehindItem ||= items.has(line)
  }
  return found
}

/** For each line the next that is not blank, looked up once: a list may have thousands of blank lines. */
function findNexts(lines: readonly Line[]): (Line | undefined)[] {
  const nexts: (Line | undefined)[] = Array.from({length: lines.length})
  let next: Line | undefined
  for (let index = lines.length - 1; index >= 0; index--) {
    nexts[index] = next
    if (lines[index]?.shape !== 'blank') next = lines[index]
  }
  return nexts
}

/** Lines with a bullet; or, where the first has a number, those whose numbers count on from it. */
function findItems(lines: readonly Line[]): Line[] {
  const first = lines.find((line) => line.shape === 'item' || readNumber(line) !== undefined)
  if (first?.shape !== 'text') return lines.filter(({shape}) => shape === 'item')
  return findNumbered(lines)
}

/** `1. Waiting lists`, `2. Direct payments uptake`: items that a list numbers from one. */
export function findNumbered(lines: readonly Line[]): Line[] {
  let last = 0
  const items = lines.filter((line) => {
    const isNext = readNumber(line) === last + 1 && line.level === undefined
    if (isNext) last++
    return isNext
  })
  return items.length > 1 ? items : []
}

const readNumber = (line: Line | undefined): number | undefined => {
  const number = line?.shape === 'text' ? /^\(?(\d{1,2})[.)]\s/.exec(line.text)?.[1] : undefined
  return number === undefined ? undefined : Number(number)
}

function isHeading(line: Line, around: Around): boolean {
  const {before, items} = around
  if (!/\p{L}{2}/u.test(line.text) || isRemark(line.text)) return false
  if (line.level !== undefined) return line.text.length < 150
  // In a list without bullets every line is an item, whatever it looks like.
  if (items.size === 0 || line.text.length > 110 || goesOn(line, around)) return false
  if (/[.,;!?…]["”’')]*$/u.test(line.text) || (before && isMarked(before) && isMarked(line))) return false
  if (line.isStrong || isInCapitals(line.text)) return true
  if (isNumbered(line.text)) return !before?.text.endsWith(':')
  return around.isBehindItem && line.text.endsWith(':') ? leadsItems(around) : isShortHeading(line, around)
}

/** Whether a line belongs to the item before it: wrapped, or hanging under its bullet. */
function goesOn(line: Line, {before, isAfterBlank, widest, indent}: Around): boolean {
  if (line.indent > indent) return true
  return before?.shape !== undefined && before.shape !== 'row' && isContinued(before, line, {isAfterBlank, widest})
}

const isInCapitals = (text: string) => /(?:\P{L}*\p{Lu}){5}/u.test(text) && !/\p{Ll}/u.test(text)

// `3. Effective service delivery`, in a list that has bullets or another number next.
const isNumbered = (text: string) => unnumber(text) !== text && /^\p{Lu}/u.test(unnumber(text))

const leadsItems = ({next, items}: Around) => next !== undefined && items.has(next)

/** `What comes next` over bullets or over a sentence: too short for an item that lost its bullet, and no sentence. */
function isShortHeading(line: Line, around: Around): boolean {
  const {next, beginnings, isAfterBlank, isBeforeBlank, isBehindItem} = around
  if (!next || line.isFull || line.goesOn || line.text.endsWith(':') || isCutShort(line.text, next.text)) return false
  if (!/^\p{Lu}/u.test(line.text) || line.text.length > 80 || line.text.split(' ').length > 10) return false
  if (beginnings.has(readBeginning(line))) return false
  // Right under the list's heading the first item may have lost its bullet.
  if (!isBehindItem && !(isAfterBlank && isBeforeBlank)) return false
  return leadsItems(around) || isSentence(next)
}

const isSentence = ({shape, text}: Line) =>
  shape === 'text' && (text.length > 80 || (/[.!?]["”’')]*$/u.test(text) && text.split(' ').length > 3))

/** `To further progress …` among `To develop …` is an item that lost its bullet, and so is `Making …` among `Adopting …`. */
function readBeginning({text}: Line): string {
  const first = unnumber(text).split(' ', 1)[0] ?? ''
  return /^\p{Lu}\p{L}+ing$/u.test(first) ? '-ing' : first
}
