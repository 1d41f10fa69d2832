import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {findingsCsv, judgementsCsv, writeCsv} from '../../src/formats/csv.ts'
import {json} from '../../src/formats/json.ts'
import {content, readProject} from '../support/publication.ts'

const {publication} = readProject()
const {schemaVersion, assessments} = JSON.parse(json.write(publication, content))

describe('assessments.json', () => {
  it('has the fields of the public contract, in its order', () => {
    expect(schemaVersion).toBe(1)
    for (const assessment of assessments) {
      expect(Object.keys(assessment)).toEqual([
        'id',
        'url',
        'title',
        'council',
        'framework',
        'assessor',
        'kind',
        'period',
        'dated',
        'judgements',
        'sections',
        'source',
        'easyRead',
      ])
      for (const judgement of assessment.judgements)
        expect(Object.keys(judgement)).toEqual([
          'of',
          'subject',
          'topic',
          'grade',
          'rank',
          'outOf',
          'scale',
          'carriedFrom',
          'line',
        ])
      for (const section of assessment.sections) {
        expect(Object.keys(section)).toEqual(['id', 'kind', 'topic', 'heading', 'partOf', 'findings'])
        for (const findings of section.findings) expect(Object.keys(findings)).toEqual(['kind', 'heading', 'items'])
      }
      expect(Object.keys(assessment.source)).toEqual(['file', 'sha256', 'words', 'ledger'])
      expect(Object.keys(assessment.source.ledger)).toEqual(['published', 'furniture', 'withheld', 'unaccounted'])
      expect(Object.keys(assessment.easyRead)).toEqual(['status', 'checkedBy'])
      expect(['drafted', 'reviewed', 'checked', 'changed']).toContain(assessment.easyRead.status)
      // Who checked is named exactly where someone did.
      const isChecked = ['reviewed', 'checked'].includes(assessment.easyRead.status)
      expect(typeof assessment.easyRead.checkedBy).toBe(isChecked ? 'string' : 'object')
    }
  })

  it('gives each judgement the line that prints its grade', () => {
    for (const assessment of assessments) {
      const lines = readFileSync(`seeds/${assessment.source.file}`, 'utf8').split('\n')
      for (const {line, grade, subject} of assessment.judgements) {
        expect(lines[line - 1]).toContain(grade)
        expect(lines[line - 1]).toContain(subject)
      }
    }
  })

  it('says null where the document says nothing', () => {
    const [leicester] = assessments.filter(({id}: {id: string}) => id === 'leicester/2009-10-performance-assessment')
    expect(leicester.dated).toBe(null)
    expect(leicester.judgements[0]).toMatchObject({
      of: 'overall',
      topic: null,
      carriedFrom: null,
      grade: 'Well',
      rank: 2,
      outOf: 4,
      scale: 'cqc-2009',
    })
    expect(leicester.judgements[1]).toEqual({
      of: 'outcome-1',
      subject: 'Improved health and well-being',
      topic: 'health',
      grade: 'Adequate',
      rank: 3,
      outOf: 4,
      scale: 'cqc-2009',
      carriedFrom: null,
      line: 39,
    })
  })
})

describe('the CSV files', () => {
  it('hold the same judgements and findings, one a row', () => {
    const judgements = assessments.flatMap((assessment: {judgements: unknown[]}) => assessment.judgements)
    const findings = assessments.flatMap((assessment: {sections: {findings: {items: unknown[]}[]}[]}) =>
      assessment.sections.flatMap((section) => section.findings.flatMap(({items}) => items)),
    )
    const rows = (csv: string) => csv.split('\r\n').length - 2
    expect(rows(judgementsCsv.write(publication, content))).toBe(judgements.length)
    expect(rows(findingsCsv.write(publication, content))).toBe(findings.length)
    expect(findings.length).toBeGreaterThan(220)
  })

  it('quote what needs it and disarm formulas, and nothing else', () => {
    const columns = [
      {name: 'a', meaning: '', value: (row: string) => row},
      {name: 'b', meaning: '', value: () => null},
    ]
    expect(writeCsv(columns, ['plain', 'a, "b"', '=1+1', '-5', 'Café'])).toBe(
      'a,b\r\nplain,\r\n"a, ""b""",\r\n\'=1+1,\r\n\'-5,\r\nCafé,\r\n',
    )
  })
})
