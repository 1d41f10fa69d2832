import {readCsv, writeFindings, writeJudgements} from './csv.ts'
import type {ReportFormat} from './format.ts'
import {describeAssessments} from './json.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const common = {variant: 'standard', about: 'For people who work with data.'} as const

/** The facts of the report in the shape of the public data contract. */
export const assessmentJson: ReportFormat = {
  ...common,
  file: 'assessment.json',
  label: 'Grades and findings',
  kind: 'JSON',
  carries: 'grades and findings',
  make: ({published, content}) => ({bytes: encode(describeAssessments([published], content))}),
  read: (bytes) => {
    const {assessments} = JSON.parse(decode(bytes)) as DescribedFile
    return assessments
      .flatMap(({judgements, sections}) => [
        ...judgements.map(({subject, grade}) => `${subject}: ${grade}`),
        ...sections.flatMap(({findings}) => findings.flatMap(({items}) => items)),
      ])
      .join('\n')
  },
}

interface DescribedFile {
  readonly assessments: readonly {
    readonly judgements: readonly {readonly subject: string; readonly grade: string}[]
    readonly sections: readonly {readonly findings: readonly {readonly items: readonly string[]}[]}[]
  }[]
}

/** Its judgements, one a row. */
export const judgementsFile: ReportFormat = {
  ...common,
  file: 'judgements.csv',
  label: 'Grades',
  kind: 'CSV',
  carries: 'grades',
  make: ({published, content}) => ({bytes: encode(writeJudgements([published], content))}),
  read: (bytes) =>
    readCsv(decode(bytes))
      .map(({subject, grade}) => `${subject}: ${grade}`)
      .join('\n'),
}

/** Its findings, one a row. */
export const findingsFile: ReportFormat = {
  ...common,
  file: 'findings.csv',
  label: 'Findings',
  kind: 'CSV',
  carries: 'findings',
  make: ({published, content}) => ({bytes: encode(writeFindings([published], content))}),
  read: (bytes) =>
    readCsv(decode(bytes))
      .map(({text}) => text)
      .join('\n'),
}
