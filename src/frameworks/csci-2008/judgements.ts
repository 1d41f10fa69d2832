import {eachSection, type Judgement, type Section} from '../../assessment.ts'
import type {Line} from '../../normalise.ts'
import {joinLines} from '../../outline.ts'
import type {Report} from '../../problem.ts'
import {findGrade} from '../framework.ts'
import {addJudgement, contradictingGrades, type GradeRow, gradeOf, missingGrades, readGradeRow} from '../grades.ts'
import {scales} from './scale.ts'
import {findSubject, type Subject, subjects} from './subjects.ts'

/**
 * Reads the rows of `Areas for judgment⇥Grade awarded`, each on its own scale, however the conversion printed them. A
 * grade that is not on its scale, a row that names nothing we know and a section that got no grade are all told.
 */
export function readJudgements(
  {table, lines}: {table: readonly Line[] | undefined; lines: readonly Line[]},
  sections: readonly Section[],
  file: string,
  report: Report,
): Judgement[] {
  const judgements: Judgement[] = []
  const told = new Set<string>()
  for (const {row, subject} of readRows(table, lines)) {
    if (!subject) {
      report(unknownSubject(row))
      continue
    }
    const grade = gradeOf(row, subject.scale, 'src/frameworks/csci-2008/scale.ts')
    if ('level' in grade) report(grade)
    else addJudgement(judgements, {of: subject.of, subject: row.subject, grade, place: row.place}, report)
    told.add(subject.of)
  }
  if (judgements.length === 0) report(missingGrades(file, 'Improved quality of life'))
  else for (const section of findUngraded(sections, told)) report(ungraded(section))
  return judgements
}

interface SubjectRow {
  readonly row: GradeRow
  readonly subject: Subject | undefined
}

/** Only under its heading may the table's rows be told by their words; without it, a row must be whole in its line. */
function readRows(table: readonly Line[] | undefined, lines: readonly Line[]): SubjectRow[] {
  const rows = table ? readTableRows(table.filter(({shape}) => shape !== 'blank')) : []
  return rows.some(({subject}) => subject) ? rows : lines.flatMap((line) => readWholeRow(line) ?? [])
}

function readTableRows(lines: readonly Line[]): SubjectRow[] {
  const rows: SubjectRow[] = []
  for (let at = 0; at < lines.length; at++) {
    const found = readRowAt(lines, at)
    if (!found) continue
    rows.push(found.row)
    at += found.lines - 1
  }
  return rows
}

/** A row in one line, wrapped over two or three, with a cell a line, or with a grade that no scale has. */
function readRowAt(lines: readonly Line[], at: number): {row: SubjectRow; lines: number} | undefined {
  const [line, next] = [lines[at], lines[at + 1]]
  if (!line) return
  const whole = readWholeRow(line)
  if (whole) return {row: whole, lines: 1}
  for (const count of [2, 3]) {
    const wrapped = readWrappedRow(lines.slice(at, at + count))
    if (wrapped) return {row: wrapped, lines: count}
  }
  const subject = findSubject(line.text)
  if (subject && next?.shape === 'text' && isShortCell(next.text) && !beginsRow(next))
    return {row: {row: {subject: line.text, printed: next.text, place: next.place}, subject}, lines: 2}
  const row = subject ? undefined : (splitOffGrade(line) ?? readUnknownRow(line))
  return row && {row, lines: 1}
}

/** `Leadership⇥Uncertain`, `| Leadership | Uncertain |`, `Leadership   Uncertain`. */
function readWholeRow(line: Line): SubjectRow | undefined {
  if (line.shape === 'row') {
    const cells = line.cells.filter(Boolean)
    const at = cells.findIndex((cell) => findSubject(cell))
    const [subject, printed] = [cells[at], cells[at + 1]]
    return subject && printed ? {row: {subject, printed, place: line.place}, subject: findSubject(subject)} : undefined
  }
  const row = readGradeRow(line, scales)
  const subject = row && findSubject(row.subject)
  return subject && {row, subject}
}

/** `Freedom from discrimination and` ⏎ `harassment⇥Good`; or with the grade beside the first line. */
function readWrappedRow(lines: readonly Line[]): SubjectRow | undefined {
  const [first, next] = lines
  if (!first || !next) return
  const joined = joinLines(lines.map((line) => ({...line, isBroken: false})))
  const cells = first.cells.filter(Boolean)
  if (first.shape === 'row' && cells.length === 2 && next.shape === 'text') {
    const [head = '', printed = ''] = cells
    const subject = findSubject(`${head} ${next.text}`)
    return subject && {row: {subject: `${head} ${next.text}`, printed, place: joined.place}, subject}
  }
  if (first.shape !== 'text') return
  return readWholeRow({...first, ...joined, cells: []})
}

/** `Leadership Uncertian`: a known subject with up to three words behind it that are no grade. */
function splitOffGrade({shape, text, place}: Line): SubjectRow | undefined {
  if (shape !== 'text') return
  const words = text.split(' ')
  for (const count of [1, 2, 3]) {
    const subject = words.slice(0, -count).join(' ')
    const known = findSubject(subject)
    if (known) return {row: {subject, printed: words.slice(-count).join(' '), place}, subject: known}
  }
  return
}

/** A row with a grade, for something that is not in CSCI's framework or whose words were garbled. */
function readUnknownRow(line: Line): SubjectRow | undefined {
  const [subject = '', printed = ''] = line.cells.filter(Boolean)
  const hasGrade = scales.some((scale) => findGrade(scale, printed))
  return line.shape === 'row' && hasGrade ? {row: {subject, printed, place: line.place}, subject: undefined} : undefined
}

const isShortCell = (text: string) => text.split(' ').length <= 3 && !/[.:;]$/.test(text)

/** Whether a line begins a row of its own, so that it cannot be the grade of the line above. */
const beginsRow = ({text}: Line) =>
  text.split(' ').some((_, index, words) => findSubject(words.slice(0, index + 1).join(' ')))

const unknownSubject = ({subject, printed, place}: GradeRow) =>
  ({
    level: 'doubt',
    rule: 'unknown-subject',
    toReaders: `The table of grades has a row that we cannot place: “${subject}”. It is shown as printed.`,
    place,
    message: `Unexpected row \`${subject}\` with the grade \`${printed}\`, expected an outcome, a domain or the rating; it is published as printed, but no section has this grade`,
    hint: 'When the conversion garbled the words, add a correction to the record',
  }) as const

const ungraded = ({heading, place}: Section) =>
  ({
    level: 'doubt',
    rule: 'section-without-grade',
    toReaders: `The table of grades has no row for the section “${heading}”.`,
    place,
    message: `Unexpected section \`${heading}\` without a grade, expected a row for it in the table of grades`,
    hint: 'Compare with the original document; when the conversion lost the row or its grade, add a correction to the record',
  }) as const

function findUngraded(sections: readonly Section[], told: ReadonlySet<string>): Section[] {
  return [...eachSection(sections)]
    .map(({section}) => section)
    .filter(({id}) => id !== 'by-outcome' && !told.has(id) && subjects.some(({of}) => of === id))
}

// "The contribution that the council makes to this outcome is good." · "… capacity to improve services further is promising."
const proseGrade = /\b(?:makes to this outcome|capacity to improve(?: services)?(?: further)?) is (?<grade>\p{L}+)\b/iu

/** The prose repeats each grade; when it names another than the table, both lines are told. */
export function checkProse(sections: readonly Section[], judgements: readonly Judgement[], report: Report): void {
  const all = [...eachSection(sections)].map(({section}) => section)
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
