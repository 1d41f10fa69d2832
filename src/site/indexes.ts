import type {Publication, PublishedAssessment} from '../publication.ts'
import type {FacetName} from '../search/choices.ts'
import {formatPeriod} from '../variants/phrases.ts'
import type {JudgementEntry} from './judgements.ts'

/** What stands in for the search where there is no JavaScript: a page for each grade and each year. */
export interface GradeList {
  readonly slug: string
  readonly name: string
  /** `/search/grades/poor/` */
  readonly url: string
  /** Newest first. */
  readonly entries: readonly JudgementEntry[]
}

export interface YearList {
  readonly slug: string
  readonly name: string
  /** `/search/years/2009-10/` */
  readonly url: string
  readonly reports: readonly PublishedAssessment[]
}

type Choices = Readonly<Record<FacetName, readonly string[]>>

/** Grades in the order of their scales. */
export function listGrades({Grade, Year}: Choices, entries: readonly JudgementEntry[]): GradeList[] {
  const years = new Map(Year.map((year, index) => [year, index]))
  const yearOf = ({published}: JudgementEntry) => years.get(formatPeriod(published.assessment.period)) ?? 0
  const byGrade = Map.groupBy(entries, ({judgement}) => judgement.grade.label)
  return nameSlugs(Grade).map(([name, slug]) => ({
    slug,
    name,
    url: `/search/grades/${slug}/`,
    entries: (byGrade.get(name) ?? []).toSorted((a, b) => yearOf(a) - yearOf(b)),
  }))
}

/** Years, newest first. */
export function listYears({Year}: Choices, {assessments}: Publication): YearList[] {
  const byYear = Map.groupBy(assessments, ({assessment}) => formatPeriod(assessment.period))
  return nameSlugs(Year).map(([name, slug]) => ({
    slug,
    name,
    url: `/search/years/${slug}/`,
    reports: byYear.get(name) ?? [],
  }))
}

/** Names as parts of addresses; two that would be one get a number. */
function nameSlugs(names: readonly string[]): (readonly [name: string, slug: string])[] {
  const taken = new Map<string, number>()
  return names.map((name) => {
    const slug =
      name
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'other'
    const times = (taken.get(slug) ?? 0) + 1
    taken.set(slug, times)
    return [name, times > 1 ? `${slug}-${times}` : slug]
  })
}
