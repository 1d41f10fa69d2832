import {readFileSync} from 'node:fs'
import {beforeAll, expect, test} from 'vitest'
import {readContent} from '../../../src/content.ts'
import {type Asset, makeAssets} from '../../../src/site/styles.ts'

const {look} = readContent((file) => readFileSync(file, 'utf8')).site
let assets: readonly Asset[]
beforeAll(() => {
  assets = makeAssets('.', look)
})

const textOf = (name: string) => Buffer.from(assets.find((asset) => asset.name === name)?.content ?? '').toString()
const sheets = ['site.css', 'report.css', 'easy-read.css', 'large-print.css', 'source.css']

test('names each asset by its content', () => {
  for (const {path} of assets) expect(path).toMatch(/^\/assets\/fingerprinted\/[\w-]+\.[0-9a-f]{8}\.\w+$/)
  expect(makeAssets('.', look).map(({path}) => path)).toEqual(assets.map(({path}) => path))
})

test.each(sheets)('%s names only fonts that are there, beside it', (sheet) => {
  const fonts = [...textOf(sheet).matchAll(/url\("?([^")]+\.woff2)"?\)/g)].map((match) => match[1])
  const files = assets.map(({path}) => path.split('/').at(-1))
  expect(fonts.length).toBe(2)
  for (const font of fonts) expect(files).toContain(font)
})

test.each(sheets)('%s brings nothing of GOV.UK that is not ours to use', (sheet) => {
  expect(textOf(sheet)).not.toMatch(/GDS Transport|crown|gov\.uk/i)
})

test("writes a council's own look into every style sheet", () => {
  const own = {
    ...look,
    typeface: {...look.typeface, name: 'Own Letters'},
    sizes: {...look.sizes, measure: '33rem'},
    colours: {...look.colours, dark: {...look.colours.dark, brand: '#123456'}},
  }
  const made = makeAssets('.', own)
  for (const sheet of sheets) {
    const css = Buffer.from(made.find(({name}) => name === sheet)?.content ?? '').toString()
    expect(css).toContain('"Own Letters"')
    expect(css).not.toContain(look.typeface.name)
    // Once for who chooses dark colours, once for whose device does.
    expect(css.match(/--brand: ?#123456/g)).toHaveLength(2)
    if (sheet !== 'large-print.css' && sheet !== 'easy-read.css') expect(css).toContain('--measure: 33rem')
  }
})

test('stops at a logo or a typeface that is not there, with the way out', () => {
  expect(() => makeAssets('.', {...look, logo: 'lost.svg'})).toThrow(
    /bad-look: Unexpected logo `lost\.svg`.*layouts\/assets/,
  )
  expect(() => makeAssets('.', {...look, typeface: {...look.typeface, package: '@fontsource/lost'}})).toThrow(
    /`npm install @fontsource\/lost`/,
  )
})

test('a script names the others that it fetches by their fingerprints', () => {
  const paths = assets.map(({path}) => path.split('/').at(-1))
  const named = assets
    .filter(({name}) => name.endsWith('.js'))
    .flatMap(({content}) =>
      [
        ...Buffer.from(content)
          .toString()
          .matchAll(/'\.\/([\w.-]+)'/g),
      ].map((match) => match[1]),
    )
  expect(named.length).toBeGreaterThan(3)
  for (const name of named) expect(paths).toContain(name)
})

test('sets no text of large print below 18 point', () => {
  const css = textOf('large-print.css')
  // The root is 24 pixels there, so a size below 1rem would be less than 18 point.
  const own = css.slice(css.lastIndexOf(':root{--gutter'))
  const sizes = [...own.matchAll(/font-size:(?:clamp\()?([\d.]+)(rem|em|pt|px|%)/g)]
  expect(sizes.length).toBeGreaterThan(5)
  for (const [text, size, unit] of sizes)
    expect(Number(size), text).toBeGreaterThanOrEqual({rem: 1, em: 1, pt: 18, px: 24, '%': 150}[unit ?? ''] ?? 0)
})
