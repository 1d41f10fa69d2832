import type {FindingKind, Passage} from '../../assessment.ts'
import {type Furniture, type Line, splitWords} from '../../normalise.ts'
import {spanPlaces} from '../../outline.ts'
import {comparedWord, type FindStanding, type KnownFinding, type Standing} from '../alike.ts'
import type {ColumnWord} from '../column-ways.ts'
import {type Separated, separateColumns} from '../columns.ts'
import {foldHeading} from '../reading.ts'
import {readFindingKind} from './findings.ts'

/** The name of a group of people: `All people using services`. */
export const peopleHeading =
  /^(?:all people|older people|younger (?:adults|people)|adults|carers|people)\b(?: (?!is\b|are\b|has\b|have\b)\w+){0,7}$/

/** The headings of the two columns, where the table prints them. */
export type ColumnHeadings = Partial<Record<'strength' | 'improvement', Passage>>

/** A finding of which the kind is proved. */
export interface ProvedFinding {
  readonly kind: FindingKind
  readonly finding: Passage
  /** Where it also stands; without it, it stands between two of its kind in an unbroken list. */
  readonly standing: Standing | undefined
}

/** What the interleaved text of two columns was made of. */
export interface SeparatedTable {
  readonly headings: ColumnHeadings
  /** The group of people that the text begins with. */
  readonly group: Passage | undefined
  readonly findings: readonly ProvedFinding[]
  /** Findings that go on in the first item of a list that follows, by the number of the list. */
  readonly begun: ReadonlyMap<number, ProvedFinding>
  readonly rest: Passage | undefined
  readonly furniture: readonly Furniture[]
}

/**
 * Separates the interleaved text by what also stands in the lists by outcome; `starts` are the first items of the lists
 * that follow. `undefined` when less than half of its words can be told.
 */
export function separateTable(
  lines: readonly Line[],
  known: readonly KnownFinding[],
  findStanding: FindStanding,
  starts: readonly string[],
): SeparatedTable | undefined {
  const {words: all, furniture} = readColumnWords(lines)
  const {headings, words} = takeHeadings(all)
  const groupLength = countGroup(words, known)
  const text = words.slice(groupLength)
  const {findings, rest} = separateColumns(text, known, findStanding, starts)
  const told = findings.reduce((count, {words: own}) => count + own.length, 0)
  if (told < text.length / 2) return
  return {
    headings,
    group: groupLength > 0 ? toPassage(words.slice(0, groupLength)) : undefined,
    findings: findings.filter(({goesOnIn}) => goesOnIn === undefined).map(toProved),
    begun: new Map(
      findings.flatMap((found) => (found.goesOnIn === undefined ? [] : [[found.goesOnIn, toProved(found)] as const])),
    ),
    rest: rest.length > 0 ? toPassage(rest) : undefined,
    furniture,
  }
}

const toProved = ({kind, words, known, likeness}: Separated): ProvedFinding => ({
  kind,
  finding: toPassage(words),
  standing: {known, likeness},
})

/** The words of the lines. Bullets only parted the columns' items; other marks stay with the word beside them. */
function readColumnWords(lines: readonly Line[]): {words: ColumnWord[]; furniture: Furniture[]} {
  const words: ColumnWord[] = []
  const furniture: Furniture[] = []
  for (const {text, place} of lines) {
    const own = words.length
    let [lead, isItem] = ['', false]
    for (const printed of splitWords(text)) {
      const last = words.at(-1)
      if (bullet.test(printed)) {
        furniture.push({rule: columnBullet, text: printed, place})
        isItem = true
      } else if (comparedWord(printed)) {
        words.push({text: `${lead}${printed}`, place, ...(isItem ? {isItem} : {})})
        lead = ''
        isItem = false
      } else if (last && words.length > own) words[words.length - 1] = {...last, text: `${last.text} ${printed}`}
      else lead = `${lead}${printed} `
    }
    if (lead) furniture.push({rule: columnBullet, text: lead.trim(), place})
  }
  return {words, furniture}
}

const bullet = /^[•◆▪●○■]$/u
const columnBullet = 'column-bullet'

/** The table's head, whichever column was read first: `Key Areas for Development Key Strengths`. */
function takeHeadings(words: readonly ColumnWord[]): {headings: ColumnHeadings; words: readonly ColumnWord[]} {
  const headings: ColumnHeadings = {}
  let left = words
  for (let turn = 0; turn < 2; turn++) {
    const length = [5, 4, 2, 1].find((count) => readKind(left.slice(0, count)))
    const kind = length && readKind(left.slice(0, length))
    if (!length || !kind || headings[kind]) break
    headings[kind] = toPassage(left.slice(0, length))
    left = left.slice(length)
  }
  return {headings, words: left}
}

const readKind = (words: readonly ColumnWord[]) => readFindingKind(words.map(({text}) => text).join(' '))

/** How many words name the group of people that the text begins with: a known finding begins right behind them. */
function countGroup(words: readonly ColumnWord[], known: readonly KnownFinding[]): number {
  const starts = new Set(known.map(({text}) => comparedWord(splitWords(text)[0] ?? '')))
  for (let length = 1; length <= 8; length++) {
    const next = words[length]?.text ?? ''
    const name = foldHeading(
      words
        .slice(0, length)
        .map(({text}) => text)
        .join(' '),
    )
    if (/^\p{Lu}/u.test(next) && starts.has(comparedWord(next)) && peopleHeading.test(name)) return length
  }
  return 0
}

/** Puts words together, line by line, since words of the other column stand between them. */
function toPassage(words: readonly ColumnWord[]): Passage {
  const byLine = [...Map.groupBy(words, ({place}) => place).entries()]
  const parts = byLine.map(([place, own]): Passage => ({text: own.map(({text}) => text).join(' '), place}))
  const [first, second] = parts
  return first && !second ? first : joinParts(parts)
}

/** Joins passages between which words stand that are not their own. */
export const joinParts = (passages: readonly Passage[]): Passage => {
  const parts = passages.flatMap((passage) => passage.parts ?? passage)
  return {text: parts.map(({text}) => text).join(' '), place: spanPlaces(parts.map(({place}) => place)), parts}
}
