import type {Content} from '../content.ts'
import {frameworks} from '../frameworks/index.ts'
import type {Publication} from '../publication.ts'
import {formatPeriod, periodKey} from '../variants/phrases.ts'

/** What the results of the search can be narrowed by, in the order of the form. */
export const facetNames = ['Council', 'Topic', 'Grade', 'Year', 'Inspection'] as const
export type FacetName = (typeof facetNames)[number]

/** What one can choose from in the search, in the order of the site. */
export function listChoices(
  {assessments}: Publication,
  content: Content,
): Readonly<Record<FacetName, readonly string[]>> {
  const unique = (values: readonly string[]) => [...new Set(values)]
  const given = new Set(assessments.flatMap(({assessment}) => assessment.judgements.map(({grade}) => grade.label)))
  const known = frameworks.flatMap(({scales}) => scales.flatMap(({steps}) => steps.map(({label}) => label)))
  return {
    Council: unique(assessments.map(({assessment}) => assessment.council.name)),
    Topic: content.topics.map(({name}) => name),
    // In the order of their scales, and then those of no known scale.
    Grade: unique([...known.filter((label) => given.has(label)), ...given]),
    Year: unique(assessments.map(({assessment}) => assessment.period))
      .sort((a, b) => (periodKey(a) < periodKey(b) ? 1 : -1))
      .map(formatPeriod),
    Inspection: unique(assessments.map(({framework}) => framework.name)),
  }
}
