import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, it} from 'vitest'
import {contract} from '../../src/formats/contract.ts'
import {findingColumns, judgementColumns, readCsv} from '../../src/formats/csv.ts'
import {listDataFiles} from '../../src/formats/index.ts'
import {toHtml} from '../../src/variants/html.ts'
import {findJudgedSection} from '../../src/variants/section.ts'
import {standard} from '../../src/variants/standard.ts'
import {content, readProject} from '../support/publication.ts'

const {publication} = readProject()
const files = new Map(listDataFiles(publication, content).map(({path, text}) => [path, text]))
const read = (path: string) => JSON.parse(files.get(path) ?? `"no file ${path}"`)
const whole = read('/data/assessments.json')
const index = read('/data/v1/index.json')

interface Row {
  readonly assessment: string
  readonly url: string
  readonly topic: string | null
}

describe('the contract', () => {
  it('describes every field that is written, and no other', () => {
    expect(contract.parse(whole)).toEqual(whole)
  })

  it('is published as a JSON Schema that another program holds the files against', () => {
    const schema = read('/data/v1/assessments.schema.json')
    expect(schema.$id).toBe(`${content.site.url}/data/v1/assessments.schema.json`)
    const isValid = new Ajv2020({strict: true}).compile(schema)
    expect(isValid(whole), JSON.stringify(isValid.errors)).toBe(true)
    const [first] = whole.assessments
    const spoil = (changes: object) => ({...whole, assessments: [{...first, ...changes}]})
    // A later version 1 may say more; it may not leave out what is there, or say it otherwise.
    expect(isValid(spoil({more: 1}))).toBe(true)
    for (const changes of [
      {period: 2009},
      {kind: 'opinion'},
      {judgements: undefined},
      {source: {...first.source, sha256: 'x'}},
    ])
      expect(isValid(JSON.parse(JSON.stringify(spoil(changes)))), JSON.stringify(changes)).toBe(false)
  })
})

describe('the files of one thing each', () => {
  it('hold each assessment as the whole file does', () => {
    const each = whole.assessments.map(({id}: {id: string}) => read(`/data/v1/assessments/${id}.json`))
    for (const file of each) expect(file.schemaVersion).toBe(1)
    expect(each.flatMap(({assessments}: {assessments: unknown[]}) => assessments)).toEqual(whole.assessments)
  })

  it('hold every grade and finding of the model once, by council', () => {
    const councils = index.councils.map(({data}: {data: string}) => read(data))
    const judgements = publication.assessments.flatMap((published) =>
      published.assessment.judgements.map((judgement) => ({
        assessment: published.assessment.id,
        subject: judgement.subject,
        grade: judgement.grade.label,
        meaning: judgement.grade.meaning ?? null,
        topic: findJudgedSection(published, judgement)?.topic ?? null,
      })),
    )
    const pick = ({assessment, subject, grade, meaning, topic}: (typeof judgements)[number]) => ({
      assessment,
      subject,
      grade,
      meaning,
      topic,
    })
    const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
    expect(councils.flatMap((file: {judgements: typeof judgements}) => file.judgements.map(pick)).sort(byText)).toEqual(
      judgements.sort(byText),
    )
    const texts = councils.flatMap((file: {findings: {text: string}[]}) => file.findings.map(({text}) => text))
    expect(texts.sort()).toEqual(
      readCsv(files.get('/data/findings.csv') ?? '')
        .map(({text}) => text)
        .sort(),
    )
  })

  it('hold on a topic what the councils’ files say of it', () => {
    const councils = index.councils.map(({data}: {data: string}) => read(data))
    for (const {id, data} of index.topics) {
      const file = read(data)
      for (const facts of ['judgements', 'findings']) {
        const rows: Row[] = councils.flatMap((council: Record<string, Row[]>) => council[facts] ?? [])
        expect(new Set(file[facts].map((row: Row) => JSON.stringify(row)))).toEqual(
          new Set(rows.filter(({topic}) => topic === id).map((row) => JSON.stringify(row))),
        )
      }
    }
  })

  it('give addresses that lead to the very words', () => {
    const pages = new Map(
      publication.assessments.map((published) => [
        published.assessment.id,
        toHtml(standard.render(published, content)),
      ]),
    )
    for (const {data} of index.councils) {
      const {judgements, findings}: {judgements: Row[]; findings: Row[]} = read(data)
      for (const {assessment, url} of [...judgements, ...findings]) {
        const [path, anchor] = url.split('#')
        expect(path).toBe(`/councils/${assessment}/`)
        expect(pages.get(assessment)).toContain(` id="${anchor}"`)
      }
    }
  })

  it('are all named in the index, and nothing else is', () => {
    const named = [
      '/data/v1/index.json',
      ...Object.values<string>(index.files),
      ...[...index.assessments, ...index.councils, ...index.topics].map(({data}) => data),
    ]
    expect(named.sort()).toEqual([...files.keys()].filter((path) => path.startsWith('/data/')).sort())
  })

  it('tell of a withdrawn report that it was there, and nothing of what it said', () => {
    const [first, ...others] = publication.assessments
    if (!first) throw new Error('The project has no report')
    const {id, council, period} = first.assessment
    const withdrawn = [
      {
        assessment: {id, council, period},
        framework: first.framework,
        when: '2026-10-01',
        why: 'It names a person.',
        source: first.source,
      },
    ]
    const texts = new Map(listDataFiles({assessments: others, withdrawn}, content).map(({path, text}) => [path, text]))
    expect(texts.has(`/data/v1/assessments/${id}.json`)).toBe(false)
    expect(JSON.parse(texts.get(`/data/v1/councils/${council.id}.json`) ?? '{}').withdrawn).toEqual([
      {id, url: `/councils/${id}/`, period, when: '2026-10-01', why: 'It names a person.'},
    ])
    for (const [path, text] of texts)
      if (path.startsWith('/data/')) expect(text, path).not.toContain(first.source.sha256)
  })
})

describe('the metadata of the CSV files', () => {
  it.each([
    ['judgements', judgementColumns],
    ['findings', findingColumns],
  ] as const)('tells of each column of %s.csv what its cells are', (name, columns) => {
    const text = files.get(`/data/${name}.csv`) ?? ''
    const {url, tableSchema, '@context': context} = read(`/data/${name}.csv-metadata.json`)
    expect(context[0]).toBe('http://www.w3.org/ns/csvw')
    expect(url).toBe(`${name}.csv`)
    expect(tableSchema.columns.map((column: {name: string}) => column.name)).toEqual(
      columns.map((column) => column.name),
    )
    expect(text.split('\r\n')[0]).toBe(
      tableSchema.columns.map((column: {titles: {en: string}}) => column.titles.en).join(','),
    )
    const rows = readCsv(text)
    expect(rows.length).toBeGreaterThan(20)
    for (const {name: column, datatype, required} of tableSchema.columns)
      for (const cell of rows.map((row) => row[column] ?? '')) {
        if (cell === '') expect([column, required]).toEqual([column, false])
        else if (datatype.base === 'integer') expect(cell).toMatch(/^[1-9]\d*$/)
        else if (datatype.format) expect(cell).toMatch(new RegExp(`^(?:${datatype.format})$`))
      }
    const keys = rows.map((row) => tableSchema.primaryKey.map((column: string) => row[column]).join('|'))
    expect(new Set(keys).size).toBe(rows.length)
  })

  it('claims no key where two rows have the same', () => {
    const [first] = publication.assessments.filter(({assessment}) => assessment.judgements.length > 0)
    if (!first) throw new Error('No report has grades')
    const [judgement, ...rest] = first.assessment.judgements
    if (!judgement) throw new Error('The report has no grade')
    const assessment = {...first.assessment, judgements: [judgement, judgement, ...rest]}
    const twice = listDataFiles({assessments: [{...first, assessment}]}, content)
    const metadata = JSON.parse(twice.find(({path}) => path === '/data/judgements.csv-metadata.json')?.text ?? '{}')
    expect(metadata.tableSchema).not.toHaveProperty('primaryKey')
  })
})
