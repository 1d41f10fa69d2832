import type {Page} from 'puppeteer-core'
import {afterAll, beforeAll, expect, inject, it} from 'vitest'
import {runAxe} from '../support/axe.ts'
import {type OpenBrowser, openBrowser} from '../support/browser.ts'
import {serveSite} from '../support/server.ts'

const [leicester, halton, leeds] = [
  'leicester/2009-10-performance-assessment',
  'halton/2009-10-performance-assessment',
  'leeds/2007-08-performance-summary',
]
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

const readStatus = (form: string) => page.$eval(`#${form} [role="status"]`, (line) => line.textContent?.trim() ?? '')
const tick = async (value: string) => {
  await page.focus(`input[name="report"][value="${value}"]`)
  await page.keyboard.press('Space')
}
const compare = async () => {
  await page.focus('#compare-reports button')
  await page.keyboard.press('Enter')
}
const isShown = () => page.$eval('#result', (part) => !(part as HTMLElement).hidden)

it('puts two reports side by side by keyboard, tells it, keeps the choice in the address, and goes back', async () => {
  await page.goto(`${server.origin}/compare/`)
  await tick(leicester)
  await tick(halton)
  await compare()
  await page.waitForFunction(() => !(document.getElementById('result') as HTMLElement).hidden)
  expect(await readStatus('compare-reports')).toBe('2 reports stand side by side below.')
  expect(new URL(page.url()).searchParams.getAll('report').sort()).toEqual([halton, leicester])
  const heads = await page.$$eval('#result thead th', (cells) => cells.map((cell) => cell.textContent?.trim()))
  expect(heads).toHaveLength(3)
  const words = await page.$eval('#result tbody', (rows) => rows.textContent ?? '')
  for (const grade of ['Excellent', 'Well', 'Adequate']) expect(words).toContain(grade)
  await page.goBack()
  await page.waitForFunction(() => (document.getElementById('result') as HTMLElement).hidden)
  expect(await page.$$eval('#compare-reports input:checked', (boxes) => boxes.length)).toBe(0)
})

it('says what is wrong with one report, and with reports of two kinds', async () => {
  await page.goto(`${server.origin}/compare/`)
  await tick(leicester)
  await compare()
  await page.waitForFunction(() =>
    /one report/.test(document.querySelector('#compare-reports [role="status"]')?.textContent ?? ''),
  )
  expect(await isShown()).toBe(false)
  await tick(leeds)
  await compare()
  await page.waitForFunction(() =>
    /different kinds/.test(document.querySelector('#compare-reports [role="status"]')?.textContent ?? ''),
  )
  expect(await isShown()).toBe(false)
})

it('opens a shared address, and axe finds nothing with the result shown', async () => {
  await page.setBypassCSP(true)
  for (const query of [
    `?report=${leicester}&report=${halton}`,
    '?topic=dignity-and-safety&council=leeds&council=halton',
  ]) {
    await page.goto(`${server.origin}/compare/${query}`)
    await page.waitForFunction(() => !(document.getElementById('result') as HTMLElement).hidden)
    expect(await page.$eval('#result', (part) => part.textContent?.length ?? 0)).toBeGreaterThan(100)
    expect(await runAxe(page)).toEqual([])
  }
})

it('has all grades in tables where there is no JavaScript', async () => {
  const plain = await open.browser.newPage()
  await plain.setJavaScriptEnabled(false)
  await plain.goto(`${server.origin}/compare/`)
  const words = await plain.$eval('main', (main) => main.textContent ?? '')
  for (const grade of ['Poor', 'Uncertain', 'Adequate', 'Excellent']) expect(words).toContain(grade)
  await plain.close()
})
