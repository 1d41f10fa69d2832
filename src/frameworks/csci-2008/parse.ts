import {eachSection, type Passage, type Place, type Proof, type Section} from '../../assessment.ts'
import {findEvidence} from '../../evidence.ts'
import type {Furniture, Line, NormalDocument} from '../../normalise.ts'
import {endsSentence, joinLines, readBlocks} from '../../outline.ts'
import type {Report} from '../../problem.ts'
import type {KnownFinding} from '../alike.ts'
import {findCouncilName} from '../council-names.ts'
import {findPeriod, readDate} from '../dates.ts'
import {findDuties} from '../duties.ts'
import {findGrade, type Reading} from '../framework.ts'
import {liftFurniture} from '../furniture.ts'
import {readLetterBlocks, readSignature} from '../letters.ts'
import {
  cutAtHeadings,
  foldHeading,
  joinHeadings,
  numberRepeats,
  readUnheaded,
  type Stretch,
  slugify,
  unwrapHeading,
} from '../reading.ts'
import {readByPeople} from './by-people.ts'
import {readCapacity} from './capacity.ts'
import {readProseAndFindings} from './findings.ts'
import {checkProse, readJudgements} from './judgements.ts'
import {capacityScale} from './scale.ts'
import {outcomes} from './subjects.ts'

type Part = 'introduction' | 'judgements' | 'by-people' | 'by-outcome' | 'capacity-to-improve' | 'signature'
const partHeadings: readonly (readonly [Part, RegExp])[] = [
  ['introduction', /^introduction$/],
  ['judgements', /\bperformance judge?ments for \d{4}\b/],
  ['by-people', /^key strengths and (?:key )?areas for (?:development|improvement) by people using services$/],
  ['by-outcome', /^key strengths and (?:key )?areas for (?:development|improvement) by outcome$/],
  ['capacity-to-improve', /^capacity (?:to improve|for improvement)$/],
  ['signature', /^yours (?:sincerely|faithfully|truly)$/],
]

// As printed over the lists, for conversions that ran them into the first words below.
const runIn = /^Key (?:[Ss]trengths|[Aa]reas for [Dd]evelopment)\s*:?\s/

/** Reads CSCI's performance summary: a letter with a table of grades on three scales, then findings by people and by outcome. */
export function parse(document: NormalDocument, report: Report): Reading {
  const lifted = liftFurniture(document, runIn)
  const {lines, residue} = stripTemplate(lifted.lines)
  const stretches = cutAtHeadings(lines, (line, index) => recognisePart(line, lines.slice(index + 1, index + 3)))
  const isByPeople = ({kind}: Stretch<Part>) => kind === 'by-people'
  const others = new Map(
    stretches.filter((stretch) => !isByPeople(stretch)).map((stretch) => [stretch, readPart(stretch, report)]),
  )
  // The lists by outcome tell what stands in the table by people, which comes before them.
  const known = listKnown([...others.values()].flatMap((read) => read.sections))
  const parts = stretches.map((stretch) => others.get(stretch) ?? readPeoplePart(stretch, known, report))
  const sections = numberRepeats(parts.flatMap((part) => part.sections))
  const furniture = [...lifted.furniture, ...residue, ...parts.flatMap((part) => part.furniture)]
  const table = stretches.find(({kind}) => kind === 'judgements')?.lines
  const title = findTitle(lines)
  const titled = lines.filter(({shape, text}) => shape !== 'row' && isTitled(text))
  const period = findPeriod([...(title ? [title] : []), ...titled].map(({text}) => text))
  const judgements = readJudgements({table, lines, period}, sections, document.file, report)
  checkProse(sections, judgements, report)
  const front = stretches[0]?.lines ?? []
  const council = findCouncilName(front) ?? findCouncilName(lines)
  const dated = front.map(({text}) => readDate(text)).find(Boolean)
  return {
    ...(title ? {title} : {}),
    ...(council ? {councilName: council} : {}),
    ...(period ? {period} : {}),
    ...(dated ? {dated} : {}),
    judgements,
    sections,
    duties: findDuties(sections),
    evidence: findEvidence(lines),
    proofs: parts.flatMap(({proofs = []}) => proofs),
    furniture,
  }
}

/** Findings under headings that say what kind they are. */
const listKnown = (sections: readonly Section[]): KnownFinding[] =>
  [...eachSection(sections)].flatMap(({section}) =>
    section.findings.flatMap(({kind, items}) => items.map(({text, place}) => ({kind, text, place}))),
  )

const isTitled = (text: string) => /performance (?:summary report|judge?ments)/i.test(text)

/** The title with the lines it was wrapped onto; prose that only begins with its words ends in a full stop. */
function findTitle(lines: readonly Line[]): Passage | undefined {
  const at = lines.findIndex(({text}) => /^(?:performance )?summary report (?:of|for|on)\b/i.test(text))
  const end = lines.findIndex((line, index) => index > at && line.shape !== 'text')
  if (at < 0) return
  const title = joinLines(lines.slice(at, end < 0 ? undefined : end).map((line) => ({...line, isBroken: false})))
  return title.text.length < 300 && !title.text.endsWith('.')
    ? title
    : {text: lines[at]?.text ?? '', place: title.place}
}

function recognisePart(line: Line, following: readonly Line[]): Part | undefined {
  if (line.shape === 'row' || line.text.length > 120) return
  const folded = foldHeading(line.text)
  const part = partHeadings.find(([, words]) => words.test(folded))?.[0]
  // A row of the table that was wrapped, or printed with a cell a line, begins with the same words as the part.
  const next = following.find(({shape}) => shape !== 'blank')?.text ?? ''
  const isRow = part === 'capacity-to-improve' && (/^\(combined\b/i.test(next) || findGrade(capacityScale, next))
  return isRow ? undefined : part
}

interface Printed {
  readonly heading: string
  readonly place: Place
}

interface PartReading {
  readonly sections: readonly Section[]
  readonly furniture: readonly Furniture[]
  readonly proofs?: readonly Proof[]
}

function readPeoplePart({heading, lines}: Stretch<Part>, known: readonly KnownFinding[], report: Report): PartReading {
  const {text = '', place} = heading ?? {}
  if (!place) return {sections: [], furniture: []}
  const {section, ...read} = readByPeople({heading: text, place}, joinHeadings(lines, isPeople), known, report)
  return {sections: [section], ...read}
}

function readPart({kind, heading, lines}: Stretch<Part>, report: Report): PartReading {
  if (!kind || !heading) {
    return {sections: readUnheaded('letter-head', 'How the letter begins', readLetterBlocks(lines)), furniture: []}
  }
  const printed = {heading: heading.text, place: heading.place}
  if (kind === 'by-outcome') return {sections: [readByOutcome(printed, lines, report)], furniture: []}
  if (kind === 'capacity-to-improve') {
    const {section, furniture} = readCapacity(printed, lines, report)
    return {sections: [section], furniture}
  }
  if (kind === 'signature')
    return {
      sections: readUnheaded('signature', 'How the letter ends', readSignature([heading, ...lines])),
      furniture: [],
    }
  const background = kind === 'introduction' ? 'background' : 'group'
  return {
    sections: [{id: kind, kind: background, ...printed, body: readBlocks(lines), findings: [], sections: []}],
    furniture: [],
  }
}

/** `People with physical` ⏎ `and sensory disabilities`: the name of a group, wrapped or not. */
const isPeople = ({shape, text}: Line) =>
  shape === 'text' && /^(?:people|older|younger|adults|carers)\b/.test(foldHeading(text)) && !endsSentence(text)

function readByOutcome({heading, place}: Printed, lines: readonly Line[], report: Report): Section {
  const stretches = cutAtHeadings(lines, (line, index) => recogniseOutcome(line, lines.slice(index + 1, index + 4)))
  return {
    id: 'by-outcome',
    kind: 'group',
    heading,
    body: readBlocks(stretches[0]?.lines ?? []),
    findings: [],
    sections: stretches.flatMap(({kind, heading: own, lines: rest}) =>
      kind && own ? [readOutcome(kind, unwrapHeading({heading: own, lines: rest}), report)] : [],
    ),
    place,
  }
}

type Outcome = (typeof outcomes)[number] | 'unknown'

/** One of the seven, or whatever stands above "The contribution that the council makes to this outcome is …". */
function recogniseOutcome(line: Line, following: readonly Line[]): Outcome | undefined {
  if (line.shape !== 'text' || line.text.length >= 80) return
  const known = outcomes.find(({words}) => words.test(foldHeading(line.text)))
  const next = following.find(({shape}) => shape !== 'blank')?.text ?? ''
  return known ?? (/^the contribution that the council makes to this outcome\b/i.test(next) ? 'unknown' : undefined)
}

function readOutcome(
  outcome: Outcome,
  {heading, lines}: {heading: Passage; lines: readonly Line[]},
  report: Report,
): Section {
  if (outcome === 'unknown')
    report({
      level: 'doubt',
      rule: 'unknown-outcome',
      toReaders: `“${heading.text}” is not the name of one of the seven outcomes, so we show it without a grade.`,
      place: heading.place,
      message: `Unexpected outcome \`${heading.text}\`, expected one of the seven of CSCI's framework; it is published without a topic or a grade`,
      hint: 'When the conversion garbled the heading, add a correction to the record',
    })
  const {id, topic} = outcome === 'unknown' ? {id: `outcome-${slugify(heading.text)}`} : outcome
  return {
    id,
    kind: 'outcome',
    ...(topic ? {topic} : {}),
    heading: heading.text,
    ...readProseAndFindings(id, lines, report),
    place: heading.place,
  }
}

/** Residue of the letter's template, whole words only: `Address Line 1`, and labels with nothing behind them: `Tel: Fax: Email:`. */
const templateResidue = /(?<!\S)(?:Address Line \d+(?!\S)|(?:Tel|Fax|E-?mail):(?=\s*(?:(?:Tel|Fax|E-?mail):\s*)*$))/gi

function stripTemplate(lines: readonly Line[]): {lines: Line[]; residue: Furniture[]} {
  const residue: Furniture[] = []
  const stripped = lines.map((line): Line => {
    if (line.shape !== 'text') return line
    const found = [...line.text.matchAll(templateResidue)].map((match) => match[0])
    if (found.length === 0) return line
    residue.push(...found.map((text) => ({rule: 'template-residue', text, place: line.place})))
    const text = line.text.replace(templateResidue, ' ').replace(/\s+/g, ' ').trim()
    return {...line, text, shape: text ? 'text' : 'blank'}
  })
  return {lines: stripped, residue}
}
