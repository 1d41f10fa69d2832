import {notStated} from '../assessment.ts'
import type {Content, Site} from '../content.ts'
import type {Publication, PublishedAssessment, WithdrawnReport} from '../publication.ts'
import {
  endSentence,
  formatDate,
  formatPeriod,
  nameReport,
  tellNoGrades,
  tellRank,
  tellWriter,
} from '../variants/phrases.ts'
import {variantPath} from '../variants/variant.ts'
import {councilPath, feedPaths, listDataCouncils, topicPath} from './addresses.ts'
import {findLastChange, findWithdrawal} from './feed-dates.ts'
import type {DataFiles} from './format.ts'
import {isOnTopic} from './topic-files.ts'
import {escapeXml} from './xml.ts'

/** What a reader can follow: all reports, or those of one council or on one topic. */
export interface Feed {
  /** `/councils/leicester/feed.xml` */
  readonly path: string
  /** The page that shows the same: `/councils/leicester/`. */
  readonly home: string
  /** What it brings: `reports about Leicester City Council`. */
  readonly about: string
  readonly entries: readonly FeedEntry[]
}

interface FeedEntry {
  /** Its address; permanent, so that it is its id too. */
  readonly path: string
  readonly title: string
  /** `2010-04-01T00:00:00Z` */
  readonly updated: string
  readonly author: string
  readonly summary: string
}

/** Atom feeds (RFC 4287) of everything, of each council and of each topic. */
export const feedFiles: DataFiles = {
  list: (publication, content) =>
    listFeeds(publication, content).map((feed) => ({path: feed.path, text: writeFeed(feed, content.site)})),
}

/**
 * A withdrawn report is in the feed of its council alone, as it is on the page of its council alone. A feed with nothing
 * in it would need a date that nobody knows, so there is none.
 */
export function listFeeds(publication: Publication, content: Content): Feed[] {
  const {assessments, withdrawn = []} = publication
  const isOf = (id: string) => (report: PublishedAssessment | WithdrawnReport) => report.assessment.council.id === id
  const gather = (published: readonly PublishedAssessment[], gone: readonly WithdrawnReport[]) =>
    [...published.map(describeEntry), ...gone.map((report) => describeWithdrawal(report, content.site))]
      .sort((a, b) => (a.updated === b.updated ? (a.path < b.path ? -1 : 1) : a.updated < b.updated ? 1 : -1))
      .slice(0, mostEntries)
  const feeds: Feed[] = [
    {path: feedPaths.all, home: '/', about: 'all reports', entries: gather(assessments, [])},
    ...listDataCouncils(publication).map(({id, name}) => ({
      path: feedPaths.council(id),
      home: councilPath(id),
      about: id === notStated ? 'reports without the name of a council' : `reports about ${name}`,
      entries: gather(assessments.filter(isOf(id)), withdrawn.filter(isOf(id))),
    })),
    ...content.topics.map((topic) => ({
      path: feedPaths.topic(topic.id),
      home: topicPath(topic.id),
      about: `reports on the topic ${topic.name}`,
      entries: gather(
        assessments.filter((published) => isOnTopic(published, topic)),
        [],
      ),
    })),
  ]
  return feeds.filter(({entries}) => entries.length > 0)
}

/** A feed is for news; everything is in the data files. */
const mostEntries = 100

function describeEntry(published: PublishedAssessment): FeedEntry {
  const {assessment} = published
  return {
    path: variantPath(assessment.id, 'standard'),
    title: nameReport(published),
    updated: findLastChange(published),
    author: assessment.assessor ?? 'not stated',
    summary: summarise(published),
  }
}

/** Who wrote a report, what it covers, and its grades in words. */
export function summarise(published: PublishedAssessment): string {
  const {assessment, record} = published
  const {dated, judgements, period} = assessment
  const grades = judgements.map(({subject, grade, carriedFrom, of}) => {
    const rank = grade.rank === undefined ? '' : `, ${tellRank(grade)}`
    const carried = carriedFrom ? `, used again from ${formatPeriod(carriedFrom)}` : ''
    return `${of === 'overall' ? 'Overall' : subject}: ${grade.label}${rank}${carried}.`
  })
  return [
    tellWriter(assessment),
    `It covers: ${formatPeriod(period)}.`,
    `Date on the document: ${dated ? formatDate(dated) : 'not stated'}.`,
    ...(judgements.length > 0 ? grades : [tellNoGrades(published)]),
    ...(record?.supersededBy ? [`Another report took the place of this one: ${record.supersededBy.name}.`] : []),
  ].join(' ')
}

function describeWithdrawal(report: WithdrawnReport, {organisation}: Site): FeedEntry {
  const title = `Withdrawn: ${nameReport(report)}`
  return {
    path: variantPath(report.assessment.id, 'standard'),
    title,
    updated: findWithdrawal(report),
    author: organisation,
    summary: `This report was withdrawn on ${formatDate(report.when)}. Reason: ${endSentence(report.why)}`,
  }
}

/** The newest entry’s date is the feed’s, so that it stays as it is until a report changes. */
function writeFeed({path, home, about, entries}: Feed, site: Site): string {
  const link = (rel: string, type: string, to: string) =>
    `<link rel="${rel}" type="${type}" href="${escapeXml(`${site.url}${to}`)}"/>`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `  <id>${escapeXml(`${site.url}${path}`)}</id>`,
    `  <title>${escapeXml(`${site.name}: ${about}`)}</title>`,
    `  <updated>${entries[0]?.updated}</updated>`,
    `  ${link('self', 'application/atom+xml', path)}`,
    `  ${link('alternate', 'text/html', home)}`,
    `  <author><name>${escapeXml(site.organisation)}</name></author>`,
    ...entries.flatMap((entry) => [
      '  <entry>',
      `    <id>${escapeXml(`${site.url}${entry.path}`)}</id>`,
      `    <title>${escapeXml(entry.title)}</title>`,
      `    <updated>${entry.updated}</updated>`,
      `    <author><name>${escapeXml(entry.author)}</name></author>`,
      `    ${link('alternate', 'text/html', entry.path)}`,
      `    <summary>${escapeXml(entry.summary)}</summary>`,
      '  </entry>',
    ]),
    '</feed>',
    '',
  ].join('\n')
}
