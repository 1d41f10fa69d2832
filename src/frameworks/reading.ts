import type {FindingKind, Findings, Passage, Section} from '../assessment.ts'
import type {Furniture, Line, NormalDocument} from '../normalise.ts'
import {isCutShort, joinLines, readBlocks, readItems, spanPlaces} from '../outline.ts'

/** `2009/10`, `2009-2010`, `2009 – 10` → `2009-10`. */
export function readPeriod(text: string): string | undefined {
  const {from, to} = /\b(?<from>(?:19|20)\d{2})\s*[/–-]\s*(?<to>(?:(?:19|20)?\d{2}))\b/u.exec(text)?.groups ?? {}
  if (!from || !to) return
  // `2009-2019` is a plan's span, not a year of assessment.
  return (Number(from) + 1) % 100 === Number(to.slice(-2)) ? `${from}-${to.slice(-2)}` : undefined
}

const months = 'January February March April May June July August September October November December'.split(' ')
const dayAndMonth = new RegExp(
  `\\b(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+)?(?<month>${months.join('|')}),?\\s+(?<year>(?:19|20)\\d{2})\\b`,
  'i',
)

/** `27th October 2008` → `2008-10-27`; `September 2024` → `2024-09`. */
export function readDate(text: string): string | undefined {
  const {day, month, year} = dayAndMonth.exec(text)?.groups ?? {}
  if (!month || !year) return
  const number = months.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1
  const monthly = `${year}-${String(number).padStart(2, '0')}`
  return day ? `${monthly}-${day.padStart(2, '0')}` : monthly
}

const word = String.raw`\p{Lu}[\p{L}.'’-]*`
const joint = String.raw`(?:\s+(?:and|&|upon|on|in|of|the|by)\s+|\s+|-)`
const councilForms = new RegExp(
  [
    String.raw`(?:The\s+)?(?:Royal\s+|London\s+)?(?:Metropolitan\s+)?(?:Borough|City|County)\s+of\s+${word}(?:${joint}${word}){0,4}`,
    String.raw`${word}(?:${joint}${word}){0,4}?\s+(?:(?:Metropolitan|London|Royal)\s+)*(?:City|County|Borough|District)?\s*Council`,
  ].join('|'),
  'gu',
)
// Capitalised words that may stand before a council's name without being part of it: offices and departments above all.
const notName =
  /^(?:(?:The|This|Your|Our|Mr|Mrs|Ms|Dr|Sir|Dear|Copy|To|For|At|In|On|And|Of|From|By|Director|Directorate|Department|Services?|Social|Adults?['’]?|Children['’]?s?|Families|Care|Health|Housing|Education|Community|Communities|Wellbeing|Strategic|Corporate|Executive|Assistant|Deputy|Acting|Interim|Chief|Head|Leader|About|Us|Performance|Review|Report|Annual|Assessment|Summary)(?!\p{L})[\s:,.&'’-]*)+/iu
// Bodies that are called councils and answer for nobody's care: `Independent Disability Council`.
const otherBody =
  /\b(?:Parish|Town|Community|Care|Health|Professions|Research|Disability|Youth|Privy|Arts|British|Skills|Medical|Midwifery|Advisory|Funding|Services|Standards|Partnership|Full)\s+Council$/i
const kindsOfCouncil = String.raw`(?:(?:Metropolitan|London|Royal|City|County|Borough|District)\s+)*Council\b`
const wrappedAfter = new RegExp(`^${kindsOfCouncil}`, 'i')
const kindAlone = new RegExp(`^${kindsOfCouncil}$`, 'i')
const wrappedBefore = /\b(?:Borough|City|County)\s+of$/i

/**
 * The council's full name as the document prints it most often, first printed first: `Leicester City Council`.
 * Capitals count as the same name; a name in ordinary letters is preferred to one in capitals.
 */
export function findCouncilName(lines: readonly Line[]): Passage | undefined {
  const found = new Map<string, {passage: Passage; count: number; order: number}>()
  for (const {text: printed, place} of lines.flatMap((line, index) => [line, ...joinName(line, lines[index + 1])])) {
    for (const text of [printed, titled(printed)].filter((form, index, all) => all.indexOf(form) === index)) {
      for (const match of text.matchAll(councilForms)) {
        const name = match[0].replace(notName, '').trim()
        if (!/\s/.test(name) || kindAlone.test(name) || otherBody.test(name)) continue
        const key = name.toLowerCase()
        const known = found.get(key)
        if (known) known.count++
        else found.set(key, {passage: {text: name, place}, count: 1, order: found.size})
      }
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.order - b.order)[0]?.passage
}

/** A name that a line end cut: `… Director of Social Services Northwold City` ⏎ `Council Town Hall`. */
function joinName(line: Line, next: Line | undefined): Passage[] {
  if (line.shape !== 'text' || next?.shape !== 'text') return []
  if (!wrappedAfter.test(next.text) && !wrappedBefore.test(line.text)) return []
  const joined = `${line.text} ${next.text}`
  const spanning = [...joined.matchAll(councilForms), ...titled(joined).matchAll(councilForms)].find(
    (match) => match.index < line.text.length && match.index + match[0].length > line.text.length,
  )
  return spanning ? [{text: spanning[0], place: spanPlaces([line.place, next.place])}] : []
}

/** A line in capitals with each word's first letter kept: `LEICESTER CITY COUNCIL` → `Leicester City Council`. */
function titled(text: string): string {
  if (text !== text.toUpperCase()) return text
  return text.replace(/\p{L}[\p{L}'’]*/gu, (letters) =>
    /^(?:OF|AND|THE|ON|IN|UPON|BY)$/.test(letters)
      ? letters.toLowerCase()
      : `${letters[0]}${letters.slice(1).toLowerCase()}`,
  )
}

const pageNumber = /^(?:page\s+)?(?<page>\d{1,3})(?:\s*(?:of|\||\/)\s*\d{1,3})?$/i

// `Northwold assessment 2009/10 – Page 3 of 12`
const runningPage = /^(?<title>.{1,100}?)[\s|,–-]+page\s+\d{1,3}(?:\s*(?:of|\||\/)\s*\d{1,3})?$/i

/**
 * What stands at page ends: page numbers alone in a line (`Page 14 | 33`, `- 3 -`), and running titles with a page
 * number behind them or in a line beside it. A bare number counts only when others like it go up through the document,
 * and a running title only when it is printed at least three times, so that a lone figure or line is never taken.
 */
export function findPageNumbers(document: NormalDocument): Furniture[] {
  // `- 3 -` looks like an item.
  const lines = document.lines.filter(({shape, text}) => shape === 'text' || /^\d{1,3}\s*-$/.test(text))
  const candidates = lines.flatMap((line) => {
    const page = pageNumber.exec(line.text.replace(/^-\s*|\s*-$/g, ''))?.groups?.['page']
    return page ? [{line, page: Number(page), isPlain: /^[\d\s-]+$/.test(line.text)}] : []
  })
  const plain = candidates.filter(({isPlain}) => isPlain)
  const rises = plain.length >= 3 && plain.every(({page}, index) => index === 0 || page > (plain[index - 1]?.page ?? 0))
  const numbers = candidates.filter(({isPlain}) => !isPlain || rises).map(({line}) => line)
  const titles = findRunningTitles(document.lines, new Set(numbers))
  return [
    ...numbers.map(({text, place}) => ({rule: 'page-number', text, place})),
    ...titles.map(({text, place}) => ({rule: 'running-title', text, place})),
  ]
}

function findRunningTitles(all: readonly Line[], numbers: ReadonlySet<Line>): Line[] {
  const lines = all.filter(({shape}) => shape !== 'blank')
  const found = new Map<string, Line[]>()
  for (const [index, line] of lines.entries()) {
    if (line.shape !== 'text' || line.text.length > 120 || numbers.has(line)) continue
    const title = runningPage.exec(line.text)?.groups?.['title']
    const isBesideNumber = [lines[index - 1], lines[index + 1]].some(
      (beside) => beside !== undefined && numbers.has(beside),
    )
    if (!title && !isBesideNumber) continue
    const key = foldHeading(title ?? line.text)
    found.set(key, [...(found.get(key) ?? []), line])
  }
  return [...found.values()].filter((group) => group.length >= 3).flat()
}

/** The document without the lines that are furniture as a whole. */
export function withoutFurniture(lines: readonly Line[], furniture: readonly Furniture[]): Line[] {
  const whole = new Set(furniture.map(({text, place}) => `${place.line}\n${text}`))
  return lines.filter((line) => !whole.has(`${line.place.line}\n${line.text}`))
}

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
    const kind = recognise(line, index)
    const wrapped = kind === undefined ? joinWrapped(lines, index) : undefined
    const wrappedKind = wrapped && recognise(wrapped, index + 1)
    if (kind !== undefined) stretches.push({kind, heading: line, lines: []})
    else if (wrapped && wrappedKind !== undefined) {
      stretches.push({kind: wrappedKind, heading: wrapped, lines: []})
      index++
    } else stretches.at(-1)?.lines.push(line)
  }
  return stretches
}

/** Two short lines that stand by themselves may be one heading: `Improved health and emotional` ⏎ `wellbeing`. */
export function joinWrapped(lines: readonly Line[], index: number): Line | undefined {
  const [before, line, next, after] = [lines[index - 1], lines[index], lines[index + 1], lines[index + 2]]
  const standsAlone =
    (before === undefined || before.shape === 'blank') && (after === undefined || after.shape === 'blank')
  if (!standsAlone || line?.shape !== 'text' || next?.shape !== 'text' || line.text.length + next.text.length > 110)
    return
  return {...line, ...joinLines([{...line, isBroken: false}, next])}
}

/** A heading with the line it was wrapped onto: `Outcome 5: Freedom from discrimination and` ⏎ `harassment`. */
export function unwrapHeading({heading, lines}: {heading: Line; lines: readonly Line[]}): {
  heading: Passage
  lines: readonly Line[]
} {
  const [next, after] = lines
  const isWrapped =
    next?.shape === 'text' &&
    (after === undefined || after.shape === 'blank') &&
    next.width < 60 &&
    isCutShort(heading.text, next.text)
  return isWrapped
    ? {heading: joinLines([{...heading, isBroken: false}, next]), lines: lines.slice(1)}
    : {heading, lines}
}

/** Words to compare headings by: lower case, letters and digits only. */
export function foldHeading(text: string): string {
  return text
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** `None`, `No specific areas for improvement have been identified`, `Not applicable`: said, not found. */
export function isRemark(text: string): boolean {
  return /^(?:none\W*$|none\s+(?:(?:was|were|has been|have been)\s+)?(?:identified|noted|recorded|reported|listed|at (?:this|present))\b|n\/?a\W*$|not applicable\b|nil\W*$|no\s+(?:\w+\s+){0,5}(?:have|has|were|was|are|is)\s+(?:\w+\s+){0,3}(?:identified|noted|recorded|reported|found|listed|highlighted)|there (?:are|were) no\b)/i.test(
    text,
  )
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
export function readUnheaded(id: string, heading: string, lines: readonly Line[]): Section[] {
  const body = readBlocks(lines)
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

/** An anchor from words: `About us: Leicester City Council` → `about-us-leicester-city-council`. */
export function slugify(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const short = slug.length > 60 ? slug.slice(0, 60).replace(/-[^-]*$/, '') : slug
  return short || 'section'
}
