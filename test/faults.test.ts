import {type ChildProcess, spawn, spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {pathToFileURL} from 'node:url'
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {readPublication} from '../src/build.ts'
import {formatProblem} from '../src/problem.ts'
import {content, projectWorld} from './support/publication.ts'
import {listFiles} from './support/site.ts'

let folder: string
let output: string
/** Hash of every file of a site, so that half a site is never taken for a whole one. */
let whole: string
let duration: number

const hashOf = (site: string) => {
  const hash = createHash('sha256')
  for (const file of listFiles(site)) hash.update(`${file}\n`).update(readFileSync(join(site, file)))
  return hash.digest('hex')
}
const args = (to = output, cache = 'cache') => [
  'src/cli.ts',
  'build',
  ...['seeds', 'records', 'easy-read'].map((name) => `--${name}=${join(folder, name)}`),
  `--cache=${join(folder, cache)}`,
  `--output=${to}`,
]
// The day is fixed, or a site built at midnight would be another.
const environment = {...process.env, SOURCE_DATE_EPOCH: '1790000000'}
const build = (more: Readonly<Record<string, string>> = {}, cache = 'cache', preload?: string) => {
  const before = preload ? [`--import=${pathToFileURL(resolve('test/support', preload))}`] : []
  const {status, stdout, stderr} = spawnSync(process.execPath, [...before, ...args(output, cache)], {
    encoding: 'utf8',
    timeout: 60_000,
    env: {...environment, ...more},
  })
  return {status, printed: `${stdout}${stderr}`}
}

/** The site is the old one or the new one, and the next build makes the new one and leaves nothing beside it. */
function expectWholeAndMended(): 'old' | 'new' {
  const isOld = readdirSync(output).join() === 'before.txt'
  if (!isOld) expect(hashOf(output)).toBe(whole)
  expect(build()).toMatchObject({status: 0})
  expect(hashOf(output)).toBe(whole)
  expect(readdirSync(folder).filter((name) => name.startsWith('site'))).toEqual(['site'])
  return isOld ? 'old' : 'new'
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plain-account-faults-'))
  output = join(folder, 'site')
  for (const name of ['seeds', 'records', 'easy-read']) mkdirSync(join(folder, name))
  cpSync('test/golden/cqc-2009/carried-forward-grade/source.txt', join(folder, 'seeds/a.txt'))
  expect(build()).toMatchObject({status: 0})
  whole = hashOf(output)
  const started = performance.now()
  build()
  duration = performance.now() - started
})
beforeEach(() => {
  rmSync(output, {recursive: true, force: true})
  mkdirSync(output)
  writeFileSync(join(output, 'before.txt'), 'the old site')
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe('a build that is killed', () => {
  const kill = async (child: ChildProcess, signal: NodeJS.Signals, after: number) => {
    const ended = new Promise<void>((settle) => child.on('exit', () => settle()))
    await wait(after)
    child.kill(signal)
    await ended
  }

  // Moments all over the length of a build; wherever they fall on another machine, the promise is the same.
  it.each([0.1, 0.5, 0.75, 0.9])('after %f of its time leaves the old site whole, or the new one', async (share) => {
    const child = spawn(process.execPath, args(), {stdio: 'ignore', env: environment})
    await kill(child, 'SIGKILL', duration * share)
    expectWholeAndMended()
  })

  it('by Ctrl and C leaves the old site whole', async () => {
    const child = spawn(process.execPath, args(), {stdio: 'ignore', env: environment})
    await kill(child, 'SIGINT', duration * 0.6)
    expectWholeAndMended()
  })
})

describe('a disk that takes no more', () => {
  it.each([
    ['ENOSPC', 0],
    ['ENOSPC', 40],
    ['EDQUOT', 120],
    ['EROFS', 0],
    ['EACCES', 80],
  ])('(%s after %i writes) stops the build with a message, and the old site stays', (code, after) => {
    const {status, printed} = build(
      {FAIL_BELOW: folder, FAIL_CODE: code, FAIL_AFTER: String(after)},
      'cache',
      'failing-disk.ts',
    )
    expect(printed).toMatch(
      /cannot-write: Unexpected (?:end of the room to write \(.*\)|folder that cannot be written) at .*, expected room and the right to write\n {2}hint: /,
    )
    expect(printed).not.toMatch(/\n\s+at .*:\d+:\d+/)
    expect(status).toBe(1)
    expect(expectWholeAndMended()).toBe('old')
  })

  it('really (a limit of the system on the size of a file) is told in the same words', () => {
    const command = `ulimit -f 8; exec "$0" "$@"`
    const {status, stdout, stderr} = spawnSync('bash', ['-c', command, process.execPath, ...args(output, 'small')], {
      encoding: 'utf8',
      timeout: 60_000,
      env: environment,
    })
    expect(`${stdout}${stderr}`).toMatch(/cannot-write: Unexpected end of the room to write/)
    expect(`${stdout}${stderr}`).not.toMatch(/\n\s+at .*:\d+:\d+/)
    expect(status).toBe(1)
    expect(expectWholeAndMended()).toBe('old')
  })
})

describe('two builds at once', () => {
  it('end with one site, whole, and one clear message', async () => {
    const run = () =>
      new Promise<{status: number | null; printed: string}>((settle) => {
        const child = spawn(process.execPath, args(), {env: environment})
        let printed = ''
        child.stdout.on('data', (chunk) => {
          printed += chunk
        })
        child.stderr.on('data', (chunk) => {
          printed += chunk
        })
        child.on('exit', (status) => settle({status, printed}))
      })
    const results = await Promise.all([run(), run()])
    expect(results.map(({status}) => status).sort()).toEqual([0, 1])
    expect(results.find(({status}) => status === 1)?.printed).toContain('another-build')
    expect(expectWholeAndMended()).toBe('new')
  })
})

describe('a document', () => {
  const world = (more: object) => ({
    ...projectWorld,
    listSeeds: () => ['a.txt', 'b.txt'],
    listRecords: () => [],
    listEasyRead: () => [],
    ...more,
  })
  const good = readFileSync('test/golden/cqc-2009/carried-forward-grade/source.txt')

  it.each([
    ['ENOENT', /^seeds\/b\.txt:1: document-not-read: Unexpected gap: .* taken away .*\n {2}hint: Build again/],
    ['EACCES', /^seeds\/b\.txt:1: document-not-read: Unexpected document that may not be read.*\n {2}hint: /],
  ])('that fails with %s while the site is built stops it, and the others are still read', (code, message) => {
    const {publication, problems} = readPublication(
      world({
        readSeed: (name: string) => {
          if (name === 'a.txt') return good
          throw Object.assign(new Error(code), {code})
        },
      }),
      content,
    )
    expect(problems.filter(({level}) => level === 'error').map(formatProblem)).toEqual([expect.stringMatching(message)])
    expect(publication.assessments).toHaveLength(1)
  })

  it('is read once, so that all of its pages are of one version, whoever edits it meanwhile', () => {
    const reads: string[] = []
    readPublication(
      world({
        listSeeds: () => ['a.txt'],
        readSeed: (name: string) => {
          reads.push(name)
          return good
        },
      }),
      content,
    )
    expect(reads).toEqual(['a.txt'])
  })

  it.each([
    ['folder', (path: string) => mkdirSync(path)],
    ['link', (path: string) => symlinkSync(resolve('README.md'), path)],
    ['pipe or device', (path: string) => spawnSync('mkfifo', [path])],
  ])('that is a %s is told, and neither followed nor waited for', (what, make) => {
    const stray = join(folder, 'seeds/stray.txt')
    make(stray)
    const {status, printed} = build()
    const isThere = lstatSync(stray, {throwIfNoEntry: false}) !== undefined
    rmSync(stray, {recursive: true, force: true})
    // A machine without `mkfifo` has no pipes to find.
    if (what === 'pipe or device' && !isThere) return
    expect(printed).toMatch(
      new RegExp(`seeds/stray\\.txt:1: not-a-file: Unexpected ${what} among the documents.*\\n  hint: `),
    )
    expect(status).toBe(1)
    expect(expectWholeAndMended()).toBe('old')
  })
})

describe('a machine that has less than ours', () => {
  it('builds without a network, without a browser and without any other program', () => {
    const {status, printed} = build(
      {PATH: '/nowhere', CHROME_PATH: '/nowhere/chrome', AWS_EXECUTION_ENV: ''},
      'bare',
      'no-network.ts',
    )
    expect(printed).not.toContain('NETWORK')
    expect(status).toBe(0)
  })

  it('says what to do in an empty folder', () => {
    const empty = join(folder, 'nothing')
    mkdirSync(empty)
    const {status, stderr} = spawnSync(
      process.execPath,
      ['src/cli.ts', 'build', `--seeds=${empty}`, `--records=${empty}`, `--output=${output}`],
      {encoding: 'utf8', env: environment},
    )
    expect(stderr).toMatch(/no-documents: .*\n {2}hint: Put the text of an assessment into seeds\/ and build again/)
    expect(status).toBe(1)
    expect(existsSync(join(output, 'before.txt'))).toBe(true)
  })
})
