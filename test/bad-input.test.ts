import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {readPublication, type World} from '../src/build.ts'
import {readContent} from '../src/content.ts'
import {formatProblem} from '../src/problem.ts'

const readProject = (file: string) => readFileSync(file, 'utf8')
const content = readContent(readProject)
const report = readProject('test/golden/cqc-2009/carried-forward-grade/source.txt')
const encode = (text: string) => new TextEncoder().encode(text)
const sha256 = createHash('sha256').update(report).digest('hex')
const stamped = `Not for publication\n\n${report}`
const release = 'release: {who: Head of Legal, when: 2025-05-01, basis: Council meeting}'

function read(seed: string | Uint8Array, records: Readonly<Record<string, string>> = {}, more: Partial<World> = {}) {
  const {publication, heldBack, problems} = readPublication(
    {
      listSeeds: () => ['a-report.txt', 'README.md'],
      readSeed: () => (typeof seed === 'string' ? encode(seed) : seed),
      listRecords: () => Object.keys(records),
      findMedia: () => undefined,
      readRecord: (name) => records[name] ?? '',
      listEasyRead: () => [],
      readEasyRead: () => '',
      readContent: readProject,
      today: '2026-01-01',
      progress: () => {},
      ...more,
    },
    content,
  )
  const errors = problems.filter(({level}) => level === 'error').map(formatProblem)
  return {published: publication.assessments.length, heldBack, errors, problems}
}

/** Bytes of every value, as a picture or a program has them. */
const binary = Uint8Array.from({length: 4096}, (_, index) => (index * 7919) % 256)
const latin = (text: string) => Uint8Array.from([...text].map((character) => character.charCodeAt(0)))

describe('a source that cannot be read', () => {
  it.each([
    ['bytes of no text', binary, 'unreadable-encoding', 1],
    ['a spreadsheet', latin('PK\x03\x04\x14\0\x06\0[Content_Types].xml xl/workbook.xml'), 'not-text', 1],
    ['an old spreadsheet', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1Workbook'), 'not-text', 1],
    [
      'a line of 100,001 characters',
      `${report}\n${'a'.repeat(100_001)}`,
      'source-too-large',
      report.split('\n').length + 1,
    ],
    ['one byte over 5 MB', new Uint8Array(5_000_001).fill(0x61), 'source-too-large', 1],
    ['a zero byte', `${report}\nwords\0`, 'unreadable-encoding', report.split('\n').length + 1],
  ])('for being %s is refused with its line and the way out', (_, seed, rule, line) => {
    const {published, errors} = read(seed)
    expect(published).toBe(0)
    expect(errors).toEqual([
      expect.stringMatching(
        new RegExp(`^seeds/a-report\\.txt:${line}: ${rule}: Unexpected .*, expected .*\\n  hint: \\p{Lu}`, 'u'),
      ),
    ])
  })

  it('is read when it keeps within the limits', () => {
    expect(read(`${report}\n\n${'ab '.repeat(33_333)}`).errors).toEqual([])
  })
})

describe('a record that cannot be followed', () => {
  it.each([
    [
      'names no document',
      {'a-rport.yaml': 'period: 2009-10'},
      /^content\/records\/a-rport\.yaml:1: record-without-document: .*\n {2}hint: .*`a-report\.txt`/,
    ],
    [
      'corrects what is not there',
      {'a-report.yaml': '# x\ncorrections:\n  - {find: nowhere, replace: y, why: z}'},
      /^content\/records\/a-report\.yaml:3: record-without-effect: .*`nowhere`.*\n {2}hint: /,
    ],
    [
      'withholds what is not there',
      {'a-report.yaml': 'redactions:\n\n  - {pattern: nowhere, why: z}'},
      /^content\/records\/a-report\.yaml:3: record-without-effect: .*redaction.*\n {2}hint: /,
    ],
    [
      'has a key that nobody knows',
      {'a-report.yaml': 'period: 2009-10\nredact: x'},
      /^content\/records\/a-report\.yaml:2: bad-record: .*`redact`.*\n {2}hint: /,
    ],
  ])('and %s is refused with its line and the way out', (_, records, message) => {
    expect(read(report, records as unknown as Record<string, string>).errors).toEqual([expect.stringMatching(message)])
  })

  it('was written for other documents, and only protects some of them', () => {
    const borrowed = {areRecordsBorrowed: true}
    expect(read(report, {'b.yaml': 'period: 2009-10'}, borrowed)).toMatchObject({
      errors: [],
      problems: expect.arrayContaining([expect.objectContaining({level: 'note', rule: 'record-without-document'})]),
    })
    expect(read(report, {'b.yaml': 'redactions: [{pattern: x, why: y}]'}, borrowed).errors).toHaveLength(1)
  })
})

describe('a release', () => {
  it('for another version of the file stops the build, and nothing of the document is published', () => {
    const {published, heldBack, errors} = read(stamped, {'a-report.yaml': `${release}\n\nsha256: ${sha256}`})
    expect(published).toBe(0)
    expect(heldBack).toHaveLength(1)
    expect(errors).toEqual([
      expect.stringMatching(
        /^content\/records\/a-report\.yaml:3: stale-release: .*seeds\/a-report\.txt:1\)\n {2}hint: .*sha256: [0-9a-f]{64}/,
      ),
    ])
    expect(errors.join()).not.toContain(sha256)
  })

  it('that was never given holds the document back, and the build goes on', () => {
    expect(read(stamped)).toMatchObject({published: 0, errors: [], heldBack: [{file: 'seeds/a-report.txt'}]})
    const changed = read(report, {'a-report.yaml': `sha256: ${'b'.repeat(64)}`})
    expect(changed).toMatchObject({published: 0, errors: [], heldBack: [{file: 'seeds/a-report.txt'}]})
  })
})
