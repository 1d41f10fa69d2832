import type {Findings, Passage, Place, Section} from '../../assessment.ts'
import type {Furniture, Line} from '../../normalise.ts'
import {readBlocks} from '../../outline.ts'
import {readFindings} from '../reading.ts'
import {readFindingKind} from './finding-kind.ts'

const domains = [
  {id: 'leadership', topic: 'leadership', words: /leadership/i},
  {id: 'commissioning', topic: 'resources', words: /commissioning (?:and|&) use of resources/i},
] as const
type Domain = (typeof domains)[number]

/** `Key strengths Leadership`: the heading of a list and of a domain, run into one line or alone in it. */
const listHeading =
  /^(?<list>(?:Key )?(?:strengths|areas for (?:development|improvement)))(?:\s*[:–-]?\s+(?<domain>leadership|commissioning (?:and|&) use of resources))?$/i
const domainHeading = /^(?:leadership|commissioning (?:and|&) use of resources)$/i

interface Group {
  readonly kind: 'strength' | 'improvement'
  /** The list's heading, when it stands at this domain. */
  readonly heading: Passage
  readonly isFirst: boolean
  readonly domain: Domain | undefined
  readonly domainHeading: Passage | undefined
  readonly lines: Line[]
}

/**
 * Reads `Capacity to improve`: prose for both domains, then the lists by kind and, within a kind, by domain. Each
 * domain gets a section of its own with its strengths and its areas for development; a domain's heading that is
 * printed again is furniture, and a list's heading that is printed once stands at the first domain.
 */
export function readCapacity(
  printed: {heading: string; place: Place},
  lines: readonly Line[],
): {section: Section; furniture: Furniture[]} {
  const at = lines.findIndex((line) => line.shape === 'text' && listHeading.test(line.text))
  const prose = at < 0 ? lines : lines.slice(0, at)
  const groups = readGroups(at < 0 ? [] : lines.slice(at))
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
        findings: own.map(toFindings),
        sections: [],
        place: first.place,
      },
    ]
  })
  const section: Section = {
    id: 'capacity-to-improve',
    kind: 'group',
    topic: 'leadership',
    ...printed,
    body: readBlocks(prose),
    findings: groups.filter(({domain}) => !domain).map(toFindings),
    sections,
  }
  return {section, furniture}
}

function readGroups(lines: readonly Line[]): Group[] {
  const groups: Group[] = []
  for (const line of lines) {
    const {list, domain} = line.shape === 'text' ? (listHeading.exec(line.text)?.groups ?? {}) : {}
    const kind = list ? readFindingKind(list) : undefined
    const before = groups.at(-1)
    if (list && kind)
      groups.push({
        kind,
        heading: {text: list, place: line.place},
        isFirst: true,
        ...nameDomain(domain, line.place),
        lines: [],
      })
    else if (before && line.shape === 'text' && domainHeading.test(line.text)) {
      const isFirst = before.isFirst && !before.domain && before.lines.every(({shape}) => shape === 'blank')
      if (isFirst) groups.pop()
      groups.push({...before, isFirst, ...nameDomain(line.text, line.place), lines: []})
    } else before?.lines.push(line)
  }
  return groups
}

function nameDomain(text: string | undefined, place: Place): Pick<Group, 'domain' | 'domainHeading'> {
  const domain = text ? domains.find(({words}) => words.test(text)) : undefined
  return {domain, domainHeading: text ? {text, place} : undefined}
}

function toFindings({kind, heading, isFirst, lines}: Group): Findings {
  const findings = readFindings(kind, heading, lines)
  return isFirst ? findings : {...findings, headingIsOurs: true}
}
