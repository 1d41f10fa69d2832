import type {Grade} from '../assessment.ts'
import type {Content} from '../content.ts'
import type {Publication, PublishedAssessment, WithdrawnReport} from '../publication.ts'
import {toHtml} from '../variants/html.ts'
import {variants} from '../variants/index.ts'
import {nameReport, tellWriter} from '../variants/phrases.ts'
import type {Variant} from '../variants/variant.ts'
import {renderWithdrawn} from '../variants/withdrawn.ts'
import {drawGradeSteps} from './charts/grade-steps.ts'
import {drawStrip} from './charts/strip.ts'

/** What pagination carries for a report page; bodies are rendered on demand, so that they never enter the data cascade. */
export interface ReportKey {
  readonly id: string
  readonly variant: Variant['id']
}

/** A report page, apart from its body. */
export interface ReportPage {
  readonly published: PublishedAssessment
  readonly variant: Variant
  readonly title: string
  readonly description: string
}

export function listReportKeys({assessments}: Publication): ReportKey[] {
  return assessments.flatMap(({assessment: {id}}) => variants.map((variant) => ({id, variant: variant.id})))
}

export function describeReport(published: PublishedAssessment, variant: Variant): ReportPage {
  const name = nameReport(published)
  const what = {
    standard: 'The full report in its exact words',
    'easy-read': 'The report in easy read, with short sentences and pictures',
    'large-print': 'The full report in large print, in its exact words',
  }[variant.id]
  return {
    published,
    variant,
    title: variant.id === 'standard' ? name : `${name} (${variant.label.toLowerCase()})`,
    description: `${what}. ${name}. ${tellWriter(published.assessment)}`,
  }
}

export function renderReport(
  published: PublishedAssessment,
  variant: Variant,
  content: Content,
  prefix: string,
): string {
  return toHtml(variant.render(published, content), {prefix, draw: drawGrades})
}

/** One grade as a step of its scale, several as a strip. */
const drawGrades = (grades: readonly Grade[]): string =>
  grades.length === 1 && grades[0] ? drawGradeSteps(grades[0]) : drawStrip(grades)

/** A page at one of the addresses that a withdrawn report had. */
export interface WithdrawnKey {
  readonly id: string
  readonly way: Variant['id'] | 'source'
}

export const listWithdrawnKeys = ({withdrawn = []}: Publication): WithdrawnKey[] =>
  withdrawn.flatMap(({assessment: {id}}) =>
    [...variants.map((variant) => variant.id), 'source' as const].map((way) => ({id, way})),
  )

export function describeWithdrawn(withdrawn: WithdrawnReport, way: WithdrawnKey['way']) {
  const label = way === 'source' ? 'source, line by line' : variants.find(({id}) => id === way)?.label.toLowerCase()
  const title = `${nameReport(withdrawn)} (withdrawn${way === 'standard' ? '' : `, ${label}`})`
  return {withdrawn, title, description: `This report was withdrawn. ${title}.`}
}

export function renderWithdrawnPage(
  withdrawn: WithdrawnReport,
  way: WithdrawnKey['way'],
  content: Content,
  prefix: string,
): string {
  return toHtml(renderWithdrawn(withdrawn, way, content), {prefix})
}
