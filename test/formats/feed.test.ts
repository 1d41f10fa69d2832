import {readFileSync} from 'node:fs'
import {RelaxNGValidator, XmlDocument} from 'libxml2-wasm'
import {describe, expect, it, test} from 'vitest'
import {feedFiles, listFeeds} from '../../src/formats/feed.ts'
import {findLastChange} from '../../src/formats/feed-dates.ts'
import {topicFiles} from '../../src/formats/topic-files.ts'
import type {PublishedAssessment} from '../../src/publication.ts'
import {makePublished} from '../site/unit/published.ts'
import {content, readProject} from '../support/publication.ts'

const {publication} = readProject()
const feeds = feedFiles.list(publication, content)
const atom = {a: 'http://www.w3.org/2005/Atom'}

/** Reads a feed as a feed reader does: it must be well-formed XML. */
function readFeed(text: string) {
  const xml = XmlDocument.fromString(text)
  const find = (path: string) => xml.find(path, atom).map((node) => node.content)
  return {xml, find}
}

describe('the feeds', () => {
  it('are Atom by the grammar of RFC 4287', () => {
    const grammar = XmlDocument.fromString(readFileSync('test/support/atom.rng', 'utf8'))
    const validator = RelaxNGValidator.fromDoc(grammar)
    expect(feeds.length).toBeGreaterThan(10)
    for (const {path, text} of feeds) expect(() => validator.validate(readFeed(text).xml), path).not.toThrow()
    const broken = feeds[0]?.text.replace(/<updated>.*?<\/updated>/, '') ?? ''
    expect(() => validator.validate(readFeed(broken).xml)).toThrow()
  })

  it('bring all reports, those of each council, and those on each topic', () => {
    const ids = ({path}: {path: string}) =>
      readFeed(feeds.find((feed) => feed.path === path)?.text ?? '').find('//a:entry/a:id')
    const all = publication.assessments.map(({assessment}) => `${content.site.url}/councils/${assessment.id}/`)
    expect(ids({path: '/feed.xml'}).sort()).toEqual(all.sort())
    const leicester = ids({path: '/councils/leicester/feed.xml'})
    expect(leicester.sort()).toEqual(all.filter((id) => id.includes('/councils/leicester/')))
    for (const {path, text} of topicFiles.list(publication, content)) {
      const {assessments, url} = JSON.parse(text) as {assessments: {url: string}[]; url: string}
      const own = assessments.map((reference) => `${content.site.url}${reference.url}`)
      if (own.length > 0) expect(ids({path: `${url}feed.xml`}).sort(), path).toEqual(own.sort())
      else expect(feeds.some((feed) => feed.path === `${url}feed.xml`)).toBe(false)
    }
  })

  it('are dated by their newest entry, and stay as they are on another day', () => {
    for (const {text} of feeds) {
      const {find} = readFeed(text)
      const dates = find('//a:entry/a:updated')
      expect(dates).toEqual([...dates].sort().reverse())
      expect(find('/a:feed/a:updated')).toEqual(dates.slice(0, 1))
    }
    expect(feedFiles.list(readProject().publication, content)).toEqual(feeds)
  })

  it('say who wrote a report, what it covers, and its grades in words', () => {
    const {find} = readFeed(feeds[0]?.text ?? '')
    const summaries = find('//a:entry/a:summary')
    expect(summaries.find((text) => text.includes('Improved health and well-being: Adequate'))).toMatch(
      /^Written by Care Quality Commission\. It covers: 2009\/10\. Date on the document: .*\. Overall: Well, second of 4 grades, best first\. /,
    )
    expect(summaries).toContainEqual(
      expect.stringMatching(/^The council wrote it about itself\. .* This document gives no grades\.$/),
    )
  })

  it('keep the words of a document as words', () => {
    const hostile = 'A & B </title><script> "\u0001 ]]>'
    const published = makePublished({assessor: hostile, council: {id: 'leicester', name: hostile}})
    const [all] = feedFiles.list({assessments: [published]}, content)
    const {find} = readFeed(all?.text ?? '')
    expect(find('//a:entry/a:author/a:name')).toEqual([hostile.replace('\u0001', '')])
    expect(find('//a:entry/a:title')[0]).toContain('A & B </title><script> " ]]>')
  })

  it('tell those who follow that a report was withdrawn, under the address that it had', () => {
    const {assessment, framework, source} = makePublished()
    const report = {assessment, framework, source, when: '2026-10-01', why: 'It names a person'}
    const [feed, ...others] = feedFiles.list({assessments: [], withdrawn: [report]}, content)
    expect([feed?.path, others]).toEqual(['/councils/leicester/feed.xml', []])
    const {find} = readFeed(feed?.text ?? '')
    expect(find('//a:entry/a:id')).toEqual([`${content.site.url}/councils/${assessment.id}/`])
    expect(find('//a:entry/a:title')[0]).toMatch(/^Withdrawn: /)
    expect(find('//a:entry/a:summary')).toEqual([
      'This report was withdrawn on 1 October 2026. Reason: It names a person.',
    ])
    expect(find('//a:entry/a:updated')).toEqual(['2026-10-01T00:00:00Z'])
  })

  it('are not made where there is nothing to bring', () => {
    const onTopics = new Set(listFeeds(publication, content).map(({home}) => home))
    expect(onTopics.has('/topics/health/')).toBe(true)
    expect(listFeeds({assessments: [makePublished()]}, content).map(({home}) => home)).toEqual([
      '/',
      '/councils/leicester/',
    ])
  })
})

test.each<[string, Partial<PublishedAssessment['assessment']>, Partial<PublishedAssessment>, string]>([
  ['the date on the document', {dated: '2008-10-27'}, {}, '2008-10-27'],
  ['the end of the month on the document', {dated: '2024-12'}, {}, '2025-01-01'],
  ['the end of its year', {period: '2009-10'}, {}, '2010-04-01'],
  ['the end of its calendar year', {period: '2024'}, {}, '2025-01-01'],
  ['no date that anyone knows', {period: 'not-stated'}, {}, '1970-01-01'],
  [
    'the day of its release',
    {dated: '2008-10-27'},
    {record: {corrections: [], redactions: [], release: {who: 'A', when: '2026-01-02', basis: 'B'}}},
    '2026-01-02',
  ],
  [
    'the day that another took its place',
    {},
    {
      record: {
        corrections: [],
        redactions: [],
        supersededBy: {id: 'x', name: 'X', period: '2010-11', when: '2026-02-03'},
      },
    },
    '2026-02-03',
  ],
])('dates a report by %s', (_, changes, parts, day) => {
  expect(findLastChange({...makePublished(changes), ...parts})).toBe(`${day}T00:00:00Z`)
})
