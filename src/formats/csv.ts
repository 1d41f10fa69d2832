import type {Content} from '../content.ts'
import type {PublishedAssessment} from '../publication.ts'
import type {DescribedAssessment as Described} from './contract.ts'
import type {DataFormat} from './format.ts'
import {describeAssessment} from './json.ts'

/** A column of a CSV file: its name, and what it holds, as the data dictionary and the metadata for programs say. */
export interface Column<Row> {
  readonly name: string
  readonly meaning: string
  /** What its cells are; without it, words. */
  readonly type?: 'whole number' | 'address' | readonly string[]
  /** A cell may be empty. */
  readonly isOptional?: true
  readonly value: (row: Row) => string | number | null
}

interface JudgementRow {
  readonly assessment: Described
  readonly judgement: Described['judgements'][number]
}
interface FindingRow {
  readonly assessment: Described
  readonly section: Described['sections'][number]
  readonly findings: Described['sections'][number]['findings'][number]
  readonly number: number
  readonly item: string
}

const assessmentColumns: readonly Column<{readonly assessment: Described}>[] = [
  {name: 'assessment', meaning: 'Id of the assessment', value: ({assessment}) => assessment.id},
  {
    name: 'url',
    type: 'address',
    meaning: 'Where the assessment stands on this site',
    value: ({assessment}) => assessment.url,
  },
  {name: 'council', meaning: 'Name of the council', value: ({assessment}) => assessment.council.name},
  {name: 'councilId', meaning: 'Id of the council; or: not-stated', value: ({assessment}) => assessment.council.id},
  {
    name: 'framework',
    meaning: 'Id of the framework it was made under',
    value: ({assessment}) => assessment.framework.id,
  },
  {
    name: 'assessor',
    meaning: 'Who judged, or wrote the report; or: not stated',
    value: ({assessment}) => assessment.assessor,
  },
  {
    name: 'kind',
    type: ['inspection', 'self-assessment', 'report'],
    meaning: 'inspection, self-assessment or report',
    value: ({assessment}) => assessment.kind,
  },
  {name: 'period', meaning: 'What it covers; or: not-stated', value: ({assessment}) => assessment.period},
]

export const judgementColumns: readonly Column<JudgementRow>[] = [
  ...assessmentColumns,
  {
    name: 'of',
    meaning: 'Id of the section judged, or overall; a name of its own where a printed table alone grades it',
    value: ({judgement}) => judgement.of,
  },
  {name: 'subject', meaning: 'The name printed beside the grade', value: ({judgement}) => judgement.subject},
  {
    name: 'topic',
    isOptional: true,
    meaning: 'Id of the plain-language topic; empty when there is none',
    value: ({judgement}) => judgement.topic,
  },
  {name: 'grade', meaning: 'The grade, in the words of its scale', value: ({judgement}) => judgement.grade},
  {
    name: 'rank',
    type: 'whole number',
    isOptional: true,
    meaning: 'Place on its scale; 1 is the best; empty when the scale is not known',
    value: ({judgement}) => judgement.rank,
  },
  {
    name: 'outOf',
    type: 'whole number',
    isOptional: true,
    meaning: 'How many grades its scale has; empty when the scale is not known',
    value: ({judgement}) => judgement.outOf,
  },
  {
    name: 'scale',
    isOptional: true,
    meaning: 'Id of its scale; ranks of different scales cannot be compared; empty when the scale is not known',
    value: ({judgement}) => judgement.scale,
  },
  {
    name: 'carriedFrom',
    isOptional: true,
    meaning: 'The year whose grade was used again; empty for a new grade',
    value: ({judgement}) => judgement.carriedFrom,
  },
  {name: 'line', type: 'whole number', meaning: 'Line of the source file', value: ({judgement}) => judgement.line},
]

export const findingColumns: readonly Column<FindingRow>[] = [
  ...assessmentColumns,
  {name: 'section', meaning: 'Id of the section that lists it', value: ({section}) => section.id},
  {name: 'sectionHeading', meaning: 'Heading of the section, as printed', value: ({section}) => section.heading},
  {
    name: 'topic',
    isOptional: true,
    meaning: 'Id of the plain-language topic; empty when there is none',
    value: ({section}) => section.topic,
  },
  {
    name: 'findingKind',
    type: ['strength', 'improvement', 'progress'],
    meaning: 'strength, improvement or progress',
    value: ({findings}) => findings.kind,
  },
  {name: 'listHeading', meaning: 'Heading of the list, as printed', value: ({findings}) => findings.heading},
  {name: 'number', type: 'whole number', meaning: 'Place in the list, from 1', value: ({number}) => number},
  {name: 'text', meaning: 'The finding, in the words of the source', value: ({item}) => item},
]

/** Every judgement, one a row. */
export const judgementsCsv: DataFormat = {
  path: '/data/judgements.csv',
  write: ({assessments}, content) => writeJudgements(assessments, content),
}

/** Every strength, improvement and sign of progress, one a row. */
export const findingsCsv: DataFormat = {
  path: '/data/findings.csv',
  write: ({assessments}, content) => writeFindings(assessments, content),
}

export const writeJudgements = (assessments: readonly PublishedAssessment[], content: Content): string =>
  writeCsv(judgementColumns, listJudgementRows(assessments, content))

export const writeFindings = (assessments: readonly PublishedAssessment[], content: Content): string =>
  writeCsv(findingColumns, listFindingRows(assessments, content))

export const listJudgementRows = (assessments: readonly PublishedAssessment[], content: Content): JudgementRow[] =>
  assessments
    .map((published) => describeAssessment(published, content))
    .flatMap((assessment) => assessment.judgements.map((judgement) => ({assessment, judgement})))

export const listFindingRows = (assessments: readonly PublishedAssessment[], content: Content): FindingRow[] =>
  assessments
    .map((published) => describeAssessment(published, content))
    .flatMap((assessment) =>
      assessment.sections.flatMap((section) =>
        section.findings.flatMap((findings) =>
          findings.items.map((item, index) => ({assessment, section, findings, number: index + 1, item})),
        ),
      ),
    )

/** RFC 4180: comma, CR LF, quotation marks where they are needed. */
export function writeCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map(({name}) => name), ...rows.map((row) => columns.map(({value}) => writeCell(value(row))))]
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('')
}

/**
 * A cell that begins like a spreadsheet formula gets a leading apostrophe, as OWASP advises, since a spreadsheet would
 * run it; the data dictionary says so. All other words stay as they are.
 */
function writeCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Reads what {@link writeCsv} wrote: the rows without the head, by the names of the columns; the apostrophe undone. */
export function readCsv(text: string): Readonly<Record<string, string>>[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    const cell = quoted?.replaceAll('""', '"') ?? plain
    rows.at(-1)?.push(cell.replace(/^'(?=[=+\-@\t\r])/, ''))
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  const [names = [], ...cells] = rows.slice(0, -1)
  return cells.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])))
}
