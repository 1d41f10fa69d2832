import type {Block, FindingKind, Findings, Passage, Section} from '../../assessment.ts'
import {readNoteMark, toFootnote} from '../../footnotes.ts'
import type {Line} from '../../normalise.ts'
import {endsSentence, groupAtBlanks, isCutShort, joinLines, joinPassages, readBlocks, readItems} from '../../outline.ts'
import type {Report} from '../../problem.ts'
import {cutListAtHeadings, findNumbered, readOthers} from '../list-ends.ts'
import {findOtherListKind} from '../list-headings.ts'
import {cutAtHeadings, foldHeading, joinHeadings} from '../reading.ts'
import {isRemark} from '../remarks.ts'
import {looksLikeHeading} from './headings.ts'
import {markQuotations} from './quotations.ts'

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const count = `(?:(?<count>\\d{1,2}|${numbers.join('|')}) )?`
const where = '(?: in this (?:area|theme))?(?: (?:are|include))?'
const listHeadings: readonly (readonly [FindingKind, RegExp])[] = [
  ['strength', new RegExp(`^(?:our |the )?${count}(?:key |main )?strengths${where}$`)],
  [
    'improvement',
    new RegExp(`^(?:our |the )?${count}(?:key |main )?(?:priorities|areas) for (?:improvement|development)${where}$`),
  ],
]

interface ListHeading {
  readonly kind: FindingKind
  /** The number that it prints: 3 in `Our 3 key strengths in this area are:`. */
  readonly count: number | undefined
}

/** `Our 3 key strengths in this area are:`, `Our priorities for improvement are:`. */
export function findListHeading(line: Line): ListHeading | undefined {
  if (line.shape !== 'text' || line.text.length > 110 || /[.,;]$/.test(line.text)) return
  const folded = foldHeading(line.text)
  for (const [kind, words] of listHeadings) {
    const match = words.exec(folded)
    const printed = match?.groups?.['count']
    if (match) return {kind, count: printed === undefined ? undefined : numbers.indexOf(printed) + 1 || Number(printed)}
  }
  return
}

/** Reads what stands under a heading within a theme: its text, and the strengths and priorities that it lists. */
export function readContent(
  id: string,
  printed: readonly Line[],
  report: Report,
): {body: Block[]; findings: Findings[]; sections: Section[]} {
  const lines = joinHeadings(printed, looksLikeHeading)
  const [before, ...lists] = cutAtHeadings(
    lines,
    (line, index) => findListHeading(line) ?? findOtherHeading(line, lines.slice(index + 1, index + 4)),
  )
  const body = readWithSubheadings(before?.lines ?? [])
  const sections: Section[] = []
  const findings = lists.flatMap(({kind: listed, heading, lines: own}): Findings[] => {
    if (!listed || !heading) return []
    const list = cutListAtHeadings(own, 'marked')
    const {items, remarks, footnotes} = readLedItems(list.lines)
    body.push(...footnotes)
    sections.push(...readOthers(id, heading, list.others, report))
    if (listed.count !== undefined && listed.count !== items.length)
      report({
        level: 'doubt',
        rule: 'other-count',
        toReaders: `The heading “${heading.text}” names another number of entries than we found under it.`,
        place: heading.place,
        message: `Unexpected ${items.length} under \`${heading.text}\`, expected ${listed.count} as the heading says`,
        hint: 'Look where one ends and the next begins in the converted text',
      })
    return [{kind: listed.kind, heading: heading.text, items, remarks, place: heading.place}]
  })
  return {body, findings, sections}
}

function findOtherHeading(line: Line, following: readonly Line[]): ListHeading | undefined {
  const kind = findOtherListKind(line, following)
  return kind && {kind, count: undefined}
}

/** Blocks in which a heading by look alone stays as a subheading. */
function readWithSubheadings(lines: readonly Line[]): Block[] {
  return cutAtHeadings(lines, (line) => looksLikeHeading(line) || undefined).flatMap(
    ({heading, lines: own}): Block[] => [
      ...(heading ? [{kind: 'subheading', text: heading.text, place: heading.place} as const] : []),
      ...markQuotations(readBlocks(own)),
    ],
  )
}

/**
 * Reads strengths that are each a lead and its explanation: `We are clear and transparent.` ⏎ `We are thoughtful …`.
 * Where a conversion ran the lead into its paragraph, each paragraph before the first lead is one. In a bulleted list
 * each bullet is one, and a paragraph behind the last bullet is a remark.
 */
function readLedItems(lines: readonly Line[]): {items: Passage[]; remarks: Passage[]; footnotes: Block[]} {
  const items: Passage[][] = []
  const remarks: Passage[] = []
  const footnotes: Block[] = []
  const paragraphs = readParagraphs(lines)
  const lastBullet = paragraphs.some(isLead) ? -1 : paragraphs.findLastIndex(({isItem}) => isItem)
  let isLed = false
  for (const [index, paragraph] of paragraphs.entries()) {
    const {text, place} = paragraph
    const item = items.at(-1)
    if (paragraph.isFootnote) footnotes.push(toFootnote(paragraph))
    else if (item && isCutShort(item.at(-1)?.text ?? '', text)) item.push(paragraph)
    else if (isRemark(text)) remarks.push({text, place})
    else if (lastBullet >= 0 && index > lastBullet && !paragraph.isIndented) remarks.push({text, place})
    else if (isLead(paragraph, index, paragraphs)) {
      items.push([paragraph])
      isLed = true
    } else if (item && isLed) item.push(paragraph)
    else items.push([paragraph])
  }
  return {items: items.map(joinPassages), remarks, footnotes}
}

interface Paragraph extends Passage {
  readonly isHeading: boolean
  readonly isItem: boolean
  readonly isIndented: boolean
  readonly isFootnote: boolean
}

function readParagraphs(lines: readonly Line[]): Paragraph[] {
  const groups: Line[][] = [[]]
  const numbered = new Set(findNumbered(lines))
  for (const line of lines) {
    const isItem = line.shape === 'item' || numbered.has(line)
    if (line.shape === 'blank' || looksLikeHeading(line) || isItem) groups.push([])
    if (line.shape !== 'blank') groups.at(-1)?.push(line)
    if (looksLikeHeading(line)) groups.push([])
  }
  return groups
    .filter((group) => group.length > 0)
    .map((group) => {
      const {text, place} = joinLines(group)
      return {
        text: text.replaceAll('\n', ' '),
        place,
        isHeading: group.some(looksLikeHeading),
        isItem: group.slice(0, 1).some((line) => line.shape === 'item' || numbered.has(line)),
        isIndented: (group[0]?.indent ?? 0) > 0,
        isFootnote: readNoteMark(text) !== undefined,
      }
    })
}

/** A heading; or, where headings lost their marks, one short sentence over a longer paragraph. */
function isLead(paragraph: Paragraph, index: number, paragraphs: readonly Paragraph[]): boolean {
  if (paragraph.isHeading) return true
  const next = paragraphs[index + 1]
  const isSentence = paragraph.text.length < 150 && endsSentence(paragraph.text) && !/[.!?]\s/.test(paragraph.text)
  return (
    isSentence &&
    !paragraph.isItem &&
    next !== undefined &&
    !next.isHeading &&
    !next.isItem &&
    next.text.length > paragraph.text.length
  )
}

/** Reads `Improvements`: lists that a line such as `To minimise waiting times we are:` leads. */
export function readImprovements(
  section: Passage,
  lines: readonly Line[],
): {body: readonly Block[]; findings: readonly Findings[]} {
  const lists: {heading: Passage; isOurs: boolean; lines: Line[]}[] = []
  const before: Line[] = []
  for (const group of groupAtBlanks(lines)) {
    const at = group.findIndex((line) => line.shape === 'item')
    const lead = joinLines((at > 0 ? group.slice(0, at) : group).map((line) => ({...line, isBroken: false})))
    const isLed = group[0]?.shape === 'text' && (lead.text.endsWith(':') || looksLikeHeading(group[0]))
    if (isLed) lists.push({heading: lead, isOurs: false, lines: at > 0 ? group.slice(at) : []})
    else {
      // Bullets without a lead stand under the section's own heading.
      if (lists.length === 0 && at >= 0) lists.push({heading: section, isOurs: true, lines: []})
      ;(lists.at(-1)?.lines ?? before).push(...group, blankAfter(group))
    }
  }
  const findings = lists.map(({heading, isOurs, lines: own}): Findings => {
    const end = findListEnd(own)
    return {
      kind: 'improvement',
      heading: heading.text,
      ...(isOurs ? {headingIsOurs: true} : {}),
      items: readItems(own.slice(0, end)),
      remarks: readItems(own.slice(end)),
      place: heading.place,
    }
  })
  return {body: readWithSubheadings(before), findings}
}

/**
 * Where the bullets end and a paragraph of its own begins. A line behind them is an item that lost its bullet when it is
 * indented, or goes on as the items do: `Recruiting …`, `Adopting …`, `Making use …`.
 */
function findListEnd(lines: readonly Line[]): number {
  const first = lines.find((line) => line.shape === 'item')
  const last = lines.findLastIndex((line) => line.shape === 'item')
  if (!first || last < 0) return lines.length
  let before = lines[last] as Line
  for (let index = last + 1; index < lines.length; index++) {
    const line = lines[index] as Line
    if (line.shape === 'blank') continue
    const isOwn = lines[index - 1]?.shape === 'blank' && line.shape === 'text' && line.indent === 0
    const isItem = isCutShort(before.text, line.text) || (isGerund(first) && isGerund(line))
    if (isOwn && !isItem) return index
    before = line
  }
  return lines.length
}

const isGerund = ({text}: Line) => /^\p{Lu}\p{L}+ing\b/u.test(text)

const blankAfter = (group: readonly Line[]): Line => ({...(group.at(-1) as Line), text: '', shape: 'blank', cells: []})
