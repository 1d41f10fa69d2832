import type {Browser, Page} from 'puppeteer-core'
import {runAxe} from '../support/axe.ts'
import {findOverflow, findOverlaps, findSmallTargets, findStructure, readFocus, readMain} from './in-page.ts'
import {isInMode, type Mode, nameMode, places, setMode, setPlace, widthOf} from './modes.ts'

/** Something that a reader could stumble over. */
export interface Finding {
  readonly page: string
  /** `320 dark`, `print light`, `without JavaScript` */
  readonly mode: string
  readonly check: Check
  readonly what: string
}

/** What is checked, in the words of the accessibility statement. */
export const checks = {
  axe: 'every rule of axe-core for WCAG 2.0 to 2.2 at levels A, AA and AAA, and its best practice',
  reflow: 'nothing scrolls sideways or is cut off',
  spacing: 'on a screen, nothing is lost when letters, words and lines are set wider',
  targets: 'on a screen, what can be pressed is at least 24 by 24 pixels, stands apart or stands in a sentence',
  structure: 'headings and landmarks are in order',
  keyboard: 'on a screen, the keyboard reaches everything in the order of the page',
  focus: 'on a screen, the focus can be seen, and nothing covers it',
  script: 'the page says the same without JavaScript',
  requests: 'nothing is fetched from elsewhere',
  cookies: 'no cookie is set and nothing is kept on the device',
  headers: 'the headers refuse nothing that the page needs',
  weight: 'a page of a report weighs at most 60 KB and takes at most 5 requests',
} as const
export type Check = keyof typeof checks

/** Opens what an audit looks with: a page that takes our scripts, one as readers have it, and one without JavaScript. */
export async function openAudit(browser: Browser) {
  const page = await browser.newPage()
  await page.setBypassCSP(true)
  const [scripted, plain] = [await browser.newPage(), await browser.newPage()]
  await plain.setJavaScriptEnabled(false)
  return {
    page,
    /** Everything that is checked of one address. */
    audit: async (origin: string, path: string, modes: readonly Mode[]): Promise<Finding[]> => [
      ...(await auditPage(page, origin, path, modes)),
      ...(await auditPlain(scripted, plain, origin, path)),
    ],
  }
}

/** WCAG 1.4.12 names these. */
const wider = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }`

/** Everything that is checked of one page, in the modes that are given. */
export async function auditPage(page: Page, origin: string, path: string, modes: readonly Mode[]): Promise<Finding[]> {
  const found: Finding[] = []
  const add = (mode: string, check: Check, what: readonly string[]) =>
    found.push(...what.map((each) => ({page: path, mode, check, what: each})))
  const watching = watch(page, origin)
  for (const place of places) {
    const own = modes.filter((mode) => mode.place === place)
    const [first] = own
    if (!first) continue
    await setPlace(page, place)
    await setMode(page, first)
    await page.goto(origin + path, {waitUntil: 'load'})
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    for (const mode of own) {
      const name = nameMode(mode)
      await setMode(page, mode)
      if (!(await isInMode(page, mode))) throw new Error(`The browser does not show ${path} in ${name}`)
      add(name, 'axe', await runAxe(page))
      add(name, 'structure', await page.evaluate(findStructure))
      add(name, 'reflow', await page.evaluate(findOverflow, widthOf(place)))
      add(name, 'reflow', await page.evaluate(findOverlaps))
      if (place === 'print') continue
      add(name, 'targets', await page.evaluate(findSmallTargets))
      await walk(page, (check, what) => add(name, check, [what]))
      const style = await page.addStyleTag({content: wider})
      add(name, 'spacing', await page.evaluate(findOverflow, widthOf(place)))
      add(name, 'spacing', await page.evaluate(findOverlaps))
      await style.evaluate((element) => element.remove())
    }
  }
  const {fetched, refused} = watching.end()
  add('any', 'requests', fetched)
  add('any', 'headers', refused)
  add(
    'any',
    'cookies',
    (await page.cookies()).map(({name}) => `cookie ${name}`),
  )
  add(
    'any',
    'cookies',
    await page.evaluate(() => Object.keys({...localStorage, ...sessionStorage}).map((key) => `kept ${key}`)),
  )
  return found
}

/** Goes through a page by the tab key, as many times as there are things to reach. */
async function walk(page: Page, add: (check: Check, what: string) => void): Promise<void> {
  await page.evaluate(() => {
    scrollTo(0, 0)
    ;(document.activeElement as HTMLElement | null)?.blur()
  })
  const expected = await page.evaluate(
    () =>
      [
        ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
      ].filter(
        (element) => element.checkVisibility({visibilityProperty: true}) && !(element as HTMLButtonElement).disabled,
      ).length,
  )
  const reached = new Set<number>()
  let last = -1
  for (let step = 0; step < expected + 5; step++) {
    await page.keyboard.press('Tab')
    const focus = await page.evaluate(readFocus)
    if (!focus || reached.has(focus.at)) break
    if (focus.at < last) add('keyboard', `goes back to ${focus.words}`)
    for (const fault of focus.faults) add('focus', `${fault}: ${focus.words}`)
    last = focus.at
    reached.add(focus.at)
  }
  // Of a group of radio buttons the key reaches one.
  const spared = await page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
        (radio, _, all) => !radio.checked && all.some((other) => other.name === radio.name && other.checked),
      ).length,
  )
  if (reached.size < expected - spared) add('keyboard', `reaches ${reached.size} of ${expected - spared} things`)
}

/** Gathers what a page fetches from elsewhere and what its headers refuse. */
function watch(
  page: Page,
  origin: string,
): {readonly end: () => {readonly fetched: string[]; readonly refused: string[]}} {
  const [fetched, refused]: [string[], string[]] = [[], []]
  const onRequest = (request: {url: () => string}) => {
    if (!request.url().startsWith(origin) && !/^(?:data|blob):/.test(request.url())) fetched.push(request.url())
  }
  const onConsole = (message: {type: () => string; text: () => string}) => {
    if (message.type() === 'error') refused.push(message.text())
  }
  const onError = (error: unknown) => refused.push(String(error))
  page.on('request', onRequest)
  page.on('console', onConsole)
  page.on('pageerror', onError)
  return {
    end: () => {
      page.off('request', onRequest)
      page.off('console', onConsole)
      page.off('pageerror', onError)
      return {fetched, refused}
    },
  }
}

/**
 * What a page says with its script that it does not say without, and what its headers refuse while nothing bypasses them.
 * Pages that search and compare offer more with a script; without one they have lists.
 */
async function auditPlain(scripted: Page, plain: Page, origin: string, path: string): Promise<Finding[]> {
  const watching = watch(scripted, origin)
  await scripted.goto(origin + path, {waitUntil: 'load'})
  const {fetched, refused} = watching.end()
  await plain.goto(origin + path, {waitUntil: 'load'})
  const [withScript, without] = [await scripted.evaluate(readMain), await plain.evaluate(readMain)]
  const shown = await plain.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.if-scripted')]
      .filter((element) => element.checkVisibility())
      .map((element) => element.outerHTML),
  )
  const isTool = /^\/(?:search|compare)\/$/.test(path)
  const says = (what: string): Finding => ({page: path, mode: 'without JavaScript', check: 'script', what})
  return [
    ...(without.length === 0 ? [says('nothing')] : []),
    ...(!isTool && withScript !== without ? [says('other words than with it')] : []),
    ...shown.map((html) => says(`offers what does not work: ${html}`)),
    ...fetched.map((what): Finding => ({page: path, mode: 'any', check: 'requests', what})),
    ...refused.map((what): Finding => ({page: path, mode: 'any', check: 'headers', what})),
  ]
}
