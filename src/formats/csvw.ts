import type {Content} from '../content.ts'
import {
  type Column,
  findingColumns,
  findingsCsv,
  judgementColumns,
  judgementsCsv,
  listFindingRows,
  listJudgementRows,
} from './csv.ts'
import type {DataFormat} from './format.ts'
import {writeJson} from './json.ts'

// CSV on the Web: https://www.w3.org/TR/tabular-metadata/. Programs look for it beside the file, under this name.

/** What the columns of `judgements.csv` are, for programs. */
export const judgementsMetadata: DataFormat = {
  path: `${judgementsCsv.path}-metadata.json`,
  write: ({assessments}, content) =>
    writeJson(
      describeTable(
        {
          file: judgementsCsv.path,
          title: 'Grades',
          about: 'Every grade of every report, one a row. Ranks of different scales cannot be compared.',
          columns: judgementColumns,
          key: ['assessment', 'of', 'line'],
        },
        listJudgementRows(assessments, content),
        content,
      ),
    ),
}

/** What the columns of `findings.csv` are, for programs. */
export const findingsMetadata: DataFormat = {
  path: `${findingsCsv.path}-metadata.json`,
  write: ({assessments}, content) =>
    writeJson(
      describeTable(
        {
          file: findingsCsv.path,
          title: 'Findings',
          about: 'Every strength, area for improvement and sign of progress of every report, one a row.',
          columns: findingColumns,
          key: ['assessment', 'section', 'findingKind', 'listHeading', 'number'],
        },
        listFindingRows(assessments, content),
        content,
      ),
    ),
}

interface Table<Row> {
  /** Address of the CSV file, beside which its metadata stands. */
  readonly file: string
  readonly title: string
  readonly about: string
  readonly columns: readonly Column<Row>[]
  /** Columns that may tell a row from every other. */
  readonly key: readonly string[]
}

/** No foreign keys: neither file is a list of the assessments or sections that the other one names. */
function describeTable<Row>(table: Table<Row>, rows: readonly Row[], {site}: Content) {
  return {
    '@context': ['http://www.w3.org/ns/csvw', {'@language': 'en'}],
    url: table.file.split('/').at(-1),
    'dc:title': `${table.title} on ${site.name}`,
    'dc:description': `${table.about} A cell that begins with =, +, - or @ has an apostrophe in front, since a spreadsheet would take it for a formula.`,
    'dc:publisher': site.organisation,
    'dc:license': {'@id': site.licence.url},
    'dc:rights': 'Each report belongs to whoever published it.',
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      lineTerminators: ['\r\n'],
    },
    tableSchema: {
      columns: table.columns.map(describeColumn),
      ...(isKey(table, rows) ? {primaryKey: table.key} : {}),
    },
  }
}

function describeColumn({name, meaning, type, isOptional}: Column<never>) {
  return {
    name,
    titles: {en: name},
    'dc:description': meaning,
    datatype: describeType(type),
    required: !isOptional,
  }
}

function describeType(type: Column<never>['type']) {
  if (type === 'whole number') return {base: 'integer', minimum: 1}
  if (type === 'address') return 'anyURI'
  // The format of words is a pattern.
  return type ? {base: 'string', format: type.join('|')} : 'string'
}

/** A document may print two lists under one heading; then no columns tell every row, and the metadata claims none. */
function isKey<Row>({columns, key}: Table<Row>, rows: readonly Row[]): boolean {
  const own = columns.filter(({name}) => key.includes(name))
  return new Set(rows.map((row) => JSON.stringify(own.map(({value}) => value(row))))).size === rows.length
}
