import type {Block, Passage} from '../../assessment.ts'
import type {Line} from '../../normalise.ts'
import {groupAtBlanks, joinLines, readBlocks, readItems} from '../../outline.ts'
import {readFindingKind} from './findings.ts'

/** Lines of the table by people that belong together, where no heading of their own says what they are. */
export type Run =
  /** Two columns read straight across. */
  | {readonly kind: 'scrambled'; readonly lines: readonly Line[]}
  | {readonly kind: 'list'; readonly items: readonly Passage[]}
  /** The row that heads both columns. */
  | {readonly kind: 'head'; readonly line: Line}
  | {readonly kind: 'other'; readonly blocks: readonly Block[]}

/** The lines in which two columns were read straight across. */
export const findReadAcross = (lines: readonly Line[]): ReadonlySet<Line> =>
  new Set(groupAtBlanks(lines).filter(isReadAcross).flat())

/** Both headings of the table, or bullets in the middle of sentences, in one run of text, wrapped or not. */
function isReadAcross(run: readonly Line[]): boolean {
  if (run[0]?.shape !== 'text' || run.some(({shape, text}) => shape === 'row' || readFindingKind(text))) return false
  const {text} = joinLines(run)
  const inner = text.match(/\S\s+[•◆▪●○■]\s/g) ?? []
  const head = bothHeadings.exec(text)
  // The heads alone are a row that lost its cells.
  return (head !== null && text.length > head[0].length + 20) || (text.length >= 200 && inner.length >= 3)
}

const bothHeadings =
  /\bkey strengths\s+(?:key )?areas for (?:development|improvement)\b|\bareas for (?:development|improvement)\s+key strengths\b/i

/** Fragments up to the next list belong to the interleaved text; each list that stands apart stays apart. */
export function splitRuns(lines: readonly Line[], scrambled: ReadonlySet<Line>): Run[] {
  const groups: {readonly isScrambled: boolean; readonly lines: Line[]}[] = []
  for (const line of lines) {
    const isInside = groups.at(-1)?.isScrambled && line.shape !== 'item' && line.shape !== 'row'
    const isScrambled = scrambled.has(line) || isInside === true
    if (groups.at(-1)?.isScrambled === isScrambled) groups.at(-1)?.lines.push(line)
    else groups.push({isScrambled, lines: [line]})
  }
  return groups.flatMap((group): Run[] =>
    group.isScrambled
      ? [{kind: 'scrambled', lines: group.lines.filter(({shape}) => shape !== 'blank')}]
      : groupAtBlanks(group.lines).flatMap(readRuns),
  )
}

/** Both heads of the table, in cells or in one line that lost them: `Key strengths Key areas for development`. */
export function readColumnHeads({cells, text, place}: Line): {kind: 'strength' | 'improvement'; heading: Passage}[] {
  const split = /^(.+?)\s+((?:key )?(?:strengths|areas (?:for|of) (?:development|improvement)))$/i.exec(text)
  const heads = (cells.length > 0 ? cells : [split?.[1] ?? '', split?.[2] ?? '']).flatMap((head) => {
    const kind = readFindingKind(head)
    return kind ? [{kind, heading: {text: head, place}}] : []
  })
  return heads.length === 2 && heads[0]?.kind !== heads[1]?.kind ? heads : []
}

function readRuns(group: readonly Line[]): Run[] {
  if (group.length === 0) return []
  if (group[0]?.shape === 'item' && group.every(({shape}) => shape !== 'row'))
    return [{kind: 'list', items: readItems(group)}]
  const head = group.findIndex((line) => readColumnHeads(line).length === 2)
  const line = group[head]
  // Rows below the head are a table that kept its columns.
  if (!line || group.some(({shape}, index) => shape === 'row' && index !== head))
    return [{kind: 'other', blocks: readBlocks(group)}]
  return [...readRuns(group.slice(0, head)), {kind: 'head', line}, ...readRuns(group.slice(head + 1))]
}
