import {z} from 'zod'
import type {ContentFile} from '../content-file.ts'
import type {Problem} from '../problem.ts'

const colour = z
  .string('expected a colour in quotation marks, such as "#0d4644"')
  .regex(/^#[0-9a-f]{6}$/i, 'expected a colour of six figures, such as "#0d4644"')
const length = z.string().regex(/^\d+(?:\.\d+)?(?:rem|em)$/, 'expected a length such as `40rem`')

const colours = z.strictObject({
  paper: colour,
  panel: colour,
  ink: colour,
  'ink-soft': colour,
  line: colour,
  edge: colour,
  brand: colour,
  'on-brand': colour,
  link: colour,
  visited: colour,
  hover: colour,
  focus: colour,
  'focus-ink': colour,
  mark: colour,
})

/** The look of the site: the part `look` of `content/_data/site.yaml`. */
export const lookSchema = z.strictObject({
  /** A file in `layouts/assets/`. */
  logo: z
    .string()
    .regex(/^[\w-]+\.(?:svg|png)$/, 'expected the name of an SVG or PNG file in layouts/assets/')
    .optional(),
  typeface: z.strictObject({
    name: z.string().regex(/^[\w -]+$/, 'expected the name of one typeface'),
    package: z.string().regex(/^@fontsource\/[a-z0-9-]+$/, 'expected a package such as `@fontsource/lexend`'),
    otherwise: z.string().regex(/^[\w -]+(?:, *[\w -]+)*$/, 'expected names of typefaces with commas between them'),
  }),
  sizes: z.strictObject({
    letters: length,
    lines: z.number().min(1.5, 'expected 1.5 or more (WCAG 1.4.8)').max(2.5),
    measure: length,
    frame: length,
    space: length,
    corners: length,
  }),
  colours: z.strictObject({light: colours, cream: colours, dark: colours}),
})

export type Look = z.infer<typeof lookSchema>
type ColourName = keyof Look['colours']['light']

interface Pair {
  /** One of them has to stand out. */
  readonly fronts: readonly [ColourName, ...ColourName[]]
  readonly ground: ColourName
  /** The least contrast: 7 for text (WCAG 1.4.6), 3 for edges and signs (WCAG 1.4.11). */
  readonly least: number
  readonly isLightOnly?: true
}

const text: readonly ColourName[] = ['ink', 'ink-soft', 'link', 'visited', 'hover']
const signs: readonly ColourName[] = ['edge', 'mark']

/** Every two colours that meet on a page. */
export const pairs: readonly Pair[] = [
  ...(['paper', 'panel'] as const).flatMap((ground) => [
    ...text.map((front): Pair => ({fronts: [front], ground, least: 7})),
    ...signs.map((front): Pair => ({fronts: [front], ground, least: 3})),
  ]),
  {fronts: ['on-brand'], ground: 'brand', least: 7},
  // Pictures and edges of boxes are drawn in the brand, but in dark colours in ink and edge.
  ...(['paper', 'panel'] as const).map((ground): Pair => ({fronts: ['brand'], ground, least: 3, isLightOnly: true})),
  {fronts: ['focus-ink'], ground: 'focus', least: 7},
  // What has the focus has two outlines: one is seen on a light ground, the other on a dark one.
  ...(['paper', 'panel', 'brand'] as const).map((ground): Pair => ({fronts: ['focus', 'focus-ink'], ground, least: 3})),
]

/** Pairs of colours that a reader could not tell apart well, each with its line and with a colour that would do. */
export function checkLook({data, placeOf}: ContentFile<{readonly look: Look}>): Problem[] {
  return Object.entries(data.look.colours).flatMap(([scheme, named]) =>
    pairs.flatMap(({fronts, ground, least, isLightOnly}): Problem[] => {
      if (isLightOnly && scheme === 'dark') return []
      const [front] = fronts
      const contrast = Math.max(...fronts.map((each) => measureContrast(named[each], named[ground])))
      if (contrast >= least) return []
      return [
        {
          level: 'error',
          rule: 'low-contrast',
          place: placeOf('look', 'colours', scheme, front),
          message: `Unexpected contrast ${contrast.toFixed(2)}:1 of \`${front}\` (${named[front]}) on \`${ground}\` (${named[ground]}) in ${scheme} colours, expected at least ${least}:1`,
          hint: tellWayOut(front, ground, named),
        },
      ]
    }),
  )
}

/** The nearest colour of the same hue that stands out from all it stands on; where there is none, another ground. */
function tellWayOut(front: ColourName, ground: ColourName, named: Look['colours']['light']): string {
  const grounds = pairs.filter(({fronts}) => fronts.length === 1 && fronts[0] === front)
  const better = mixAway(named[front], named[ground]).find((colour) =>
    grounds.every((pair) => measureContrast(colour, named[pair.ground]) >= pair.least),
  )
  return better
    ? `Take ${better} for \`${front}\`, or another \`${ground}\``
    : `Take another \`${ground}\`, lighter or darker`
}

/** How far apart two colours are, from 1 to 21: WCAG 2.2, "contrast ratio". */
export function measureContrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [measureLuminance(one), measureLuminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const readParts = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** WCAG 2.2, "relative luminance". */
function measureLuminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = readParts(hex)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** A colour and darker ones, or lighter ones on a dark ground, in a hundred steps. */
function mixAway(front: string, ground: string): string[] {
  const end = measureContrast('#000000', ground) > measureContrast('#ffffff', ground) ? 0 : 255
  return Array.from({length: 101}, (_, step) => step / 100).map(
    (share) =>
      `#${readParts(front)
        .map((part) => Math.round(part + (end - part) * share))
        .map((part) => part.toString(16).padStart(2, '0'))
        .join('')}`,
  )
}

/** The look as a module for the style sheets, which name it `look`. */
export function writeLookModule({typeface, sizes, colours: schemes}: Look): string {
  const sizeLines = Object.entries(sizes).map(([name, value]) => `$${name}: ${value};`)
  const maps = Object.entries(schemes).map(
    ([scheme, named]) =>
      `$${scheme}: (${Object.entries(named)
        .map(([name, value]) => `"${name}": ${value}`)
        .join(', ')});`,
  )
  return [`$font: "${typeface.name}", ${quoteEach(typeface.otherwise)};`, ...sizeLines, ...maps].join('\n')
}

const generic = /^(?:serif|sans-serif|monospace|system-ui)$/

const quoteEach = (names: string): string =>
  names
    .split(/, */)
    .map((name) => (generic.test(name) ? name : `"${name}"`))
    .join(', ')
