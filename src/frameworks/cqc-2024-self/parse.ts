import type {Passage, Section} from '../../assessment.ts'
import {findEvidence} from '../../evidence.ts'
import type {Line, NormalDocument} from '../../normalise.ts'
import {endsSentence, joinLines, readBlocks} from '../../outline.ts'
import type {Report} from '../../problem.ts'
import {findCouncilName} from '../council-names.ts'
import {isDateLabelled, periodInferred, readDate, readOwnDate, readPeriod, readYear} from '../dates.ts'
import type {Reading} from '../framework.ts'
import {liftFurniture} from '../furniture.ts'
import {foldHeading, readHeadingAt, readUnheaded, slugify, takeId} from '../reading.ts'
import {findListHeading, readContent, readImprovements} from './findings.ts'
import {
  findKind,
  findKnownHeading,
  type Heading,
  isMainHeading,
  looksLikeHeading,
  type Surroundings,
  type Theme,
  themes,
} from './headings.ts'
import {markQuotations} from './quotations.ts'

// As printed over the lists, for conversions that ran them into the first words below.
const runIn = /^Our (?:(?:\w+ )?key strengths in this area are|priorities for improvement are)\s*:\s/

/** Reads a council's self-assessment: an overview, four themes with nine quality statements, how it was made. */
export function parse(document: NormalDocument, report: Report): Reading {
  const {lines, furniture, listed} = liftFurniture(document, runIn)
  const start = findStart(lines, listed)
  const front = lines.slice(0, start)
  const council = findCouncilName(lines)
  const title = findTitle(front, council) ?? findHeadedTitle(lines)
  const years = readYears(front, lines, title)
  if (years.isInferred) report(periodInferred(document.file, years.period, 'the date of the document'))
  return {
    ...(title ? {title} : {}),
    ...(council ? {councilName: council} : {}),
    ...(years.period ? {period: years.period} : {}),
    ...(years.dated ? {dated: years.dated} : {}),
    judgements: [],
    sections: [
      ...readUnheaded('front', 'How the document begins', readBlocks(front)),
      ...readOutline(lines.slice(start), listed, report),
    ],
    duties: [],
    evidence: findEvidence(lines),
    furniture,
  }
}

/** Where the title page ends: at the first known or main heading, or the first heading over running text. */
function findStart(lines: readonly Line[], listed: ReadonlySet<string>): number {
  const start = lines.findIndex((line, index) => {
    if (findKnownHeading(line, {theme: undefined, roles: []})) return true
    if (isMainHeading(line)) return true
    if (!looksLikeHeading(line) && !isListed(line, listed)) return false
    const next = lines.slice(index + 1, index + 9).find(({shape}) => shape !== 'blank')
    return next !== undefined && !looksLikeHeading(next) && next.text.length > 60
  })
  return start < 0 ? lines.length : start
}

/** The lines that name the document, before its date: `ADULT SOCIAL CARE` ⏎ `OUR SELF ASSESSMENT`. */
function findTitle(front: readonly Line[], council: Passage | undefined): Passage | undefined {
  const at = front.findIndex(({text}) => /\bself[- ]?assessment\b/i.test(text))
  if (at < 0) return
  const isTitle = (line: Line) =>
    (looksLikeHeading(line) || (line.text !== '' && line.text === line.text.toUpperCase())) &&
    foldHeading(line.text) !== foldHeading(council?.text ?? '')
  const {text, place} = joinLines([...front.slice(0, at).filter(isTitle), front[at] as Line])
  return {text: text.replaceAll('\n', ' '), place}
}

/** A title with a first paragraph right under it is the heading of that, and stands on no title page. */
function findHeadedTitle(lines: readonly Line[]): Passage | undefined {
  const opening = lines.filter(({shape}) => shape !== 'blank').slice(0, 8)
  const line = opening.find((one) => looksLikeHeading(one) && /\bself[- ]?assessment\b/i.test(one.text))
  return line && !endsSentence(line.text) ? {text: line.text, place: line.place} : undefined
}

interface Years {
  readonly period?: string
  readonly dated?: string
}

/**
 * `2023-24` or `2024` of the title and the lines around it; else the year of the document's date, which is a guess. What
 * the text cites has dates too: `Council minutes, 3 May 2021`.
 */
function readYears(
  front: readonly Line[],
  lines: readonly Line[],
  title: Passage | undefined,
): Years & ({readonly isInferred: false} | {readonly isInferred: true; readonly period: string}) {
  const opening = front.filter(({shape, text}) => shape === 'text' && text.length < 120).slice(0, 40)
  const dated =
    [...(title ? [title] : []), ...opening].map(({text}) => readTitleDate(text)).find(Boolean) ??
    lines.map(({text}) => (isDateLabelled(text) ? readOwnDate(text) : undefined)).find(Boolean)
  const period =
    [...(title ? [title] : []), ...opening].map(({text}) => readPeriod(text)).find(Boolean) ??
    (title ? readYear(title.text) : undefined) ??
    opening.map(({text}) => /^(?:19|20)\d{2}$/.exec(text)?.[0]).find(Boolean)
  if (period) return {period, ...(dated ? {dated} : {}), isInferred: false}
  return dated ? {period: dated.slice(0, 4), dated, isInferred: true} : {isInferred: false}
}

/** A date of its own, or the one in a title: `Our self-assessment, September 2024`. */
const readTitleDate = (text: string) =>
  readOwnDate(text) ?? (/\bself[- ]?assessment\b/i.test(text) && !endsSentence(text) ? readDate(text) : undefined)

interface Node {
  readonly heading: Heading
  readonly printed: Line
  readonly theme: Theme | undefined
  readonly lines: Line[]
  readonly children: Node[]
}

/** Cuts the lines at their headings and nests them by what the headings say, not by the levels of a conversion. */
function readOutline(lines: readonly Line[], listed: ReadonlySet<string>, report: Report): Section[] {
  const roots: Node[] = []
  const path: Node[] = []
  let theme: Theme | undefined
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line
    const around = {theme, roles: path.flatMap(({heading}) => heading.role ?? [])}
    const found = startsAfresh(lines, index, path.at(-1)?.printed)
      ? readHeadingAt(lines, index, (candidate) => findHeading(candidate, around, listed))
      : undefined
    if (!found) {
      path.at(-1)?.lines.push(line)
      continue
    }
    const {kind: heading, heading: printed} = found
    if (heading.depth === 1) theme = undefined
    if (heading.role === 'theme') theme = themes.find(({id}) => id === heading.id)
    while ((path.at(-1)?.heading.depth ?? 0) >= heading.depth) path.pop()
    const node: Node = {heading, printed, theme, lines: [], children: []}
    ;(path.at(-1)?.children ?? roots).push(node)
    path.push(node)
    index += found.lines - 1
  }
  const ids = new Map([['front', 1]])
  return roots.map((node) => toSection(node, ids, report))
}

/** Whether a line begins something: the last line of a wrapped sentence may say a heading's word. */
function startsAfresh(lines: readonly Line[], index: number, lastHeading: Line | undefined): boolean {
  const before = lines[index - 1]
  return (
    before === undefined ||
    before.shape !== 'text' ||
    before === lastHeading ||
    endsSentence(before.text) ||
    looksLikeHeading(lines[index] as Line)
  )
}

const isListed = (line: Line, listed: ReadonlySet<string>) =>
  line.shape === 'text' && listed.has(foldHeading(line.text))

function findHeading(line: Line, around: Surroundings, listed: ReadonlySet<string>): Heading | undefined {
  return findKnownHeading(line, around) ?? findPlainHeading(line, around, listed)
}

/** A heading of no known words. In lists of strengths and improvements such a line leads an item, so it cuts nothing. */
function findPlainHeading(line: Line, {theme, roles}: Surroundings, listed: ReadonlySet<string>): Heading | undefined {
  const isInContents = isListed(line, listed)
  const isMain = isInContents || (theme === undefined && isMainHeading(line))
  if (!looksLikeHeading(line) && !isMain) return
  // A motto in quotation marks heads nothing: `#### "We are Leicester Together"`.
  if (/^["“].*["”]$/u.test(line.text)) return
  const role = roles.at(-1)
  // What the contents list names behind the last improvements of the last theme stands outside the themes.
  const isPastThemes = theme?.id === 'leadership' && (role === 'improvements' || role === 'priorities')
  if (theme && isInContents && isPastThemes) return {depth: 1, kind: findKind(foldHeading(line.text))}
  if (role === 'theme' || role === 'summary' || role === 'improvements' || (theme && findListHeading(line))) return
  if (theme) return {depth: 5, kind: 'group'}
  return {depth: isMain ? 2 : 3, kind: findKind(foldHeading(line.text))}
}

function toSection(
  {heading, printed, theme, lines, children}: Node,
  ids: Map<string, number>,
  report: Report,
): Section {
  const own = heading.id ?? slugify(printed.text)
  const id = takeId(theme && own !== theme.id ? `${theme.id}-${own}` : own, ids)
  const content =
    heading.role === 'improvements'
      ? {...readImprovements(printed, lines), sections: []}
      : heading.role === 'theme' || heading.role === 'summary' || heading.role === 'statement'
        ? readContent(id, lines, report)
        : {body: markQuotations(readBlocks(lines)), findings: [], sections: []}
  return {
    id,
    kind: heading.kind,
    ...(heading.topic ? {topic: heading.topic} : {}),
    heading: printed.text,
    ...content,
    sections: [
      ...content.sections.map((section) => ({...section, id: takeId(section.id, ids)})),
      ...children.map((child) => toSection(child, ids, report)),
    ],
    place: printed.place,
  }
}
