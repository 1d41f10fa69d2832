import type {Furniture, Line, NormalDocument} from '../normalise.ts'
import {foldHeading} from './reading.ts'

/**
 * What stands at page ends: page numbers alone in a line (`Page 14 | 33`, `- 3 -`), and running titles with a page
 * number behind or before them or in a line beside them. A bare number counts only when others like it go up through
 * the document, and a running title only when it is printed at least three times, so that a lone figure or line is
 * never taken.
 */
export function findPageNumbers(document: NormalDocument): Furniture[] {
  // `- 3 -` looks like an item.
  const lines = document.lines.filter(({shape, text}) => shape === 'text' || /^\d{1,3}\s*[-–—]$/.test(text))
  const candidates = lines.flatMap((line) => {
    const page = pageNumber.exec(line.text.replace(/^[-–—[(]\s*|\s*[-–—\])]$/g, ''))?.groups?.['page']
    return page ? [{line, page: Number(page), isPlain: /^[\d\s()[\]–—-]+$/.test(line.text)}] : []
  })
  const rising = new Set(findRising(candidates.filter(({isPlain}) => isPlain)))
  const numbers = candidates.filter((candidate) => !candidate.isPlain || rising.has(candidate)).map(({line}) => line)
  const titles = findRunningTitles(document.lines, new Set(numbers))
  return [
    ...numbers.map(({text, place}) => ({rule: 'page-number', text, place})),
    ...titles.map(({text, place}) => ({rule: 'running-title', text, place})),
  ]
}

// `Page 14 | 33`, `p. 3`, `3 of 12`
const pageNumber = /^(?:(?:page|p\.?)[\s:|]*)?(?<page>\d{1,3})(?:\s*(?:of|\||\/)\s*\d{1,3})?$/i

interface NumberedLine {
  readonly line: Line
  readonly page: number
}

/** All of at least three numbers that go up; else the longest run of pages among figures that stand alone in a line. */
function findRising(numbers: readonly NumberedLine[]): readonly NumberedLine[] {
  if (numbers.length < 3) return []
  if (goesUp(numbers)) return numbers
  // For each page the longest run that ends in it, so that one look at each number will do.
  const runs = new Map<number, {readonly last: NumberedLine; readonly length: number}>()
  const steps = new Map<NumberedLine, {readonly length: number; readonly before: NumberedLine | undefined}>()
  let end: NumberedLine | undefined
  for (const number of numbers) {
    // A page whose number was lost makes a gap of two.
    const before = [runs.get(number.page - 1), runs.get(number.page - 2)].filter((run) => run !== undefined)
    const longest = before.sort((a, b) => b.length - a.length)[0]
    const length = (longest?.length ?? 0) + 1
    steps.set(number, {length, before: longest?.last})
    if (length > (runs.get(number.page)?.length ?? 0)) runs.set(number.page, {last: number, length})
    if (length > (steps.get(end ?? number)?.length ?? 0) || !end) end = number
  }
  const run: NumberedLine[] = []
  for (let at = end; at; at = steps.get(at)?.before) run.push(at)
  // A few figures in a row may be anything.
  return run.length >= 4 && run.length > numbers.length / 2 ? run : []
}

const goesUp = (numbers: readonly NumberedLine[]) =>
  numbers.every(({page}, index) => index === 0 || page > (numbers[index - 1]?.page ?? 0))

// `Northwold assessment 2009/10 – Page 3 of 12`, `Page 3 | Northwold assessment`
const runningPage =
  /^(?:(?<title>.{1,100}?)[\s|,–-]+page\s+\d{1,3}(?:\s*(?:of|\||\/)\s*\d{1,3})?|page\s+\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?[\s|,–-]+(?<behind>\p{L}.{1,100}))$/iu

// `Northwold assessment 2009/10 3`, `3 | Northwold assessment`: a number that only going up shows to be a page's.
const titleAndNumber = /^(?<title>\p{L}.{1,100}?)[\s|–-]+(?<page>\d{1,3})$/u
const numberAndTitle = /^(?<page>\d{1,3})[\s|–-]+(?<title>\p{L}.{1,100})$/u
// `Outcome 1`, `Quality statement 2` go up too.
const numberedThing =
  /\b(?:outcome|domain|standard|theme|statement|section|part|chapter|appendix|annex|table|figure|recommendation|priority|objective|goal|aim|question|step|stage|phase|level|tier|group|area|year|quarter|item|point|no|number)$/i

function findRunningTitles(all: readonly Line[], numbers: ReadonlySet<Line>): Line[] {
  const lines = all.filter(({shape}) => shape !== 'blank')
  const named = new Map<string, Line[]>()
  const numbered = new Map<string, NumberedLine[]>()
  for (const line of lines) {
    if (line.shape === 'item' || line.text.length > 120 || numbers.has(line)) continue
    const {title, behind} = runningPage.exec(line.text)?.groups ?? {}
    const groups = (titleAndNumber.exec(line.text) ?? numberAndTitle.exec(line.text))?.groups ?? {}
    const key = foldHeading(groups['title'] ?? '')
    if (line.shape === 'text' && (title || behind)) add(named, foldHeading(title ?? behind ?? ''), line)
    else if (key.split(' ').length >= 3 && !numberedThing.test(key))
      add(numbered, key, {line, page: Number(groups['page'])})
  }
  const titles = [
    ...[...named.values()].filter((group) => group.length >= 3).flat(),
    ...[...numbered.values()]
      .filter((group) => group.length >= 3 && goesUp(group))
      .flatMap((group) => group.map(({line}) => line)),
  ]
  // A second look finds the line above the title above the number.
  const ends = new Set([...numbers, ...titles])
  for (let turn = 0; turn < 2; turn++) for (const line of findBeside(lines, ends)) ends.add(line)
  return [...ends].filter((line) => !numbers.has(line)).sort((a, b) => a.place.line - b.place.line)
}

/** Lines beside page ends that are printed on three pages, and hardly anywhere else: `Key strengths` may begin a page too. */
function findBeside(lines: readonly Line[], ends: ReadonlySet<Line>): Line[] {
  const beside = new Map<string, Line[]>()
  const printed = new Map<string, number>()
  for (const [index, line] of lines.entries()) {
    if (line.shape !== 'text' || line.text.length > 120 || ends.has(line)) continue
    const key = foldHeading(line.text)
    printed.set(key, (printed.get(key) ?? 0) + 1)
    if ([lines[index - 1], lines[index + 1]].some((other) => other && ends.has(other))) add(beside, key, line)
  }
  return [...beside]
    .filter(([key, group]) => group.length >= 3 && group.length >= (printed.get(key) ?? 0) * 0.8)
    .flatMap(([, group]) => group)
}

function add<Entry>(groups: Map<string, Entry[]>, key: string, entry: Entry): void {
  const group = groups.get(key)
  if (group) group.push(entry)
  else groups.set(key, [entry])
}

/** The document without the lines that are furniture as a whole. */
export function withoutFurniture(lines: readonly Line[], furniture: readonly Furniture[]): Line[] {
  const whole = new Set(furniture.map(({text, place}) => `${place.line}\n${text}`))
  return lines.filter((line) => !whole.has(`${line.place.line}\n${line.text}`))
}
