import type {Passage} from '../../assessment.ts'
import {findEvidence} from '../../evidence.ts'
import type {Furniture, Line, NormalDocument} from '../../normalise.ts'
import type {Report} from '../../problem.ts'
import {findCouncilName} from '../council-names.ts'
import type {Reading} from '../framework.ts'
import {liftFurniture} from '../furniture.ts'
import {readLetterBlocks, readSignature} from '../letters.ts'
import {cutAtHeadings, readUnheaded} from '../reading.ts'
import {findToldDuties} from './duties.ts'
import {findAuthor, findPeriod, findTitle, readOpening} from './front.ts'
import {joinTables, readGrades} from './grades.ts'
import {recogniseHeadings} from './headings.ts'
import {prepareLines} from './lines.ts'
import {readOutline} from './outline.ts'

/** Reads any document: its words in their order, under the headings that it prints. */
export function parse(document: NormalDocument, report: Report): Reading {
  const {lines: lifted, furniture} = liftFurniture(document)
  const all = prepareLines(lifted)
  const end = findLetterEnd(all)
  const lines = all.slice(0, end)
  const [front, ...headed] = cutAtHeadings(lines, recogniseHeadings(lines))
  const beginning =
    headed.length > 0
      ? readUnheaded('front', 'How the document begins', readLetterBlocks(front?.lines ?? []))
      : readUnheaded('document', 'The document', readLetterBlocks(lines))
  const sections = [
    ...beginning.map((section) => ({...section, body: joinTables(section.body)})),
    ...readOutline(headed, report),
    ...readUnheaded('signature', 'How the letter ends', readSignature(all.slice(end))),
  ]
  const opening = [...readRunningTitle(document, furniture), ...readOpening(lines)]
  const council = findCouncil(opening, lines, report)
  const title = findTitle(opening, council)
  const {period, dated} = readYears(opening, title, report)
  const author = findAuthor(opening)
  return {
    ...(title ? {title} : {}),
    ...(council ? {councilName: council} : {}),
    ...(author ? {author} : {}),
    ...(period ? {period} : {}),
    ...(dated ? {dated} : {}),
    judgements: readGrades(sections),
    sections,
    duties: findToldDuties(sections, {title, author}),
    evidence: findEvidence(lines),
    furniture,
  }
}

/** What stands at the head of each page may be the only place that names council and year: `Northwold review 2011 3`. */
function readRunningTitle({lines}: NormalDocument, furniture: readonly Furniture[]): Line[] {
  const running = furniture.find(({rule, text}) => rule === 'running-title' && /\p{L}/u.test(text))
  const line = lines.find(({place, text}) => place.line === running?.place.line && text === running.text)
  return line ? [{...line, text: line.text.replace(/^\d{1,3}[\s|–-]+|[\s|,–-]+(?:page\s+)?\d{1,3}$/giu, '')}] : []
}

/** Where a letter's last lines begin; what follows a longer text behind them is no signature. */
function findLetterEnd(lines: readonly Line[]): number {
  const at = lines.findLastIndex(
    ({shape, text}) => shape === 'text' && /^yours (?:sincerely|faithfully|truly)\b/i.test(text),
  )
  return at < 0 || lines.slice(at).filter(({shape}) => shape !== 'blank').length > 15 ? lines.length : at
}

/** The council that the beginning names; one that only the text names may be a neighbour, so the officer is told. */
function findCouncil(opening: readonly Line[], lines: readonly Line[], report: Report): Passage | undefined {
  const named = findCouncilName(opening)
  if (named) return named
  const inferred = findCouncilName(lines)
  if (inferred)
    report({
      level: 'note',
      rule: 'council-inferred',
      place: inferred.place,
      message: `Unexpected beginning that names no council, expected one; \`${inferred.text}\` is named most in the text, and taken`,
      hint: 'When the document is about another council, write `council:` into its record',
    })
  return inferred
}

function readYears(opening: readonly Line[], title: Passage | undefined, report: Report) {
  const found = findPeriod(opening, title)
  if (found.inferredFrom)
    report({
      level: 'note',
      rule: 'period-inferred',
      place: found.inferredFrom,
      message: `Unexpected document that does not say its period, expected one in its title; \`${found.period}\` is the year of its date`,
      hint: 'When the document is about another year, write `period:` into its record',
    })
  return found
}
