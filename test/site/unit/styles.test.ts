import {beforeAll, expect, test} from 'vitest'
import {type Asset, makeAssets} from '../../../src/site/styles.ts'

let assets: readonly Asset[]
beforeAll(() => {
  assets = makeAssets('.')
})

const textOf = (name: string) => Buffer.from(assets.find((asset) => asset.name === name)?.content ?? '').toString()
const sheets = ['site.css', 'report.css', 'easy-read.css', 'large-print.css', 'source.css']

test('names each asset by its content', () => {
  for (const {path} of assets) expect(path).toMatch(/^\/assets\/fingerprinted\/[\w-]+\.[0-9a-f]{8}\.\w+$/)
  expect(makeAssets('.').map(({path}) => path)).toEqual(assets.map(({path}) => path))
})

test.each(sheets)('%s names only fonts that are there, beside it', (sheet) => {
  const fonts = [...textOf(sheet).matchAll(/url\("?([^")]+)"?\)/g)].map((match) => match[1])
  const files = assets.map(({path}) => path.split('/').at(-1))
  expect(fonts.length).toBe(2)
  for (const font of fonts) expect(files).toContain(font)
})

test.each(sheets)('%s brings nothing of GOV.UK that is not ours to use', (sheet) => {
  expect(textOf(sheet)).not.toMatch(/GDS Transport|crown|gov\.uk/i)
})

/** Colours as declared for one scheme, by name. */
function readColours(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

function luminance(hex: string): number {
  const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1)
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

test.each([
  ['light', /:root\{[^}]*color-scheme:light dark;?[^}]*\}/],
  ['dark', /prefers-color-scheme:dark\)\{:root\{[^}]*\}/],
])('keeps text at 7:1 and edges at 3:1 in %s colours', (_, block) => {
  const css = textOf('report.css').replaceAll(': ', ':').replaceAll(' {', '{')
  const colours = readColours(block.exec(css)?.[0] ?? '')
  const ratio = (one: string, other: string) => contrast(colours.get(one) ?? '#000', colours.get(other) ?? '#000')
  for (const ground of ['paper', 'panel']) {
    for (const text of ['ink', 'ink-soft', 'link', 'visited', 'hover'])
      expect(ratio(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(7)
    for (const edge of ['edge', 'mark']) expect(ratio(edge, ground), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3)
  }
  expect(ratio('on-brand', 'brand')).toBeGreaterThanOrEqual(7)
  expect(contrast('#ffd43b', '#111')).toBeGreaterThanOrEqual(7)
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
