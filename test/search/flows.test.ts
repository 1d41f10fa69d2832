import type {Page} from 'puppeteer-core'
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest'
import {runAxe} from '../support/axe.ts'
import {type OpenBrowser, openBrowser} from '../support/browser.ts'
import {serveSite} from '../support/server.ts'

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

const settle = () =>
  page.waitForFunction(
    () =>
      /found/i.test(document.getElementById('status')?.textContent ?? '') &&
      !document.querySelector('#results[aria-busy]'),
  )
async function go(query: string, width = 1280) {
  await page.setViewport({width, height: 900})
  await page.goto(`${server.origin}/search/${query}`)
  if (query) await settle()
}
const read = (selector: string) => page.$eval(selector, (element) => element.textContent?.trim() ?? '')
const readTitles = () => page.$$eval('#hits h3', (list) => list.map((heading) => heading.textContent ?? ''))
const readFocus = () =>
  page.evaluate(() => `${document.activeElement?.tagName} ${(document.activeElement as HTMLInputElement).value ?? ''}`)
const countOf = (name: string, value: string) =>
  page.$eval(`input[name="${name}"][value="${value}"]`, (box) =>
    Number(box.parentElement?.querySelector('.count')?.textContent),
  )

/** What axe finds after the page has been opened anew without its content security policy, which keeps axe out. */
async function check(): Promise<string[]> {
  await page.setBypassCSP(true)
  await page.reload()
  if (page.url().includes('?')) await settle()
  return runAxe(page)
}

describe('the search by keyboard', () => {
  it('narrows by a checkbox, keeps the focus on it, tells the number, and comes back', async () => {
    await go('?q=safeguarding')
    const before = Number((await read('#status')).split(' ')[0])
    const expected = await countOf('grade', 'Poor')
    expect(expected).toBeGreaterThan(0)
    await page.focus('input[name="grade"][value="Poor"]')
    await page.keyboard.press('Space')
    await page.waitForFunction(() => location.search.includes('grade=Poor'))
    await settle()
    expect(await readFocus()).toBe('INPUT Poor')
    expect(await read('#status')).toMatch(new RegExp(`^${expected} sections? found`))
    expect(await read('#chosen')).toBe('(1 chosen)')
    for (const facts of await page.$$eval('#hits .soft', (list) => list.map((line) => line.textContent)))
      expect(facts).toContain('Grade: Poor')
    await page.goBack()
    await page.waitForFunction(() => !location.search.includes('grade'))
    await settle()
    expect(Number((await read('#status')).split(' ')[0])).toBe(before)
    expect(await page.$eval('input[name="grade"][value="Poor"]', (box) => (box as HTMLInputElement).checked)).toBe(
      false,
    )
  })

  it('adds a second value of the same kind, and counts what each would show', async () => {
    await go('?grade=Poor')
    const [poor, uncertain] = [await countOf('grade', 'Poor'), await countOf('grade', 'Uncertain')]
    await page.focus('input[name="grade"][value="Uncertain"]')
    await page.keyboard.press('Space')
    await page.waitForFunction(() => location.search.includes('Uncertain'))
    await settle()
    expect(await read('#status')).toMatch(new RegExp(`^${poor + uncertain} sections found`))
  })

  it('shows more results and moves the focus to the first of them', async () => {
    await go('?q=council')
    const first = await readTitles()
    await page.focus('#more button')
    await page.keyboard.press('Enter')
    await page.waitForFunction((count) => document.querySelectorAll('#hits > li').length > count, {}, first.length)
    const all = await readTitles()
    expect(all.slice(0, first.length)).toEqual(first)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(all[first.length])
    expect(await read('#more button')).toMatch(/^Show more results \(\d+ of \d+ shown\)$/)
  })

  it('clears all choices and keeps the words', async () => {
    await go('?q=carers&grade=Poor&council=Leeds+City+Council')
    await page.focus('button[type="reset"]')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.search === '?q=carers')
    await settle()
    expect(await read('#chosen')).toBe('')
  })

  it('orders by year, newest or oldest first', async () => {
    const readYears = () =>
      page.$$eval('#hits .soft', (list) => list.map((line) => Number(/· (\d{4})/.exec(line.textContent ?? '')?.[1])))
    await go('?q=carers&sort=newest')
    const newest = await readYears()
    expect(newest).toEqual([...newest].sort((a, b) => b - a))
    await go('?q=carers&sort=oldest')
    const oldest = await readYears()
    expect(oldest).toEqual([...oldest].sort((a, b) => a - b))
    expect(oldest[0]).toBeLessThan(newest[0] ?? 0)
  })

  it('is a search landmark with a named field, groups with names, and a status for screen readers', async () => {
    await go('?q=carers')
    const tree = JSON.stringify(await page.accessibility.snapshot({interestingOnly: false}))
    for (const role of ['search', 'searchbox', 'status', 'checkbox', 'group'])
      expect(tree).toContain(`"role":"${role}"`)
    expect(tree).toContain('"name":"Words to find"')
    for (const name of ['Council', 'Topic', 'Grade', 'Year', 'Inspection']) expect(tree).toContain(`"name":"${name}"`)
    expect(await page.$eval('#status', (line) => line.getAttribute('role'))).toBe('status')
  })
})

describe('words that the reports do not say', () => {
  it('are mended when they are mistyped, with a way to what was typed', async () => {
    await go('?q=safegaurding')
    expect(await read('#notes')).toContain('We searched for “safeguarding”.')
    expect((await readTitles()).length).toBeGreaterThan(2)
    await page.click('#notes a')
    await page.waitForFunction(() => location.search.includes('exact=yes'))
    await settle()
    expect(await page.$eval('#notes', (part) => part.textContent)).not.toContain('We searched')
  })

  it('bring others that mean the same, and say which', async () => {
    await go('?q=old+people%27s+home')
    expect(await read('#notes')).toMatch(/^Also searching: .*care home/)
    expect((await readTitles()).length).toBeGreaterThan(2)
  })

  it('are not mended in an exact phrase', async () => {
    await go('?q=%22safegaurding+of+adults%22')
    expect(await read('#status')).toMatch(/^Nothing found/)
    expect(await page.$$eval('#help-list a', (links) => links.map((link) => link.textContent))).toContain(
      'Look through the lists below',
    )
  })
})

describe('exact phrases', () => {
  it('find the words in this order alone', async () => {
    await go('?q=%22intermediate+care%22')
    expect((await readTitles()).length).toBeGreaterThan(0)
    await go('?q=%22care+intermediate%22')
    expect(await read('#status')).toMatch(/^Nothing found/)
  })
})

describe('the search on a phone', () => {
  it('begins with its choices closed, says how many are made, and does not scroll sideways', async () => {
    await go('?q=carers&grade=Poor&topic=Dignity+and+staying+safe', 320)
    expect(await page.$eval('#filters', (part) => (part as HTMLDetailsElement).open)).toBe(false)
    expect(await read('#chosen')).toBe('(2 chosen)')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
})

describe('accessibility by rules', () => {
  it.each([
    ['before a search', '', 1280],
    ['after a search', '?q=safeguarding', 1280],
    ['after narrowing', '?q=carers&council=Leeds+City+Council&grade=Good', 1280],
    ['with nothing found', '?q=xyzzyplugh&grade=Poor', 1280],
    ['with a mended word', '?q=safegaurding', 1280],
    ['on a phone', '?q=respite', 320],
  ])('axe finds nothing %s', async (_, query, width) => {
    await go(query, width)
    expect(await check()).toEqual([])
  })
})
