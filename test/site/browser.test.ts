import {execFile} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import type {Page} from 'puppeteer-core'
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest'
import {type OpenBrowser, openBrowser} from '../support/browser.ts'
import {content, readProject} from '../support/publication.ts'
import {serveSite} from '../support/server.ts'
import {compareWords, publishedWords, readPageWords} from '../support/words.ts'

const site = inject('site')
const {assessments} = readProject().publication
const data = JSON.parse(readFileSync(join(site, 'data/assessments.json'), 'utf8')).assessments as {
  url: string
  judgements: {of: string; subject: string; topic: string | null; grade: string}[]
}[]

let open: OpenBrowser
let page: Page
let server: Awaited<ReturnType<typeof serveSite>>
let prefixed: Awaited<ReturnType<typeof serveSite>>

beforeAll(async () => {
  server = await serveSite(site)
  prefixed = await serveSite(inject('prefixedSite'), '/reports/')
  open = await openBrowser()
  page = await open.browser.newPage()
})
afterAll(async () => {
  await open?.close()
  await server?.close()
  await prefixed?.close()
})

const visit = (path: string, width = 1280) =>
  page.setViewport({width, height: 900}).then(() => page.goto(server.origin + path, {waitUntil: 'load'}))

describe('accessibility', () => {
  it('pa11y finds nothing on a page of each kind', async () => {
    const report = data[0]?.url ?? '/'
    const kinds = [
      '/',
      '/councils/',
      `${report}`,
      `${report}easy-read/`,
      `${report}large-print/`,
      `${report}source/`,
      '/topics/health/',
      '/frameworks/cqc-2009/',
      '/compare/',
      '/search/',
      '/glossary/',
      '/data/',
    ]
    const folder = mkdtempSync(join(tmpdir(), 'plain-account-pa11y-'))
    const config = join(folder, 'pa11yci.json')
    writeFileSync(
      config,
      JSON.stringify({
        defaults: {
          runners: ['axe', 'htmlcs'],
          standard: 'WCAG2AA',
          concurrency: 1,
          timeout: 60_000,
          useIncognitoBrowserContext: false,
          chromeLaunchConfig: {
            executablePath: open.executable,
            args: ['--no-sandbox', '--headless', '--no-zygote', '--disable-dev-shm-usage'],
          },
        },
        urls: kinds.map((path) => server.origin + path),
      }),
    )
    const env = {...process.env, ...open.environment}
    const {stdout} = await promisify(execFile)(
      process.execPath,
      ['node_modules/pa11y-ci/bin/pa11y-ci.js', '--config', config, '--json'],
      {env, maxBuffer: 1e8},
    ).catch((error: {stdout: string}) => error)
    rmSync(folder, {recursive: true, force: true})
    const {total, passes, results} = JSON.parse(stdout) as {
      total: number
      passes: number
      results: Record<string, unknown[]>
    }
    expect(Object.entries(results).filter(([, issues]) => issues.length > 0)).toEqual([])
    expect([total, passes]).toEqual([kinds.length, kinds.length])
  }, 240_000)
})

describe('the words', () => {
  it.each(assessments.map((entry) => [entry.assessment.id, entry] as const))(
    'of the document and no others are on the standard page of %s',
    async (id, {assessment}) => {
      await visit(`/councils/${id}/`)
      const expected = publishedWords(assessment.sections)
      const found = await readPageWords(page)
      expect(compareWords(expected, found)).toEqual([])
      expect(found.length).toBe(expected.length)
      // A lost word is seen.
      expect(compareWords(expected, found.slice(1))).toEqual([`-${found[0]}`])
    },
  )

  it.each(assessments.map((entry) => [entry.assessment.id, entry] as const))(
    'in large print of %s are the same',
    async (id, {assessment}) => {
      await visit(`/councils/${id}/large-print/`)
      expect(
        compareWords(publishedWords(assessment.sections), await readPageWords(page), (word) => word.toLowerCase()),
      ).toEqual([])
    },
  )

  it.each(data.map((entry) => [entry.url, entry] as const))(
    'of every grade stand first on %s, and in all variants alike',
    async (url, {judgements}) => {
      const readGrades = async (path: string) => {
        await visit(path)
        return page.evaluate(() => document.querySelector('main')?.textContent?.replace(/\s+/g, ' ') ?? '')
      }
      for (const variant of ['', 'large-print/', 'easy-read/']) {
        const text = await readGrades(url + variant)
        for (const {grade} of judgements) expect(text).toContain(grade)
      }
      await visit(url)
      const readRows = () =>
        page.$$eval('.grades tbody tr', (all) =>
          all.map((row) => [row.querySelector('th')?.textContent, row.querySelector('td strong')?.textContent]).sort(),
        )
      const expected = judgements.map(({subject, grade}) => [subject, grade]).sort()
      expect(await readRows()).toEqual(expected)
      // A swapped grade is seen.
      await page.evaluate(() => document.querySelector('.grades td strong')?.replaceChildren('Swapped'))
      if (judgements.length > 0) expect(await readRows()).not.toEqual(expected)
    },
  )
})

describe('easy read on paper', () => {
  it.each(data.map(({url}) => [`${url}easy-read/`] as const))(
    'is at most 20 sheets of A4 in 16 point at %s',
    async (path) => {
      await visit(path)
      const pdf = Buffer.from(await page.pdf({preferCSSPageSize: true})).toString('latin1')
      const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
      expect(sheets).toBeGreaterThan(5)
      expect(sheets).toBeLessThanOrEqual(20)
      await page.emulateMediaType('print')
      const sizes = await page.$$eval('.report p, .report li, .report h2, .report h3, .report blockquote', (all) =>
        all.map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
      )
      await page.emulateMediaType('screen')
      expect(sizes.length).toBeGreaterThan(50)
      // 16 point are 21.3 pixels.
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(21.3)
    },
  )
})

describe('the search', () => {
  /** Opens a page with the site's own headers in force and gathers what the browser refused or fetched elsewhere. */
  async function watch(origin: string, path: string, act: (watched: Page) => Promise<void>) {
    const watched = await open.browser.newPage()
    const complaints: string[] = []
    watched.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    watched.on('pageerror', (error) => complaints.push(String(error)))
    watched.on(
      'request',
      (request) =>
        request.url().startsWith(origin) || /^(?:data|blob):/.test(request.url()) || complaints.push(request.url()),
    )
    await watched.evaluateOnNewDocument(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`refused ${event.violatedDirective} ${event.blockedURI}`),
      )
    })
    await watched.goto(origin + path, {waitUntil: 'load'})
    await act(watched)
    expect(await watched.cookies()).toEqual([])
    await watched.close()
    expect(complaints).toEqual([])
  }

  const settled = (watched: Page) =>
    watched.waitForFunction(
      () =>
        /found/i.test(document.getElementById('status')?.textContent ?? '') &&
        !document.querySelector('#results[aria-busy]'),
    )
  const readHits = (watched: Page) =>
    watched.$$eval('#hits h3 a', (links) =>
      links.map(
        (link) => new URL((link as HTMLAnchorElement).href).pathname + new URL((link as HTMLAnchorElement).href).hash,
      ),
    )

  const topic = content.topics.find(({id}) => id === 'dignity-and-safety')
  const poor = data.flatMap(({url, judgements}) =>
    judgements.filter((entry) => entry.topic === topic?.id && entry.grade === 'Poor').map(({of}) => `${url}#${of}`),
  )
  const query = `?${new URLSearchParams({topic: topic?.name ?? '', grade: 'Poor'})}`

  it('finds exactly the sections of a topic that have a grade, without a refusal by the headers', async () => {
    expect(poor).toHaveLength(1)
    await watch(server.origin, `/search/${query}`, async (watched) => {
      await settled(watched)
      expect(await readHits(watched)).toEqual(poor)
    })
  })

  it('finds words by keyboard, keeps them in the address, and comes back', async () => {
    await watch(server.origin, '/search/', async (watched) => {
      await watched.focus('#q')
      await watched.keyboard.type('safeguarding')
      await watched.keyboard.press('Enter')
      await settled(watched)
      expect((await readHits(watched)).length).toBeGreaterThan(3)
      expect(watched.url()).toContain('q=safeguarding')
      expect(await watched.$eval('#hits', (list) => list.querySelectorAll('mark').length)).toBeGreaterThan(3)
      await watched.goBack()
      expect(await watched.$eval('#q', (field) => (field as HTMLInputElement).value)).toBe('')
      expect(await watched.$eval('#results', (part) => (part as HTMLElement).hidden)).toBe(true)
    })
  })

  it('helps when nothing is found', async () => {
    await watch(server.origin, '/search/?q=xyzzyplugh&grade=Poor', async (watched) => {
      await settled(watched)
      expect(await watched.$eval('#status', (line) => line.textContent)).toMatch(/^Nothing found for “xyzzyplugh”/)
      expect(await watched.$$eval('#help-list a', (links) => links.length)).toBe(3)
    })
  })

  it('keeps easy read apart from the same words in full', async () => {
    await watch(server.origin, '/search/?q=easy&reading=Easy+read', async (watched) => {
      await settled(watched)
      const found = await readHits(watched)
      expect(found.length).toBeGreaterThan(0)
      expect(found.filter((address) => !address.endsWith('/easy-read/'))).toEqual([])
    })
  })

  it('works under a path', async () => {
    await watch(prefixed.origin, `/reports/search/${query}`, async (watched) => {
      await settled(watched)
      expect(await readHits(watched)).toEqual(poor.map((address) => `/reports${address}`))
    })
  })

  it('is an index with links where there is no JavaScript', async () => {
    const plain = await open.browser.newPage()
    await plain.setJavaScriptEnabled(false)
    const readLinks = (selector: string) =>
      plain.$$eval(selector, (all) =>
        all.map((link) => {
          const {pathname, hash} = new URL((link as HTMLAnchorElement).href)
          return pathname + hash
        }),
      )
    await plain.goto(`${server.origin}/search/`)
    const lists = await readLinks('#browse a')
    for (const part of ['/councils/', '/topics/health/', '/search/grades/poor/', '/search/years/2007-08/'])
      expect(lists).toContain(part)
    await plain.goto(`${server.origin}/search/grades/poor/`)
    expect(await readLinks('main a')).toEqual(expect.arrayContaining(poor))
    await plain.goto(`${server.origin}/search/years/2007-08/`)
    expect(await readLinks('main a')).toContain('/councils/leeds/2007-08-performance-summary/')
    await plain.close()
  })

  it.each([
    '/',
    '/councils/',
    '/topics/health/',
    '/compare/',
    '/glossary/',
    '/data/',
    '/about/',
    ...data.flatMap(({url}) => [url, `${url}easy-read/`, `${url}large-print/`, `${url}source/`]),
  ])('lets the browser load %s without a refusal', async (path) => watch(server.origin, path, async () => {}))
})
