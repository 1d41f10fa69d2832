import {eachSection, type FindingKind, type Section} from '../assessment.ts'
import type {PublishedAssessment} from '../publication.ts'
import {listAnchors} from '../variants/anchors.ts'
import {sectionUrl} from './judgements.ts'

/** One printed list of findings, word for word, each with its address. */
export interface CitedList {
  readonly kind: FindingKind
  /** Heading of the section that prints it, after the group it stands in: `Adults: Fair Access`. */
  readonly section: string
  readonly url: string
  /** The printed heading of the list, which its items may go on from: `To minimise waiting times we are:`. */
  readonly heading: string
  readonly items: readonly CitedFinding[]
  /** What the document says instead of, or around, a list. */
  readonly remarks: readonly string[]
}

export interface CitedFinding {
  readonly text: string
  /** Site path of the very words. */
  readonly url: string
}

/** What one report says on one topic. */
export interface CitedTopic {
  readonly lists: readonly CitedList[]
  /** Sections on the topic that hold words but list nothing. */
  readonly sections: readonly {readonly heading: string; readonly url: string}[]
}

const cited = new WeakMap<PublishedAssessment, ReadonlyMap<string, CitedTopic>>()
const nothing: CitedTopic = {lists: [], sections: []}

/** Finds what a report says on a topic; it is gone through once for all topics. */
export function citeTopic(published: PublishedAssessment, topic: string): CitedTopic {
  let topics = cited.get(published)
  if (!topics) {
    topics = citeTopics(published)
    cited.set(published, topics)
  }
  return topics.get(topic) ?? nothing
}

function citeTopics(published: PublishedAssessment): Map<string, CitedTopic> {
  const anchors = listAnchors(published)
  const all = [...eachSection(published.assessment.sections)]
  const headings = Map.groupBy(all, ({section}) => section.heading)
  const topics = new Map<string, {lists: CitedList[]; sections: {heading: string; url: string}[]}>()
  for (const {section, partOf} of all) {
    if (section.topic === undefined) continue
    const topic = topics.get(section.topic) ?? {lists: [], sections: []}
    topics.set(section.topic, topic)
    // `Summary` is of something, and two groups of people may be judged by the same standards.
    const isAlone = section.kind !== 'group' && headings.get(section.heading)?.length === 1
    const heading = isAlone || !partOf ? section.heading : `${partOf.heading}: ${section.heading}`
    const isListed = section.findings.some(({items, remarks}) => items.length + remarks.length > 0)
    if (!isListed && (section.body.length > 0 || section.findings.length > 0))
      topic.sections.push({heading, url: sectionUrl(published, section.id)})
    topic.lists.push(...section.findings.map((findings) => citeList(findings, section, heading, published, anchors)))
  }
  return topics
}

function citeList(
  {kind, heading, items, remarks}: Section['findings'][number],
  section: Section,
  name: string,
  published: PublishedAssessment,
  anchors: ReadonlyMap<object, string>,
): CitedList {
  return {
    kind,
    section: name,
    url: sectionUrl(published, section.id),
    heading,
    items: items.map((item) => ({text: item.text, url: sectionUrl(published, anchors.get(item) ?? section.id)})),
    remarks: remarks.map(({text}) => text),
  }
}
