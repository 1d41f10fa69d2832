import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {brotliCompressSync} from 'node:zlib'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {writeSite} from '../../../src/site/site.ts'
import {makeFiles} from '../../support/files.ts'
import {content} from '../../support/publication.ts'
import {makePublished} from './published.ts'

const hostile = '</script><script>alert(1)</script> <!--'
const block = /<script type="application\/ld\+json">([^<]*)<\/script>/g
const report = 'councils/leicester/2009-10-performance-assessment/'
const page = (path: string) => readFileSync(join(folder, path, 'index.html'), 'utf8')
let folder: string
let files: number

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plain-account-linked-data-'))
  const dated = {assessor: hostile, dated: '2008-10-27'}
  const hidden = {id: 'not-stated/2024-report', council: {id: 'not-stated', name: 'Council not stated'}, period: '2024'}
  const {assessor: _, ...nameless} = makePublished(hidden).assessment
  const publication = {assessments: [makePublished(dated), {...makePublished(), assessment: nameless}]}
  const {reports} = await makeFiles({assessments: publication.assessments.slice(0, 1)})
  files = [...reports.values()][0]?.files.length ?? 0
  await writeSite(publication, content, {
    root: '.',
    output: folder,
    pathPrefix: '/',
    builtOn: '2026-11-24',
    files: reports,
  })
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** What a program reads on a page: the blocks of data, by type. */
function readThings(path: string) {
  const [found, ...others] = [...page(path).matchAll(block)].map(([, text = '']) => JSON.parse(text))
  expect([found['@context'], others]).toEqual(['https://schema.org', []])
  return Object.fromEntries(found['@graph'].map((thing: {'@type': string}) => [thing['@type'], thing]))
}

describe('the block of data', () => {
  it('tells what a report is, in the words of the document, which cannot end it', () => {
    const {Report: thing} = readThings(report)
    expect(thing).toMatchObject({
      name: 'Leicester City Council: Assessment of performance, 2009/10',
      url: `${content.site.url}/${report}`,
      about: {'@type': 'Organization', name: 'Leicester City Council'},
      author: {'@type': 'Organization', name: hostile},
      datePublished: '2008-10-27',
      inLanguage: 'en-GB',
      isBasedOn: {name: 'case.txt', sha256: 'a'.repeat(64)},
    })
    expect(thing).not.toHaveProperty('publisher')
    expect(page(report)).not.toContain('<script>')
    expect(thing.encoding.length).toBeLessThanOrEqual(Math.min(6, files))
    for (const {encodingFormat, contentUrl, contentSize} of thing.encoding) {
      expect(encodingFormat).toMatch(/^(?:text|application)\//)
      expect(contentUrl).toMatch(new RegExp(`^${content.site.url}/${report}[\\w.-]+$`))
      expect(contentSize).toMatch(/^[\d.]+ (?:bytes|KB|MB)$/)
    }
  })

  it('leaves out what the document does not state', () => {
    const {Report: thing} = readThings('councils/not-stated/2024-report/')
    for (const name of ['about', 'author', 'publisher', 'datePublished']) expect(thing).not.toHaveProperty(name)
    expect(readThings('councils/not-stated/')).not.toHaveProperty('Organization')
    expect(readThings('councils/leicester/')['Organization']).toEqual({
      '@type': 'Organization',
      name: 'Leicester City Council',
      mainEntityOfPage: `${content.site.url}/councils/leicester/`,
    })
  })

  it('tells the way to a page', () => {
    const {BreadcrumbList: trail} = readThings(report)
    expect(
      trail.itemListElement.map(({position, name, item}: Record<string, unknown>) => [position, name, item]),
    ).toEqual([
      [1, 'Find a report', `${content.site.url}/`],
      [2, 'Councils', `${content.site.url}/councils/`],
      [3, 'Leicester City Council', `${content.site.url}/councils/leicester/`],
      [4, 'Leicester City Council: Assessment of performance, 2009/10', `${content.site.url}/${report}`],
    ])
  })

  it('tells where the open data is, and under which licence', () => {
    const {Dataset: dataset} = readThings('data/')
    expect(dataset.license).toBe(content.site.licence.url)
    expect(dataset.temporalCoverage).toBe('2009/2024')
    expect(dataset.creator.name).toBe(content.site.organisation)
    expect(dataset.distribution.map(({contentUrl}: {contentUrl: string}) => contentUrl)).toContain(
      `${content.site.url}/data/assessments.json`,
    )
  })

  it('adds less than 500 bytes to a report', () => {
    const html = page(report)
    const weigh = (text: string) => brotliCompressSync(Buffer.from(text)).length
    expect(weigh(html) - weigh(html.replaceAll(block, ''))).toBeLessThan(500)
  })

  it('is not on a page that search engines leave out', () => {
    expect(readFileSync(join(folder, '404.html'), 'utf8')).not.toContain('ld+json')
  })
})
