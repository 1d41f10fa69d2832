import {eachSection} from '../assessment.ts'
import type {Content, Topic} from '../content.ts'
import {councilKey, type Publication, type PublishedAssessment} from '../publication.ts'
import {periodKey} from '../variants/phrases.ts'
import {type CitedList, citeTopic} from './cited.ts'
import {describeJudgement, type JudgementEntry} from './judgements.ts'
import {type Tally, tallyGrades} from './tallies.ts'

/** What every council's reports say on one topic. */
export interface TopicPage {
  readonly topic: Topic
  /** The newest first. */
  readonly judgements: readonly JudgementEntry[]
  readonly tallies: readonly Tally[]
  /** Names under which documents print it, the most used first. */
  readonly printed: readonly string[]
  /** From A to Z. */
  readonly councils: readonly TopicCouncil[]
}

export interface TopicCouncil {
  readonly id: string
  readonly name: string
  /** The newest first. */
  readonly reports: readonly TopicReport[]
}

/** What one report gives and lists on a topic. */
export interface TopicReport {
  readonly published: PublishedAssessment
  readonly judgements: readonly JudgementEntry[]
  readonly strengths: readonly CitedList[]
  readonly improvements: readonly CitedList[]
  readonly sections: readonly {readonly heading: string; readonly url: string}[]
}

export function listTopicPages({assessments}: Publication, content: Content): TopicPage[] {
  const byYear = [...assessments].sort((a, b) =>
    periodKey(a.assessment.period) < periodKey(b.assessment.period) ? 1 : -1,
  )
  const described = byYear.map((published) => ({
    published,
    entries: published.assessment.judgements.map((judgement) => describeJudgement(judgement, published, content)),
  }))
  return content.topics.map((topic) => {
    const reports = described.flatMap(({published, entries}) =>
      describeReport(
        published,
        topic,
        entries.filter((entry) => entry.topic === topic.name),
      ),
    )
    const judgements = reports.flatMap((report) => report.judgements)
    return {
      topic,
      judgements,
      tallies: tallyGrades(judgements),
      printed: listPrinted(reports, topic),
      councils: groupByCouncil(reports),
    }
  })
}

function describeReport(
  published: PublishedAssessment,
  topic: Topic,
  judgements: readonly JudgementEntry[],
): TopicReport[] {
  const {lists, sections} = citeTopic(published, topic.id)
  if (lists.length + sections.length + judgements.length === 0) return []
  const listed = lists.filter(({items, remarks}) => items.length + remarks.length > 0)
  return [
    {
      published,
      judgements,
      strengths: listed.filter(({kind}) => kind !== 'improvement'),
      improvements: listed.filter(({kind}) => kind === 'improvement'),
      sections,
    },
  ]
}

function groupByCouncil(reports: readonly TopicReport[]): TopicCouncil[] {
  const groups = [...Map.groupBy(reports, ({published}) => published.assessment.council.id).values()]
  return groups
    .flatMap((group) => {
      const council = group[0]?.published.assessment.council
      return council ? [{...council, reports: group}] : []
    })
    .sort((a, b) => (councilKey(a) < councilKey(b) ? -1 : 1))
}

/** The names that inspectors judged it under, as printed but for their numbers, the most used first. */
function listPrinted(reports: readonly TopicReport[], topic: Topic): string[] {
  const counts = new Map<string, {name: string; count: number}>()
  for (const {published} of reports)
    for (const {section} of eachSection(published.assessment.sections)) {
      if (section.topic !== topic.id || !namedKinds.has(section.kind) || section.headingIsOurs) continue
      const name = section.heading.replace(/^\w+ \d+: /, '').replace(/ - Our Self-Assessment$|\.$/, '')
      const key = name.toLowerCase().replaceAll('-', ' ')
      const found = counts.get(key) ?? {name, count: 0}
      counts.set(key, {...found, count: found.count + 1})
    }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({name}) => name)
}

const namedKinds: ReadonlySet<string> = new Set(['outcome', 'domain', 'standard', 'theme'])
