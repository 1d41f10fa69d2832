import type {Block, Findings, Passage, Place, Proof, Section} from '../../assessment.ts'
import type {Furniture, Line} from '../../normalise.ts'
import {endsSentence, joinLines, spanPlaces} from '../../outline.ts'
import type {Problem, Report} from '../../problem.ts'
import {allowsKind, type FindStanding, type KnownFinding, openStandings} from '../alike.ts'
import {readLists} from '../list-ends.ts'
import {cutAtHeadings, foldHeading, slugify} from '../reading.ts'
import {readFindingKind} from './findings.ts'
import {type ColumnHeadings, joinParts, type ProvedFinding, peopleHeading, separateTable} from './people-columns.ts'
import {findReadAcross, type Run, readColumnHeads, splitRuns} from './people-runs.ts'

/** The section; why its findings are taken for what they are; and bullets that only parted the columns. */
export interface PeopleReading {
  readonly section: Section
  readonly proofs: readonly Proof[]
  readonly furniture: readonly Furniture[]
}

/**
 * Reads the table of findings by people using services. A conversion that read its two columns straight across left
 * sentences interleaved, and lists of which nobody can tell whether they are strengths. A finding is separated when the
 * same words stand in a list by outcome (`known`), or when it stands between two of a kind in a list of one column after the
 * other; the rest
 * is published as it stands, as unsorted words and plain lists.
 */
export function readByPeople(
  printed: {heading: string; place: Place},
  lines: readonly Line[],
  known: readonly KnownFinding[],
  report: Report,
): PeopleReading {
  const scrambled = findReadAcross(lines)
  const findStanding = openStandings(known)
  const stretches = cutAtHeadings(
    lines,
    (line, index) => (!scrambled.has(line) && isPeopleHeading(line, lines[index - 1])) || undefined,
  )
  const proofs: Proof[] = []
  const furniture: Furniture[] = []
  let headings: ColumnHeadings = {}
  const read = (id: string, own: readonly Line[]): Content & Pick<Section, 'sections'> => {
    const parts = cutAtHeadings(own, (line) => (line.shape === 'text' ? readFindingKind(line.text) : undefined))
    const content = readRuns(id, splitRuns(parts[0]?.lines ?? [], scrambled), {known, findStanding, headings}, report)
    headings = {...content.headings, ...headings}
    proofs.push(...content.proofs)
    furniture.push(...content.furniture)
    const listed = readLists(id, parts.slice(1), report)
    return {...content, findings: [...content.findings, ...listed.findings], sections: listed.sections}
  }
  const first = read('by-people', stretches[0]?.lines ?? [])
  const groups = stretches.slice(1).flatMap(({heading, lines: inner}): Section[] => {
    if (!heading) return []
    const own = read(toId(heading.text), inner)
    return [toGroup(heading, own)]
  })
  // Where interleaved text begins with a group of people, all of the first stretch is about them.
  const own = first.group
    ? {body: [], findings: [], sections: [toGroup(first.group, first), ...groups]}
    : {body: first.body, findings: first.findings, sections: [...first.sections, ...groups]}
  return {section: {id: 'by-people', kind: 'group', ...printed, ...own}, proofs, furniture}
}

const toId = (heading: string) => `people-${slugify(heading)}`

const toGroup = (
  {text, place}: Passage,
  {body, findings, sections}: Pick<Section, 'body' | 'findings' | 'sections'>,
): Section => ({
  id: toId(text),
  kind: 'group',
  heading: text,
  body,
  findings,
  sections,
  place,
})

/** `Older people`, in a line of its own and not in the middle of a sentence that was wrapped. */
function isPeopleHeading({shape, text}: Line, before: Line | undefined): boolean {
  if (shape !== 'text' || text.length >= 70 || !peopleHeading.test(foldHeading(text))) return false
  return before?.shape !== 'text' || endsSentence(before.text) || readFindingKind(before.text) !== undefined
}

interface Content {
  /** The group of people that interleaved text begins with. */
  readonly group: Passage | undefined
  readonly body: readonly Block[]
  readonly findings: readonly Findings[]
  readonly proofs: readonly Proof[]
  readonly furniture: readonly Furniture[]
  /** Those printed here. */
  readonly headings: ColumnHeadings
}

/** Reads what stands under no heading that says whether it is a strength: interleaved text and lists. */
function readRuns(
  id: string,
  runs: readonly Run[],
  {
    known,
    findStanding,
    headings,
  }: {known: readonly KnownFinding[]; findStanding: FindStanding; headings: ColumnHeadings},
  report: Report,
): Content {
  const lists = runs.filter((run) => run.kind === 'list')
  const scrambled = runs.find((run) => run.kind === 'scrambled')
  const starts = lists.map(({items}) => items[0]?.text ?? '')
  const table = scrambled && separateTable(scrambled.lines, known, findStanding, starts)
  const read = new Map(
    lists.map((list, index) => [list as Run, proveList(list.items, findStanding, table?.begun.get(index))]),
  )
  const proved = [...(table?.findings ?? []), ...[...read.values()].flatMap((list) => list.proved)]
  const isOpen = [...read.values()].some(({unproved}) => unproved.length > 0) || (scrambled && (!table || table.rest))
  // A heading over nothing would say that nothing is listed there, while a finding of which nobody can tell the kind may.
  const stands = (kind: 'strength' | 'improvement') => !isOpen || proved.some((item) => item.kind === kind)
  const areHeadsUsed = proved.length > 0 && stands('strength') && stands('improvement')
  const heads: ColumnHeadings = Object.assign(
    {},
    ...runs.flatMap((run) => (run.kind === 'head' ? readHead(run.line) : [])),
  )
  const {used, unused} = partHeadings(table?.headings ?? {}, stands)
  const body = [
    ...unused.map((heading): Block => ({kind: 'paragraph', ...heading})),
    ...runs.flatMap((run): readonly Block[] => {
      if (run.kind === 'other') return run.blocks
      if (run.kind === 'head') return areHeadsUsed ? [] : [headRow(run.line)]
      if (run.kind === 'list') return toList(read.get(run)?.unproved ?? [])
      const rest = run === scrambled && table ? table.rest : joinLines(run.lines)
      return rest ? [{kind: 'unsorted', ...rest}] : []
    }),
  ]
  const printed = {...used, ...(areHeadsUsed ? heads : {})}
  for (const block of body) tellUnproved(id, block, report)
  if (table) report(columnsSeparated(id, table.findings))
  const group = table?.group
  const section = group ? toId(group.text) : id
  return {
    group,
    body,
    findings: (['strength', 'improvement'] as const).flatMap((kind) => toFindings(kind, proved, printed, headings)),
    proofs: proved.map(({kind, finding, standing}) => ({
      kind,
      finding,
      section,
      ...(standing
        ? {alsoStands: {text: standing.known.text, place: standing.known.place, likeness: standing.likeness}}
        : {}),
    })),
    furniture: table?.furniture ?? [],
    headings: {...heads, ...table?.headings},
  }
}

/** The printed headings that stand over findings, and those that must stand as the text they are. */
function partHeadings(
  headings: ColumnHeadings,
  stands: (kind: 'strength' | 'improvement') => boolean,
): {used: ColumnHeadings; unused: readonly Passage[]} {
  const {strength, improvement} = headings
  return {
    used: {
      ...(strength && stands('strength') ? {strength} : {}),
      ...(improvement && stands('improvement') ? {improvement} : {}),
    },
    unused: [
      ...(strength && !stands('strength') ? [strength] : []),
      ...(improvement && !stands('improvement') ? [improvement] : []),
    ],
  }
}

/** The findings of a list of which the kind is proved, and those of which it is not. */
function proveList(
  items: readonly Passage[],
  findStanding: FindStanding,
  begun: ProvedFinding | undefined,
): {proved: readonly ProvedFinding[]; unproved: readonly Passage[]} {
  const kinds = items.map((finding, index): Item => {
    // Its first words stand in the interleaved text: `The council needs to continue to` ⏎ `improve opportunities …`.
    if (begun && index === 0) return {...begun, finding: joinParts([begun.finding, finding])}
    const standing = findStanding(finding.text)
    return standing ? {finding, standing, kind: standing.known.kind} : {finding}
  })
  const between = tellBetween(kinds)
  return {
    proved: between.flatMap(({kind, finding, standing}) => (kind ? [{kind, finding, standing}] : [])),
    unproved: between.filter(({kind}) => kind === undefined).map(({finding}) => finding),
  }
}

type Item = Partial<ProvedFinding> & {readonly finding: Passage}

/**
 * A list that goes over from strengths to areas for development once was one column after the other, so an item between
 * two of a kind is of that kind too, unless its own words forbid it. A table that was read row by row goes to and fro.
 */
function tellBetween(items: readonly Item[]): readonly Item[] {
  const runs = items.flatMap(({kind}) => kind ?? []).filter((kind, at, kinds) => kind !== kinds[at - 1])
  if (runs.length !== 2) return items
  const last = items.findLastIndex(({kind}) => kind === runs[0])
  const [first, end] = [
    items.findIndex(({kind}) => kind === runs[1]),
    items.findLastIndex(({kind}) => kind === runs[1]),
  ]
  const start = items.findIndex(({kind}) => kind === runs[0])
  return items.map((item, at): Item => {
    const kind = at > start && at < last ? runs[0] : at > first && at < end ? runs[1] : undefined
    return item.kind === undefined && kind && allowsKind(item.finding.text, kind) ? {...item, kind} : item
  })
}

const readHead = (line: Line): ColumnHeadings[] => readColumnHeads(line).map(({kind, heading}) => ({[kind]: heading}))

const headRow = ({cells, text, place}: Line): Block =>
  cells.length > 0 ? {kind: 'table', hasHeader: false, rows: [{cells, place}], place} : {kind: 'paragraph', text, place}

const toList = (items: readonly Passage[]): Block[] =>
  items.length > 0 ? [{kind: 'list', items, place: spanPlaces(items.map(({place}) => place))}] : []

/** CSCI's words for the two columns, where the table does not print them over this group. */
const columnNames = {strength: 'Key strengths', improvement: 'Key areas for development'} as const

/** The list of a kind, under the heading printed here; else under the one that the table printed once, which is then ours. */
function toFindings(
  kind: 'strength' | 'improvement',
  proved: readonly ProvedFinding[],
  printed: ColumnHeadings,
  before: ColumnHeadings,
): Findings[] {
  const items = proved.filter((item) => item.kind === kind).map(({finding}) => finding)
  const heading = printed[kind]
  if (heading) return [{kind, heading: heading.text, items, remarks: [], place: heading.place}]
  const place = items[0]?.place
  if (!place) return []
  return [{kind, heading: before[kind]?.text ?? columnNames[kind], headingIsOurs: true, items, remarks: [], place}]
}

function tellUnproved(id: string, block: Block, report: Report): void {
  if (block.kind === 'unsorted') report(columnsReadAcross(block.place))
  if (block.kind === 'list') report(listWithoutKind(block.items, block.place))
  // A finding that lost its bullet; what stands over the first group introduces the table.
  if (block.kind === 'paragraph' && id !== 'by-people') report(listWithoutKind([block], block.place))
}

const columnsReadAcross = (place: Place): Problem => ({
  level: 'doubt',
  rule: 'columns-read-across',
  toReaders:
    'Two columns were mixed up when the document was converted. We show words that we could not put back in order as they stand.',
  place,
  message:
    'Unexpected sentences of two columns in one line, expected one column after the other; they are published word for word, unsorted',
  hint: 'Convert the document again with its columns kept, or leave it: readers are told',
})

const columnsSeparated = (id: string, findings: readonly ProvedFinding[]): Problem => ({
  level: 'note',
  rule: 'columns-separated',
  place: spanPlaces(findings.map(({finding}) => finding.place)),
  message: `Unexpected sentences of two columns in one line (${id}), expected one column after the other; ${findings.length} findings are separated, since each also stands in a list by outcome`,
  hint: 'Compare with the original document; the source page shows readers where each one also stands',
})

const listWithoutKind = (items: readonly Passage[], place: Place): Problem => ({
  level: 'doubt',
  rule: 'columns-run-together',
  toReaders:
    'The converted document does not say if this is a strength or something to improve, so we show it under neither.',
  place,
  message: `Unexpected list without a heading (${items.length === 1 ? '1 finding that stands' : `${items.length} findings that stand`} nowhere else), expected it under strengths or areas for development; it is published as a plain list`,
  hint: 'Look at the original document: its columns tell which it is; convert it again with one column after the other, or leave it',
})
