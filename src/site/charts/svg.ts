/** How many units of a drawing are one em, so that every chart grows with the reader's letters. */
export const unitsPerEm = 20

const escapes: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}

/** Words of a document as words inside a drawing, whatever they say. */
export const escapeWords = (words: string): string => words.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

/** Writes one element; its inside is markup already. */
export function drawElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside: readonly string[] = [],
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeWords(String(value))}"`)
  return inside.length > 0
    ? `<${name}${written.join('')}>${inside.join('')}</${name}>`
    : `<${name}${written.join('')}/>`
}

interface Canvas {
  readonly width: number
  readonly height: number
  readonly className: string
  /** What the drawing says; without it the same words stand beside it, and nobody needs to hear them twice. */
  readonly label?: string
}

/**
 * Writes a whole drawing. Its size is in `em` and its colours come from classes, since our headers let no style into a
 * page; see layouts/assets/_charts.scss.
 */
export function drawCanvas({width, height, className, label}: Canvas, inside: readonly string[]): string {
  return drawElement(
    'svg',
    {
      class: `chart ${className}`,
      width: `${round(width / unitsPerEm)}em`,
      height: `${round(height / unitsPerEm)}em`,
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      focusable: 'false',
      ...(label ? {role: 'img', 'aria-label': label} : {'aria-hidden': 'true'}),
    },
    inside,
  )
}

/** Two places after the point are finer than any screen. */
export const round = (number: number): number => Math.round(number * 100) / 100
