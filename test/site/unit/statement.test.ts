import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {type Content, readContent} from '../../../src/content.ts'
import {fingerprintDesign} from '../../../src/site/audit-result.ts'
import {writeSite} from '../../../src/site/site.ts'

const content = readContent((file) => readFileSync(file, 'utf8'))
const design = fingerprintDesign('.', content.site.look)

/** What the accessibility statement says about tests, as text. */
async function tell(audit: Partial<Content['audit']>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'plain-account-statement-'))
  const own = {...content, audit: {...content.audit, design, ...audit}}
  const options = {root: '.', output: folder, pathPrefix: '/', builtOn: '2026-11-24', files: new Map()}
  await writeSite({assessments: []}, own, options)
  const html = readFileSync(join(folder, 'accessibility-statement/index.html'), 'utf8')
  rmSync(folder, {recursive: true, force: true})
  return html
    .slice(html.indexOf('Preparation of this'))
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
}

test('says what was tested, when, with what, and what was found, and nothing else', async () => {
  const told = await tell({
    tested: '2027-02-03',
    axe: '9.8.7',
    browser: 'Chromium 200',
    pages: 1234,
    reports: 56,
    checks: ['all is well', 'nothing falls down'],
    problems: 0,
    exceptions: [],
  })
  expect(told).toContain('was last tested on 3 February 2027')
  expect(told).toContain('1,234 pages, among them those of 56 reports')
  expect(told).toContain(
    'in Chromium 200 with axe-core 9.8.7. It tested that: all is well nothing falls down It found no problem. Reports',
  )
  expect(told).not.toMatch(/Pa11y|has changed since/)
})

test('owns up to what is not mended, and until when it may stand', async () => {
  const told = await tell({
    problems: 3,
    exceptions: [{what: 'Marks are small', why: 'A new chart is drawn', until: '2027-03-31'}],
  })
  expect(told).toContain('It found 3 problems that we have not mended yet, apart from these that we know of.')
  expect(told).toContain('Marks are small. A new chart is drawn. It is to be mended by 31 March 2027.')
})

test('does not claim for one website what was tested of another', async () => {
  expect(await tell({})).toContain('last tested on')
  const told = await tell({organisation: 'Another Council'})
  expect(told).toContain('Another website that is made by the same program')
  expect(told).toContain('The test was carried out by Another Council')
})

test('says so when the design is not the one that was tested', async () => {
  expect(await tell({})).not.toContain('has changed since')
  expect(await tell({design: '0'.repeat(64)})).toContain(
    'The design of the site has changed since that day, so parts of it have not been tested.',
  )
  const look = {...content.site.look, sizes: {...content.site.look.sizes, measure: '41rem'}}
  expect(fingerprintDesign('.', look)).not.toBe(design)
})
