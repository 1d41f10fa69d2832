import type {Furniture, Line} from '../../normalise.ts'
import {foldHeading} from '../reading.ts'

/** A printed contents list: lines that repeat headings of the document, each with its page. */
export interface ContentsList {
  readonly furniture: readonly Furniture[]
  /** What it lists, folded, without the pages. */
  readonly headings: ReadonlySet<string>
}

/** Finds the contents list; a row of it that repeats no heading which follows is left to be published. */
export function findContents(lines: readonly Line[]): ContentsList {
  const printed = new Set(lines.filter((line) => line.shape === 'text').map((line) => foldHeading(line.text)))
  const exact = lines.flatMap((line, index) => (isRow(line) && printed.has(foldRow(line)) ? [index] : []))
  const [first, last] = [exact[0], exact.at(-1)]
  if (first === undefined || last === undefined || exact.length < 3) return {furniture: [], headings: new Set()}
  const title = lines.slice(Math.max(0, first - 3), first).find(({text}) => /^(?:table of )?contents$/i.test(text))
  const rows = [...exact, ...findNearRows(lines, first, last, new Set(exact))]
    .sort((a, b) => a - b)
    .map((index) => lines[index] as Line)
  return {
    furniture: [...(title ? [title] : []), ...rows].map(({text, place}) => ({rule: 'printed-contents', text, place})),
    headings: new Set(rows.map(foldRow)),
  }
}

const pageAtEnd = /[\s.…]+\d{1,3}$/

const isRow = ({shape, text}: Line) => shape !== 'blank' && text.length < 150 && pageAtEnd.test(text)
const foldRow = ({text}: Line) => foldHeading(text.replace(pageAtEnd, ''))

/** Rows among the others that say a heading in nearly its words: shortened, or misspelt in one place. */
function findNearRows(lines: readonly Line[], first: number, last: number, exact: ReadonlySet<number>): number[] {
  // A list longer than this is none; to compare all of its rows with all lines would take too long.
  if (last - first > 200) return []
  const followers = lines
    .slice(last + 1)
    .filter((line) => line.shape === 'text' && line.text.length < 150)
    .map((line) => new Set(foldHeading(line.text).split(' ')))
  return lines.slice(first, last).flatMap((line, offset) => {
    if (exact.has(first + offset) || !isRow(line)) return []
    const row = new Set(foldRow(line).split(' '))
    return followers.some((words) => share(row, words) >= 0.75) ? [first + offset] : []
  })
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const word of a) if (b.has(word)) common++
  return common / (a.size + b.size - common)
}
