import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {stringify} from 'yaml'
import {readContent} from '../../src/content.ts'
import {readContentFile} from '../../src/content-file.ts'
import {type AuditResult, fingerprintDesign} from '../../src/site/audit-result.ts'
import {formatBytes} from '../../src/site/filters.ts'
import {weighPage} from '../../src/site/weight.ts'
import {axeVersion} from '../support/axe.ts'
import {openBrowser} from '../support/browser.ts'
import {serveSite} from '../support/server.ts'
import {listPages, runCli} from '../support/site.ts'
import {checks, type Finding, openAudit} from './audit-page.ts'
import {exceptionsSchema, excuse} from './exceptions.ts'
import {modes} from './modes.ts'

const usage = `Usage: npm run audit -- [options]

  Builds the site, opens every page at 320 and 1280 pixels and as it is printed, each in light, dark and forced colours,
  and looks for what a reader could stumble over. What it found goes into content/_data/audit.yaml, from which the
  accessibility statement says how the site was tested.

  --seeds=FOLDER, --records=FOLDER, --easy-read=FOLDER   as for \`npm run build\`
  --site=FOLDER   a site that is built already; nothing is written then
  --only=WORDS    pages whose address holds these words; nothing is written then`

const text = {type: 'string'} as const
const {values} = parseArgs({
  options: {seeds: text, records: text, 'easy-read': text, site: text, only: text, help: {type: 'boolean'}},
})
if (values.help) {
  console.log(usage)
  process.exit(0)
}

const exceptionsFile = 'test/audit/exceptions.yaml'
const exceptions = readContentFile(exceptionsFile, readFileSync(exceptionsFile, 'utf8'), exceptionsSchema).data
const own = readContent((file) => readFileSync(file, 'utf8')).site
// Before the site is built: what somebody changes meanwhile is not tested.
const design = fingerprintDesign('.', own.look)
const today = new Date().toISOString().slice(0, 10)
const folder = values.site ? undefined : mkdtempSync(join(tmpdir(), 'plain-account-audit-'))
const site = folder ? join(folder, 'site') : resolve(values.site ?? '')
if (folder) {
  console.log('Building the site')
  const folders = (['seeds', 'records', 'easy-read'] as const).flatMap((name) =>
    values[name] ? [`--${name}=${values[name]}`] : [],
  )
  const {status, output} = runCli(['build', `--output=${site}`, ...folders])
  if (status !== 0) {
    console.error(output)
    process.exit(1)
  }
}
const paths = listPages(site)
  .map(({path}) => path)
  .filter((path) => !values.only || path.includes(values.only))
if (paths.length === 0) {
  console.error(`Unexpected --only=${values.only}, expected words of an address, such as --only=/topics/`)
  process.exit(1)
}

const server = await serveSite(site)
const open = await openBrowser()
// `HeadlessChrome/153.0.1.2`
const browser = `Chromium ${/\/(\d+)/.exec(await open.browser.version())?.[1]}`
const findings: Finding[] = []
let done = 0

/** Takes one page after the other from those that wait. */
async function work(waiting: string[]): Promise<void> {
  const {audit} = await openAudit(open.browser)
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const found = [...(await audit(server.origin, path, modes)), ...weigh(path)]
    findings.push(...found)
    done++
    const {bytes, requests} = weighPage(site, fileOf(path))
    const count = `${String(done).padStart(String(paths.length).length)} of ${paths.length}`
    const weight = `${formatBytes(bytes)}, ${requests} requests`
    console.log(`${count}  ${path}  ${weight}${found.length > 0 ? `, ${found.length} found` : ''}`)
  }
}

function weigh(path: string): Finding[] {
  if (!/^\/councils\/[^/]+\/[^/]+\/(?:easy-read\/|large-print\/|source\/)?$/.test(path)) return []
  const {bytes, requests} = weighPage(site, `${path.slice(1)}index.html`)
  const says = (what: string): Finding => ({page: path, mode: 'any', check: 'weight', what})
  return [
    ...(bytes > 60_000 ? [says(`${formatBytes(bytes)}, more than 60 KB`)] : []),
    ...(requests > 5 ? [says(`${requests} requests, more than 5`)] : []),
  ]
}

try {
  // Two pages at a time, and the longest first, so that none is left over at the end.
  const waiting = [...paths].sort((a, b) => sizeOf(b) - sizeOf(a))
  await Promise.all([work(waiting), work(waiting)])
} finally {
  await open.close()
  await server.close()
}

const weights = paths.map((path) => ({path, ...weighPage(site, fileOf(path))})).sort((a, b) => b.bytes - a.bytes)
console.log('\nHeaviest pages, as sent (Brotli), with typeface and scripts:')
for (const {path, bytes, requests} of weights.slice(0, 5))
  console.log(`  ${formatBytes(bytes)}, ${requests} requests  ${path}`)

const {open: problems, used} = excuse(findings, exceptions, today)
for (const [what, same] of Map.groupBy(problems, ({check, what}) => `${check}: ${what}`)) {
  console.log(`\n${what}`)
  for (const [page, own] of Map.groupBy(same, (finding) => finding.page))
    console.log(`  ${page}  (${[...new Set(own.map(({mode}) => mode))].join(', ')})`)
}
for (const exception of exceptions)
  if (!used.includes(exception))
    console.log(
      `\nNo longer needed, or past its day, in ${exceptionsFile}: ${exception.what} (until ${exception.until})`,
    )

const views = paths.length * modes.length
console.log(
  `\n${paths.length} pages in ${modes.length} ways, ${views} views: ${problems.length} problems, ${used.length} exceptions`,
)
if (folder && !values.only) {
  const result: AuditResult = {
    tested: today,
    organisation: own.organisation,
    url: own.url,
    axe: axeVersion ?? '',
    browser,
    pages: paths.length,
    reports: paths.filter((path) => /^\/councils\/[^/]+\/[^/]+\/$/.test(path)).length,
    views,
    checks: Object.values(checks),
    problems: problems.length,
    exceptions: used.map(({what, why, until}) => ({what, why, until})),
    design,
  }
  writeFileSync(
    'content/_data/audit.yaml',
    `# What \`npm run audit\` found when it last went through the whole site; the accessibility statement is written from it.\n${stringify(result)}`,
  )
  console.log('Written: content/_data/audit.yaml')
}
if (folder) rmSync(folder, {recursive: true, force: true})
process.exitCode = problems.length === 0 ? 0 : 1

function fileOf(path: string): string {
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1)
}

function sizeOf(path: string): number {
  return readFileSync(join(site, fileOf(path))).length
}
