import {notStated} from '../assessment.ts'
import type {Content} from '../content.ts'
import {councilKey, type Publication, type PublishedAssessment, type WithdrawnReport} from '../publication.ts'
import {formatList, formatPeriod} from '../variants/phrases.ts'
import {isOfOneSubject} from '../variants/tally.ts'
import {drawTimeline, type TimelineRow} from './charts/timeline.ts'
import {formatCount} from './filters.ts'
import {type FollowUp, listFollowUps} from './follow-ups.ts'
import {describeJudgement, type JudgementEntry} from './judgements.ts'
import {type Tally, tallyGrades} from './tallies.ts'

/** One council: its reports over all frameworks, oldest first, and those that are published no more. */
export interface CouncilPage {
  readonly id: string
  readonly name: string
  readonly reports: readonly TimelineEntry[]
  readonly withdrawn: readonly WithdrawnReport[]
  /** What was to get better, and what the next report says about it. */
  readonly followUps: readonly FollowUp[]
}

export interface TimelineEntry {
  readonly published: PublishedAssessment
  readonly overall: JudgementEntry | undefined
  /** Grades of single subjects, each scale by itself. */
  readonly tallies: readonly Tally[]
  /** The report before was made under other rules, so that its grades cannot be compared with these. */
  readonly isNewScale: boolean
  /** Nobody can tell whether the report before was made under the same rules. */
  readonly mayBeNewScale: boolean
}

export function listCouncilPages({assessments, withdrawn = []}: Publication, content: Content): CouncilPage[] {
  const councils = new Map(
    [...assessments, ...withdrawn].map(({assessment: {council}}) => [council.id, council] as const),
  )
  const byName = [...councils.values()].sort((a, b) => (councilKey(a) < councilKey(b) ? -1 : 1))
  const byCouncil = Map.groupBy(assessments, ({assessment}) => assessment.council.id)
  return byName.map(({id, name}) => {
    const reports = byCouncil.get(id) ?? []
    const ordered = [...reports].sort((a, b) => (a.assessment.period < b.assessment.period ? -1 : 1))
    return {
      id,
      name,
      withdrawn: withdrawn.filter(({assessment}) => assessment.council.id === id),
      reports: ordered.map((published, index) => describeEntry(published, ordered[index - 1], content)),
      // Reports that name no council are of many councils, so none of them follows another.
      followUps: id === notStated ? [] : listFollowUps(ordered, content),
    }
  })
}

function describeEntry(
  published: PublishedAssessment,
  before: PublishedAssessment | undefined,
  content: Content,
): TimelineEntry {
  const entries = published.assessment.judgements.map((judgement) => describeJudgement(judgement, published, content))
  const mayBeNewScale = before !== undefined && [before, published].some(({framework}) => framework.takesAny)
  return {
    published,
    overall: entries.find(({judgement}) => judgement.of === 'overall'),
    tallies: tallyGrades(entries.filter(({judgement}) => isOfOneSubject(judgement, published))),
    isNewScale: before !== undefined && !mayBeNewScale && before.framework.id !== published.framework.id,
    mayBeNewScale,
  }
}

/** Draws the reports of a council through the years; reports that name no council have no years in common. */
export function drawCouncilTimeline(page: CouncilPage): string {
  if (page.id === notStated || page.reports.length === 0) return ''
  return drawTimeline(page.reports.map(describeRow), `${page.name} through the years. ${tellTimeline(page)}`)
}

const describeRow = ({published, overall, tallies, isNewScale, mayBeNewScale}: TimelineEntry): TimelineRow => ({
  year: formatPeriod(published.assessment.period),
  overall: overall?.judgement.grade,
  instead: tallies.length > 0 ? 'Grades, but none overall' : 'No grades',
  isBroken: isNewScale || mayBeNewScale,
})

/** Says in a sentence what the timeline shows: `Of 3 reports, 1 gives an overall grade: Well in 2009/10, second of 4 …`. */
export function tellTimeline({reports}: Pick<CouncilPage, 'reports'>): string {
  const graded = reports.flatMap(({overall, published}) =>
    overall
      ? [`${overall.judgement.grade.label} in ${formatPeriod(published.assessment.period)} (${overall.rank})`]
      : [],
  )
  const count = formatCount(reports.length, 'report')
  if (graded.length === 0)
    return reports.length === 1 ? 'The report gives no overall grade.' : `None of ${count} gives an overall grade.`
  const given = `${reports.length === 1 ? 'The report gives' : `Of ${count}, ${graded.length} ${graded.length === 1 ? 'gives' : 'give'}`} an overall grade: ${formatList(graded, 'and')}.`
  const breaks = reports.filter(({isNewScale, mayBeNewScale}) => isNewScale || mayBeNewScale).length
  return breaks > 0 ? `${given} The rules changed in between, so grades before and after cannot be compared.` : given
}
