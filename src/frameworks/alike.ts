import type {FindingKind, Passage} from '../assessment.ts'
import {splitWords} from '../normalise.ts'

/** A finding that stands in a list whose heading says what kind it is, so that its kind is known. */
export interface KnownFinding extends Passage {
  readonly kind: FindingKind
}

/** Where a finding stands elsewhere in the document, and whether in all of its words or nearly. */
export interface Standing {
  readonly known: KnownFinding
  readonly likeness: 'whole' | 'nearly'
}

/** The words of a text to compare by: lower case, without marks at their ends; a mark alone is none. */
export const foldWords = (text: string): string[] => splitWords(text).map(foldWord).filter(Boolean)

/** `Board.` → `board`; `council’s` → `council's`. */
export const foldWord = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

/** A report has some fifty findings; comparing many more with each other takes too long, so then only whole ones are found. */
const mostComparisons = 50_000

/** Finds where a text also stands. */
export type FindStanding = (text: string) => Standing | undefined

/**
 * Says where a text stands among findings of known kinds. When findings of two kinds are alike, none is taken: the text
 * would then prove nothing.
 */
export function openStandings(known: readonly KnownFinding[]): FindStanding {
  const entries = known.map((finding) => ({finding, words: foldWords(finding.text)}))
  const whole = Map.groupBy(entries, ({words}) => words.join(' '))
  let comparisons = 0
  return (text) => {
    const words = foldWords(text)
    const same = whole.get(words.join(' ')) ?? []
    if (same.length === 0) comparisons += entries.length
    const isTooMany = comparisons > mostComparisons || words.length > mostWords
    const alike = same.length > 0 || isTooMany ? same : entries.filter((entry) => isNearly(words, entry.words))
    const [first] = alike
    if (!first || alike.some(({finding}) => finding.kind !== first.finding.kind)) return
    return {known: first.finding, likeness: same.length > 0 ? 'whole' : 'nearly'}
  }
}

/** How much of the shorter text must stand in the longer one, in its order. */
const leastShared = 0.8
/** A text of fewer words may be alike by accident. */
const fewestWords = 6
/** No finding is as long. */
const mostWords = 400

/**
 * `Ensuring consistent quality standards in reviews` is nearly `The council need to ensure consistent quality standards
 * in reviews`; a `not` on one side only makes two findings of it.
 */
function isNearly(a: readonly string[], b: readonly string[]): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  if (shorter.length < fewestWords || longer.length > Math.min(shorter.length * 2.5, mostWords)) return false
  if (countNegations(a) !== countNegations(b)) return false
  return countInOrder(shorter.map(stem), longer.map(stem)) >= shorter.length * leastShared
}

const countNegations = (words: readonly string[]) =>
  words.filter((word) => /^(?:not|no|never|none|nor|without|cannot|lack|lacks)$|n't$/.test(word)).length

/** `ensuring`, `ensure`, `ensures` → `ensur`. */
const stem = (word: string) => (word.length > 5 ? word.replace(/(?:ing|ed|es|s|e)$/, '') : word.replace(/s$/, ''))

/** Length of the longest run of words that both have in the same order, gaps allowed. */
function countInOrder(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const next = [0]
    for (const [at, other] of b.entries())
      next.push(word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}
