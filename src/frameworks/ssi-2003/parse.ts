import type {Block, Passage, Section} from '../../assessment.ts'
import {findEvidence} from '../../evidence.ts'
import type {Line, NormalDocument} from '../../normalise.ts'
import {endsSentence, joinLines, readBlocks, spanPlaces} from '../../outline.ts'
import type {Report} from '../../problem.ts'
import {findCouncilName} from '../council-names.ts'
import {periodInferred, readDate, readPeriod} from '../dates.ts'
import {findDuties} from '../duties.ts'
import type {Reading} from '../framework.ts'
import {liftFurniture} from '../furniture.ts'
import {isSalutation, readLetterBlocks, readLetterHead, readSignature} from '../letters.ts'
import {readLists} from '../list-ends.ts'
import {findOtherListKind} from '../list-headings.ts'
import {joinTabbed, partNumbered} from '../numbered-paragraphs.ts'
import {cutAtHeadings, foldHeading, numberRepeats, readUnheaded, type Stretch, slugify} from '../reading.ts'
import {cutParts, isCommitteeHeading, isRunningAt, isShort, reviewLine} from './front.ts'
import {isDateLine, listParts, services} from './parts.ts'
import {findSignature} from './signature.ts'

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
  const lifted = liftFurniture(document, runIn)
  const {furniture} = lifted
  const lines = joinTabbed(lifted.lines)
  const {committee: committeeLines, above, letter: letterLines, below, review: reviewLines} = cutParts(lines)
  if (!reviewLines)
    report({
      level: 'error',
      rule: 'no-review',
      place: {file: document.file, line: 1},
      message:
        'Unexpected document without the review itself, expected a heading such as `PERFORMANCE REVIEW REPORT 2003: …`',
      hint: 'Check that the annex was converted with the letter',
    })
  const committee = readCommittee(partNumbered(committeeLines))
  const front = readUnclaimed('front', 'How the document begins', above, report)
  const letter = readLetter(letterLines)
  const between = readUnclaimed('between', 'What stands before the review', below, report)
  const review = readReview(reviewLines ?? [], report)
  const beforeReview = [...committee, ...front, ...letter, ...between]
  // In document order, so that a repeat is numbered and the first keeps its id, whichever part it stands in.
  const sections = numberRepeats([...beforeReview, ...review])
  const title = findTitle(lines)
  const council = findCouncilName((reviewLines ?? []).slice(0, 3)) ?? findCouncilName(lines)
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
      {
        committee: sections.slice(0, committee.length),
        letter: sections.slice(committee.length + front.length, committee.length + front.length + letter.length),
        review: sections.slice(beforeReview.length),
      },
      {committeeLines, letterLines, ...(dated ? {dated} : {})},
    ),
    duties: findDuties(beforeReview),
    evidence: findEvidence(lines),
    furniture,
  }
}

/** The date in a line of its own; else the first whole one above the letter's sentences. */
function findLetterDate(lines: readonly Line[]): string | undefined {
  const own = lines.find(isDateLine)
  // Further on stand the dates of meetings and by which the council must act.
  const text = lines.findIndex((_, index) => isRunningAt(lines, index))
  const dates = (own ? [own] : lines.slice(0, text < 0 ? undefined : text)).map(({text: words}) => readDate(words))
  return dates.find((date) => date && date.length > 7)
}

function readCommittee(lines: readonly Line[]): Section[] {
  return cutAtHeadings(lines, (line) => isCommitteeHeading(line) || undefined).flatMap(({heading, lines: own}) => {
    if (!heading) return readUnheaded('committee-front', 'How the committee report begins', readBlocks(own))
    const id = `committee-${slugify(heading.text)}`
    const body = readBlocks(own)
    return [{id, kind: 'background', heading: heading.text, body, findings: [], sections: [], place: heading.place}]
  })
}

/** Words that stand in no part: nothing says who wrote them, so no author is named and the officer is told. */
function readUnclaimed(id: string, heading: string, lines: readonly Line[], report: Report): Section[] {
  const sections = readUnheaded(id, heading, readBlocks(lines))
  for (const {place} of sections)
    report({
      level: 'doubt',
      rule: 'text-without-part',
      toReaders: `We cannot tell who wrote the words under “${heading}”.`,
      place,
      message:
        'Unexpected text before the review, expected a committee report or a letter; it is published without an author',
      hint: 'Compare with the original document; when a date, `Dear …` or `Report of …` was lost in its conversion, convert it again or add a correction to the record',
    })
  return sections
}

function readLetter(lines: readonly Line[]): Section[] {
  const signature = findSignature(lines)
  // A name and office in bold; what stands under a close is read with it.
  const end = signature && !signature.isClosed ? signature : {at: lines.length, to: lines.length}
  const [head, ...rest] = cutAtHeadings(lines.slice(0, end.at), (line) => (line.level && isShort(line)) || undefined)
  const body = [
    ...readLetterStart(head?.lines ?? []),
    ...rest.flatMap(({heading, lines: own}): Block[] => [
      ...(heading ? [{kind: 'subheading', text: heading.text, place: heading.place} as const] : []),
      ...readLetterBlocks(own),
    ]),
    ...readSignature(lines.slice(end.at, end.to)),
    ...readBlocks(lines.slice(end.to)),
  ]
  return body[0] ? [background('letter', 'Letter to the council', body)] : []
}

/** Without a salutation, the head ends where whole sentences begin. */
function readLetterStart(lines: readonly Line[]): Block[] {
  if (lines.some(isSalutation)) return readLetterBlocks(lines)
  const text = lines.findIndex((_, index) => isRunningAt(lines, index))
  return [...readLetterHead(lines.slice(0, Math.max(0, text))), ...readLetterBlocks(lines.slice(Math.max(0, text)))]
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
