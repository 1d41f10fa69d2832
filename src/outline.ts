import type {Block, Passage, Place, Table} from './assessment.ts'
import {readNoteMark, toFootnote} from './footnotes.ts'
import type {Line} from './normalise.ts'

/** The place from the first to the last of several. */
export function spanPlaces(places: readonly Place[]): Place {
  const [first] = places
  if (!first) throw new Error('A passage needs at least one place')
  // Not Math.max(...places): a list of a hundred thousand items would overflow the stack.
  let [line, to] = [first.line, first.to ?? first.line]
  for (const place of places) {
    line = Math.min(line, place.line)
    to = Math.max(to, place.to ?? place.line)
  }
  return to > line ? {file: first.file, line, to} : {file: first.file, line}
}

/** Joins lines of one paragraph; a hard line break stays a line break. */
export function joinLines(lines: readonly Line[]): Passage {
  const text = lines
    .map((line, index) => `${line.text}${index === lines.length - 1 ? '' : line.isBroken ? '\n' : ' '}`)
    .join('')
  return {text, place: spanPlaces(lines.map((line) => line.place))}
}

/**
 * Reads lines between two headings into paragraphs, lists, tables and footnotes. Rejoins paragraphs that a page end
 * cut, over blank lines and footnotes: `the 3 year Business Plan commits the` ⏎ `directorate to meeting explicit …`.
 */
export function readBlocks(lines: readonly Line[]): Block[] {
  const drafts: Draft[] = []
  for (const group of groupLines(lines)) {
    const [first] = group
    if (!first) continue
    if (first.shape === 'row') drafts.push(readTable(group))
    else if (first.shape === 'item') addList(drafts, group)
    else if (isLoneHeading(first, group[1])) {
      drafts.push({kind: 'subheading', text: first.text, place: first.place})
      addParagraph(drafts, group.slice(1))
    } else if (isFootnote(first)) drafts.push(toFootnote(joinLines(group)))
    else addParagraph(drafts, group)
  }
  return drafts.map(finish)
}

/** A block that may still grow. Its parts are joined once, at the end: a text that is copied for each part would stall. */
type Draft =
  | Extract<Block, {kind: 'footnote' | 'subheading' | 'table'}>
  | {readonly kind: 'paragraph'; readonly parts: Passage[]}
  | {readonly kind: 'list'; readonly items: Passage[][]}

function finish(draft: Draft): Block {
  if (draft.kind === 'paragraph') {
    const passage = joinPassages(draft.parts)
    const number = paragraphNumber.exec(passage.text)?.[1]
    return {kind: 'paragraph', ...(number ? {number} : {}), ...passage}
  }
  if (draft.kind !== 'list') return draft
  const items = draft.items.map(joinPassages)
  return {kind: 'list', items, place: spanPlaces(items.map((item) => item.place))}
}

// `2.1 Since 2001 …`; `2.5 million people …` goes on with a small letter, and a year or a sum has no such number.
const paragraphNumber = /^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=["“‘(]?\p{Lu})/u

/** Joins the parts of what is one passage, such as a paragraph that a page end cut. */
export function joinPassages(parts: readonly Passage[]): Passage {
  return {text: parts.map(({text}) => text).join(' '), place: spanPlaces(parts.map(({place}) => place))}
}

/** Reads the printed items of a list, wrapped and unbulleted ones included, each as its own passage. */
export function readItems(lines: readonly Line[]): Passage[] {
  const items: Line[][] = []
  let isAfterBlank = true
  const widest = lines.reduce((width, line) => Math.max(width, line.width), 0)
  for (const line of lines) {
    if (line.shape === 'blank') {
      isAfterBlank = true
      continue
    }
    const last = items.at(-1)
    const before = last?.at(-1)
    const isNumbered = numbered.test(line.text) && numbered.test(items[0]?.[0]?.text ?? '')
    if (last && before && line.shape !== 'item' && !isNumbered && isContinued(before, line, {isAfterBlank, widest}))
      last.push(line)
    else items.push([line])
    isAfterBlank = false
  }
  return items.map((item) => {
    const {text, place} = joinLines(item)
    return {text: text.replaceAll('\n', ' '), place}
  })
}

/** `1. To improve …`: an item that keeps its number, when the first of the list has one too. */
const numbered = /^(?:\d{1,2}[.)]|\([a-z\d]\))\s/

/** Whether `line` goes on with the item that `before` belongs to, or is an item whose bullet was lost. */
export function isContinued(
  before: Line,
  line: Line,
  {isAfterBlank, widest}: {isAfterBlank: boolean; widest: number},
): boolean {
  if (isCutShort(before.text, line.text)) return true
  if (isAfterBlank || before.isBroken) return false
  if (before.isFull && endsSentence(before.text)) return true
  if (endsSentence(before.text)) return line.indent > before.indent && before.width > widest * 0.6
  // Without a full stop, a list in which every line is short has an item a line.
  return before.width > widest * 0.6 && before.width > 40
}

/** Whether a line's last sentence surely goes on in the next line, in which no bullet begins. */
export const isWrappedInto = (before: Line | undefined, line: Line | undefined): boolean =>
  before !== undefined &&
  line !== undefined &&
  before.shape !== 'blank' &&
  before.shape !== 'row' &&
  line.shape === 'text' &&
  !before.isBroken &&
  /^\p{Ll}/u.test(line.text) &&
  isCutShort(before.text, line.text)

const isFootnote = (line: Line) => line.shape === 'text' && readNoteMark(line.text) !== undefined

/** Lines that stand together between blank ones. */
export function groupAtBlanks(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [[]]
  for (const line of lines) {
    if (line.shape === 'blank') groups.push([])
    else groups.at(-1)?.push(line)
  }
  return groups.filter((group) => group.length > 0)
}

/**
 * A short line over a long one, with no blank line between: `Hospital discharge` ⏎ `The council and its partners …`. No
 * margin ended it, and it goes on in no way, so it heads what follows.
 */
function isLoneHeading(line: Line, next: Line | undefined): boolean {
  if (line.shape !== 'text' || next?.shape !== 'text' || line.isBroken || line.isFull || line.goesOn) return false
  const isShort =
    line.text.length < 70 && line.text.split(' ').length <= 9 && next.width > Math.max(80, line.width * 1.5)
  const isBegun = /^\p{Lu}/u.test(line.text) && /^["“‘]?\p{Lu}/u.test(next.text)
  return isShort && isBegun && !/[.,;:!?]["”’)]?$/u.test(line.text) && !isCutShort(line.text, next.text)
}

/** Runs of lines that stand together: one paragraph, one list, one table. */
function groupLines(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = []
  let current: Line[] = []
  const close = () => {
    if (current.length > 0) groups.push(current)
    current = []
  }
  for (const line of lines) {
    const [first] = current
    if (line.shape === 'blank') close()
    else {
      const isTextInList = first?.shape === 'item' && line.shape === 'text'
      if (first && ((first.shape !== line.shape && !isTextInList) || isFootnote(line))) close()
      current.push(line)
    }
  }
  close()
  return groups
}

function readTable(rows: readonly Line[]): Table {
  const columns = rows.reduce((count, row) => Math.max(count, row.cells.length), 0)
  const [first] = rows
  return {
    kind: 'table',
    hasHeader: rows.length > 1 && (first?.cells.every((cell) => columnName.test(cell)) ?? false),
    rows: rows.map(({cells, place}) => ({
      cells: Array.from({length: columns}, (_, index) => cells[index] ?? ''),
      place,
    })),
    place: spanPlaces(rows.map((row) => row.place)),
  }
}

// Conversions lose which row was the head, so it is known by what heads say.
const columnName =
  /\b(?:names?|titles?|roles?|grades?|ratings?|scores?|judge?ments?|awarded|yes ?\/ ?no|implications?|paragraphs?|references?|areas?|dates?|actions?|targets?|owners?|status|evidence|description|measures?|indicators?)\b/i

function addList(drafts: Draft[], lines: readonly Line[]): void {
  const items = readItems(lines).map((item) => [item])
  const last = drafts.at(-1)
  if (last?.kind === 'list') for (const item of items) last.items.push(item)
  else drafts.push({kind: 'list', items})
}

function addParagraph(drafts: Draft[], lines: readonly Line[]): void {
  const next = joinLines(lines)
  const last = drafts.at(-1)
  const before = last?.kind === 'list' ? last : drafts.findLast(({kind}) => kind !== 'footnote')
  const parts =
    before?.kind === 'paragraph' ? before.parts : before?.kind === 'list' && before === last ? before.items.at(-1) : []
  if (parts && isCutShort(parts.at(-1)?.text ?? '.', next.text)) parts.push(next)
  else drafts.push({kind: 'paragraph', parts: [next]})
}

const sentenceEnd = /[.!?:;]["”’')\]]*[⁰¹²³⁴-⁹]*$/u
// A line that ends with one of these was cut: no English sentence or item ends so.
const cutWord =
  /(?:^|\s)(?:the|a|an|of|to|and|or|for|in|on|at|by|with|from|into|as|its|their|our|is|are|was|were|be|has|have|that|which)$/i

/** Whether a sentence ends here. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text.slice(-tail))
}

// Only the end of a text tells whether it was cut, and a paragraph may be as long as its document.
const tail = 400

/** Whether a page end cut a sentence in two: `… policies, procedures and` ⏎ `protocols …`. */
export function isCutShort(before: string, after: string): boolean {
  const end = before.slice(-tail)
  if (endsSentence(end)) return false
  if (cutWord.test(end)) return true
  if (/\([^()]*$/.test(end) && /^[^()]*\)/.test(after)) return true
  return /^\p{Ll}/u.test(after)
}
