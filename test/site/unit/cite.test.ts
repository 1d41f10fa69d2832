import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {brotliCompressSync} from 'node:zlib'
import type {Page} from 'puppeteer-core'
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest'
import {citeInWords} from '../../../src/formats/citations.ts'
import {writeSite} from '../../../src/site/site.ts'
import {type OpenBrowser, openBrowser} from '../../support/browser.ts'
import {content} from '../../support/publication.ts'
import {serveSite} from '../../support/server.ts'
import {makePublished} from './published.ts'

const place = {file: 'seeds/case.txt', line: 3}
const item = (text: string) => ({text, place})
const published = makePublished({
  sections: [
    {
      id: 'outcome-1',
      kind: 'outcome',
      heading: 'Outcome 1',
      body: [{kind: 'paragraph', number: '2.1', text: '2.1 People are well.', place}],
      findings: [
        {
          kind: 'strength',
          heading: 'Key strengths',
          items: [item('Staff listen to <b>people</b> and act on what they say at once.'), item('Carers¹ are helped.')],
          remarks: [],
          place,
        },
      ],
      sections: [],
      place,
    },
  ],
})
const path = `/councils/${published.assessment.id}/`
let folder: string
let open: OpenBrowser
let server: Awaited<ReturnType<typeof serveSite>>
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plain-account-cite-'))
  const options = {root: '.', output: folder, pathPrefix: '/', builtOn: '2026-11-24', files: new Map()}
  await writeSite({assessments: [published]}, content, options)
  server = await serveSite(folder)
  open = await openBrowser()
})
afterAll(async () => {
  await open?.close()
  await server?.close()
  rmSync(folder, {recursive: true, force: true})
})
beforeEach(async () => {
  page = await open.browser.newPage()
})

/** Opens the page in a browser whose clipboard takes, refuses, or is not there. */
async function visit(clipboard: 'takes' | 'refuses' | 'missing'): Promise<void> {
  await page.evaluateOnNewDocument((kind) => {
    const writeText = (text: string) => {
      Object.assign(window, {copied: text})
      return kind === 'takes' ? Promise.resolve() : Promise.reject(new Error('no'))
    }
    Object.defineProperty(navigator, 'clipboard', {value: kind === 'missing' ? undefined : {writeText}})
  }, clipboard)
  await page.goto(server.origin + path, {waitUntil: 'load'})
}

const buttons = () =>
  page.$$eval('main .findings button, main p[id^=outcome] button', (all) => all.map((each) => each.textContent))
const openBox = () =>
  page
    .focus('#cite summary')
    .then(() => page.keyboard.press('Enter'))
    .then(() => page.waitForSelector('.cite__copy'))

test('gives a ready citation without a script', async () => {
  await page.setJavaScriptEnabled(false)
  await page.goto(server.origin + path)
  expect(await page.$eval('#citation', (element) => element.textContent)).toBe(citeInWords(published, content.site))
  expect(await page.$eval('#cite-each', (element) => (element as HTMLElement).hidden)).toBe(true)
})

test('adds no button until a reader asks for citations, and takes them away again', async () => {
  await visit('takes')
  expect(await buttons()).toEqual([])
  await openBox()
  await page.waitForSelector('.findings .cite__copy')
  expect(await buttons()).toEqual([
    'Copy citation of “2.1 People are well.”',
    'Copy citation of “Staff listen to <b>people</b> and act on what they…”',
    'Copy citation of “Carers are helped.”',
  ])
  await page.focus('#cite summary')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => !document.querySelector('.findings .cite__copy'))
})

test('copies the very words of a finding with its own address, by keyboard, and says so', async () => {
  await visit('takes')
  await openBox()
  await page.waitForSelector('.findings .cite__copy')
  await page.focus('#outcome-1-strength-1 button')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('#cite [role=status]')?.textContent)
  const address = `${content.site.url}${path}`
  expect(await page.evaluate(() => (window as unknown as {copied: string}).copied)).toBe(
    `“Staff listen to <b>people</b> and act on what they say at once.” ${citeInWords(published, content.site).replace(address, `${address}#outcome-1-strength-1`)}`,
  )
  expect(await page.$eval('#cite [role=status]', (element) => element.textContent)).toBe(
    'Copied a citation of “Staff listen to <b>people</b> and act on what they…”',
  )
  const size = await page.$eval('#outcome-1-strength-1 button', (button) => button.getBoundingClientRect().height)
  expect(size).toBeGreaterThanOrEqual(24)
  // Our words in the document's list are marked as ours.
  expect(await page.$$eval('.findings button:not([data-ours])', (all) => all.length)).toBe(0)
})

test('says when the browser does not let it copy, and offers nothing where there is no clipboard', async () => {
  await visit('refuses')
  await openBox()
  await page.focus('#citation button')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('#cite [role=status]')?.textContent)
  expect(await page.$eval('#citation button', (button) => button.textContent)).toContain('Not copied')
  const other = await open.browser.newPage()
  page = other
  await visit('missing')
  await page.focus('#cite summary')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.findings .cite__link')
  expect(await page.$$eval('.cite__copy', (all) => all.length)).toBe(0)
  expect(await page.$eval('#cite-each', (element) => element.textContent)).toBe(
    'While this is open, each finding and paragraph has a link to itself.',
  )
})

test('is small', () => {
  expect(brotliCompressSync(readFileSync('layouts/assets/cite.js')).length).toBeLessThan(1000)
})
