import type {Block, FindingKind, Findings, Passage, Section} from '../assessment.ts'
import type {Line, NormalDocument} from '../normalise.ts'
import {endsSentence, isCutShort, joinLines, readItems, spanPlaces} from '../outline.ts'
import {isRemark} from './remarks.ts'

/** A run of lines from a heading to the next. */
export interface Stretch<Kind> {
  /** What the heading was recognised as; `undefined` before the first heading. */
  readonly kind: Kind | undefined
  readonly heading: Line | undefined
  readonly lines: readonly Line[]
}

/** Cuts lines into stretches at every line, or wrapped pair of lines, in which `recognise` sees a heading. */
export function cutAtHeadings<Kind>(
  lines: readonly Line[],
  recognise: (line: Line, index: number) => Kind | undefined,
): Stretch<Kind>[] {
  const stretches: {kind: Kind | undefined; heading: Line | undefined; lines: Line[]}[] = [
    {kind: undefined, heading: undefined, lines: []},
  ]
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line
    if (line.shape === 'blank') {
      stretches.at(-1)?.lines.push(line)
      continue
    }
    const found = goesOn(lines, index) ? undefined : readHeadingAt(lines, index, recognise)
    if (found) {
      stretches.push({kind: found.kind, heading: found.heading, lines: []})
      index += found.lines - 1
    } else stretches.at(-1)?.lines.push(line)
  }
  return stretches
}

/** What stands at a line when it is a heading: the line, or the two that it was wrapped over. */
export function readHeadingAt<Kind>(
  lines: readonly Line[],
  index: number,
  recognise: (line: Line, index: number) => Kind | undefined,
): {readonly kind: Kind; readonly heading: Line; readonly lines: number} | undefined {
  const [line, next] = [lines[index] as Line, lines[index + 1]]
  const wrapped = joinWrapped(lines, index)
  const wrappedKind = wrapped && recognise(wrapped, index + 1)
  // `People with` is a heading by its words, but goes on in the next line.
  const isCut =
    line.goesOn === true ||
    (next !== undefined && isEndOfHeading(line, next)) ||
    (next !== undefined && (isCutShort(line.text, next.text) || (isInCapitals(line) && isInCapitals(next))))
  const kind = wrappedKind !== undefined && isCut ? undefined : recognise(line, index)
  if (kind !== undefined) return {kind, heading: line, lines: 1}
  return wrapped && wrappedKind !== undefined ? {kind: wrappedKind, heading: wrapped, lines: 2} : undefined
}

const isInCapitals = ({text}: Line) => /\p{Lu}/u.test(text) && text === text.toUpperCase()

/** `#### Effective leadership that fosters “More` ⏎ `Good Days”`: a marked heading that a margin cut. */
const isEndOfHeading = (line: Line, next: Line) =>
  line.level !== undefined &&
  next.shape === 'text' &&
  next.level === undefined &&
  line.width > 44 &&
  next.width < 30 &&
  !endsSentence(line.text) &&
  !endsSentence(next.text)

/** The end of a wrapped sentence may say a heading's words: `… and assist` ⏎ `people with learning disabilities`. */
function goesOn(lines: readonly Line[], index: number): boolean {
  const [before, line] = [lines[index - 1], lines[index]]
  if (before === undefined || line?.shape !== 'text' || before.shape === 'blank' || before.shape === 'row') return false
  return /^\p{Ll}/u.test(line.text) && isCutShort(before.text, line.text)
}

/** Lines in which each heading that was wrapped over two is one, for readers that look at single lines. */
export function joinHeadings(lines: readonly Line[], recognise: (line: Line) => boolean): Line[] {
  const joined: Line[] = []
  for (let index = 0; index < lines.length; index++) {
    const found = readHeadingAt(lines, index, (line) => recognise(line) || undefined)
    joined.push(found?.heading ?? (lines[index] as Line))
    index += (found?.lines ?? 1) - 1
  }
  return joined
}

/** Two short lines that stand by themselves may be one heading: `Improved health and emotional` ⏎ `wellbeing`. */
export function joinWrapped(lines: readonly Line[], index: number): Line | undefined {
  const [before, line, next, after] = [lines[index - 1], lines[index], lines[index + 1], lines[index + 2]]
  const standsAlone =
    (before === undefined || before.shape === 'blank') && (after === undefined || after.shape === 'blank')
  if (!standsAlone || line?.shape !== 'text' || next?.shape !== 'text' || line.text.length + next.text.length > 110)
    return
  // The second line must look like a heading too for the whole to look like one, or be the short end of a full one.
  const {level, ...rest} = line
  const isEnd = line.goesOn || next.level !== undefined || isEndOfHeading(line, next)
  const look = {isStrong: line.isStrong && next.isStrong, ...(level !== undefined && isEnd ? {level} : {})}
  return {...rest, ...look, ...joinLines([{...line, isBroken: false}, next])}
}

/** A heading with the line it was wrapped onto: `Outcome 5: Freedom from discrimination and` ⏎ `harassment`. */
export function unwrapHeading({heading, lines}: {heading: Line; lines: readonly Line[]}): {
  heading: Passage
  lines: readonly Line[]
} {
  const [next, after] = lines
  const isWrapped =
    next?.shape === 'text' &&
    (after === undefined || after.shape === 'blank' || /^["“‘]/u.test(after.text)) &&
    next.width < 60 &&
    isCutShort(heading.text, next.text)
  return isWrapped
    ? {heading: joinLines([{...heading, isBroken: false}, next]), lines: lines.slice(1)}
    : {heading, lines}
}

// `3.`, `3)`, `(b)`, `B.`, `iv.`, `1.2`, `4.1.3`: the number of a heading or a paragraph. `3 key strengths` has none.
const number =
  /^\s*(?:\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\(?[a-z]\)|\(\d{1,2}\)|[A-Z]\.|(?:[ivx]{1,5}|[IVX]{1,5})[.)])\s+(?=\S)/

/** A heading's words without its number: `1.2 Leadership` → `Leadership`. */
export const unnumber = (text: string): string => text.replace(number, '')

/** Words to compare headings by: lower case, letters and digits only, without a number before them. */
export function foldHeading(text: string): string {
  return unnumber(text)
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * How sure a family's signs make us, from 0 to 1, matched on folded lines: the share of those that the document shows.
 * A sure sign, which no other family prints, is enough by itself: what was handed in may be an extract.
 */
export function countSigns(
  document: NormalDocument,
  {sure, signs}: {sure: readonly RegExp[]; signs: readonly RegExp[]},
): number {
  const text = foldLines(document).join('\n')
  const all = [...sure, ...signs]
  const share = all.filter((sign) => sign.test(text)).length / all.length
  return sure.some((sign) => sign.test(text)) ? Math.max(0.7, share) : share
}

const foldedLines = new WeakMap<NormalDocument, readonly string[]>()

/** A document's lines as signs are matched on; every family asks for them, so they are folded once. */
export function foldLines(document: NormalDocument): readonly string[] {
  const known = foldedLines.get(document)
  if (known) return known
  const lines = document.lines.map(({text}) => foldHeading(text))
  foldedLines.set(document, lines)
  return lines
}

/** Reads a printed list of findings; `None` and its like are remarks. */
export function readFindings(kind: FindingKind, heading: Passage, lines: readonly Line[]): Findings {
  const passages = readItems(lines)
  return {
    kind,
    heading: heading.text,
    items: passages.filter(({text}) => !isRemark(text)),
    remarks: passages.filter(({text}) => isRemark(text)),
    place: heading.place,
  }
}

/** A section that the document gives no heading: the head of a letter, a signature. */
export function readUnheaded(id: string, heading: string, body: readonly Block[]): Section[] {
  if (body.length === 0) return []
  const place = spanPlaces(body.map((block) => block.place))
  return [{id, kind: 'background', heading, headingIsOurs: true, body, findings: [], sections: [], place}]
}

/** The sentence that holds the words, however long the text; the points of `i.e. by` end none. */
export function findSentence(text: string, words: RegExp): string | undefined {
  const match = words.exec(text)
  if (!match) return
  const ends = [...text.matchAll(/[.!?]["”’')]*(?=\s|$)(?!\s+\p{Ll})/gu)].map((end) => end.index + end[0].length)
  const start = ends.findLast((end) => end <= match.index)
  return text
    .slice(
      start ?? 0,
      ends.find((end) => end >= match.index + match[0].length),
    )
    .trim()
}

/** Numbers sections whose id stands before already: a heading that a page end made the printer repeat. */
export function numberRepeats(sections: readonly Section[], seen = new Map<string, number>()): Section[] {
  return sections.map((section) => {
    const count = (seen.get(section.id) ?? 0) + 1
    seen.set(section.id, count)
    return {
      ...section,
      ...(count > 1 ? {id: `${section.id}-${count}`} : {}),
      sections: numberRepeats(section.sections, seen),
    }
  })
}

/** The first to ask gets the plain id, the next `…-2`. */
export function takeId(wanted: string, ids: Map<string, number>): string {
  let turn = ids.get(wanted) ?? 0
  let id: string
  do id = ++turn === 1 ? wanted : `${wanted}-${turn}`
  while (ids.has(id))
  ids.set(wanted, turn)
  ids.set(id, ids.get(id) ?? 1)
  return id
}

/** An anchor from words, which another numbering leaves as it is: `2. About us: Leicester` → `about-us-leicester`. */
export function slugify(text: string): string {
  const slug = unnumber(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const short = slug.length > 60 ? slug.slice(0, 60).replace(/-[^-]*$/, '') : slug
  return short || 'section'
}
