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
export const comparedWords = (text: string): string[] => splitWords(text).map(comparedWord).filter(Boolean)

/** `Board.` → `board`; `council’s` → `council's`. */
export const comparedWord = (word: string): string =>
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
  const entries = known.map((finding) => ({finding, words: comparedWords(finding.text)}))
  const whole = Map.groupBy(entries, ({words}) => words.join(' '))
  let comparisons = 0
  return (text) => {
    const words = comparedWords(text)
    const same = whole.get(words.join(' ')) ?? []
    if (same.length === 0) comparisons += entries.length
    const isTooMany = comparisons > mostComparisons || words.length > mostWords
    const alike = same.length > 0 || isTooMany ? same : entries.filter((entry) => isNearly(words, entry.words))
    const [first] = alike
    if (!first || alike.some(({finding}) => finding.kind !== first.finding.kind)) return
    if (same.length === 0 && !allowsKind(text, first.finding.kind)) return
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
 * in reviews`; what only one of the two says may be no word that turns the meaning.
 */
function isNearly(a: readonly string[], b: readonly string[]): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  if (shorter.length < fewestWords || longer.length > Math.min(shorter.length * 2.5, mostWords)) return false
  const shared = findShared(shorter.map(stem), longer.map(stem))
  if (shared.length < shorter.length * leastShared) return false
  const differing = [
    ...shorter.filter((_, at) => !shared.some(([own]) => own === at)),
    ...longer.filter((_, at) => !shared.some(([, own]) => own === at)),
  ]
  return !differing.some(turnsMeaning)
}

// Words that make another finding of the same words: how good, how much, in which direction, and not.
const turning =
  /^(?:not|no|never|none|nor|without|cannot|yet|only|un(?:acceptab|satisf|safe|clear|even|met|known|reliab)\w*|in(?:adequate|consistent|sufficient|effective|complete|appropriate)\w*|good|better|best|poor|poorer|worse|worst|weak\w*|strong\w*|excellent|adequate\w*|limited|slow\w*|late|delay\w*|quick\w*|prompt\w*|few|fewer|less|least|more|most|many|some|all|half|high\w*|low|lower|increas\w*|decreas\w*|reduc\w*|ris\w+|rose|fall\w*|fell|declin\w*|improv\w*|deteriorat\w*|lack\w*|fail\w*|gap\w*|shortfall\w*|difficult\w*|too|hardly|rarely|always|sometimes|seldom|stop\w*|clos\w+|unable|except|despite|although|but|\d.*)$|n't$/

/** Whether a word makes another finding of the same words: `not`, `poor`, `fewer`. */
export const turnsMeaning = (word: string): boolean => turning.test(word)

/**
 * Whether a finding's own words allow the kind: what should, must or needs to be done is no strength, and what has been
 * done is nothing to improve. Words that say neither allow both.
 */
export function allowsKind(text: string, kind: FindingKind): boolean {
  const isNeeded =
    /\b(?:should|must|ought to|needs? to|needs? (?:improv|attention|further|more|develop|strengthen)\w*|ha(?:s|ve) yet to|requires? (?:improv|attention|further|more|develop)\w*|urgently)\b|^\W*(?:to|continue to|further) \p{Ll}/iu.test(
      text,
    )
  const isDone =
    /\bha(?:s|ve) (?:been |also |now |significantly |further )*(?!not\b|yet\b|to\b|no\b)\p{Ll}+(?:ed|en|ne|de|lt)\b/u.test(
      text,
    )
  return kind === 'improvement' ? isNeeded || !isDone : !isNeeded
}

/** `ensuring`, `ensure`, `ensures` → `ensur`. */
const stem = (word: string) => (word.length > 5 ? word.replace(/(?:ing|ed|es|s|e)$/, '') : word.replace(/s$/, ''))

/** The longest run of words that both have in the same order, gaps allowed, as pairs of indexes. */
function findShared(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const lengths: number[][] = [new Array<number>(b.length + 1).fill(0)]
  for (const [at, word] of a.entries()) {
    const before = lengths[at] ?? []
    const row = [0]
    for (const [other, next] of b.entries())
      row.push(word === next ? (before[other] ?? 0) + 1 : Math.max(before[other + 1] ?? 0, row[other] ?? 0))
    lengths.push(row)
  }
  const shared: (readonly [number, number])[] = []
  let [at, other] = [a.length, b.length]
  while (at > 0 && other > 0) {
    const length = lengths[at]?.[other] ?? 0
    if (length === lengths[at - 1]?.[other]) at--
    else if (length === lengths[at]?.[other - 1]) other--
    else shared.push([--at, --other])
  }
  return shared
}
