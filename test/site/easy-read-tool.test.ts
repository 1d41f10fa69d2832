import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {runCli} from '../support/site.ts'

const folder = mkdtempSync(join(tmpdir(), 'plain-account-easy-read-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))
const id = 'northwold/2009-10-performance-assessment'
mkdirSync(join(folder, 'seeds'))
mkdirSync(join(folder, 'records'))
writeFileSync(
  join(folder, 'seeds/a.txt'),
  `Northwold City Council

Assessment of Performance Report 2009/10

2009/10 Council APA Performance
Delivering outcomes assessment Overall council is:\tWell

Council overall summary of 2009/10 performance

The council listens.

Key strengths
- Partnership working
- Purple lanterns at dusk

Areas for improvement
- Waiting times for major adaptations
`,
)
const run = (...args: string[]) =>
  runCli([
    ...args,
    `--seeds=${join(folder, 'seeds')}`,
    `--records=${join(folder, 'records')}`,
    `--easy-read=${join(folder, 'easy-read')}`,
  ])

describe('npm run easy-read', () => {
  it('prints each line with its origin and source, what is quoted, and how easy the page is', () => {
    const {status, output} = run('easy-read', id)
    expect(status).toBe(0)
    expect(output).toContain('## What is good?')
    expect(output).toMatch(/This is an easy read version of a report\. {3}\(fixed: is-easy-read\)/)
    expect(output).toMatch(/The report is about Northwold City Council\. {3}\(template: is-about\)/)
    expect(output).toMatch(/\(phrase-bank: content\/plain-language\/phrases\/good\.yaml:\d+/)
    expect(output).toContain('“Purple lanterns at dusk”   (quoted: no entry and no person tells it)')
    expect(output).toMatch(/from seeds\/a\.txt:\d+: Waiting times for major adaptations/)
    expect(output).toMatch(/In the report: 2 of 3 findings can be told in easy lines/)
    expect(output).toMatch(/warning: under 90 % of findings told/)
    expect(output).toMatch(/Hash of the page, for `checked` in its file: [0-9a-f]{12}/)
  })

  it('names the nearest reports when it does not know one', () => {
    const {status, output} = run('easy-read', 'northwold/2010-11-performance-assessment')
    expect(status).toBe(1)
    expect(output).toContain(`hint: One of \`${id}\``)
    expect(run('easy-read').output).toContain('expected the id of a report')
  })

  it('drafts a file with what is quoted, which the build takes once it is filled in, and never writes over one', () => {
    const file = join(folder, 'easy-read', `${id}.yaml`)
    expect(run('easy-read', id, '--draft').output).toContain('fill in the lines')
    const draft = readFileSync(file, 'utf8')
    expect(draft).toContain('words: "Purple lanterns at dusk"')
    expect(draft).not.toContain('Partnership working')
    expect(run('easy-read', id).output).toMatch(/ideas\.0\.lines/)
    writeFileSync(file, draft.replace('lines: []', 'lines: ["There are purple lanterns at dusk."]'))
    expect(run('easy-read', id).output).toMatch(/There are purple lanterns at dusk\. {3}\(override: /)
    const filled = readFileSync(file, 'utf8')
    expect(run('easy-read', id, '--draft').output).toContain('so nothing was written')
    expect(readFileSync(file, 'utf8')).toBe(filled)
    expect(existsSync(join(folder, 'easy-read', `${id}.yaml`))).toBe(true)
  })
})
