import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {readContent} from '../../../src/content.ts'
import {BuildStopped} from '../../../src/problem.ts'
import {writeSite} from '../../../src/site/site.ts'
import {makeFiles} from '../../support/files.ts'
import {makePublished} from './published.ts'

const hostile = `<script>alert(1)</script> {{ 7 * 6 }} {% raw %} "quoted" [x](javascript:alert(1))`
const report = 'councils/leicester/2009-10-performance-assessment'
const content = readContent((file) => readFileSync(file, 'utf8'))
let folder: string
let made: Awaited<ReturnType<typeof makeFiles>>
const read = (file: string) => readFileSync(join(folder, file), 'utf8')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plain-account-site-'))
  const published = makePublished({title: `Report 2009/10 ${hostile}`, assessor: hostile})
  const [line, ...lines] = published.ledger.lines
  const ledger = {...published.ledger, lines: line ? [{...line, raw: hostile}, ...lines] : []}
  const publication = {assessments: [{...published, ledger}]}
  made = await makeFiles(publication)
  await writeSite(publication, content, {
    root: '.',
    output: folder,
    pathPrefix: '/reports/',
    builtOn: '2026-11-24',
    files: made.reports,
  })
})

afterAll(() => rmSync(folder, {recursive: true, force: true}))

const pages = ['', 'easy-read/', 'large-print/', 'source/'].map((way) => `${report}/${way}index.html`)

test('writes the pages of a report and the files that hosts and robots read', () => {
  for (const file of [...pages, '404.html', '_headers', 'robots.txt', 'sitemap.xml'])
    expect(existsSync(join(folder, file)), file).toBe(true)
})

test('lists every file of a report on its page, with the words of a document as words in each', () => {
  expect(made.problems).toEqual([])
  const listed = [...read(pages[0] ?? '').matchAll(/<a href="\/reports(\/[^"]+)" download/g)].map((match) => match[1])
  expect(listed.sort()).toEqual([...made.written.keys()].sort())
})

test.each(pages)('%s shows the words of a document as words, whatever they say', (page) => {
  const html = read(page)
  expect(html).toContain('{{ 7 * 6 }} {% raw %}')
  expect(html).not.toContain('<script>')
  expect(html).not.toMatch(/href="javascript:/)
})

test.each([...pages, 'index.html', '404.html'])('%s has nothing inline, and links under the path prefix', (page) => {
  const html = read(page)
  // A block of data is no script: no browser runs it, and the policy of the site lets it be.
  expect(html.replaceAll(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')).not.toMatch(
    /<style|\sstyle=|\son\w+="|<script(?![^>]*\ssrc=)/,
  )
  const links = [...html.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].map((match) => match[1] ?? '')
  expect(links.length).toBeGreaterThan(10)
  expect(links.filter((link) => !link.startsWith('/reports/'))).toEqual([])
})

test.each(pages)('%s has the ways to read it before its only h1, and marks its own', (page) => {
  const html = read(page)
  expect(html.match(/<h1[ >]/g)?.length).toBe(1)
  expect(html.indexOf('aria-label="Ways to read this report"')).toBeLessThan(html.indexOf('<h1'))
  const ways = /<ul class="ways__list">.*?<\/ul>/s.exec(html)?.[0] ?? ''
  const address = `/reports/${page.replace('index.html', '')}`
  expect(ways.match(/<a /g)?.length).toBe(4)
  expect(ways).toContain(`href="${address}" aria-current="page"`)
})

test('offers each download with its format, pages and size, and says that all carry the same', () => {
  const html = read(pages[0] ?? '')
  expect(html).toMatch(/download="leicester-2009-10-performance-assessment-standard\.pdf"/)
  expect(html).toMatch(/<span class="hidden">Full report, <\/span>PDF, \d+ pages, \d+ KB<\/a>/)
  expect(html).toMatch(/All files are in English\. \d+ of them carry the same words; those in easy read say/)
})

test('tells search engines the address that the site will have', () => {
  expect(read(`${report}/index.html`)).toContain(`<link rel="canonical" href="${content.site.url}/${report}/">`)
  expect(read('sitemap.xml')).toContain(`<loc>${content.site.url}/${report}/source/</loc>`)
  expect(read('sitemap.xml')).not.toContain('404')
})

test('stops with the template and the reason when a page cannot be written', async () => {
  // Frozen, so that Eleventy takes it as it is.
  const site = Object.freeze({
    ...content.site,
    get relay(): string {
      throw new Error('The address was lost')
    },
  })
  const options = {root: '.', output: join(folder, 'broken'), pathPrefix: '/', builtOn: '2026-11-24', files: new Map()}
  const writing = writeSite({assessments: [makePublished()]}, {...content, site}, options)
  await expect(writing).rejects.toBeInstanceOf(BuildStopped)
  await expect(writing).rejects.toThrow(/broken-template: .*contact\.njk.*The address was lost/)
})
