import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'

/** Which drawing of Tabler Icons (MIT) stands for what; `topic-…` are the plain-language topics. */
const icons: Readonly<Record<string, string>> = {
  report: 'file-text',
  author: 'pencil',
  council: 'building-community',
  looked: 'eye',
  // A grade whose place on a scale is not known: neither high nor low.
  grade: 'tag',
  computer: 'device-desktop',
  people: 'users',
  good: 'thumb-up',
  better: 'tools',
  next: 'calendar-event',
  words: 'book-2',
  more: 'info-circle',
  ask: 'message-circle',
  'topic-health': 'heartbeat',
  'topic-quality-of-life': 'home-heart',
  'topic-taking-part': 'speakerphone',
  'topic-choice': 'arrows-split-2',
  'topic-fairness': 'scale',
  'topic-money-and-work': 'coin-pound',
  'topic-dignity-and-safety': 'shield-check',
  'topic-getting-support': 'heart-handshake',
  'topic-services': 'building-hospital',
  'topic-leadership': 'compass',
  'topic-resources': 'calculator',
  'topic-priorities': 'list-check',
}

const folder = join(dirname(createRequire(import.meta.url).resolve('@tabler/icons/package.json')), 'icons/outline')
const drawn = new Map<string, string>()

/** Draws a picture as inline SVG, hidden from assistive technology: the words beside it carry the meaning. */
export function drawPicture(name: string): string {
  const known = drawn.get(name)
  if (known) return known
  const steps = /^grade-(?<rank>\d+)-of-(?<of>\d+)$/.exec(name)?.groups
  const shapes = steps ? drawSteps(Number(steps['rank']), Number(steps['of'])) : readIcon(name)
  const svg = `<svg class="picture" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shapes}</svg>`
  drawn.set(name, svg)
  return svg
}

function readIcon(name: string): string {
  const icon = icons[name]
  if (!icon) throw new Error(`There is no picture for \`${name}\``)
  const svg = readFileSync(join(folder, `${icon}.svg`), 'utf8')
  return (/<svg[^>]*>(?<shapes>[\s\S]*)<\/svg>/.exec(svg)?.groups?.['shapes'] ?? '')
    .replace(/<path[^>]*M0 0h24v24H0z[^>]*>/, '')
    .replace(/\s*\n\s*/g, '')
    .replaceAll(' />', '/>')
}

/** Steps that rise from left to right; those reached are filled, so that shape tells the grade and not colour alone. */
function drawSteps(rank: number, of: number): string {
  const width = 20 / of
  return Array.from({length: of}, (_, index) => {
    const height = ((index + 1) / of) * 18
    const isReached = index < of - rank + 1
    const [x, y] = [2 + index * width, 21 - height]
    return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${(width - 1).toFixed(1)}" height="${height.toFixed(1)}" ${isReached ? 'class="is-reached"' : ''}/>`
  }).join('')
}
