import type {Block, FindingKind, Judgement, Passage, Section, SectionKind} from '../../assessment.ts'
import {findEvidence} from '../../evidence.ts'
import type {Line, NormalDocument} from '../../normalise.ts'
import {joinLines, readBlocks} from '../../outline.ts'
import type {Report} from '../../problem.ts'
import {findCouncilName} from '../council-names.ts'
import {findPeriod, readPeriod} from '../dates.ts'
import {findGrade, type Reading} from '../framework.ts'
import {liftFurniture} from '../furniture.ts'
import {contradictingGrades, missingGrades} from '../grades.ts'
import {readLists} from '../list-ends.ts'
import {findOtherListKind} from '../list-headings.ts'
import {cutAtHeadings, foldHeading, numberRepeats, readUnheaded, unnumber, unwrapHeading} from '../reading.ts'
import {gradesLine, outcomeRow, readJudgements} from './judgements.ts'
import {scale} from './scale.ts'

const titleLine = /^Assessment of Performance Report\b/i
// `ADULT SOCIAL SERVICES ASSESSMENT OF PERFORMANCE 2009/10 :Leicester`
const councilLine = /ASSESSMENT OF PERFORMANCE\s+[\d/–-]+\s*[:–-]\s*(?<council>.+)$/i
const conclusionLine = /^Conclusion of\b.*\bperformance\b/i
const summaryLine = /^Council overall summary\b/i
const strengthsLine = /^Key strengths\b\W*$/i
const improvementsLine = /^(?:Key )?areas (?:for|of) (?:improvement|development)\b\W*$/i
// CQC let councils keep last year's grade by self-declaration, so the body may be a stock paragraph and both lists
// empty (Halton 2009/10, outcomes 1 to 4).
const carriedLine =
  /\bagreed to (?:accept|carry forward) the judgement awarded\b.*?\bfrom\s+(?:the\s+)?(?<year>\d{4}\s*[/–-]\s*\d{2,4})/i
const declaredGrade = /\bcontinuing to perform at (?:an?|the)\s+(?<grade>[\p{L}]+)\s+level/iu

// As printed over the lists, for conversions that ran them into the first words below.
const runIn =
  /^(?:Key strengths|(?:Key a|A)reas for (?:improvement|development)|Conclusion of \d{4}\/\d{2,4} performance|Council overall summary of \d{4}\/\d{2,4} performance)\s*:?\s/

const topics: Readonly<Record<string, string>> = {
  leadership: 'leadership',
  commissioning: 'resources',
  'outcome-1': 'health',
  'outcome-2': 'quality-of-life',
  'outcome-3': 'taking-part',
  'outcome-4': 'choice',
  'outcome-5': 'fairness',
  'outcome-6': 'money-and-work',
  'outcome-7': 'dignity-and-safety',
}

/** Reads CQC's assessment of performance report: a table of grades, an overview, two domains, seven outcomes. */
export function parse(document: NormalDocument, report: Report): Reading {
  const {lines, furniture} = liftFurniture(document, runIn)
  const period = findOwnPeriod(lines)
  const isHeading = (line: Line, index: number) => recogniseHeading(line, lines, index) !== undefined
  const judgements = readJudgements(lines, {period, isHeading}, report)
  if (judgements.length === 0) report(missingGrades(document.file, 'Outcome 1: Improved health and well-being'))
  const stretches = cutAtHeadings(lines, (line, index) => recogniseHeading(line, lines, index))
  const sections = stretches.flatMap(({kind, heading, lines: own}) => {
    if (kind && heading) return [readSection(kind, unwrapHeading({heading, lines: own}), report)]
    return readUnheaded('about-this-report', 'How the report begins', readBlocks(own))
  })
  const title = lines.find((line) => titleLine.test(unnumber(line.text)))
  return {
    ...(title ? {title: {text: title.text, place: title.place}} : {}),
    ...councilOf(lines),
    ...(period ? {period} : {}),
    judgements: judgements.map((judgement) => carryForward(judgement, sections, report)),
    sections: numberRepeats(sections),
    duties: [],
    evidence: findEvidence(lines),
    furniture,
  }
}

interface Heading {
  readonly id: string
  readonly kind: SectionKind
}

function recogniseHeading(line: Line, lines: readonly Line[], index: number): Heading | undefined {
  if (line.shape === 'row') return
  const text = unnumber(line.text)
  if (gradesLine.test(text)) return {id: 'grades', kind: 'group'}
  if (summaryLine.test(text)) return {id: 'overall-summary', kind: 'overview'}
  const {number} = outcomeRow.exec(text)?.groups ?? {}
  // The key on the first page lists "Leadership and" and "Commissioning and use of resources" too, and the grade table
  // may be printed without columns: a real heading has its official text or its conclusion right below.
  if (number && isFollowedByAssessment(lines, index)) return {id: `outcome-${number}`, kind: 'outcome'}
  const folded = foldHeading(line.text)
  if (folded === 'leadership' && isFollowedByAssessment(lines, index)) return {id: 'leadership', kind: 'domain'}
  if (folded === 'commissioning and use of resources' && isFollowedByAssessment(lines, index))
    return {id: 'commissioning', kind: 'domain'}
  return
}

function isFollowedByAssessment(lines: readonly Line[], index: number): boolean {
  let left = 30
  for (let at = index + 1; at < lines.length && left > 0; at++) {
    const {shape, text: printed} = lines[at] as Line
    if (shape === 'blank') continue
    const text = unnumber(printed)
    if (conclusionLine.test(text) || conclusionLine.test(`${text} ${lines[at + 1]?.text}`)) return true
    if (outcomeRow.test(text) || summaryLine.test(text)) return false
    left--
  }
  return false
}

type Part = 'conclusion' | FindingKind

function readSection(
  {id, kind}: Heading,
  {heading, lines}: {heading: Passage; lines: readonly Line[]},
  report: Report,
): Section {
  const parts = cutAtHeadings(lines, (line, index): Part | undefined => {
    const text = unnumber(line.text)
    if (conclusionLine.test(text) && text.length < 80) return 'conclusion'
    if (strengthsLine.test(text)) return 'strength'
    if (improvementsLine.test(text)) return 'improvement'
    return findOtherListKind(line, lines.slice(index + 1, index + 4))
  })
  const topic = topics[id]
  const {expectation, body} = splitExpectation(readBlocks(parts[0]?.lines ?? []), kind)
  for (const part of parts) {
    if (part.kind !== 'conclusion' || !part.heading) continue
    body.push({kind: 'subheading', text: part.heading.text, place: part.heading.place}, ...readBlocks(part.lines))
  }
  const lists = parts.flatMap(({kind: part, ...rest}) => (part && part !== 'conclusion' ? [{kind: part, ...rest}] : []))
  return {
    id,
    kind,
    ...(topic ? {topic} : {}),
    heading: heading.text,
    ...(expectation ? {expectation} : {}),
    body,
    ...readLists(id, lists, report),
    place: heading.place,
  }
}

/** The official text of an outcome stands in quotation marks before the conclusion. */
function splitExpectation(blocks: Block[], kind: SectionKind): {expectation?: Passage; body: Block[]} {
  const [first, ...rest] = blocks
  const isJudged = kind === 'outcome' || kind === 'domain'
  if (!isJudged || first?.kind !== 'paragraph' || !/^["“‘']/.test(first.text)) return {body: blocks}
  return {expectation: {text: first.text, place: first.place}, body: rest}
}

function carryForward(judgement: Judgement, sections: readonly Section[], report: Report): Judgement {
  const section = sections.find(({id}) => id === judgement.of)
  const carried = section?.body.find(
    (block): block is Extract<Block, {kind: 'paragraph'}> => block.kind === 'paragraph' && carriedLine.test(block.text),
  )
  if (!carried) return judgement
  const declared = declaredGrade.exec(carried.text)?.groups?.['grade']
  const grade = declared ? findGrade(scale, declared) : undefined
  if (grade && grade.id !== judgement.grade.id) report(contradictingGrades(judgement, grade, carried.place))
  const carriedFrom = readPeriod(carriedLine.exec(carried.text)?.groups?.['year'] ?? '')
  return carriedFrom ? {...judgement, carriedFrom} : judgement
}

function councilOf(lines: readonly Line[]): {councilName?: Passage} {
  for (const [index, line] of lines.entries()) {
    // `… ASSESSMENT OF PERFORMANCE 2009/10` ⏎ `:Leicester`
    const next = lines[index + 1]
    const wrapped = next?.shape === 'text' ? joinLines([{...line, isBroken: false}, next]) : line
    for (const {text, place} of [line, wrapped]) {
      const council = councilLine.exec(text)?.groups?.['council']
      if (council) return {councilName: {text: council.trim(), place}}
    }
  }
  const found = findCouncilName(lines)
  return found ? {councilName: found} : {}
}

function findOwnPeriod(lines: readonly Line[]): string | undefined {
  const isTitle = ({shape, text}: Line) =>
    shape !== 'row' && (titleLine.test(text) || councilLine.test(text) || gradesLine.test(text))
  return findPeriod(lines.filter(isTitle).map(({text}) => text))
}
