import {eachSection, type Judgement, type Section} from '../../assessment.ts'
import type {Line} from '../../normalise.ts'
import type {Report} from '../../problem.ts'
import {findGrade} from '../framework.ts'
import {type GradeCells, type GradeTable, isGrade, readGradeCells} from '../grade-cells.ts'
import {type ReadOtherRow, readGradeRows} from '../grade-rows.ts'
import {addJudgement, contradictingGrades, type GradeRow, gradeOf, missingGrades} from '../grades.ts'
import {cutTable, type FoundTable, isKey, reportLostGrades} from '../lost-grades.ts'
import {foldHeading} from '../reading.ts'
import {scales} from './scale.ts'
import {findSubject, outcomes, subjects} from './subjects.ts'

/**
 * Reads the rows of `Areas for judgment⇥Grade awarded`, each on its own scale, however the conversion printed them. A
 * grade that is not on its scale, a row that names nothing we know and a section that got no grade are all told.
 */
export function readJudgements(
  {table, lines, period}: {table: readonly Line[] | undefined; lines: readonly Line[]; period: string | undefined},
  sections: readonly Section[],
  file: string,
  report: Report,
): Judgement[] {
  const judgements: Judgement[] = []
  const told = new Set<string>()
  const found = readRows(table, lines, period)
  for (const {label, row} of found.rows) {
    const subject = findSubject(label)
    if (subject) told.add(subject.of)
    const grade = 'level' in row ? row : subject && gradeOf(row, subject.scale, 'src/frameworks/csci-2008/scale.ts')
    if (grade && 'level' in grade) report(grade)
    else if (subject && grade && 'printed' in row)
      addJudgement(judgements, {of: subject.of, subject: row.subject, grade, place: row.place}, report)
    else if ('printed' in row) report(unknownSubject(row))
  }
  reportLostGrades(found, gradeTable, report)
  if (judgements.length === 0) report(missingGrades(file, 'Improved quality of life'))
  else for (const section of findUngraded(sections, told)) report(ungraded(section))
  return judgements
}

const gradeTable: GradeTable = {
  scales,
  isSubject: (text) => findSubject(text) !== undefined,
  mayBegin: () => true,
  beginsRow: (text) =>
    text.split(' ').some((_, index, words) => findSubject(words.slice(0, index + 1).join(' ')) !== undefined),
}

/** Only under its heading may the table's rows be told by their words; without it, a row must be whole in its line. */
function readRows(table: readonly Line[] | undefined, lines: readonly Line[], period: string | undefined): FoundTable {
  const printed = table?.filter(({shape}) => shape !== 'blank') ?? []
  const rows = readGradeRows(printed, gradeTable, {period, readOther})
  if (rows.some(({label}) => findSubject(label))) return {rows, lines: printed, from: 0}
  const whole = readGradeRows(lines, gradeTable, {period, isJoined: false})
  const end = cutTable(lines, whole, (line) => outcomes.some(({words}) => words.test(foldHeading(line.text))))
  return {rows: whole, lines: lines.slice(0, end), from: whole[0]?.from ?? end}
}

/** Rows whose grade is on no scale, or that name nothing we know. */
function readOther(line: Line, next: Line | undefined): ReturnType<ReadOtherRow> {
  if (findSubject(line.text)) {
    const isCell = next?.shape === 'text' && isShortCell(next.text) && !gradeTable.beginsRow(next.text)
    return isCell ? {cells: {label: line.text, values: [next.text], cells: undefined}, lines: 2} : undefined
  }
  const cells = splitOffGrade(line) ?? readUnknownRow(line)
  return cells && {cells, lines: 1}
}

/** `Leadership Uncertian`: a known subject with up to three words behind it that are no grade. */
function splitOffGrade({shape, text}: Line): GradeCells | undefined {
  if (shape !== 'text') return
  const words = text.split(' ')
  for (const count of [1, 2, 3]) {
    const label = words.slice(0, -count).join(' ')
    if (findSubject(label)) return {label, values: [words.slice(-count).join(' ')], cells: undefined}
  }
  return
}

/** A row with a grade, for something that is not in CSCI's framework or whose words were garbled. */
function readUnknownRow(line: Line): GradeCells | undefined {
  const cells = readGradeCells(line, gradeTable)
  const hasGrade = cells.values.some((value) => isGrade(value, gradeTable))
  return line.shape === 'row' && cells.label && hasGrade && !isKey(line) ? cells : undefined
}

const isShortCell = (text: string) => text.split(' ').length <= 3 && !/[.:;]$/.test(text)

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
