import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {Page} from 'puppeteer-core'

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Which axe-core it is: `4.14.1`. */
export const axeVersion = /"version":\s*"([\d.]+)"/.exec(
  readFileSync(createRequire(import.meta.url).resolve('axe-core/package.json'), 'utf8'),
)?.[1]

/** WCAG 2.0 to 2.2 at every level, and what axe-core calls best practice. */
export const axeTags = [
  'wcag2a',
  'wcag2aa',
  'wcag2aaa',
  'wcag21a',
  'wcag21aa',
  'wcag21aaa',
  'wcag22a',
  'wcag22aa',
  'wcag22aaa',
  'best-practice',
]

/** What axe finds on a page as it is now: rule and element. The page's headers would refuse the script, so it bypasses them. */
export async function runAxe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(script)
  return page.evaluate(async (runOnly) => {
    const {violations} = await (
      window as unknown as {
        axe: {
          run: (
            context: Document,
            options: object,
          ) => Promise<{violations: {id: string; nodes: {html: string; target: string[]}[]}[]}>
        }
      }
    ).axe.run(document, {runOnly, resultTypes: ['violations']})
    return violations.flatMap(({id, nodes}) =>
      nodes.map(({html, target}) => `${id}: ${target.join(' ')} ${html.slice(0, 120)}`),
    )
  }, axeTags)
}
