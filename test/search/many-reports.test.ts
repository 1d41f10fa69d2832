import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {brotliCompressSync} from 'node:zlib'
import {afterAll, beforeAll, expect, inject, it} from 'vitest'
import {writeSearch} from '../../src/search/index.ts'
import {type OpenBrowser, openBrowser} from '../support/browser.ts'
import {multiply} from '../support/many-reports.ts'
import {content, readProject} from '../support/publication.ts'
import {serveSite} from '../support/server.ts'

// A thousand reports: the page of the built site over an index of all of them.
const site = inject('site')
let folder: string
let open: OpenBrowser
let server: Awaited<ReturnType<typeof serveSite>>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plain-account-many-'))
  for (const part of ['assets', 'search', '_headers']) cpSync(join(site, part), join(folder, part), {recursive: true})
  await writeSearch(multiply(readProject().publication, 1000), content, {output: folder, pathPrefix: '/'})
  open = await openBrowser()
  server = await serveSite(folder)
}, 600_000)
afterAll(async () => {
  await open?.close()
  await server?.close()
  rmSync(folder, {recursive: true, force: true})
})

it('finds the first words within 200 KB and 10 requests, and the same words again without any', async () => {
  const page = await open.browser.newPage()
  await page.setCacheEnabled(true)
  await page.goto(`${server.origin}/search/`, {waitUntil: 'networkidle0'})
  const loaded: {readonly path: string; readonly bytes: number}[] = []
  page.on('response', async (response) => {
    const {pathname} = new URL(response.url())
    const file = readFileSync(join(folder, pathname))
    // Hosts pack scripts and JSON; Pagefind's own files are packed already.
    loaded.push({
      path: pathname,
      bytes: /\.(?:js|json)$/.test(pathname) ? brotliCompressSync(file).length : file.length,
    })
  })
  const search = async (words: string) => {
    await page.$eval(
      '#q',
      (field, value) => {
        ;(field as HTMLInputElement).value = value
      },
      words,
    )
    await page.focus('#q')
    const before = performance.now()
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      (wanted) =>
        document.getElementById('status')?.textContent?.includes(wanted) &&
        document.querySelector('#hits > li') &&
        !document.querySelector('#results[aria-busy]'),
      {},
      `“${words}”`,
    )
    return performance.now() - before
  }
  const first = await search('safeguarding')
  const total = loaded.reduce((sum, {bytes}) => sum + bytes, 0)
  const requests = loaded.length
  const found = await page.$eval('#status', (line) => line.textContent)
  await search('dementia')
  const count = loaded.length
  const again = await search('safeguarding')
  console.log(
    `1,000 reports: ${found} ${requests} requests, ${(total / 1000).toFixed(1)} KB and ${first.toFixed(0)} ms for the first search, ${again.toFixed(0)} ms for the same again`,
  )
  expect(loaded.slice(count).map(({path}) => path)).toEqual([])
  expect(requests, loaded.map(({path}) => path).join(' ')).toBeLessThanOrEqual(10)
  expect(total).toBeLessThanOrEqual(200_000)
  await page.close()
}, 300_000)
