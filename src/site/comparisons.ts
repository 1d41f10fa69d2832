import type {Content} from '../content.ts'
import type {Framework, GradeScale} from '../frameworks/framework.ts'
import {frameworks} from '../frameworks/index.ts'
import type {Publication, PublishedAssessment} from '../publication.ts'
import {formatPeriod, nameFamily, periodKey} from '../variants/phrases.ts'
import {describeJudgement, type JudgementEntry} from './judgements.ts'

/** Reports of one framework side by side: a row for each thing that was graded. */
export interface Comparison {
  readonly framework: Framework
  readonly reports: readonly PublishedAssessment[]
  readonly rows: readonly ComparisonRow[]
}

interface ComparisonRow {
  /** Id of what was graded: `outcome-1`. */
  readonly of: string
  readonly subject: string
  readonly cells: readonly (JudgementEntry | undefined)[]
}

/** A page of static tables; each has few columns, so that people can read it without a script. */
export interface ComparisonPage {
  readonly id: string
  readonly framework: Framework
  /** `Assessment of performance, 2009/10` */
  readonly name: string
  /** Of a page for one year, where a framework has too many reports for one table. */
  readonly period: string | undefined
  readonly count: number
  /** Few enough for one table, which the page of all comparisons has as well. */
  readonly isShort: boolean
  /** Ids of the pages of single years, the newest first; the page of the framework then has no table of its own. */
  readonly years: readonly string[]
  readonly tables: readonly Comparison[]
  readonly scales: readonly GradeScale[]
}

/** As many columns as still can be read on a wide screen and on paper laid across. */
export const mostColumns = 8

/**
 * Lists the pages of tables. A framework of up to eight graded reports is one table. Past that each year, if
 * there are several, has a page with its councils from A to Z in tables of at most eight columns: every report stands in one table only, so the pages grow as
 * the reports do, while a page for each pair would grow as their square.
 */
export function listComparisonPages({assessments}: Publication, content: Content): ComparisonPage[] {
  return frameworks.flatMap((framework): ComparisonPage[] => {
    if (framework.takesAny) return []
    const reports = assessments.filter(
      (published) => published.framework.id === framework.id && published.assessment.judgements.length > 0,
    )
    if (reports.length === 0) return []
    const isShort = reports.length <= mostColumns
    const fill = (all: readonly PublishedAssessment[]) => ({
      count: all.length,
      tables: cut(all, mostColumns).map((some) => compare(framework, some, content)),
      scales: listUsedScales(all),
    })
    const page = {id: framework.id, framework, name: framework.name, period: undefined, years: [], isShort}
    const byYear = Map.groupBy(reports, ({assessment}) => assessment.period)
    if (isShort || byYear.size === 1) return [{...page, ...fill(reports)}]
    const years = [...byYear]
      .sort(([a], [b]) => (periodKey(a) < periodKey(b) ? 1 : -1))
      .map(([period, all]) => ({
        ...page,
        ...fill(all),
        id: `${framework.id}/${period}`,
        name: `${nameFamily(framework)}, ${formatPeriod(period)}`,
        period,
      }))
    const ids = years.map(({id}) => id)
    return [{...page, count: reports.length, years: ids, tables: [], scales: []}, ...years]
  })
}

/** Parts that are as even as can be: nine are five and four, never eight and one. */
function cut<T>(all: readonly T[], most: number): T[][] {
  const parts = Math.ceil(all.length / most)
  const size = Math.ceil(all.length / parts)
  return Array.from({length: parts}, (_, index) => all.slice(index * size, (index + 1) * size))
}

/** Rows are matched by what was graded, columns are councils and years. */
function compare(framework: Framework, reports: readonly PublishedAssessment[], content: Content): Comparison {
  const subjects = new Map(
    reports.flatMap(({assessment}) => assessment.judgements.map(({of, subject}) => [of, subject] as const)).reverse(),
  )
  const order = [...new Set(reports.flatMap(({assessment}) => assessment.judgements.map(({of}) => of)))]
  const rows = order.map((of) => ({
    of,
    subject: of === 'overall' ? 'Overall' : (subjects.get(of) ?? of),
    cells: reports.map((published) => {
      const judgement = published.assessment.judgements.find((entry) => entry.of === of)
      return judgement && describeJudgement(judgement, published, content)
    }),
  }))
  return {framework, reports, rows}
}

/** The scales that reports of one framework make use of, in its order. */
const listUsedScales = (reports: readonly PublishedAssessment[]) =>
  (reports[0]?.framework.scales ?? []).filter(({id}) =>
    reports.some(({assessment}) => assessment.judgements.some(({grade}) => grade.scale === id)),
  )

/** Whether a report gives grades that cannot stand beside those of any other, since its rules are not known. */
export const hasGradesApart = ({assessments}: Publication): boolean =>
  assessments.some(({framework, assessment}) => framework.takesAny && assessment.judgements.length > 0)

/** What one can tick on the page of comparisons: reports by framework, and then by year. */
export interface ComparisonChoices {
  readonly id: string
  readonly name: string
  readonly count: number
  readonly groups: readonly {readonly name: string; readonly reports: readonly ComparisonChoice[]}[]
}

interface ComparisonChoice {
  readonly id: string
  readonly name: string
  /** Id of the page that has its table, unless the page of comparisons has it itself. */
  readonly page: string | undefined
}

/** Lists every report that has a column in some table, with the page to take it from. */
export function listComparisonChoices(pages: readonly ComparisonPage[]): ComparisonChoices[] {
  const whole = pages.filter(({period}) => period === undefined)
  return whole.map((page) => {
    const own = page.years.length > 0 ? pages.filter(({id}) => page.years.includes(id)) : [page]
    return {
      id: page.id,
      name: page.framework.name,
      count: page.count,
      groups: own.map(({id, period, tables}) => ({
        name: period ? formatPeriod(period) : page.framework.name,
        reports: tables.flatMap(({reports}) =>
          reports.map(({assessment}) => ({
            id: assessment.id,
            name: `${assessment.council.name}, ${formatPeriod(assessment.period)}`,
            page: page.isShort ? undefined : id,
          })),
        ),
      })),
    }
  })
}
