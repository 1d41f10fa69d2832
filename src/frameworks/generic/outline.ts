import type {Section} from '../../assessment.ts'
import type {Line} from '../../normalise.ts'
import {readBlocks} from '../../outline.ts'
import type {Report} from '../../problem.ts'
import {type CutList, cutListAtHeadings, readOthers} from '../list-ends.ts'
import {findListKind} from '../list-headings.ts'
import {foldHeading, type Stretch, slugify, takeId} from '../reading.ts'
import {readLists} from './findings.ts'
import {joinTables} from './grades.ts'
import type {Look} from './headings.ts'
import {findTopic} from './topics.ts'

/** A heading with the lines under it, and how far out it stands: the less, the further. */
interface Headed {
  readonly look: Look
  readonly printed: Line
  readonly lines: readonly Line[]
}

interface Node extends Headed {
  readonly weight: number
  readonly children: Node[]
}

// Ids that a page has for parts of its own.
const taken =
  'front document signature overall the-grades the-duties the-contents how-we-made-this-page another-format main q bold regular size-18 size-24 size-30'

/** Nests what stands under headings by what their numbers say, and else by their looks; no level is left out. */
export function readOutline(stretches: readonly Stretch<Look>[], report: Report): Section[] {
  const headed = stretches.flatMap(({kind, heading, lines}) =>
    kind && heading ? [{look: kind, printed: heading, lines}] : [],
  )
  const weigh = makeScales(headed)
  const roots: Node[] = []
  const path: Node[] = []
  for (const entry of headed) {
    const node: Node = {...entry, weight: weigh(entry), children: []}
    while ((path.at(-1)?.weight ?? -1) >= node.weight) path.pop()
    ;(path.at(-1)?.children ?? roots).push(node)
    path.push(node)
  }
  const ids = new Map(taken.split(' ').map((id) => [id, 1]))
  return liftTitle(roots).map((node) => toSection(node, {ids, report}, undefined))
}

/** A title over the whole document is a section like the others, so that those are the first level of the contents. */
function liftTitle(roots: readonly Node[]): readonly Node[] {
  const [title, ...others] = roots
  if (!title || others.length > 0 || title.look.numbering) return roots
  return [{...title, children: []}, ...title.children]
}

const outermost = 10
const byNumber = 30
// Below `1.2.3.4`.
const deepest = 35
const byLook = 50
const innermost = 99

/** How to weigh headings of this document. Markdown levels are trusted only where numbers say nothing. */
function makeScales(headed: readonly Headed[]): (entry: Headed) => number {
  const weighNumber = makeNumberScale(headed)
  const orderOf = makeLookScale(headed)
  const unnumbered = headed.filter(({look}) => !look.numbering)
  const numbered = headed.filter(({look}) => look.numbering)
  const numberedOrder = numbered.reduce((least, entry) => Math.min(least, orderOf(entry)), Number.POSITIVE_INFINITY)
  const shared = findShared(numbered, orderOf, weighNumber)
  const lists = new Map<string, number>()
  for (const {printed} of unnumbered)
    if (findListKind(printed.text))
      lists.set(foldHeading(printed.text), (lists.get(foldHeading(printed.text)) ?? 0) + 1)
  return (entry) => {
    const byNumbers = weighNumber(entry)
    if (byNumbers !== undefined) return byNumbers
    // `Strengths` under each of several headings belongs to them, though it may look the same.
    if ((lists.get(foldHeading(entry.printed.text)) ?? 0) > 1) return innermost
    const order = orderOf(entry)
    return shared.get(order) ?? (order < numberedOrder && numbered.length > 0 ? order / 2 : byLook + order)
  }
}

function makeNumberScale(headed: readonly Headed[]): (entry: Headed) => number | undefined {
  const styles = headed.flatMap(({look}) => look.numbering?.style ?? [])
  const nouns = [...new Set(headed.flatMap(({look}) => look.numbering?.noun ?? []))]
  // `A.` holds `1.`, or the other way round: the one that comes first is the outer one.
  const isLetterOuter = !styles.includes('decimal') || styles.indexOf('letter') < styles.indexOf('decimal')
  // `Question 1` may stand within `3. Findings`, or hold it.
  const firstOf = new Map(
    headed.map(({look}, index) => [look.numbering?.noun ?? look.numbering?.style ?? '', index] as const).reverse(),
  )
  const isOuter = (noun: string) =>
    /^(?:chapter|section)$/.test(noun) || (firstOf.get(noun) ?? 0) < (firstOf.get('decimal') ?? headed.length)
  return ({look: {numbering}}) => {
    switch (numbering?.style) {
      case 'part':
      case 'appendix':
        return outermost
      case 'named': {
        const {noun = ''} = numbering
        return (isOuter(noun) ? outermost : deepest) + 1 + nouns.indexOf(noun)
      }
      case 'letter':
        return isLetterOuter ? byNumber - 1 : deepest
      case 'decimal':
        return byNumber + numbering.depth
      default:
        return
    }
  }
}

/** Where all Markdown headings have one level, their capitals tell more. */
function makeLookScale(headed: readonly Headed[]): (entry: Headed) => number {
  const marked = headed.filter(({look, printed}) => !look.numbering && printed.level !== undefined)
  const capitals = marked.filter(({look}) => look.isInCapitals).length
  const isFlat = new Set(marked.map(({printed}) => printed.level)).size === 1
  const tells = isFlat && capitals > 1 && marked.length - capitals > 1
  return ({look, printed}) =>
    look.order + (tells && !look.numbering && printed.level !== undefined && !look.isInCapitals ? 0.5 : 0)
}

/** The weight that most numbered headings of a look have: `## Foreword` stands beside `## 1. Introduction`. */
function findShared(
  numbered: readonly Headed[],
  orderOf: (entry: Headed) => number,
  weigh: (entry: Headed) => number | undefined,
): ReadonlyMap<number, number> {
  const shared = new Map<number, number>()
  for (const [order, group] of Map.groupBy(numbered, orderOf)) {
    const counts = [...Map.groupBy(group, (entry) => weigh(entry) ?? byNumber)].map(
      ([weight, {length}]) => [weight, length] as const,
    )
    const [most] = counts.sort(([a, many], [b, more]) => more - many || a - b)
    if (most) shared.set(order, most[0])
  }
  return shared
}

function toSection(
  {printed, lines, children}: Node,
  {ids, report}: {readonly ids: Map<string, number>; readonly report: Report},
  outer: string | undefined,
): Section {
  const {text, place} = printed
  const id = takeId(slugify(text), ids)
  const kind = findListKind(text)
  // A list of strengths is about what the section around it is about.
  const topic = findTopic(text) ?? (kind ? outer : undefined)
  const isList = kind !== undefined && children.length === 0
  const list: CutList = isList ? cutListAtHeadings(lines, 'named') : {lines, others: []}
  const blocks = joinTables(readBlocks(list.lines))
  const inner = hasLostHeading(children) ? undefined : topic
  return {
    id,
    kind: 'group',
    ...(topic ? {topic} : {}),
    heading: text,
    ...(isList ? readLists(kind, {text, place}, blocks) : {body: blocks, findings: []}),
    sections: [
      ...readOthers(id, {text, place}, list.others, report).map((section) => ({
        ...section,
        id: takeId(section.id, ids),
      })),
      ...children.map((child) => toSection(child, {ids, report}, inner)),
    ],
    place,
  }
}

/** Two lists of strengths in one section: the second belongs to another, whose heading was not found. */
function hasLostHeading(children: readonly Node[]): boolean {
  const lists = children
    .map(({printed}) => printed.text)
    .filter(findListKind)
    .map(foldHeading)
  return new Set(lists).size < lists.length
}
