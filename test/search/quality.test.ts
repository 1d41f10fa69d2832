import {readFileSync} from 'node:fs'
import type {Page} from 'puppeteer-core'
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest'
import {parse} from 'yaml'
import {z} from 'zod'
import {facetNames, listChoices} from '../../src/search/choices.ts'
import {makeSectionRecords} from '../../src/search/records.ts'
import {type OpenBrowser, openBrowser} from '../support/browser.ts'
import {content, readProject} from '../support/publication.ts'
import {serveSite} from '../support/server.ts'

const kinds = ['everyday', 'professional', 'misspelt', 'name', 'phrase', 'filter', 'number', 'question'] as const
const question = z.strictObject({
  query: z.string(),
  kind: z.enum(kinds),
  filters: z.partialRecord(z.enum(facetNames), z.array(z.string()).min(1)).default({}),
  first: z.array(z.string()).min(1).max(5),
})
const questions = z.array(question).parse(parse(readFileSync('test/search/queries.yaml', 'utf8')))
const {publication} = readProject()

describe('the questions', () => {
  it('are sixty at least, five of each kind, and none twice', () => {
    expect(questions.length).toBeGreaterThanOrEqual(60)
    for (const kind of kinds)
      expect(questions.filter((each) => each.kind === kind).length, kind).toBeGreaterThanOrEqual(5)
    const keys = questions.map(({query, filters}) => JSON.stringify([query, filters]))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('name sections of the index and values of its filters', () => {
    const urls = new Set(makeSectionRecords(publication, content).map(({url}) => url))
    expect(questions.flatMap(({first}) => first).filter((url) => !urls.has(url))).toEqual([])
    const choices = listChoices(publication, content)
    for (const {filters} of questions)
      for (const name of facetNames)
        for (const value of filters[name] ?? []) expect(choices[name], name).toContain(value)
  })
})

describe('the answers', () => {
  let open: OpenBrowser
  let server: Awaited<ReturnType<typeof serveSite>>
  let page: Page
  beforeAll(async () => {
    open = await openBrowser()
    server = await serveSite(inject('site'))
    page = await open.browser.newPage()
  })
  afterAll(async () => {
    await open.close()
    await server.close()
  })

  /** The first ten sections that a reader sees. */
  async function ask({query, filters}: (typeof questions)[number]): Promise<string[]> {
    const address = new URLSearchParams(query ? {q: query} : {})
    for (const name of facetNames) for (const value of filters[name] ?? []) address.append(name.toLowerCase(), value)
    await page.goto(`${server.origin}/search/?${address}`)
    const settle = () =>
      page.waitForFunction(
        () =>
          /found/i.test(document.getElementById('status')?.textContent ?? '') &&
          !document.querySelector('#results[aria-busy]'),
      )
    await settle()
    const count = () => page.$$eval('#hits > li', (list) => list.length)
    const shown = await count()
    if (!(await page.$eval('#more', (more) => (more as HTMLElement).hidden))) {
      await page.click('#more button')
      await page.waitForFunction((before) => document.querySelectorAll('#hits > li').length > before, {}, shown)
    }
    return page.$$eval('#hits h3 a', (links) =>
      links.map((link) => {
        const {pathname, hash} = new URL((link as HTMLAnchorElement).href)
        return pathname + hash
      }),
    )
  }

  it('stand first: mean reciprocal rank 0.85 and recall at 5 of 0.95 at least', async () => {
    const rows = []
    for (const each of questions) {
      const hits = await ask(each)
      const rank = hits.findIndex((hit) => each.first.includes(hit)) + 1
      const found = each.first.filter((url) => hits.slice(0, 5).includes(url)).length
      rows.push({...each, reciprocal: rank > 0 ? 1 / rank : 0, recall: found / each.first.length, hits})
    }
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const [rank, recall] = [mean(rows.map(({reciprocal}) => reciprocal)), mean(rows.map((row) => row.recall))]
    for (const {query, filters, reciprocal, recall: own, hits, first} of rows)
      if (reciprocal < 1 || own < 1)
        console.log(
          `${query || JSON.stringify(filters)}: reciprocal rank ${reciprocal.toFixed(2)}, recall ${own.toFixed(2)}\n  wanted ${first.join(' ')}\n  found  ${hits.slice(0, 5).join(' ')}`,
        )
    console.log(`${rows.length} questions: mean reciprocal rank ${rank.toFixed(3)}, recall at 5 ${recall.toFixed(3)}`)
    expect(rank).toBeGreaterThanOrEqual(0.85)
    expect(recall).toBeGreaterThanOrEqual(0.95)
  }, 300_000)
})
