import type {Block, Passage, Section} from '../../assessment.ts'
import type {Furniture, Line, NormalDocument} from '../../normalise.ts'
import {readBlocks, spanPlaces} from '../../outline.ts'
import type {Report} from '../../problem.ts'
import type {Reading} from '../framework.ts'
import {
  cutAtHeadings,
  findCouncilName,
  findPageNumbers,
  foldHeading,
  readDate,
  readFindings,
  readPeriod,
  readUnheaded,
  type Stretch,
  slugify,
  withoutFurniture,
} from '../reading.ts'
import {findDuties} from './duties.ts'
import {listParts, services} from './parts.ts'

const reviewLine = /^performance review report \d{4}\b/
const summaryLine = /^(?:\S+ ){0,12}annual review of performance \d{4}/

/** The six standards of the review; the seed numbers and levels their headings at random, so words decide. */
const standards = [
  {id: 'national-priorities', topic: 'priorities', words: /^national priorities(?: and strategic objectives)?$/},
  {id: 'cost-efficiency', topic: 'resources', words: /^cost (?:and )?(?:effectiveness and )?efficiency$/},
  {id: 'effectiveness', topic: 'getting-support', words: /^effectiveness of service delivery(?: and outcomes)?$/},
  {id: 'quality', topic: 'getting-support', words: /^quality of services?(?: for (?:service )?users and carers)?$/},
  {id: 'access', topic: 'fairness', words: /^fair access(?: to services)?$/},
  {id: 'capacity', topic: 'leadership', words: /^capacity (?:for improvement|to improve)$/},
] as const
const progressLine = /^(?:key )?improvements? since the last (?:annual )?review$/
const improvementLine = /^(?:key |priority )?areas? (?:for|of) improvements?$/

/** Reads the committee report, the inspectorate's letter and the review that it encloses; any of the first two may be missing. */
export function parse(document: NormalDocument, report: Report): Reading {
  const furniture = findPageNumbers(document)
  const lines = withoutFurniture(document.lines, furniture)
  const letterAt = findLetter(lines)
  const found = lines.findIndex(
    (line) =>
      reviewLine.test(foldHeading(line.text)) ||
      services.some(({words}) => isShort(line) && words.test(foldHeading(line.text))),
  )
  const reviewAt = found < 0 ? lines.length : found
  if (found < 0)
    report({
      level: 'error',
      rule: 'no-review',
      place: {file: document.file, line: 1},
      message:
        'Unexpected document without the review itself, expected a heading such as `PERFORMANCE REVIEW REPORT 2003: …`',
      hint: 'Check that the annex was converted with the letter',
    })
  const committeeEnd = letterAt < 0 ? reviewAt : Math.min(letterAt, reviewAt)
  const committee = readCommittee(lines.slice(0, committeeEnd))
  const letter = letterAt < 0 || letterAt > reviewAt ? [] : readLetter(lines.slice(letterAt, reviewAt))
  const review = readReview(lines.slice(reviewAt))
  const sections = [...committee, ...letter, ...review.sections]
  const letterLines = letterAt < 0 ? [] : lines.slice(letterAt, reviewAt)
  const title = findTitle(lines)
  const council = findCouncilName(lines.slice(reviewAt, reviewAt + 3)) ?? findCouncilName(lines)
  const period = findPeriod(lines)
  const dated = letterLines.map(({text}) => readDate(text)).find(Boolean)
  return {
    ...(title ? {title} : {}),
    ...(council ? {councilName: council} : {}),
    ...(period ? {period} : {}),
    ...(dated ? {dated} : {}),
    judgements: [],
    sections,
    parts: listParts(committee, letter, review.sections, {lines, letterLines, reviewAt, ...(dated ? {dated} : {})}),
    duties: findDuties(letter),
    evidence: [],
    furniture: [...furniture, ...review.furniture],
  }
}

/** Bullets and rows are never headings, though an item may begin with a heading's words: `Services for adults can be …`. */
const isShort = (line: Line) => line.shape === 'text' && line.text.length < 90

/** The letter begins with the date over the address, or with the salutation when there is neither. */
function findLetter(lines: readonly Line[]): number {
  const salutation = lines.findIndex((line) => line.shape === 'text' && /^Dear\s+\p{Lu}/u.test(line.text))
  if (salutation < 0) return -1
  for (let at = salutation; at > Math.max(0, salutation - 25); at--)
    if (/^\d{1,2}(?:st|nd|rd|th)?\s+\p{L}+,?\s+\d{4}$/iu.test(lines[at]?.text ?? '')) return at
  return salutation
}

/** `1. Purpose of Report`, `DECISION STATUS`: numbered, or a bold line in capitals; `2.1 Since 2001 …` is a paragraph. */
const isCommitteeHeading = (line: Line) =>
  line.shape === 'text' &&
  isShort(line) &&
  (/^\d{1,2}\.\s+\p{Lu}[^.]*$/u.test(line.text) ||
    (line.isStrong && /^[\p{Lu}\s]{8,}$/u.test(line.text) && /status|decision|appendi/i.test(line.text)))

function readCommittee(lines: readonly Line[]): Section[] {
  const ids = new Set<string>()
  return cutAtHeadings(lines, (line) => isCommitteeHeading(line) || undefined).flatMap(({heading, lines: own}) => {
    if (!heading) return readUnheaded('committee-front', 'How the committee report begins', own)
    const body = readBlocks(own)
    const base = `committee-${slugify(heading.text.replace(/^\d+\.\s+/, ''))}`
    const id = ids.has(base) ? `${base}-${heading.place.line}` : base
    ids.add(id)
    return [{id, kind: 'background', heading: heading.text, body, findings: [], sections: [], place: heading.place}]
  })
}

function readLetter(lines: readonly Line[]): Section[] {
  const body = cutAtHeadings(lines, (line) => (line.level && isShort(line)) || undefined).flatMap(
    ({heading, lines: own}): Block[] => [
      ...(heading ? [{kind: 'subheading', text: heading.text, place: heading.place} as const] : []),
      ...readBlocks(own),
    ],
  )
  return body[0] ? [background('letter', 'Letter to the council', body)] : []
}

/** A section under a heading of ours, of blocks that were read already. */
const background = (id: string, heading: string, body: readonly Block[]): Section => ({
  id,
  kind: 'background',
  heading,
  headingIsOurs: true,
  body,
  findings: [],
  sections: [],
  place: spanPlaces(body.map(({place}) => place)),
})

type Service = (typeof services)[number]

function readReview(lines: readonly Line[]): {sections: Section[]; furniture: Furniture[]} {
  const stretches = cutAtHeadings(lines, (line): Service | undefined =>
    isShort(line) ? services.find(({words}) => words.test(foldHeading(line.text))) : undefined,
  )
  const sections = stretches.flatMap(({kind, heading, lines: own}): Section[] => {
    if (kind && heading) return [readService(kind, heading, own)]
    return readUnheaded('review', 'How the review begins', own)
  })
  return {sections, furniture: []}
}

function readService(service: Service, heading: Line, lines: readonly Line[]): Section {
  const stretches = cutAtHeadings(lines, (line) =>
    isShort(line) ? standards.find(({words}) => words.test(foldHeading(line.text))) : undefined,
  )
  const seen = new Set<string>()
  return {
    id: service.section,
    kind: 'group',
    heading: heading.text,
    body: readBlocks(stretches[0]?.lines ?? []),
    findings: [],
    sections: stretches.flatMap((stretch) =>
      stretch.kind && stretch.heading ? [readStandard(service, stretch.kind, stretch, seen)] : [],
    ),
    place: heading.place,
  }
}

function readStandard(
  service: Service,
  standard: (typeof standards)[number],
  {heading, lines}: Stretch<unknown>,
  seen: Set<string>,
): Section {
  if (!heading) throw new Error('A standard begins with its heading')
  const base = `${service.id}-${standard.id}`
  const id = seen.has(base) ? `${base}-${heading.place.line}` : base
  seen.add(id)
  const parts = cutAtHeadings(lines, (line): 'progress' | 'improvement' | undefined => {
    const folded = foldHeading(line.text)
    if (line.shape === 'row' || line.shape === 'item') return
    return progressLine.test(folded) ? 'progress' : improvementLine.test(folded) ? 'improvement' : undefined
  })
  return {
    id,
    kind: 'standard',
    topic: standard.topic,
    heading: heading.text,
    body: readBlocks(parts[0]?.lines ?? []),
    findings: parts.flatMap(({kind, heading: own, lines: items}) =>
      kind && own ? [readFindings(kind, own, items)] : [],
    ),
    sections: [],
    place: heading.place,
  }
}

function findTitle(lines: readonly Line[]): Passage | undefined {
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    const wrapped = next && line.isBroken ? `${line.text} ${next.text}` : line.text
    if (summaryLine.test(foldHeading(wrapped)) && wrapped.length < 140 && /annual review/i.test(wrapped))
      return wrapped === line.text || !next
        ? {text: line.text, place: line.place}
        : {text: wrapped, place: spanPlaces([line.place, next.place])}
  }
  const review = lines.find((line) => reviewLine.test(foldHeading(line.text)))
  return review ? {text: review.text, place: review.place} : undefined
}

/** The title's years; else the year that the review says it is of, whose annual review closed the year before. */
function findPeriod(lines: readonly Line[]): string | undefined {
  const titled = lines.filter((line) => /annual review|performance/i.test(line.text))
  const printed = titled.map(({text}) => readPeriod(text)).find(Boolean)
  if (printed) return printed
  const year = lines
    .map((line) => /^performance review report (?<year>\d{4})\b/.exec(foldHeading(line.text))?.groups?.['year'])
    .find(Boolean)
  return year ? `${Number(year) - 1}-${year.slice(2)}` : undefined
}
