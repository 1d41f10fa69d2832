import {spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import type {Page} from 'puppeteer-core'
import {openBrowser} from './support/browser.ts'

/** Takes the pictures of README.md and docs/ anew: `npm run screenshots`. Small ones, of what a reader sees first. */
const port = 8093
const origin = `http://localhost:${port}`
const to = 'docs/screenshots'
const report = '/councils/leicester/2009-10-performance-assessment/'

interface Shot {
  readonly name: string
  readonly path: string
  readonly width: number
  readonly height: number
  readonly colours?: 'dark'
  readonly act?: (page: Page) => Promise<void>
}

const openAll = async (page: Page) => {
  await page.click('.ways__downloads summary')
}
const shots: readonly Shot[] = [
  {name: 'home', path: '/', width: 1280, height: 860},
  {name: 'report', path: report, width: 1280, height: 900},
  {name: 'easy-read', path: `${report}easy-read/`, width: 1280, height: 900},
  {name: 'search', path: '/search/?topic=Dignity+and+staying+safe&grade=Poor', width: 1280, height: 860},
  {name: 'report-phone', path: report, width: 320, height: 640},
  {name: 'report-dark', path: report, width: 320, height: 640, colours: 'dark'},
  {name: 'editor', path: '/editor/', width: 1000, height: 760},
  {name: 'source', path: `${report}source/`, width: 1000, height: 760},
  {name: 'downloads', path: report, width: 1000, height: 620, act: openAll},
]

mkdirSync(to, {recursive: true})
const folder = mkdtempSync(join(tmpdir(), 'plain-account-shots-'))
const server = spawn(process.execPath, ['src/cli.ts', 'serve', `--port=${port}`, `--output=${join(folder, 'site')}`], {
  stdio: ['ignore', 'ignore', 'inherit'],
})
const open = await openBrowser()
try {
  for (let tries = 0; !(await isThere()); tries++) {
    if (tries > 120) throw new Error('The site is not served after two minutes: does `npm start` work?')
    await wait(1000)
  }
  for (const {name, path, width, height, colours, act} of shots) {
    const page = await open.browser.newPage()
    await page.setViewport({width, height})
    await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: colours ?? 'light'}])
    await page.goto(origin + path, {waitUntil: 'networkidle2'})
    await act?.(page)
    await page.screenshot({path: `${to}/${name}.webp`, type: 'webp', quality: 70})
    await page.close()
    console.log(`${to}/${name}.webp`)
  }
} finally {
  await open.close()
  server.kill()
  rmSync(folder, {recursive: true, force: true})
}

async function isThere(): Promise<boolean> {
  return fetch(`${origin}/editor/`).then(
    ({ok}) => ok,
    () => false,
  )
}
