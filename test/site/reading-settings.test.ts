import type {Page} from 'puppeteer-core'
import {afterAll, beforeAll, beforeEach, describe, expect, inject, it} from 'vitest'
import {runAxe} from '../support/axe.ts'
import {type OpenBrowser, openBrowser} from '../support/browser.ts'
import {content} from '../support/publication.ts'
import {serveSite} from '../support/server.ts'

let open: OpenBrowser
let server: Awaited<ReturnType<typeof serveSite>>
let page: Page

beforeAll(async () => {
  open = await openBrowser()
  server = await serveSite(inject('site'))
})
afterAll(async () => {
  await open.close()
  await server.close()
})
beforeEach(async () => {
  const context = await open.browser.createBrowserContext()
  page = await context.newPage()
  await page.setViewport({width: 1280, height: 900})
  return () => context.close()
})

const {look} = content.site
/** Pixels of the text as it is. */
const letters = Number.parseFloat(look.sizes.letters) * 16
const paperOf = (scheme: keyof typeof look.colours) => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(look.colours[scheme].paper.slice(at, at + 2), 16))
  return `rgb(${parts.join(', ')})`
}
const report = '/councils/leicester/2009-10-performance-assessment/'
const visit = (path: string) => page.goto(server.origin + path, {waitUntil: 'load'})
const openSettings = async () => {
  await page.focus('[data-does=reading]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#reading:not([hidden]) input')
}
const choose = (name: string, value: string) => page.click(`#reading input[name=${name}][value="${value}"]`)
const readKept = () => page.evaluate(() => ({...localStorage}))
const readSize = () => page.evaluate(() => getComputedStyle(document.body).fontSize)
const readPaper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
const readStatus = () => page.$eval('#reading [role=status]', (element) => element.textContent)

describe('the reading settings', () => {
  it('keep nothing until something is chosen, then hold on the next page, before it is drawn', async () => {
    await visit('/')
    await openSettings()
    expect(await readKept()).toEqual({})
    await choose('size', 'larger')
    await choose('colours', 'cream')
    expect(await readKept()).toEqual({reading: '{"size":"larger","colours":"cream"}'})
    expect(await readStatus()).toBe('Kept on this device for the next page.')
    // At the first line of the page's own script, the choice is there already.
    await page.evaluateOnNewDocument(() => {
      const seen = new MutationObserver(() => {
        if (document.body && !document.documentElement.dataset['early'])
          document.documentElement.dataset['early'] = document.documentElement.dataset['size'] ?? 'none'
      })
      seen.observe(document, {childList: true, subtree: true})
    })
    await visit('/councils/')
    expect(await page.evaluate(() => document.documentElement.dataset['early'])).toBe('larger')
    expect(await readSize()).toBe(`${letters * 1.5}px`)
    expect(await readPaper()).toBe(paperOf('cream'))
  })

  it('go back to how it was, and leave nothing behind', async () => {
    await visit(report)
    const before = [await readSize(), await readPaper()]
    await openSettings()
    await choose('size', 'largest')
    await choose('colours', 'dark')
    await choose('spacing', 'widest')
    await choose('font', 'serif')
    expect([await readSize(), await readPaper()]).not.toEqual(before)
    await page.$$eval('#reading button', (all) => all[0]?.click())
    expect([await readSize(), await readPaper()]).toEqual(before)
    expect(await readKept()).toEqual({})
    expect(
      await page.$$eval('#reading input:checked', (all) => all.map((each) => (each as HTMLInputElement).value)),
    ).toEqual(['', '', '', ''])
  })

  it('open, choose and close by keyboard, with the focus where a reader expects it', async () => {
    await visit(report)
    await openSettings()
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('value') ?? document.activeElement?.textContent)
    expect(await focused()).toBe('')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('large')
    expect(await page.evaluate(() => document.documentElement.dataset['size'])).toBe('large')
    expect(await page.$eval('[data-does=reading]', (button) => button.ariaExpanded)).toBe('true')
    await page.keyboard.press('Escape')
    expect(await focused()).toBe('Reading settings')
    expect(await page.$eval('[data-does=reading]', (button) => button.ariaExpanded)).toBe('false')
    expect(await page.$eval('#reading', (panel) => (panel as HTMLElement).hidden)).toBe(true)
  })

  it('work for the page where the browser keeps nothing, and say so', async () => {
    await page.evaluateOnNewDocument(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError')
        },
      })
    })
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    await visit(report)
    await openSettings()
    await choose('size', 'large')
    expect(await readSize()).toBe(`${letters * 1.25}px`)
    expect(await readStatus()).toBe('This browser does not let us keep it, so it is for this page alone.')
    expect(faults).toEqual([])
  })

  it('say so when they cannot be fetched, and the citation of a report stays', async () => {
    await page.setRequestInterception(true)
    page.on(
      'request',
      (request) => void (/\/(?:reading|cite)\./.test(request.url()) ? request.abort() : request.continue()),
    )
    await visit(report)
    await page.focus('[data-does=reading]')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.textContent === 'Settings did not load')
    await page.click('#cite summary')
    await page.waitForSelector('#citation', {visible: true})
  })

  it('take no notice of what something else kept under their name', async () => {
    await visit('/')
    for (const odd of [
      '{',
      '[1]',
      'null',
      '{"size":{"x":1},"colours":7}',
      '"large"',
      '{"size":"huge","colours":"sepia"}',
    ]) {
      await page.evaluate((value) => localStorage.setItem('reading', value), odd)
      await visit('/')
      expect(await page.evaluate(() => ({...document.documentElement.dataset}))).toEqual({scripted: ''})
    }
  })

  it('honour the device first: its dark colours, until the reader chooses light', async () => {
    await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: 'dark'}])
    await visit('/')
    expect(await readPaper()).toBe(paperOf('dark'))
    await openSettings()
    await choose('colours', 'light')
    expect(await readPaper()).toBe(paperOf('light'))
  })

  it('give more contrast to a reader whose device asks for it, in every colour', async () => {
    const session = await page.createCDPSession()
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        {name: 'prefers-color-scheme', value: 'dark'},
        {name: 'prefers-contrast', value: 'more'},
      ],
    })
    const soft = () =>
      page.evaluate(() => {
        const style = getComputedStyle(document.documentElement)
        return style.getPropertyValue('--ink-soft') === style.getPropertyValue('--ink')
      })
    await visit('/')
    expect(await soft()).toBe(true)
    await openSettings()
    for (const colours of ['light', 'cream', 'dark']) {
      await choose('colours', colours)
      expect(await soft(), colours).toBe(true)
    }
  })

  it('print black on white, whatever is chosen', async () => {
    await visit(report)
    await openSettings()
    await choose('colours', 'dark')
    await choose('size', 'largest')
    await page.emulateMediaType('print')
    expect(await readPaper()).toBe('rgb(255, 255, 255)')
    expect(await page.$eval('#reading', (panel) => getComputedStyle(panel).display)).toBe('none')
    expect(await readSize()).toBe('16px')
  })

  it.each([320, 1280])(
    'are clean under axe at %i pixels in all colours, and nothing scrolls sideways at any size and spacing',
    async (width) => {
      await page.setViewport({width, height: 800})
      await page.setBypassCSP(true)
      for (const path of [
        '/',
        report,
        `${report}easy-read/`,
        `${report}large-print/`,
        '/search/',
        '/councils/leicester/',
      ]) {
        await visit(path)
        await openSettings()
        for (const colours of ['light', 'cream', 'dark']) {
          await choose('colours', colours)
          expect(await runAxe(page), `${path} ${colours}`).toEqual([])
        }
        await choose('spacing', 'widest')
        for (const size of ['large', 'larger', 'largest']) {
          await choose('size', size)
          const across = await page.evaluate(() => document.documentElement.scrollWidth)
          expect(across, `${path} ${size}`).toBeLessThanOrEqual(width)
        }
      }
    },
  )

  it('are not offered where there is no script to serve them', async () => {
    await page.setJavaScriptEnabled(false)
    await visit(report)
    expect(await page.$$eval('.if-scripted', (all) => all.map((each) => getComputedStyle(each).display))).toEqual([
      'none',
      'none',
    ])
  })

  it('print by a button', async () => {
    await page.evaluateOnNewDocument(() => {
      window.print = () => {
        document.documentElement.dataset['printed'] = ''
      }
    })
    await visit(report)
    await page.focus('[data-does=print]')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.documentElement.dataset['printed'])).toBe('')
  })
})
