import type {Passage, Place, Section} from '../../assessment.ts'
import type {Furniture, Line} from '../../normalise.ts'
import {readBlocks} from '../../outline.ts'
import type {Report} from '../../problem.ts'
import {readLists} from '../list-ends.ts'
import {cutAtHeadings, joinHeadings, unnumber} from '../reading.ts'
import {readFindingKind, readProseAndFindings} from './findings.ts'

const domains = [
  {id: 'leadership', topic: 'leadership', words: /leadership/i},
  {id: 'commissioning', topic: 'resources', words: /commissioning (?:and|&) use of resources/i},
] as const
type Domain = (typeof domains)[number]

/** `Key strengths Leadership`: the heading of a list and of a domain, run into one line or alone in it. */
const listHeading =
  /^(?<list>(?:Key )?(?:strengths|areas for (?:development|improvement))(?:\s*[:–-])?)(?:\s+(?<domain>(?:leadership|commissioning (?:and|&) use of resources)\s*:?))?$/i
const domainHeading = /^(?:leadership|commissioning (?:and|&) use of resources)\s*:?$/i

interface Group {
  readonly kind: 'strength' | 'improvement'
  /** The list's heading, when it stands at this domain. */
  readonly heading: Passage
  readonly isFirst: boolean
  readonly domain: Domain | undefined
  readonly domainHeading: Passage | undefined
  readonly lines: Line[]
}

/** Reads `Capacity to improve`, with a section for each domain, whichever way its lists are printed. */
export function readCapacity(
  printed: {heading: string; place: Place},
  printedLines: readonly Line[],
  report: Report,
): {section: Section; furniture: Furniture[]} {
  const lines = joinHeadings(printedLines, (line) => listHeading.test(unnumber(line.text)) || isDomainHeading(line))
  const listAt = lines.findIndex((line) => line.shape === 'text' && listHeading.test(unnumber(line.text)))
  const domainAt = lines.findIndex(isDomainHeading)
  const isByDomain = domainAt >= 0 && (listAt < 0 || domainAt < listAt)
  const {furniture, ...read} = isByDomain
    ? readByDomain(lines, report)
    : readByKind(listAt < 0 ? lines : lines.slice(0, listAt), listAt < 0 ? [] : lines.slice(listAt), report)
  const section = {id: 'capacity-to-improve', kind: 'group', topic: 'leadership', ...printed, ...read} as const
  return {section, furniture}
}

const isDomainHeading = (line: Line) => line.shape === 'text' && domainHeading.test(unnumber(line.text))

type Read = Pick<Section, 'body' | 'findings' | 'sections'> & {readonly furniture: Furniture[]}

/** Each domain in turn, with prose and lists of its own, as an outcome has them. */
function readByDomain(lines: readonly Line[], report: Report): Read {
  const stretches = cutAtHeadings(lines, (line) => (isDomainHeading(line) ? findDomain(line.text) : undefined))
  const own = readProseAndFindings('capacity-to-improve', stretches[0]?.lines ?? [], report)
  const sections = stretches.flatMap(({kind: domain, heading, lines: rest}): Section[] =>
    domain && heading
      ? [
          {
            id: domain.id,
            kind: 'domain',
            topic: domain.topic,
            heading: heading.text,
            ...readProseAndFindings(domain.id, rest, report),
            place: heading.place,
          },
        ]
      : [],
  )
  return {...own, sections: [...own.sections, ...sections], furniture: []}
}

/**
 * Prose for both domains, then the lists by kind and, within a kind, by domain. Each domain gets both of its lists; its
 * heading that is printed again is furniture, and a list's heading that is printed once stands at the first domain.
 */
function readByKind(prose: readonly Line[], lists: readonly Line[], report: Report): Read {
  const groups = readGroups(lists).map((group) => ({...group, read: readGroup(group, report)}))
  const furniture: Furniture[] = []
  const sections = domains.flatMap((domain): Section[] => {
    const own = groups.filter((group) => group.domain === domain)
    const [first, ...again] = own.flatMap((group) => group.domainHeading ?? [])
    if (!first) return []
    furniture.push(...again.map((passage) => ({rule: 'repeated-heading', ...passage})))
    return [
      {
        id: domain.id,
        kind: 'domain',
        topic: domain.topic,
        heading: first.text,
        body: [],
        findings: own.flatMap(({read}) => read.findings),
        sections: own.flatMap(({read}) => read.sections),
        place: first.place,
      },
    ]
  })
  const others = groups.filter(({domain}) => !domain)
  return {
    body: readBlocks(prose),
    findings: others.flatMap(({read}) => read.findings),
    sections: [...others.flatMap(({read}) => read.sections), ...sections],
    furniture,
  }
}

function readGroups(lines: readonly Line[]): Group[] {
  const groups: Group[] = []
  for (const line of lines) {
    const unnumbered = unnumber(line.text)
    const {list, domain} = line.shape === 'text' ? (listHeading.exec(unnumbered)?.groups ?? {}) : {}
    const number = line.text.slice(0, line.text.length - unnumbered.length)
    const kind = list ? readFindingKind(list) : undefined
    const before = groups.at(-1)
    if (list && kind)
      groups.push({
        kind,
        heading: {text: `${number}${list}`, place: line.place},
        isFirst: true,
        ...nameDomain(domain, line.place),
        lines: [],
      })
    else if (before && isDomainHeading(line)) {
      const isFirst = before.isFirst && !before.domain && before.lines.every(({shape}) => shape === 'blank')
      if (isFirst) groups.pop()
      groups.push({...before, isFirst, ...nameDomain(line.text, line.place), lines: []})
    } else before?.lines.push(line)
  }
  return groups
}

const findDomain = (text: string) => domains.find(({words}) => words.test(text))

function nameDomain(text: string | undefined, place: Place): Pick<Group, 'domain' | 'domainHeading'> {
  const domain = text ? findDomain(text) : undefined
  return {domain, domainHeading: text ? {text, place} : undefined}
}

function readGroup({kind, heading, isFirst, domain, lines}: Group, report: Report): ReturnType<typeof readLists> {
  const {findings, sections} = readLists(domain?.id ?? 'capacity-to-improve', [{kind, heading, lines}], report)
  return {findings: isFirst ? findings : findings.map((list) => ({...list, headingIsOurs: true})), sections}
}
