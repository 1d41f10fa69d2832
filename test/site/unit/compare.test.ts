import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Page} from 'puppeteer-core'
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {listComparisonChoices, listComparisonPages, mostColumns} from '../../../src/site/comparisons.ts'
import {writeSite} from '../../../src/site/site.ts'
import {type OpenBrowser, openBrowser} from '../../support/browser.ts'
import {content} from '../../support/publication.ts'
import {serveSite} from '../../support/server.ts'
import {makeGraded, makeScale, makeSection} from './graded.ts'

const makeReports = (count: number, period: string, framework: string, of = 4) =>
  Array.from({length: count}, (_, index) =>
    makeGraded({
      council: `Council-${String.fromCharCode(65 + (index % 26))}${index}`,
      period,
      framework: {id: framework, name: `Kind ${framework}`},
      scale: makeScale(of),
      ranks: {overall: (index % of) + 1, 'outcome-1': 1, ...(index === 0 ? {} : {'outcome-2': of})},
      sections: [makeSection('outcome-1', 'health', {strength: ['Good'], improvement: ['Mend']})],
    }),
  )

describe('the pages of static tables', () => {
  it('are one table up to eight reports', () => {
    const [page, ...others] = listComparisonPages({assessments: makeReports(8, '2009-10', 'cqc-2009')}, content)
    expect(others).toEqual([])
    expect(page?.tables.map(({reports}) => reports.length)).toEqual([8])
    expect(page?.scales.map(({id}) => id)).toEqual(['scale-of-4'])
  })

  it('are a page a year past that, and hold each report once, in tables of eight columns at most', () => {
    const assessments = [...makeReports(9, '2008-09', 'cqc-2009'), ...makeReports(41, '2009-10', 'cqc-2009')]
    const pages = listComparisonPages({assessments}, content)
    expect(pages.map(({id, count, years}) => [id, count, years.length])).toEqual([
      ['cqc-2009', 50, 2],
      ['cqc-2009/2009-10', 41, 0],
      ['cqc-2009/2008-09', 9, 0],
    ])
    const tables = pages.flatMap((page) => page.tables)
    expect(Math.max(...tables.map(({reports}) => reports.length))).toBeLessThanOrEqual(mostColumns)
    expect(tables.flatMap(({reports}) => reports)).toHaveLength(50)
    expect(new Set(tables.flatMap(({reports}) => reports)).size).toBe(50)
    const choices = listComparisonChoices(pages).flatMap(({groups}) => groups.flatMap(({reports}) => reports))
    expect(choices).toHaveLength(50)
    expect(choices[0]?.page).toBe('cqc-2009/2009-10')
  })

  it('need no page for a year where there is but one', () => {
    const [page, ...others] = listComparisonPages({assessments: makeReports(20, '2009-10', 'cqc-2009')}, content)
    expect(others).toEqual([])
    expect(page?.tables.map(({reports}) => reports.length)).toEqual([7, 7, 6])
  })

  it('leave a gap where a report does not grade something, and know no report without grades', () => {
    const silent = makeGraded({council: 'Silent', period: '2009-10', framework: {id: 'cqc-2009'}})
    const [page] = listComparisonPages({assessments: [...makeReports(2, '2009-10', 'cqc-2009'), silent]}, content)
    expect(page?.count).toBe(2)
    expect(page?.tables[0]?.rows.find(({of}) => of === 'outcome-2')?.cells.map((cell) => cell !== undefined)).toEqual([
      false,
      true,
    ])
    expect(listComparisonPages({assessments: [silent]}, content)).toEqual([])
  })
})

describe('the choice of what to compare', () => {
  let folder: string
  let server: Awaited<ReturnType<typeof serveSite>>
  let open: OpenBrowser
  let page: Page
  const complaints: string[] = []
  const report = (name: string, period = '2009-10') => `${name.toLowerCase()}/${period}-performance-assessment`
  const reports = (...names: string[]) => `?${new URLSearchParams(names.map((name) => ['report', report(name)]))}`

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plain-account-compare-'))
    const assessments = [
      ...makeReports(20, '2009-10', 'cqc-2009'),
      ...makeReports(3, '2007-08', 'csci-2008', 9),
      makeGraded({council: 'Quiet', period: '2024'}),
    ]
    const options = {root: '.', output: folder, pathPrefix: '/reports/', builtOn: '2026-11-24', files: new Map()}
    await writeSite({assessments}, content, options)
    server = await serveSite(folder, '/reports/')
    open = await openBrowser()
    page = await open.browser.newPage()
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
  })
  afterAll(async () => {
    await open?.close()
    await server?.close()
    rmSync(folder, {recursive: true, force: true})
  })
  beforeEach(() => complaints.splice(0))

  const visit = (query = '') => page.goto(`${server.origin}/reports/compare/${query}`, {waitUntil: 'load'})
  const said = async () => {
    const found = await page.waitForFunction(() =>
      [...document.querySelectorAll('.compare [role="status"]')].map((line) => line.textContent).find(Boolean),
    )
    return found.jsonValue()
  }
  const readHeads = () =>
    page.$$eval('#result thead th', (cells) => cells.slice(1).map((cell) => cell.textContent ?? ''))
  const isHidden = () => page.$eval('#result', (part) => (part as HTMLElement).hidden)

  it('is taken from the address, over pages and under the headers of the site', async () => {
    await visit(reports('Council-A0', 'Council-T19'))
    expect(await said()).toBe('2 reports stand side by side below.')
    expect(await readHeads()).toEqual(['Council-A0, 2009/10', 'Council-T19, 2009/10'])
    const rows = await page.$$eval('#result tbody tr', (all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim())),
    )
    expect(rows[2]).toEqual(['Subject outcome-2', 'not stated', 'Step 4the lowest of 4 grades'])
    expect(await page.$$eval('#result .legend dt', (all) => all.length)).toBe(4)
    expect(await page.$$eval('#result [id]', (all) => all.map(({id}) => id))).toEqual(['result-heading', 'result-body'])
    expect(complaints).toEqual([])
  })

  it.each([
    [reports('Council-A0'), /^You chose one report\. Choose one more at least, and four at most\.$/],
    [
      reports('Council-A0', 'Council-B1', 'Council-C2', 'Council-D3', 'Council-E4'),
      /^You chose 5 reports\..*take 1 away/,
    ],
    [`${reports('Council-A0')}&report=${report('Council-A0', '2007-08')}`, /different kinds/],
    [reports('Council-A0', 'Nowhere'), /^We have no report with the name “nowhere/],
    ['?topic=health', /^Choose two to four councils/],
    ['?topic=nothing&council=council-a0&council=council-b1', /no topic with that name/],
  ])('is refused in plain words at %s', async (query, words) => {
    await visit(query)
    expect(await said()).toMatch(words)
    expect(await isHidden()).toBe(true)
    expect(complaints).toEqual([])
  })

  it('is made by keyboard, keeps the focus, is in the address, and comes back', async () => {
    await visit()
    expect(await isHidden()).toBe(true)
    await page.$$eval('#compare-reports details', (all) => {
      for (const each of all) each.open = true
    })
    for (const name of ['Council-A0', 'Council-B1', 'Council-C2']) {
      await page.focus(`input[value="${report(name, '2007-08')}"]`)
      await page.keyboard.press('Space')
    }
    await page.focus('#compare-reports button')
    await page.keyboard.press('Enter')
    expect(await said()).toBe('3 reports stand side by side below.')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Compare these reports')
    expect(new URL(page.url()).searchParams.getAll('report')).toHaveLength(3)
    expect(await readHeads()).toHaveLength(3)
    await page.goBack()
    expect(await isHidden()).toBe(true)
    expect(await page.$$eval('input:checked', (all) => all.length)).toBe(0)
    await page.goForward()
    expect(await said()).toBe('3 reports stand side by side below.')
    expect(complaints).toEqual([])
  })

  it('puts councils side by side on one topic, and owns up to a gap', async () => {
    await visit('?topic=health&council=council-a0&council=quiet')
    expect(await said()).toBe('2 councils stand side by side below.')
    expect(await page.$$eval('#result h3', (all) => all.map((each) => each.textContent))).toEqual([
      'Council-A0',
      'Quiet',
    ])
    expect(await page.$eval('#result', (part) => part.textContent)).toContain(
      'Not stated: no report about Quiet says anything on this topic.',
    )
    expect(await page.$eval('#topic', (field) => (field as HTMLSelectElement).value)).toBe('health')
    expect(complaints).toEqual([])
  })

  it('has the same grades in static tables where there is no JavaScript', async () => {
    await page.setJavaScriptEnabled(false)
    await visit()
    const links = await page.$$eval('main a', (all) =>
      all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    )
    await page.setJavaScriptEnabled(true)
    expect(links).toContain('/reports/compare/cqc-2009/')
    expect(links).toContain('/reports/topics/health/')
  })
})
