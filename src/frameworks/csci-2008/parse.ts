import type {Duty, Judgement, Passage, Section} from '../../assessment.ts'
import type {Furniture, Line, NormalDocument} from '../../normalise.ts'
import {readBlocks} from '../../outline.ts'
import type {Report} from '../../problem.ts'
import {findGrade, type GradeScale, type Reading} from '../framework.ts'
import {addJudgement, contradictingGrades, gradeOf, missingGrades, readGradeRow} from '../grades.ts'
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
  unwrapHeading,
  withoutFurniture,
} from '../reading.ts'
import {readByPeople} from './by-people.ts'
import {readCapacity} from './capacity.ts'
import {readFindingKind} from './finding-kind.ts'
import {capacityScale, outcomesScale, scales, starsScale} from './scale.ts'

const outcomes = [
  {id: 'outcome-1', topic: 'health', words: /^improv(?:ed|ing) health and (?:emotional )?well ?being$/},
  {id: 'outcome-2', topic: 'quality-of-life', words: /^improv(?:ed|ing) quality of life$/},
  {id: 'outcome-3', topic: 'taking-part', words: /^making a positive contribution$/},
  {id: 'outcome-4', topic: 'choice', words: /^(?:increased|exercise of) choice and control$/},
  {id: 'outcome-5', topic: 'fairness', words: /^freedom from discrimination (?:and|or) harassment$/},
  {id: 'outcome-6', topic: 'money-and-work', words: /^(?:achieving )?economic well ?being$/},
  {id: 'outcome-7', topic: 'dignity-and-safety', words: /^(?:maintaining )?(?:personal )?dignity and respect$/},
] as const

/** What the rows of the table judge, and on which scale. */
const judged: readonly {readonly of: string; readonly scale: GradeScale; readonly words: RegExp}[] = [
  ...outcomes.map(({id, words}) => ({of: id, scale: outcomesScale, words})),
  {of: 'by-outcome', scale: outcomesScale, words: /^delivering outcomes$/},
  {
    of: 'capacity-to-improve',
    scale: capacityScale,
    words: /^capacity (?:to improve|for improvement)(?: combined judge?ment)?$/,
  },
  {of: 'leadership', scale: capacityScale, words: /^leadership$/},
  {of: 'commissioning', scale: capacityScale, words: /^commissioning and use of resources$/},
  {of: 'overall', scale: starsScale, words: /^(?:overall )?(?:performance|star) rating$/},
]

type Part = 'introduction' | 'judgements' | 'by-people' | 'by-outcome' | 'capacity-to-improve' | 'signature'
const partHeadings: readonly (readonly [Part, RegExp])[] = [
  ['introduction', /^introduction$/],
  ['judgements', /\bperformance judge?ments for \d{4}\b/],
  ['by-people', /^key strengths and (?:key )?areas for (?:development|improvement) by people using services$/],
  ['by-outcome', /^key strengths and (?:key )?areas for (?:development|improvement) by outcome$/],
  ['capacity-to-improve', /^capacity (?:to improve|for improvement)$/],
  ['signature', /^yours (?:sincerely|faithfully|truly)$/],
]

/** Reads CSCI's performance summary: a letter with a table of grades on three scales, then findings by people and by outcome. */
export function parse(document: NormalDocument, report: Report): Reading {
  const pages = findPageNumbers(document)
  const {lines, residue} = stripTemplate(withoutFurniture(document.lines, pages))
  const stretches = cutAtHeadings(lines, (line) => recognisePart(line))
  const furniture: Furniture[] = [...pages, ...residue]
  const sections = stretches.flatMap((stretch): Section[] => {
    const read = readPart(stretch, report)
    furniture.push(...read.furniture)
    return read.sections
  })
  const judgements = readJudgements(
    stretches.find(({kind}) => kind === 'judgements')?.lines ?? lines,
    document.file,
    report,
  )
  checkProse(sections, judgements, report)
  const title = lines.find(({text}) => /^performance summary report\b/i.test(text))
  const front = lines.slice(0, lines.findIndex(({text}) => /^dear\s/i.test(text)) + 1)
  const council = findCouncilName(front) ?? findCouncilName(lines)
  const period = lines
    .filter(({text}) => /performance (?:summary report|judge?ments)/i.test(text))
    .map(({text}) => readPeriod(text))
    .find(Boolean)
  const dated = front.map(({text}) => readDate(text)).find(Boolean)
  return {
    ...(title ? {title: {text: title.text, place: title.place}} : {}),
    ...(council ? {councilName: council} : {}),
    ...(period ? {period} : {}),
    ...(dated ? {dated} : {}),
    judgements,
    sections,
    duties: findDuties(sections),
    evidence: [],
    furniture,
  }
}

function recognisePart(line: Line): Part | undefined {
  if (line.shape === 'row' || line.text.length > 120) return
  const folded = foldHeading(line.text)
  return partHeadings.find(([, words]) => words.test(folded))?.[0]
}

function readPart(
  {kind, heading, lines}: Stretch<Part>,
  report: Report,
): {sections: Section[]; furniture: readonly Furniture[]} {
  if (!kind || !heading) {
    return {sections: readUnheaded('letter-head', 'How the letter begins', lines), furniture: []}
  }
  const printed = {heading: heading.text, place: heading.place}
  if (kind === 'by-people') return {sections: [readByPeople(printed, lines, report)], furniture: []}
  if (kind === 'by-outcome') return {sections: [readByOutcome(printed, lines)], furniture: []}
  if (kind === 'capacity-to-improve') {
    const {section, furniture} = readCapacity(printed, lines)
    return {sections: [section], furniture}
  }
  if (kind === 'signature')
    return {sections: readUnheaded('signature', 'How the letter ends', [heading, ...lines]), furniture: []}
  const background = kind === 'introduction' ? 'background' : 'group'
  return {
    sections: [{id: kind, kind: background, ...printed, body: readBlocks(lines), findings: [], sections: []}],
    furniture: [],
  }
}

function readByOutcome({heading, place}: {heading: string; place: Section['place']}, lines: readonly Line[]): Section {
  const stretches = cutAtHeadings(lines, (line) =>
    line.shape === 'text' && line.text.length < 80
      ? outcomes.find(({words}) => words.test(foldHeading(line.text)))
      : undefined,
  )
  return {
    id: 'by-outcome',
    kind: 'group',
    heading,
    body: readBlocks(stretches[0]?.lines ?? []),
    findings: [],
    sections: stretches.flatMap(({kind, heading: own, lines: rest}) =>
      kind && own ? [readOutcome(kind, unwrapHeading({heading: own, lines: rest}))] : [],
    ),
    place,
  }
}

function readOutcome(
  {id, topic}: (typeof outcomes)[number],
  {heading, lines}: {heading: Passage; lines: readonly Line[]},
): Section {
  const parts = cutAtHeadings(lines, (line) =>
    line.shape === 'row' || line.shape === 'item' ? undefined : readFindingKind(line.text),
  )
  return {
    id,
    kind: 'outcome',
    topic,
    heading: heading.text,
    body: readBlocks(parts[0]?.lines ?? []),
    findings: parts.flatMap(({kind, heading: own, lines: items}) =>
      kind && own ? [readFindings(kind, own, items)] : [],
    ),
    sections: [],
    place: heading.place,
  }
}

function readJudgements(lines: readonly Line[], file: string, report: Report): Judgement[] {
  const judgements: Judgement[] = []
  for (const line of lines) {
    const row = readGradeRow(line, scales)
    const target = row && judged.find(({words}) => words.test(foldHeading(row.subject)))
    if (!row || !target) continue
    const grade = gradeOf(row, target.scale, 'src/frameworks/csci-2008/scale.ts')
    if ('level' in grade) {
      report(grade)
      continue
    }
    addJudgement(judgements, {of: target.of, subject: row.subject, grade, place: row.place}, report)
  }
  if (judgements.length === 0) report(missingGrades(file, 'Improved quality of life'))
  return judgements
}

// "The contribution that the council makes to this outcome is good." · "… capacity to improve services further is promising."
const proseGrade = /\b(?:makes to this outcome|capacity to improve(?: services)?(?: further)?) is (?<grade>\p{L}+)\b/iu

/** The prose repeats each grade; when it names another than the table, both lines are told. */
function checkProse(sections: readonly Section[], judgements: readonly Judgement[], report: Report): void {
  const all = sections.flatMap((section) => [section, ...section.sections])
  for (const judgement of judgements) {
    const section = all.find(({id}) => id === judgement.of)
    const scale = scales.find(({id}) => id === judgement.grade.scale)
    for (const block of section?.body ?? []) {
      if (block.kind !== 'paragraph' || !scale) continue
      const grade = findGrade(scale, proseGrade.exec(block.text)?.groups?.['grade'] ?? '')
      if (grade && grade.id !== judgement.grade.id) report(contradictingGrades(judgement, grade, block.place))
    }
  }
}

/** Residue of the letter's template: `Address Line 1`, and labels with nothing behind them: `Tel: Fax: Email:`. */
const templateResidue = /\bAddress Line \d+\b|\b(?:Tel|Fax|E-?mail):(?=\s*(?:(?:Tel|Fax|E-?mail):\s*)*$)/gi

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

function findDuties(sections: readonly Section[]): Duty[] {
  return sections.flatMap(({body}) =>
    body.flatMap((block): Duty[] => {
      if (block.kind !== 'paragraph') return []
      const text =
        /(?:^|(?<=[.!?]\s))[^!?]*?\bcouncil is (?:expected|required|asked) to\b.*?[.!?](?=\s|$)(?!\s*\p{Ll})/u.exec(
          block.text,
        )?.[0]
      const deadline =
        text &&
        /\bwithin\s+\w+\s+months?[^()]*(?:\([^()]*\))?|\bby\s+\d{1,2}(?:st|nd|rd|th)?\s+\p{L}+\s+\d{4}/iu.exec(
          text,
        )?.[0]
      return text ? [{text: text.trim(), ...(deadline ? {deadline: deadline.trim()} : {}), place: block.place}] : []
    }),
  )
}
