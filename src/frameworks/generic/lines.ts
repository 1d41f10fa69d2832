import type {Line} from '../../normalise.ts'
import {endsSentence, isCutShort} from '../../outline.ts'
import {findListKind} from '../list-headings.ts'
import {joinTabbed, partNumbered} from '../numbered-paragraphs.ts'

/**
 * Lines with the numbers of their paragraphs put in order: a number that a tab parts from its words is no cell, numbered
 * items that follow one another are a list, and a numbered paragraph begins anew.
 */
export function prepareLines(lines: readonly Line[]): Line[] {
  return partNumbered(markItems(joinTabbed(lines)))
}

const itemNumber = /^(?:(?<number>\d{1,2})[.)]|\((?<inner>\d{1,2})\)|\(?(?<letter>[a-z]|[ivx]{1,5})\))\s+\S/

interface Item {
  readonly start: number
  readonly end: number
  readonly order: number
  readonly text: string
}

/**
 * Marks numbered lines that follow one another with nothing between them as items: `1. To note the report` ⏎
 * `2. To agree the plan`. A number over a paragraph is a heading's, unless it counts on in a list that `Areas for
 * improvement` heads.
 */
function markItems(lines: readonly Line[]): Line[] {
  const starts = new Set<number>()
  // Where a paragraph follows straight after the last item of a list.
  const ends = new Set<number>()
  let run: Item[] = []
  let above: Line | undefined
  let isHeaded = false
  const close = () => {
    const items = trimRun(run)
    for (const {start} of items) starts.add(start)
    if (isHeaded) for (const {end} of items.slice(-1)) if (lines[end + 1]?.shape === 'text') ends.add(end)
    run = []
  }
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line
    if (line.shape === 'blank') continue
    const item = readItem(lines, index, run.at(-1), isHeaded && run.length > 0)
    if (!item) {
      close()
      above = line
      continue
    }
    if (run.length > 0 && item.order !== (run.at(-1)?.order ?? 0) + 1) close()
    if (run.length === 0) isHeaded = item.order === 1 && above !== undefined && findListKind(above.text) !== undefined
    run.push(item)
    index = item.end
    above = line
  }
  close()
  return lines.flatMap((line, index): Line[] => [
    starts.has(index) ? {...line, shape: 'item'} : line,
    ...(ends.has(index) ? [blankAfter(line)] : []),
  ])
}

const blankAfter = (line: Line): Line => ({...line, text: '', shape: 'blank', cells: []})

/** An item with the lines that it was wrapped onto; nothing when a paragraph of its own begins under it. */
function readItem(
  lines: readonly Line[],
  start: number,
  before: Item | undefined,
  mayBeLast: boolean,
): Item | undefined {
  const line = lines[start] as Line
  if (line.shape !== 'text' || line.level !== undefined || line.isStrong) return
  const {number, inner, letter} = itemNumber.exec(line.text)?.groups ?? {}
  if (!number && !inner && !letter) return
  let end = start
  while (lines[end + 1]?.shape === 'text' && goesOn(lines[end] as Line, lines[end + 1] as Line)) end++
  const next = lines[end + 1]
  if (next?.shape === 'text' && !itemNumber.test(next.text) && !mayBeLast) return
  // Letters and small roman numbers are told apart by nothing, so any that follows is the next.
  const order = letter ? (before?.order ?? 0) + 1 : Number(number ?? inner)
  return {start, end, order, text: lines[end]?.text ?? ''}
}

const goesOn = (line: Line, next: Line) =>
  !itemNumber.test(next.text) && (line.isFull === true || isCutShort(line.text, next.text))

/** A run of two or more; the last one, when it alone ends no sentence, is the heading that follows the list. */
function trimRun(run: readonly Item[]): readonly Item[] {
  const [last, before] = [run.at(-1), run.at(-2)]
  if (!last || !before) return []
  return endsSentence(before.text) && !endsSentence(last.text) && run.length > 1 ? run.slice(0, -1) : run
}
