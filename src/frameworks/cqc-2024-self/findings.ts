import type {Block, Findings, Passage} from '../../assessment.ts'
import type {Line} from '../../normalise.ts'
import {endsSentence, isCutShort, joinLines, readBlocks, readItems, spanPlaces} from '../../outline.ts'
import type {Report} from '../../problem.ts'
import {cutAtHeadings, foldHeading} from '../reading.ts'
import {looksLikeHeading} from './headings.ts'

const listHeadings = [
  ['strength', /^our (?:(?<count>\d+) )?(?:key )?strengths in this area are$/],
  ['improvement', /^our (?:(?<count>\d+) )?(?:key )?(?:priorities|areas) for improvement(?: in this area)? are$/],
] as const

/** Reads a theme's summary: the ambition, `Our 3 key strengths in this area are:`, `Our priorities for improvement are:`. */
export function readSummary(lines: readonly Line[], report: Report): {body: Block[]; findings: Findings[]} {
  const parts = cutAtHeadings(lines, (line) =>
    line.shape === 'text' ? listHeadings.find(([, words]) => words.test(foldHeading(line.text))) : undefined,
  )
  const body = readWithSubheadings(parts[0]?.lines ?? [])
  const findings = parts.flatMap(({kind, heading, lines: own}): Findings[] => {
    if (!kind || !heading) return []
    const [finding, words] = kind
    const {items, footnotes} = readLedItems(own)
    body.push(...footnotes)
    const expected = Number(words.exec(foldHeading(heading.text))?.groups?.['count'] ?? items.length)
    if (expected !== items.length)
      report({
        level: 'doubt',
        rule: 'other-count',
        place: heading.place,
        message: `Unexpected ${items.length} under \`${heading.text}\`, expected ${expected} as the heading says`,
        hint: 'Look where one ends and the next begins in the converted text',
      })
    return [{kind: finding, heading: heading.text, items, remarks: [], place: heading.place}]
  })
  return {body, findings}
}

/** Blocks in which a heading by look alone stays as a subheading. */
export function readWithSubheadings(lines: readonly Line[]): Block[] {
  return cutAtHeadings(lines, (line) => looksLikeHeading(line) || undefined).flatMap(
    ({heading, lines: own}): Block[] => [
      ...(heading ? [{kind: 'subheading', text: heading.text, place: heading.place} as const] : []),
      ...readBlocks(own),
    ],
  )
}

/**
 * Reads strengths that are each a lead and its explanation: `We are clear and transparent.` ⏎ `We are thoughtful …`.
 * Where a conversion ran the lead into its paragraph, each paragraph before the first lead is one.
 */
function readLedItems(lines: readonly Line[]): {items: Passage[]; footnotes: Block[]} {
  const items: Passage[] = []
  const footnotes: Block[] = []
  let isLed = false
  const paragraphs = readParagraphs(lines)
  for (const [index, paragraph] of paragraphs.entries()) {
    const before = items.at(-1)
    const next = paragraphs[index + 1]
    if (paragraph.isFootnote) footnotes.push({kind: 'footnote', text: paragraph.text, place: paragraph.place})
    else if (isLead(paragraph, next)) {
      items.push({text: paragraph.text, place: paragraph.place})
      isLed = true
    } else if (before && (isLed || isCutShort(before.text, paragraph.text)))
      items[items.length - 1] = {
        text: `${before.text} ${paragraph.text}`,
        place: spanPlaces([before.place, paragraph.place]),
      }
    else items.push({text: paragraph.text, place: paragraph.place})
  }
  return {items, footnotes}
}

interface Paragraph extends Passage {
  readonly isHeading: boolean
  readonly isFootnote: boolean
}

function readParagraphs(lines: readonly Line[]): Paragraph[] {
  const groups: Line[][] = [[]]
  for (const line of lines) {
    if (line.shape === 'blank' || looksLikeHeading(line) || line.shape === 'item') groups.push([])
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
        isFootnote: /^[⁰¹²³⁴-⁹]+\s/u.test(text),
      }
    })
}

/** A heading; or, where headings lost their marks, one short sentence over a longer paragraph. */
function isLead(paragraph: Paragraph, next: Paragraph | undefined): boolean {
  if (paragraph.isHeading) return true
  const isSentence = paragraph.text.length < 110 && endsSentence(paragraph.text) && !/[.!?]\s/.test(paragraph.text)
  return isSentence && next !== undefined && !next.isHeading && next.text.length > paragraph.text.length
}

/** Reads `Improvements`: lists that a line such as `To minimise waiting times we are:` leads. */
export function readImprovements(lines: readonly Line[]): {body: Block[]; findings: Findings[]} {
  const groups = groupAtBlanks(lines)
  const lists: {heading: Passage; lines: Line[]}[] = []
  const before: Line[] = []
  for (const group of groups) {
    const [first] = group
    const printed = joinLines(group.map((line) => ({...line, isBroken: false})))
    const at = group.findIndex((line) => line.shape === 'item')
    const lead = at > 0 ? joinLines(group.slice(0, at)) : printed
    if (first?.shape === 'text' && lead.text.endsWith(':'))
      lists.push({heading: lead, lines: at > 0 ? group.slice(at) : []})
    else (lists.at(-1)?.lines ?? before).push(...group, blankAfter(group))
  }
  const findings = lists.map(({heading, lines: own}): Findings => {
    return {kind: 'improvement', heading: heading.text, items: readItems(own), remarks: [], place: heading.place}
  })
  return {body: readWithSubheadings(before), findings}
}

function groupAtBlanks(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [[]]
  for (const line of lines) {
    if (line.shape === 'blank') groups.push([])
    else groups.at(-1)?.push(line)
  }
  return groups.filter((group) => group.length > 0)
}

const blankAfter = (group: readonly Line[]): Line => ({...(group.at(-1) as Line), text: '', shape: 'blank', cells: []})
