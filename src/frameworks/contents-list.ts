import type {Furniture, Line} from '../normalise.ts'
import {foldHeading} from './reading.ts'

/** A printed contents list: lines that repeat headings of the document, each with its page. */
export interface ContentsList {
  readonly furniture: readonly Furniture[]
  /** What it lists, folded, without the pages. */
  readonly headings: ReadonlySet<string>
}

/**
 * Finds the contents list, its pages behind dots, spaces or a tab: `Leadership ........ 3`. A row of it that repeats no
 * heading which follows is left to be published. Pages go up, so that a table of scores is never taken for one.
 */
export function findContents(lines: readonly Line[]): ContentsList {
  const printed = findPrinted(lines)
  const exact = lines.flatMap((line, index): Row[] => {
    if (!isRow(line)) return []
    const page = readPage(line)
    // `Freedom from discrimination and` ⏎ `harassment ........ 12`
    const before = lines[index - 1]
    const wrapped = before?.shape === 'text' && before.text.length < 150 ? foldRow(`${before.text} ${line.text}`) : ''
    if (before && printed.has(wrapped)) return [{index, lines: [before, line], heading: wrapped, page}]
    const heading = foldRow(line.text)
    return printed.has(heading) ? [{index, lines: [line], heading, page}] : []
  })
  const found = splitWhereFalling(exact).filter(isList)
  const rows = found.length > 0 ? found.flatMap((list) => addNearRows(lines, list)) : findWithoutPages(lines, printed)
  const [first] = rows
  if (!first) return {furniture: [], headings: new Set()}
  const title = lines.slice(Math.max(0, first.index - 4), first.index).find(({text}) => isTitle(text))
  return {
    furniture: [...(title ? [title] : []), ...rows.flatMap((row) => row.lines)].map(({text, place}) => ({
      rule: 'printed-contents',
      text,
      place,
    })),
    headings: new Set(rows.map(({heading}) => heading)),
  }
}

/** Pages go up within a list; a second one, such as of a part of its own, begins anew. */
function splitWhereFalling(rows: readonly Row[]): Row[][] {
  const lists: Row[][] = []
  for (const row of rows) {
    const last = lists.at(-1)
    if (last && row.page >= (last.at(-1)?.page ?? 0)) last.push(row)
    else lists.push([row])
  }
  return lists
}

/** Three rows or more whose pages differ. No scores go as high as 5, and none stand behind dots. */
function isList(rows: readonly Row[]): boolean {
  const [first, last] = [rows[0], rows.at(-1)]
  const hasDots = rows.some((row) => /(?:[.…]\s*){3}\d+$/.test(row.lines.at(-1)?.text ?? ''))
  return rows.length >= 3 && first?.page !== last?.page && (hasDots || (last?.page ?? 0) >= 5)
}

function addNearRows(lines: readonly Line[], exact: readonly Row[]): Row[] {
  const [first, last] = [exact[0]?.index ?? 0, exact.at(-1)?.index ?? 0]
  const near = findNearRows(lines, first, last, new Set(exact.map(({index}) => index)))
  return [...exact, ...near].sort((a, b) => a.index - b.index)
}

/** Under the word `Contents`, rows that lost their pages: each says a heading of the document, and none twice. */
function findWithoutPages(lines: readonly Line[], printed: ReadonlyMap<string, number>): Row[] {
  const start = lines.findIndex(({shape, text}) => shape === 'text' && text.length < 40 && isTitle(text))
  if (start < 0) return []
  const rows: Row[] = []
  const seen = new Set<string>()
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index] as Line
    if (line.shape === 'blank') continue
    const heading = foldHeading(line.text)
    if (line.shape === 'row' || seen.has(heading) || (printed.get(heading) ?? 0) < (line.shape === 'text' ? 2 : 1))
      break
    seen.add(heading)
    rows.push({index, lines: [line], heading, page: 0})
  }
  return rows.length >= 3 ? rows : []
}

interface Row {
  readonly index: number
  /** The line that ends in the page, and the one before it when the row was wrapped. */
  readonly lines: readonly Line[]
  /** Folded. */
  readonly heading: string
  readonly page: number
}

const isTitle = (text: string) => /^(?:table of )?contents$/.test(foldHeading(text))

/** What stands in a line of its own, or in two that were wrapped, folded, and how often. */
function findPrinted(lines: readonly Line[]): ReadonlyMap<string, number> {
  const printed = new Map<string, number>()
  const count = (text: string) => printed.set(foldHeading(text), (printed.get(foldHeading(text)) ?? 0) + 1)
  for (const [index, {shape, text}] of lines.entries()) {
    if (shape !== 'text' || text.length > 150) continue
    count(text)
    const next = lines[index + 1]
    if (next?.shape === 'text' && text.length + next.text.length < 150) count(`${text} ${next.text}`)
  }
  return printed
}

const pageAtEnd = /[\s.…]+(?<page>\d{1,3})$/

const isRow = ({shape, text}: Line) => shape !== 'blank' && text.length < 150 && pageAtEnd.test(text)
const foldRow = (text: string) => foldHeading(text.replace(pageAtEnd, ''))
const readPage = ({text}: Line) => Number(pageAtEnd.exec(text)?.groups?.['page'])

/** Rows among the others that say a heading in nearly its words: shortened, or misspelt in one place. */
function findNearRows(lines: readonly Line[], first: number, last: number, exact: ReadonlySet<number>): Row[] {
  // A list longer than this is none; to compare all of its rows with all lines would take too long.
  if (last - first > 200) return []
  const followers = lines
    .slice(last + 1)
    .filter((line) => line.shape === 'text' && line.text.length < 150)
    .map((line) => new Set(foldHeading(line.text).split(' ')))
  return lines.slice(first, last).flatMap((line, offset) => {
    if (exact.has(first + offset) || !isRow(line)) return []
    const heading = foldRow(line.text)
    const row = new Set(heading.split(' '))
    const isNear = followers.some((words) => share(row, words) >= 0.75)
    return isNear ? [{index: first + offset, lines: [line], heading, page: readPage(line)}] : []
  })
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const word of a) if (b.has(word)) common++
  return common / (a.size + b.size - common)
}
