import type {Publication, PublishedAssessment} from '../publication.ts'
import {periodKey} from '../variants/phrases.ts'

/** A council with how many reports we have of it. */
export interface CouncilEntry {
  readonly id: string
  readonly name: string
  readonly reports: number
}

/** Every council that has a report, by name. */
export function listCouncils({assessments}: Publication): CouncilEntry[] {
  const byCouncil = Map.groupBy(assessments, ({assessment}) => assessment.council.id)
  return [...byCouncil.values()].flatMap((reports) => {
    const council = reports[0]?.assessment.council
    return council ? [{...council, reports: reports.length}] : []
  })
}

/** The reports with the latest date, or else the latest period, first. */
export function listNewest({assessments}: Publication, count: number): PublishedAssessment[] {
  const when = ({assessment: {dated, period}}: PublishedAssessment) => dated ?? endOfPeriod(periodKey(period))
  return [...assessments].sort((a, b) => (when(a) < when(b) ? 1 : when(a) > when(b) ? -1 : 0)).slice(0, count)
}

/** `2009-10` → `2010`: a period that spans two years is over in the second. */
function endOfPeriod(period: string): string {
  const [, century, , end] = /^(\d\d)(\d\d)-(\d\d)$/.exec(period) ?? []
  return century && end ? `${century}${end}` : period
}
