import type {Block, Passage, Section} from '../../assessment.ts'
import {findEvidence} from '../../evidence.ts'
import type {Line, NormalDocument} from '../../normalise.ts'
import {endsSentence, joinLines, readBlocks, spanPlaces} from '../../outline.ts'
import type {Report} from '../../problem.ts'
import {findDuties} from '../duties.ts'
import type {Reading} from '../framework.ts'
import {liftFurniture} from '../furniture.ts'
import {readLetterBlocks} from '../letters.ts'
import {readLists} from '../list-ends.ts'
import {findOtherListKind} from '../list-headings.ts'
import {
  cutAtHeadings,
  findCouncilName,
  foldHeading,
  numberRepeats,
  periodInferred,
  readDate,
  readPeriod,
  readUnheaded,
  type Stretch,
  slugify,
} from '../reading.ts'
import {isDateLine, listParts, services} from './parts.ts'

/** `PERFORMANCE REVIEW REPORT 2003: …`; in prose the words go on as a sentence. */
const reviewLine = /^(?:annex(?: \w)? )?performance review report\b(?! (?:is|was|will|has|which|that|to|and|of)\b)/
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
const progressLine = /^(?:key )?improvements? since (?:the )?last (?:annual )?review$/
const improvementLine = /^(?:(?:key |priority )?areas?|priorities) (?:for|of) (?:further )?improvements?$/

// As printed over the lists, for conversions that ran them into the first words below.
const runIn = /^(?:Improvements since the last annual review|Areas for [Ii]mprovement)\s*[.:]?\s/

/** Reads the committee report, the inspectorate's letter and the review that it encloses; any of the first two may be missing. */
export function parse(document: NormalDocument, report: Report): Reading {
  const {lines, furniture} = liftFurniture(document, runIn)
  const {letterAt, reviewAt} = findParts(lines)
  if (reviewAt === lines.length)
    report({
      level: 'error',
      rule: 'no-review',
      place: {file: document.file, line: 1},
      message:
        'Unexpected document without the review itself, expected a heading such as `PERFORMANCE REVIEW REPORT 2003: …`',
      hint: 'Check that the annex was converted with the letter',
    })
  const letterLines = lines.slice(letterAt, reviewAt)
  const committee = readCommittee(lines.slice(0, letterAt))
  const letter = readLetter(letterLines)
  const review = readReview(lines.slice(reviewAt), report)
  // In document order, so that a repeat is numbered and the first keeps its id, whichever part it stands in.
  const sections = numberRepeats([...committee, ...letter, ...review])
  const title = findTitle(lines)
  const council = findCouncilName(lines.slice(reviewAt, reviewAt + 3)) ?? findCouncilName(lines)
  const period = findPeriod(lines, title, document.file, report)
  const dated = findLetterDate(letterLines)
  return {
    ...(title ? {title} : {}),
    ...(council ? {councilName: council} : {}),
    ...(period ? {period} : {}),
    ...(dated ? {dated} : {}),
    judgements: [],
    sections,
    parts: listParts(
      sections.slice(0, committee.length),
      sections.slice(committee.length, committee.length + letter.length),
      sections.slice(committee.length + letter.length),
      {committeeLines: lines.slice(0, letterAt), letterLines, ...(dated ? {dated} : {})},
    ),
    duties: findDuties(letter),
    evidence: findEvidence(lines),
    furniture,
  }
}

/**
 * Where the letter and the review begin; a part that is missing begins where the next does. The committee report may
 * name the review or its services, so the review is looked for behind the letter first.
 */
function findParts(lines: readonly Line[]): {letterAt: number; reviewAt: number} {
  const salutation = lines.findIndex((line) => line.shape === 'text' && /^Dear\s+\p{Lu}/u.test(line.text))
  const reviewFrom = (start: number) => {
    const isHeading = (test: (folded: string) => boolean) => (line: Line, index: number) =>
      index >= start && isShort(line) && test(foldHeading(line.text))
    const title = lines.findIndex(isHeading((folded) => reviewLine.test(folded)))
    return title >= 0 ? title : lines.findIndex(isHeading((folded) => services.some(({words}) => words.test(folded))))
  }
  const behindLetter = reviewFrom(Math.max(salutation, 0))
  const found = behindLetter < 0 ? reviewFrom(0) : behindLetter
  const isCommittee = (end: number) => lines.slice(0, end).some(isCommitteeHeading)
  const reviewAt = found < 0 ? lines.length : found
  if (salutation >= 0 && salutation < reviewAt) {
    const letterAt = isCommittee(salutation) ? findLetterStart(lines, salutation) : 0
    return {letterAt, reviewAt}
  }
  // What stands above the review is a committee report only when it is set out like one.
  return isCommittee(reviewAt) ? {letterAt: reviewAt, reviewAt} : {letterAt: 0, reviewAt: found < 0 ? lines.length : 0}
}

/** Bullets and rows are never headings, though an item may begin with a heading's words: `Services for adults can be …`. */
const isShort = (line: Line) => line.shape === 'text' && line.text.length < 90

/** The letter begins with the date over the address, or with the salutation when there is neither. */
function findLetterStart(lines: readonly Line[], salutation: number): number {
  const from = Math.max(0, salutation - 25)
  const date = lines.slice(from, salutation).findLastIndex(isDateLine)
  return date < 0 ? salutation : from + date
}

/** The date in a line of its own; else the first whole one that the letter names. */
function findLetterDate(lines: readonly Line[]): string | undefined {
  const own = lines.find(isDateLine)
  const dates = (own ? [own] : lines).map(({text}) => readDate(text))
  return dates.find((date) => date && date.length > 7)
}

/** `1. Purpose of Report`, `DECISION STATUS`: numbered, or a bold line in capitals; `2.1 Since 2001 …` is a paragraph. */
const isCommitteeHeading = (line: Line) =>
  line.shape === 'text' &&
  isShort(line) &&
  (/^\d{1,2}\.\s+\p{Lu}[^.]*$/u.test(line.text) ||
    (line.isStrong && /^[\p{Lu}\s]{8,}$/u.test(line.text) && /status|decision|appendi/i.test(line.text)))

function readCommittee(lines: readonly Line[]): Section[] {
  return cutAtHeadings(lines, (line) => isCommitteeHeading(line) || undefined).flatMap(({heading, lines: own}) => {
    if (!heading) return readUnheaded('committee-front', 'How the committee report begins', readBlocks(own))
    const id = `committee-${slugify(heading.text)}`
    const body = readBlocks(own)
    return [{id, kind: 'background', heading: heading.text, body, findings: [], sections: [], place: heading.place}]
  })
}

function readLetter(lines: readonly Line[]): Section[] {
  const [head, ...rest] = cutAtHeadings(lines, (line) => (line.level && isShort(line)) || undefined)
  const body = [
    ...readLetterBlocks(head?.lines ?? []),
    ...rest.flatMap(({heading, lines: own}): Block[] => [
      ...(heading ? [{kind: 'subheading', text: heading.text, place: heading.place} as const] : []),
      ...readLetterBlocks(own),
    ]),
  ]
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

function readReview(lines: readonly Line[], report: Report): Section[] {
  const stretches = cutAtHeadings(lines, (line, index) => recogniseService(line, lines, index))
  return stretches.flatMap(({kind, heading, lines: own}): Section[] => {
    if (kind && heading) return [readService(kind, heading, own, report)]
    return readUnheaded('review', 'How the review begins', readBlocks(own))
  })
}

const findService = (line: Line | undefined) =>
  line && isShort(line) ? services.find(({words}) => words.test(foldHeading(line.text))) : undefined

/** A service's heading; in a list of contents the next one follows straight after it. */
function recogniseService(line: Line, lines: readonly Line[], index: number): Service | undefined {
  const service = findService(line)
  const next = service && lines.find(({shape}, at) => at > index && shape !== 'blank')
  return findService(next) ? undefined : service
}

function readService(service: Service, heading: Line, lines: readonly Line[], report: Report): Section {
  const stretches = cutAtHeadings(lines, (line, index) => recogniseStandard(line, lines.slice(index + 1, index + 4)))
  return {
    id: service.section,
    kind: 'group',
    heading: heading.text,
    body: readBlocks(stretches[0]?.lines ?? []),
    findings: [],
    sections: stretches.flatMap((stretch) => (stretch.kind ? readStandard(service, stretch, report) : [])),
    place: heading.place,
  }
}

type Standard = (typeof standards)[number] | 'unknown'

/** One of the six, or a short line that stands above a list of improvements and so must be another standard. */
function recogniseStandard(line: Line, following: readonly Line[]): Standard | undefined {
  if (!isShort(line) || readFindingKind(line) || findOtherListKind(line, following)) return
  const known = standards.find(({words}) => words.test(foldHeading(line.text)))
  const next = following.find(({shape}) => shape !== 'blank')
  if (known || !next || endsSentence(line.text)) return known
  // Over a heading of other words stands as likely the last item of a list without bullets, unless it has a number.
  const isList = readFindingKind(next) || (isNumbered(line) && findOtherListKind(next, []))
  return isList ? 'unknown' : undefined
}

const isNumbered = ({text}: Line) => /^\d{1,2}[.)]?\s+\p{Lu}/u.test(text)

function readFindingKind({shape, text}: Line): 'progress' | 'improvement' | undefined {
  if (shape !== 'text') return
  const folded = foldHeading(text)
  return progressLine.test(folded) ? 'progress' : improvementLine.test(folded) ? 'improvement' : undefined
}

function readStandard(service: Service, {kind, heading, lines}: Stretch<Standard>, report: Report): Section[] {
  if (!kind || !heading) return []
  if (kind === 'unknown')
    report({
      level: 'doubt',
      rule: 'unknown-standard',
      toReaders: `“${heading.text}” is not the name of one of the six standards. We show it all the same.`,
      place: heading.place,
      message: `Unexpected standard \`${heading.text}\`, expected one of the six of the review; it is published without a topic`,
      hint: 'When the conversion garbled the heading, add a correction to the record',
    })
  const {id, topic} = kind === 'unknown' ? {id: slugify(heading.text)} : kind
  const [prose, ...lists] = cutAtHeadings(
    lines,
    (line, index) => readFindingKind(line) ?? findOtherListKind(line, lines.slice(index + 1, index + 4)),
  )
  return [
    {
      id: `${service.id}-${id}`,
      kind: 'standard',
      ...(topic ? {topic} : {}),
      heading: heading.text,
      body: readBlocks(prose?.lines ?? []),
      ...readLists(`${service.id}-${id}`, lists, report),
      place: heading.place,
    },
  ]
}

function findTitle(lines: readonly Line[]): Passage | undefined {
  for (const [at, line] of lines.entries()) {
    if (line.shape !== 'text') continue
    // In a narrow column it goes over three lines.
    for (const count of [1, 2, 3]) {
      const parts = lines.slice(at, at + count)
      const {text, place} = joinLines(parts.map((part) => ({...part, isBroken: false})))
      const isWhole = parts.every(({shape}) => shape === 'text') && text.length < 140
      if (isWhole && /annual review/i.test(text) && summaryLine.test(foldHeading(text))) return {text, place}
    }
  }
  const review = lines.find((line) => reviewLine.test(foldHeading(line.text)))
  return review ? {text: review.text, place: review.place} : undefined
}

/** The title's years; else the year that the review says it is of, whose annual review closed the year before. */
function findPeriod(
  lines: readonly Line[],
  title: Passage | undefined,
  file: string,
  report: Report,
): string | undefined {
  const titled = readPeriod(title?.text ?? '')
  if (titled) return titled
  const year = lines
    .map((line) => /^(?:annex(?: \w)? )?performance review report\b.*?\b(?<year>20\d\d)\b/.exec(foldHeading(line.text)))
    .find(Boolean)?.groups?.['year']
  if (year) {
    const period = `${Number(year) - 1}-${String(Number(year) % 100).padStart(2, '0')}`
    report(periodInferred(file, period, `the year of the review, ${year}`))
    return period
  }
  const named = lines
    .filter(({text}) => /annual review|performance/i.test(text))
    .map(({text}) => readPeriod(text))
    .find(Boolean)
  if (named) report(periodInferred(file, named, 'the first period that its text names'))
  return named
}
