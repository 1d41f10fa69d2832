import {notStated} from '../assessment.ts'
import type {Content, Topic} from '../content.ts'
import type {PublishedAssessment} from '../publication.ts'
import {type CitedList, type CitedTopic, citeTopic} from './cited.ts'
import {describeJudgement, type JudgementEntry} from './judgements.ts'

/** An older report beside the next one: what the older wants to be better, and what the newer says on the same topics. */
export interface FollowUp {
  readonly older: PublishedAssessment
  readonly newer: PublishedAssessment
  /** Both were made under the same rules. */
  readonly isSameFramework: boolean
  readonly topics: readonly FollowUpTopic[]
  /** Topics with something to improve on which the next report says nothing. */
  readonly silent: readonly FollowUpTopic[]
}

export interface FollowUpTopic {
  readonly topic: Topic
  readonly older: readonly CitedList[]
  readonly newer: CitedTopic
  readonly judgements: readonly JudgementEntry[]
  /** What the newer report lists: signs of progress and strengths, then what is to improve. */
  readonly good: readonly CitedList[]
  readonly improvements: readonly CitedList[]
}

/**
 * Pairs each report of a council with those of the next year that has any. A report without a year is next to none, and
 * one that another took the place of is not asked again.
 */
export function listFollowUps(ordered: readonly PublishedAssessment[], content: Pick<Content, 'topics'>): FollowUp[] {
  const standing = ordered.filter(({assessment, record}) => assessment.period !== notStated && !record?.supersededBy)
  const years = [...Map.groupBy(standing, ({assessment}) => assessment.period).values()]
  const pairs = years
    .slice(1)
    .flatMap((newer, index) =>
      (years[index] ?? []).flatMap((older) => newer.map((each) => followUp(older, each, content))),
    )
  return pairs.filter(({topics, silent}) => topics.length + silent.length > 0)
}

function followUp(older: PublishedAssessment, newer: PublishedAssessment, content: Pick<Content, 'topics'>): FollowUp {
  const entries = newer.assessment.judgements.map((judgement) => describeJudgement(judgement, newer, content))
  const topics = content.topics.flatMap((topic): FollowUpTopic[] => {
    const wanted = citeTopic(older, topic.id).lists.filter(isToImprove)
    if (wanted.length === 0) return []
    const said = citeTopic(newer, topic.id)
    const listed = said.lists.filter(({items, remarks}) => items.length + remarks.length > 0)
    return [
      {
        topic,
        older: wanted,
        newer: said,
        judgements: entries.filter((entry) => entry.topic === topic.name),
        good: listed.filter(({kind}) => kind !== 'improvement'),
        improvements: listed.filter(({kind}) => kind === 'improvement'),
      },
    ]
  })
  const isSilent = ({newer: {lists, sections}, judgements}: FollowUpTopic) =>
    lists.length + sections.length + judgements.length === 0
  return {
    older,
    newer,
    isSameFramework: older.framework.id === newer.framework.id && !older.framework.takesAny,
    topics: topics.filter((topic) => !isSilent(topic)),
    silent: topics.filter(isSilent),
  }
}

const isToImprove = ({kind, items}: CitedList) => kind === 'improvement' && items.length > 0
