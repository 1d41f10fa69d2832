import type {Topic} from '../content.ts'
import type {PublishedAssessment} from '../publication.ts'
import {dataPaths, describeReference, topicPath} from './addresses.ts'
import type {DataFiles} from './format.ts'
import {writeJson} from './json.ts'
import {describeFindings, describeJudgements} from './rows.ts'

/** Every council's grades and findings on one topic: `/data/v1/topics/dignity-and-safety.json`. */
export const topicFiles: DataFiles = {
  list: ({assessments}, {topics}) =>
    topics.map((topic) => {
      const {id, name, meaning} = topic
      const facts = assessments.map((published) => ({published, ...listTopicFacts(published, topic)}))
      return {
        path: dataPaths.topic(id),
        text: writeJson({
          schemaVersion: 1,
          topic: {id, name, meaning},
          url: topicPath(id),
          assessments: facts.filter(hasFacts).map(({published}) => describeReference(published)),
          judgements: facts.flatMap(({judgements}) => judgements),
          findings: facts.flatMap(({findings}) => findings),
        }),
      }
    }),
}

/** Whether a report grades or lists anything on a topic. */
export const isOnTopic = (published: PublishedAssessment, topic: Pick<Topic, 'id'>) =>
  hasFacts(listTopicFacts(published, topic))

const hasFacts = ({judgements, findings}: ReturnType<typeof listTopicFacts>) => judgements.length + findings.length > 0

const listTopicFacts = (published: PublishedAssessment, {id}: Pick<Topic, 'id'>) => ({
  judgements: describeJudgements(published).filter(({topic}) => topic === id),
  findings: describeFindings(published).filter(({topic}) => topic === id),
})
