import {type Assessment, eachSection, type Section} from '../assessment.ts'
import {findCitations, readPrefix} from '../evidence.ts'
import {eachText} from '../texts.ts'
import {group, heading, link, list, note, type PhrasingContent, type RootContent, strong, text} from './tree.ts'

/** Anchor of the list of codes. */
export const evidenceId = 'the-evidence'
export const evidenceHeading = 'Evidence the document cites'

/** The codes by which a document cites its evidence, from E2 to E10, with every section that cites each. */
export function tellEvidence({evidence, sections}: Assessment): RootContent[] {
  const [first] = evidence
  if (!first) return []
  const byPrefix = Map.groupBy(evidence.map(({code}) => code).sort(compareCodes), readPrefix)
  const citing = findCiting(sections)
  const names = nameSections(sections)
  const tellRun = ({codes, cited}: Run): PhrasingContent[] => [
    strong(codes.join(', ')),
    text(': '),
    ...cited.flatMap((section, index) => [
      ...(index > 0 ? [text(', ')] : []),
      link(`#${section.id}`, names.get(section) ?? section.heading),
    ]),
  ]
  return [
    group(
      'index',
      [
        heading(2, evidenceHeading, {id: evidenceId, isOurs: true}),
        note(
          `Codes such as ${first.code} stand for evidence that the document refers to. The evidence itself was not published with it.`,
        ),
        ...[...byPrefix].flatMap(([prefix, codes]) => [
          ...(byPrefix.size > 1 ? [heading(3, `Codes that begin with ${prefix}`, {isOurs: true})] : []),
          list(joinRuns(codes, citing).map(tellRun), {isOurs: true}),
        ]),
      ],
      {tag: 'section', isOurs: true},
    ),
  ]
}

/** Codes that follow each other and are cited in the same sections: one line says it for all of them. */
interface Run {
  readonly codes: string[]
  readonly cited: readonly Section[]
}

function joinRuns(codes: readonly string[], citing: ReadonlyMap<string, readonly Section[]>): Run[] {
  const runs: Run[] = []
  for (const code of codes) {
    const cited = citing.get(code) ?? []
    const last = runs.at(-1)
    const isSame = last?.cited.length === cited.length && last.cited.every((section, at) => section === cited[at])
    if (last && isSame) last.codes.push(code)
    else runs.push({codes: [code], cited})
  }
  return runs
}

/** By letters, then by number, then by the letter behind it: E2, E10, IR35a, IR35d. */
function compareCodes(a: string, b: string): number {
  const [one, other] = [readPrefix(a), readPrefix(b)]
  if (one !== other) return one < other ? -1 : 1
  return Number.parseInt(a.slice(one.length), 10) - Number.parseInt(b.slice(one.length), 10) || (a < b ? -1 : 1)
}

function findCiting(sections: readonly Section[]): Map<string, Section[]> {
  const citing = new Map<string, Section[]>()
  for (const {section} of eachSection(sections))
    for (const words of eachText(section))
      for (const code of findCitations(words.text)) {
        const own = citing.get(code) ?? []
        citing.set(code, own)
        if (own.at(-1) !== section) own.push(section)
      }
  return citing
}

/** Each section by its heading; one that heads several is named with what it stands in: `Improvements (Ensuring safety)`. */
export function nameSections(sections: readonly Section[]): Map<Section, string> {
  const all = [...eachSection(sections)]
  const outer = new Map(all.map(({section, partOf}) => [section, partOf]))
  const plain = ({heading: printed}: Section) => printed.replace(/\s+/g, ' ').trim()
  const counts = Map.groupBy(all, ({section}) => plain(section).toLowerCase())
  const isOne = (section: Section) => (counts.get(plain(section).toLowerCase())?.length ?? 0) < 2
  const findOuter = (section: Section): Section | undefined => {
    const next = outer.get(section)
    return !next || isOne(next) ? next : findOuter(next)
  }
  return new Map(
    all.map(({section}) => {
      const holder = isOne(section) ? undefined : findOuter(section)
      return [section, holder ? `${plain(section)} (${plain(holder)})` : plain(section)]
    }),
  )
}
