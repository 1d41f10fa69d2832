import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {checkGolden} from './support/golden.ts'

interface Locked {
  readonly version: string
  readonly license?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly dev?: true
  readonly devOptional?: true
  readonly optional?: true
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {packages: Readonly<Record<string, Locked>>}
const locked = Object.entries(lock.packages).flatMap(([path, entry]) =>
  path === '' ? [] : [{name: path.split('node_modules/').at(-1) ?? '', ...entry}],
)
const {dependencies, devDependencies} = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Readonly<Record<string, string>>
>
/** What building a site needs; a package for one system stands for the same one of every other. */
const atRunTime = locked.filter(
  ({dev, os, cpu}) => !dev && (!os || os.includes('linux')) && (!cpu || cpu.includes('x64')),
)

describe('the packages that others wrote', () => {
  it('are fewer than 150 where a site is built', () => {
    const names = atRunTime.filter(({libc}) => !libc || libc.includes('glibc')).map(({name}) => name)
    expect(names.length).toBeGreaterThan(50)
    expect(names.length).toBeLessThan(150)
  })

  it('are named by one version each, and none by an address', () => {
    for (const version of Object.values({...dependencies, ...devDependencies}))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved"|https?:\/\/registry/)
  })

  it('are locked by what they hold, all of them', () => {
    expect(locked.filter(({integrity}) => !/^sha512-/.test(integrity ?? '')).map(({name}) => name)).toEqual([])
  })

  it('have licences that let a council use them, and those of a site are listed', () => {
    const permissive =
      /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Python-2\.0|OFL-1\.1|CC0-1\.0|Unlicense|Zlib)$/
    // The typeface DejaVu: the licence of Bitstream Vera, which lets anyone use, change and pass it on, though not sell it alone.
    const read = new Map([['dejavu-fonts-ttf', 'Bitstream Vera and public domain']])
    const licenceOf = ({name, license}: {name: string; license?: string}) => read.get(name) ?? license ?? 'not stated'
    const odd = atRunTime.filter(
      (entry) =>
        !read.has(entry.name) &&
        !licenceOf(entry)
          .split(/ (?:OR|AND) /)
          .some((each) => permissive.test(each.replace(/[()]/g, ''))),
    )
    expect(odd).toEqual([])
    const own = new Set(Object.keys(dependencies))
    const rows = [...Map.groupBy(atRunTime, ({name}) => name)].sort(([a], [b]) => (a < b ? -1 : 1))
    const list = rows.map(
      ([name, entries]) =>
        `| ${own.has(name) ? `**${name}**` : name} | ${[...new Set(entries.map(({version}) => version))].join(', ')} | ${[...new Set(entries.map(licenceOf))].join(', ')} |`,
    )
    checkGolden(
      'docs/licences.md',
      `# Licences of the packages that a site is built with

Read from \`package-lock.json\` by a test, which fails when this list is not true (\`UPDATE=1 npx vitest run
test/supply-chain.test.ts\` writes it). What this project asks for itself is bold. Sent to readers are
the typefaces, the pictures of Tabler Icons and Health Icons, the search (Pagefind) and styles made with GOV.UK Frontend.

| package | version | licence |
| --- | --- | --- |
${list.join('\n')}
`,
    )
  })
})
