import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {Page} from 'puppeteer-core'

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on a page as it is now, by every rule of WCAG 2.2 A and AA and its best practice: rule and element. */
export async function runAxe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(script)
  return page.evaluate(async (runOnly) => {
    const {violations} = await (
      window as unknown as {
        axe: {run: (options: object) => Promise<{violations: {id: string; nodes: {html: string}[]}[]}>}
      }
    ).axe.run({runOnly})
    return violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)
  }, tags)
}
