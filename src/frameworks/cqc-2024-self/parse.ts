import type {Block, EvidenceReference, Passage, Section} from '../../assessment.ts'
import type {Furniture, Line, NormalDocument} from '../../normalise.ts'
import {joinLines, readBlocks, spanPlaces} from '../../outline.ts'
import type {Report} from '../../problem.ts'
import type {Reading} from '../framework.ts'
import {
  findCouncilName,
  findPageNumbers,
  foldHeading,
  readDate,
  readUnheaded,
  slugify,
  withoutFurniture,
} from '../reading.ts'
import {readImprovements, readSummary} from './findings.ts'
import {findKnownHeading, type Heading, looksLikeHeading, type Theme, themes} from './headings.ts'

/** Reads a council's self-assessment: an overview, four themes with nine quality statements, how it was made. */
export function parse(document: NormalDocument, report: Report): Reading {
  const pages = findPageNumbers(document)
  const unnumbered = withoutFurniture(document.lines, pages)
  const contents = findContents(unnumbered)
  const lines = withoutFurniture(unnumbered, contents)
  const listed = new Set(contents.map(({text}) => foldHeading(withoutPage(text))))
  const first = lines.findIndex((line) => findKnownHeading(line, undefined, undefined) !== undefined)
  const start = first < 0 ? lines.length : first
  const outline = readOutline(lines.slice(start), listed, report)
  const front = lines.slice(0, start)
  const title = findTitle(front)
  const council = findCouncilName(lines)
  const dated =
    front.map(({text}) => readDate(text)).find(Boolean) ??
    lines.map(({text}) => (/\bself[- ]assessment\b|\bversion\b/i.test(text) ? readDate(text) : undefined)).find(Boolean)
  return {
    ...(title ? {title} : {}),
    ...(council ? {councilName: council} : {}),
    ...(dated ? {dated, period: dated.slice(0, 4)} : {}),
    judgements: [],
    sections: [...readUnheaded('front', 'How the document begins', front), ...outline],
    duties: [],
    evidence: findEvidence(lines),
    furniture: [...pages, ...contents],
  }
}

const withoutPage = (text: string) => text.replace(/[\s.…]*\d{1,3}$/, '')

/** Lines of a printed contents list: each ends with a page number and repeats a heading that follows in the document. */
function findContents(lines: readonly Line[]): Furniture[] {
  const headings = new Set(lines.filter((line) => line.shape === 'text').map((line) => foldHeading(line.text)))
  const entries = lines.filter(
    (line) =>
      /\d$/.test(line.text) &&
      line.text.length < 150 &&
      headings.has(foldHeading(withoutPage(line.text))) &&
      withoutPage(line.text) !== line.text,
  )
  if (entries.length < 3) return []
  const first = lines.indexOf(entries[0] as Line)
  const title = lines.slice(Math.max(0, first - 3), first).find(({text}) => /^(?:table of )?contents$/i.test(text))
  return [...(title ? [title] : []), ...entries].map(({text, place}) => ({rule: 'printed-contents', text, place}))
}

/** The lines that name the document, before its date: `ADULT SOCIAL CARE` ⏎ `OUR SELF ASSESSMENT`. */
function findTitle(front: readonly Line[]): Passage | undefined {
  const at = front.findIndex(({text}) => /\bself[- ]?assessment\b/i.test(text))
  if (at < 0) return
  const before = front
    .slice(0, at)
    .filter((line) => looksLikeHeading(line) || (line.text !== '' && line.text === line.text.toUpperCase()))
  const {text, place} = joinLines([...before, front[at] as Line])
  return {text: text.replaceAll('\n', ' '), place}
}

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
  for (const line of lines) {
    const role = path.at(-1)?.heading.role
    const heading = findKnownHeading(line, theme, findRole(path)) ?? findPlainHeading(line, role, listed, theme)
    if (!heading) {
      path.at(-1)?.lines.push(line)
      continue
    }
    if (heading.depth === 1) theme = undefined
    if (heading.role === 'theme') theme = themes.find(({id}) => id === heading.id)
    while ((path.at(-1)?.heading.depth ?? 0) >= heading.depth) path.pop()
    const node: Node = {heading, printed: line, theme, lines: [], children: []}
    ;(path.at(-1)?.children ?? roots).push(node)
    path.push(node)
  }
  const ids = new Set<string>(['front'])
  return roots.map((node) => toSection(node, ids, report))
}

const findRole = (path: readonly Node[]) => path.findLast(({heading}) => heading.role)?.heading.role

/** A heading of no known words. In lists of strengths and improvements such a line leads an item, so it cuts nothing. */
function findPlainHeading(
  line: Line,
  role: Heading['role'],
  listed: ReadonlySet<string>,
  theme: Theme | undefined,
): Heading | undefined {
  if (role === 'summary' || role === 'improvements' || !looksLikeHeading(line)) return
  if (theme) return {depth: 5, kind: 'group'}
  return {depth: listed.has(foldHeading(line.text)) ? 2 : 3, kind: 'group'}
}

function toSection({heading, printed, theme, lines, children}: Node, ids: Set<string>, report: Report): Section {
  const own = heading.id ?? slugify(printed.text)
  const base = theme && own !== theme.id ? `${theme.id}-${own}` : own
  const id = ids.has(base) ? `${base}-${printed.place.line}` : base
  ids.add(id)
  const content =
    heading.role === 'summary'
      ? readSummary(lines, report)
      : heading.role === 'improvements'
        ? readImprovements(lines)
        : {body: markQuotations(readBlocks(lines)), findings: []}
  return {
    id,
    kind: heading.kind,
    ...(heading.topic ? {topic: heading.topic} : {}),
    heading: printed.text,
    ...content,
    sections: children.map((child) => toSection(child, ids, report)),
    place: printed.place,
  }
}

const quoted = /^["“‘].{20,}["”’][.…]?$/su

/** A paragraph wholly in quotation marks is a quotation; a short line after it that ends no sentence names its speaker. */
function markQuotations(blocks: readonly Block[]): Block[] {
  const marked: Block[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block
    if (block.kind !== 'paragraph' || !quoted.test(block.text)) {
      marked.push(block)
      continue
    }
    const next = blocks[at + 1]
    const isSpeaker = next?.kind === 'paragraph' && next.text.length < 90 && !/[.:;?!"”]$/.test(next.text)
    if (isSpeaker) at++
    marked.push({
      kind: 'quotation',
      text: block.text,
      place: block.place,
      ...(isSpeaker ? {speaker: {text: next.text, place: next.place}} : {}),
    })
  }
  return marked
}

/** Codes such as `E23` and `IR35a`, each with every line that cites it; a superscript footnote mark is no part of them. */
function findEvidence(lines: readonly Line[]): EvidenceReference[] {
  const found = new Map<string, Map<number, EvidenceReference['places'][number]>>()
  for (const {text, place} of lines)
    for (const [code] of text.matchAll(/\b(?:IR|E)\d{1,3}[a-z]?\b/g)) {
      const places = found.get(code) ?? new Map()
      found.set(code, places.set(place.line, spanPlaces([place])))
    }
  return [...found].map(([code, places]) => ({code, places: [...places.values()]}))
}
