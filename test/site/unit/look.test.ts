import {readFileSync} from 'node:fs'
import {describe, expect, it, test} from 'vitest'
import {readContent} from '../../../src/content.ts'
import {measureContrast, pairs} from '../../../src/site/look.ts'

const file = 'content/_data/site.yaml'
const readWith = (change: (yaml: string) => string) =>
  readContent((name) => (name === file ? change(readFileSync(name, 'utf8')) : readFileSync(name, 'utf8')))

test('measures contrast as WCAG does', () => {
  expect(measureContrast('#000000', '#ffffff')).toBe(21)
  expect(measureContrast('#ffffff', '#ffffff')).toBe(1)
  // The grey that is the classic border of 4.5:1 on white.
  expect(measureContrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  expect(measureContrast('#595959', '#ffffff')).toBeCloseTo(7, 1)
})

describe('the look of the site', () => {
  it('has pairs for each colour that carries words or signs', () => {
    const {look} = readWith((yaml) => yaml).site
    const named = new Set(pairs.flatMap(({fronts, ground}) => [...fronts, ground]))
    // A line between two things is decoration; nothing is known by it alone.
    expect(Object.keys(look.colours.light).filter((name) => !named.has(name as never))).toEqual(['line'])
  })

  it('stops the build at a pair that cannot be read, with its line and a colour that can', () => {
    const yaml = readFileSync(file, 'utf8')
    const pale = yaml.replace('ink-soft: "#3f484b"', 'ink-soft: "#7f888b"')
    const line = pale.split('\n').findIndex((each) => each.includes('#7f888b')) + 1
    let told = ''
    try {
      readWith(() => pale)
    } catch (error) {
      told = String(error)
    }
    expect(told).toContain(
      `${file}:${line}: low-contrast: Unexpected contrast 3.47:1 of \`ink-soft\` (#7f888b) on \`paper\``,
    )
    const offered = /Take (#[0-9a-f]{6}) for `ink-soft`/.exec(told)?.[1] ?? ''
    const {paper, panel} = readWith((each) => each).site.look.colours.light
    expect(Math.min(measureContrast(offered, paper), measureContrast(offered, panel))).toBeGreaterThanOrEqual(7)
    // Not simply black.
    expect(Math.min(measureContrast(offered, paper), measureContrast(offered, panel))).toBeLessThan(7.6)
  })

  it('stops at a brand that pictures and edges cannot be drawn in', () => {
    expect(() =>
      readWith((yaml) =>
        yaml.replace('brand: "#0d4644"', 'brand: "#ffe000"').replace('on-brand: "#ffffff"', 'on-brand: "#000000"'),
      ),
    ).toThrow(/low-contrast.*`brand` \(#ffe000\) on `paper`/)
  })

  it('names no colour where none would do', () => {
    expect(() => readWith((yaml) => yaml.replace('paper: "#fbfaf6"', 'paper: "#777777"'))).toThrow(
      /`ink` .*\n {2}hint: Take another `paper`, lighter or darker/,
    )
  })

  it('stops at a focus that neither of its outlines shows', () => {
    expect(() =>
      readWith((yaml) =>
        yaml
          .replaceAll('focus: "#ffd43b"', 'focus: "#f0ede4"')
          .replaceAll('focus-ink: "#111111"', 'focus-ink: "#e0e0e0"'),
      ),
    ).toThrow(/low-contrast.*`focus`/)
  })

  it.each([
    ['brand: "#0d4644"', 'brand: teal', /look\.colours\.light\.brand.*expected a colour of six figures/],
    ['lines: 1.55', 'lines: 1.2', /look\.sizes\.lines.*1\.5 or more/],
    ['measure: 36rem', 'measure: "1px} body{display:none"', /look\.sizes\.measure.*expected a length/],
    ['name: Atkinson Hyperlegible Next', "name: 'x\"; } body { display: none'", /look\.typeface\.name/],
    ['  # logo: logo.svg', '  logo: ../../secret.svg', /look\.logo.*layouts\/assets/],
  ])('takes no %s written as %s', (from, to, told) => {
    expect(() => readWith((yaml) => yaml.replace(from, to))).toThrow(told)
  })
})
