import type {Judgement} from '../assessment.ts'
import type {Content} from '../content.ts'
import type {PublishedAssessment} from '../publication.ts'
import {tellCarried, tellRank} from '../variants/phrases.ts'
import {findJudgedSection} from '../variants/section.ts'
import {variantPath} from '../variants/variant.ts'

/** A grade with what a reader needs beside it. */
export interface JudgementEntry {
  readonly published: PublishedAssessment
  readonly judgement: Judgement
  /** Site path of the section judged. */
  readonly url: string
  readonly rank: string
  readonly carried: string | undefined
  readonly topic: string | undefined
}

/** Site path of a section, or of any other anchor, on the standard page of its report. */
export const sectionUrl = ({assessment}: PublishedAssessment, id: string): string =>
  `${variantPath(assessment.id, 'standard')}#${id}`

/** Puts beside a grade where it stands, its place on its scale, and whether it is last year's. */
export function describeJudgement(
  judgement: Judgement,
  published: PublishedAssessment,
  content: Pick<Content, 'topics'>,
): JudgementEntry {
  const section = findJudgedSection(published, judgement)
  return {
    published,
    judgement,
    url: section ? sectionUrl(published, section.id) : sectionUrl(published, 'the-grades'),
    rank: tellRank(judgement.grade),
    carried: tellCarried(judgement, published),
    topic: content.topics.find(({id}) => id === section?.topic)?.name,
  }
}
