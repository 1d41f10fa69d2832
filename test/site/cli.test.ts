import {execFileSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {afterEach, describe, expect, it} from 'vitest'
import type {CheckReport} from '../../src/check-report.ts'
import {listFiles, runCli} from '../support/site.ts'

const folders: string[] = []
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plain-account-cli-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, {recursive: true, force: true})
})

/** Builds from the given files; an earlier output lies there and must survive a failure. */
function buildFrom(
  seeds: Readonly<Record<string, string | Uint8Array>>,
  records: Readonly<Record<string, string>> = {},
) {
  const folder = makeFolder()
  for (const [name, files] of [
    ['seeds', seeds],
    ['records', records],
  ] as const) {
    mkdirSync(join(folder, name))
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, name, file), content)
  }
  const output = join(folder, 'site')
  mkdirSync(output)
  writeFileSync(join(output, 'before.txt'), 'as it was')
  const result = runCli([
    'build',
    `--seeds=${join(folder, 'seeds')}`,
    `--records=${join(folder, 'records')}`,
    `--output=${output}`,
  ])
  return {
    ...result,
    output: result.output,
    isUntouched: readdirSync(output).join() === 'before.txt',
    leftovers: readdirSync(folder).filter((name) => name.includes('.next') || name.includes('.old')),
  }
}

const golden = (name: string) => readFileSync(`test/golden/${name}/source.txt`, 'utf8')

describe('check --json', () => {
  it('prints nothing but what a machine reads: documents with their ledgers, and problems with their places', () => {
    const printed = execFileSync(process.execPath, ['src/cli.ts', 'check', '--json'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const {documents, problems} = JSON.parse(printed) as CheckReport
    expect(documents).toHaveLength(readdirSync('seeds').filter((name) => name !== 'README.md').length)
    expect(documents.every(({ledger}) => ledger.unaccounted === 0 && ledger.words > 0)).toBe(true)
    expect(problems.length).toBeGreaterThan(0)
    expect(
      problems.every(({file, line, rule, hint, words}) => file && line && rule && hint && words !== undefined),
    ).toBe(true)
  })
})

describe('a build that cannot go on', () => {
  it.each([
    [
      'no documents',
      {},
      {},
      /no-documents: Unexpected empty folder seeds\/, expected at least one document\n {2}hint: /,
    ],
    [
      'a kind of document that only its record knows',
      {'a.txt': 'Minutes of a meeting.'},
      {'a.yaml': 'framework: cqc-1066'},
      /seeds\/a\.txt:1: unknown-framework: Unexpected .*, expected .*\n {2}hint: /,
    ],
    [
      'bytes that are no text',
      {'a.txt': new Uint8Array([0x41, 0x0a, 0xff, 0xfe, 0x42])},
      {},
      /seeds\/a\.txt:2: unreadable-encoding: Unexpected .*, expected .*\n {2}hint: /,
    ],
    [
      'two documents with one id',
      {'a.txt': golden('cqc-2009/carried-forward-grade'), 'b.txt': golden('cqc-2009/carried-forward-grade')},
      {},
      /seeds\/b\.txt:1: duplicate-id: .*seeds\/a\.txt.*\n {2}hint: /,
    ],
    [
      'contradicting grades',
      {'a.txt': golden('cqc-2009/contradicting-grades')},
      {},
      /seeds\/a\.txt:10: contradicting-grades: Unexpected grade `Poor` .*see also seeds\/a\.txt:9.*\n {2}hint: /,
    ],
    [
      'an unknown grade',
      {'a.txt': golden('cqc-2009/unknown-grade')},
      {},
      /seeds\/a\.txt:8: unknown-grade: Unexpected grade `Exellent`.*\n {2}hint: /,
    ],
    [
      'a record that says nothing known',
      {'a.txt': golden('cqc-2009/carried-forward-grade')},
      {'a.yaml': 'redact: x'},
      /content\/records\/a\.yaml:1: bad-record: /,
    ],
    [
      'withheld words that a page says in another place',
      {'a.txt': `${golden('cqc-2009/carried-forward-grade')}\nAnn Marlow called.\n`},
      {'a.yaml': 'redactions:\n  - {pattern: Ann\\s+Marlow, why: The name of Ann Marlow}'},
      /content\/records\/a\.yaml:2: leaked-words: Unexpected words in councils\/.*index\.html.* redaction 1 .*\[withheld\].*\n {2}hint: /,
    ],
    [
      'withheld words in the name of a file',
      {'ann-marlow.txt': `${golden('cqc-2009/carried-forward-grade')}\nAnn Marlow called.\n`},
      {'ann-marlow.yaml': 'redactions:\n  - {pattern: Ann Marlow, why: Personal data}'},
      /leaked-words: .*\n {2}hint: The name of the document’s file holds them.*rename the file/,
    ],
  ])('says why and where for %s, and leaves the last site as it was', (_, seeds, records, message) => {
    const {status, output, isUntouched, leftovers} = buildFrom(
      seeds as Record<string, string>,
      records as Record<string, string>,
    )
    expect(output).toMatch(message)
    expect(output).not.toMatch(/\n\s+at .*:\d+:\d+/)
    expect(status).toBe(1)
    expect(isUntouched).toBe(true)
    expect(leftovers).toEqual([])
  })

  it('explains itself when the command is not one', () => {
    const {status, output} = runCli(['publish'])
    expect(output).toMatch(/^Usage: /)
    expect(status).toBe(2)
  })
})

describe('a document that is stamped and not released', () => {
  const stamped =
    readdirSync('seeds').find((name) => /not for publication/i.test(readFileSync(join('seeds', name), 'utf8'))) ?? ''

  it('reaches no byte of the output, while the others are published', () => {
    const folder = makeFolder()
    const output = join(folder, 'site')
    mkdirSync(join(folder, 'records'))
    cpSync('content/records/README.md', join(folder, 'records/README.md'))
    const {status, output: printed} = runCli(['build', `--records=${join(folder, 'records')}`, `--output=${output}`])
    expect(status).toBe(0)
    expect(printed).toContain(`${stamped} is stamped`)
    expect(printed).toMatch(/Held back: 1/)

    const secrets = findSecrets(stamped)
    expect(secrets.size).toBeGreaterThan(100)
    const files = listFiles(output)
    expect(files.length).toBeGreaterThan(60)
    const leaks = files.flatMap((file) => {
      // Pagefind's own code is the same on every site. In its binary index a length byte may look like a letter before
      // or after a word, so only long words can be told there.
      if (/^pagefind\/[^/]*\.js$/.test(file)) return []
      const shortest = /\.pf_(?:index|meta|filter)$/.test(file) ? 9 : 6
      const found = splitFolded(`${file} ${readBytes(join(output, file))}`).filter(
        (word) => word.length >= shortest && secrets.has(word),
      )
      return found.length > 0 ? [`${file}: ${found.slice(0, 5).join(', ')}`] : []
    })
    expect(leaks).toEqual([])
    const pairs = findSecrets(stamped, pairWords)
    const texts = files.filter((file) => /\.(?:html|md|csv|json|xml|pf_fragment)$/.test(file))
    expect(
      texts.filter(
        (file) =>
          pairWords(readBytes(join(output, file))).filter((pair) => pair.length >= 14 && pairs.has(pair)).length > 20,
      ),
    ).toEqual([])
    expect(files.filter((file) => readBytes(join(output, file)).includes(basename(stamped, '.txt')))).toEqual([])
  })

  it('is there once it is released, so that the search for leaks is known to find', () => {
    const folder = makeFolder()
    const output = join(folder, 'site')
    expect(runCli(['build', `--output=${output}`]).status).toBe(0)
    const secrets = findSecrets(stamped)
    const leaking = listFiles(output).filter((file) =>
      splitFolded(readBytes(join(output, file))).some((word) => secrets.has(word)),
    )
    expect(leaking.some((file) => file.endsWith('.html'))).toBe(true)
    expect(leaking.some((file) => file.startsWith('pagefind/fragment/'))).toBe(true)
    // The words of findings are in the phrase bank too; what follows on what is the document's.
    const pairs = findSecrets(stamped, pairWords)
    expect(pairs.size).toBeGreaterThan(1000)
    const tables = listFiles(output).filter((file) => file.endsWith('.csv'))
    expect(tables.some((file) => pairWords(readBytes(join(output, file))).some((pair) => pairs.has(pair)))).toBe(true)
  })
})

const splitFolded = (text: string): string[] => text.toLowerCase().split(/[^\p{L}]+/u)

/** Two words that follow one another. */
const pairWords = (text: string) => splitFolded(text).map((word, index, all) => `${word} ${all[index + 1] ?? ''}`)

/** Words, or pairs of them, of six letters and more that stand in this document and nowhere else in the project. */
function findSecrets(stamped: string, split = splitFolded): Set<string> {
  const isText = (file: string) => /\.(?:txt|md|njk|yaml|ts|js|scss)$/.test(file)
  const others = ['seeds', 'content', 'layouts', 'src', 'node_modules/pagefind'].flatMap((folder) =>
    listFiles(folder).map((file) => join(folder, file)),
  )
  const known = new Set(
    others
      .filter(
        (file) =>
          existsSync(file) &&
          isText(file) &&
          basename(file) !== stamped &&
          // What people wrote about a document holds its words.
          !file.startsWith(join('content', 'easy-read')) &&
          !file.includes(`records/${basename(stamped, '.txt')}`),
      )
      .flatMap((file) => split(readFileSync(file, 'utf8'))),
  )
  return new Set(
    split(readFileSync(join('seeds', stamped), 'utf8')).filter((word) => word.length >= 6 && !known.has(word)),
  )
}

/** A file's text; what Pagefind compressed is opened. */
function readBytes(file: string): string {
  const bytes = readFileSync(file)
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8')
}
