import {eachSection} from '../assessment.ts'
import type {Content} from '../content.ts'
import type {PublishedAssessment} from '../publication.ts'
import {composeEasyRead} from '../variants/easy-read/compose.ts'
import {describeStatus} from '../variants/easy-read/status.ts'
import {variantPath} from '../variants/variant.ts'
import type {DescribedAssessment} from './contract.ts'
import type {DataFormat} from './format.ts'

/** Everything as JSON, by the public data contract; addresses are paths on the site, without a path prefix. */
export const json: DataFormat = {
  path: '/data/assessments.json',
  write: ({assessments}, content) => describeAssessments(assessments, content),
}

/** Assessments as a file of the contract: all of the site, or one. */
export function describeAssessments(assessments: readonly PublishedAssessment[], content: Content): string {
  const described = assessments.map((published) => describeAssessment(published, content))
  return writeJson({schemaVersion: 1, assessments: described})
}

/** Data as people can read it too: a line for each value. */
export const writeJson = (data: object): string => `${JSON.stringify(data, undefined, 2)}\n`

/** One assessment in the shape of the contract. */
export function describeAssessment(published: PublishedAssessment, content: Content): DescribedAssessment {
  const {assessment, framework, source, ledger} = published
  const sections = [...eachSection(assessment.sections)]
  const topics = new Map(sections.map(({section}) => [section.id, section.topic]))
  const {id, title, council, assessor, kind, period, dated, judgements} = assessment
  return {
    id,
    url: variantPath(id, 'standard'),
    title: title.replace(/\s+/g, ' '),
    council,
    framework: {id: framework.id, name: framework.name},
    assessor: assessor ?? 'not stated',
    kind,
    period,
    dated: dated ?? null,
    judgements: judgements.map(({of, subject, grade, carriedFrom, place}) => ({
      of,
      subject,
      topic: topics.get(of) ?? null,
      grade: grade.label,
      rank: grade.rank ?? null,
      outOf: grade.of ?? null,
      scale: grade.scale ?? null,
      carriedFrom: carriedFrom ?? null,
      line: place.line,
    })),
    sections: sections.map(({section, partOf}) => ({
      id: section.id,
      kind: section.kind,
      topic: section.topic ?? null,
      heading: section.heading,
      partOf: partOf?.id ?? null,
      findings: section.findings.map((findings) => ({
        kind: findings.kind,
        heading: findings.heading,
        items: findings.items.map(({text}) => text),
      })),
    })),
    source: {
      file: source.name,
      sha256: source.sha256,
      words: ledger.words,
      ledger: {
        published: ledger.published,
        furniture: ledger.furniture,
        withheld: ledger.withheld,
        unaccounted: ledger.unaccounted,
      },
    },
    easyRead: describeStatus(composeEasyRead(published, content).status),
  }
}
