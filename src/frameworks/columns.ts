import type {FindingKind, Passage} from '../assessment.ts'
import {type FindStanding, foldWord, foldWords, type KnownFinding, type Standing} from './alike.ts'

/** A word of the text that two columns were read across into, with the line that it stands in. */
export type ColumnWord = Passage

/** A finding taken out of the text, word by word, and where it also stands. */
export interface Separated extends Standing {
  readonly kind: FindingKind
  readonly words: readonly ColumnWord[]
  /** It goes on in the first item of a list that follows; its number among `starts`. */
  readonly goesOnIn?: number
}

export interface Separation {
  /** In the order in which they begin. */
  readonly findings: readonly Separated[]
  /** What belongs to no finding that stands elsewhere, in the order of the text. */
  readonly rest: readonly ColumnWord[]
}

/** Texts beyond these sizes are no table of a report, and would take too long. */
const most = {words: 2000, known: 300}
/** How many words of the other column may stand between two words of one: a printed line of a cell, and some. */
const widestGap = 20
/** What a way to read the text costs: a word that belongs to no finding weighs more than a finding cut short. */
const cost = {unproved: 3, cut: 1} as const

/**
 * Separates a text in which two columns were read straight across, so that the words of their sentences alternate. Each
 * word is used once: for the next word of a strength or of an improvement that also stands elsewhere in the document, or
 * as unproved. A finding counts only when every cheapest way to read the text agrees on it; otherwise its words are
 * unproved. What is left is looked through for sentences that stand elsewhere nearly.
 *
 * `starts` are the first items of the lists that follow: a finding may go on in one of them.
 */
export function separateColumns(
  text: readonly ColumnWord[],
  known: readonly KnownFinding[],
  findStanding: FindStanding,
  starts: readonly string[],
): Separation {
  const words = text.filter(({text: word}) => foldWord(word))
  let sentences = listSentences(known)
  if (words.length > most.words || sentences.length > most.known) return {findings: [], rest: words}
  const tails = starts.map((start) => foldWords(start).join(' '))
  for (;;) {
    const ways = findWays(words, sentences, tails).map(listFound)
    const [best, other] = ways
    if (!best) return {findings: [], rest: words}
    if (!other) return addNear(words, best, findStanding)
    // Each turn takes a sentence away, so it ends.
    const doubtful = new Set(
      ways.flat().filter((found) => !ways.every((way) => way.some((each) => isSame(each, found)))),
    )
    const names = new Set([...doubtful].map(({sentence}) => sentence))
    sentences = sentences.filter((sentence) => !names.has(sentence))
  }
}

interface Sentence {
  readonly known: KnownFinding
  readonly words: readonly string[]
}

/** Each known finding once; one that stands among strengths and among improvements proves nothing. */
function listSentences(known: readonly KnownFinding[]): Sentence[] {
  const groups = Map.groupBy(known, ({text}) => foldWords(text).join(' '))
  return [...groups].flatMap(([name, [first, ...rest]]) => {
    const words = name.split(' ')
    const isOneKind = rest.every(({kind}) => kind === first?.kind)
    return first && words.length >= 3 && isOneKind ? [{known: first, words}] : []
  })
}

/** A list that grows at its end and shares its beginning with others. */
interface Chain<Entry> {
  readonly last: Entry
  readonly before: Chain<Entry> | undefined
}

function listChain<Entry>(chain: Chain<Entry> | undefined): Entry[] {
  const entries: Entry[] = []
  for (let link = chain; link; link = link.before) entries.push(link.last)
  return entries.reverse()
}

/** A sentence found in the text, with the indexes of its words there. */
interface Found {
  readonly sentence: Sentence
  readonly at: Chain<number>
  readonly isWhole: boolean
  readonly goesOnIn?: number
}

/** What was found up to a word, and a name that only the same findings have. */
interface Way {
  readonly found: Chain<Found> | undefined
  readonly name: string
}

const listFound = ({found}: Way): Found[] => listChain(found)
const isSame = (a: Found, b: Found) => a.sentence === b.sentence && a.isWhole === b.isWhole && a.goesOnIn === b.goesOnIn

/** A sentence of which some words were found. */
interface Open {
  readonly sentence: Sentence
  readonly done: number
  readonly at: Chain<number>
}

const columns = ['strength', 'improvement'] as const
type Column = (typeof columns)[number]

/** A way to read the text up to a word: one open sentence at most in each column, and what was found before. */
interface State {
  readonly strength: Open | undefined
  readonly improvement: Open | undefined
  readonly cost: number
  /** How often a sentence goes on after words of the other column. */
  readonly breaks: number
  readonly ways: readonly Way[]
}

/** So many equally cheap ways are kept apart; two are enough to see that one is not the only one. */
const mostWays = 4

/** All cheapest ways to read the text, as far as they find different sentences. */
function findWays(words: readonly ColumnWord[], sentences: readonly Sentence[], tails: readonly string[]): Way[] {
  const numbers = new Map(sentences.map((sentence, index) => [sentence, index]))
  const starting = {
    strength: Map.groupBy(sentences.filter(isColumn('strength')), (sentence) => sentence.words[0]),
    improvement: Map.groupBy(sentences.filter(isColumn('improvement')), (sentence) => sentence.words[0]),
  }
  const none: State = {
    strength: undefined,
    improvement: undefined,
    cost: 0,
    breaks: 0,
    ways: [{found: undefined, name: ''}],
  }
  let states = new Map<string, State>([['', none]])
  for (const [at, {text}] of words.entries()) {
    const word = foldWord(text)
    const isEnd = /[.!?]["”’)]*$/u.test(text)
    const next = new Map<string, State>()
    for (const state of states.values()) {
      addState(next, numbers, at, {...state, cost: state.cost + cost.unproved})
      for (const column of columns)
        for (const moved of move(state, column, {word, at, isEnd}, starting[column].get(word) ?? [], numbers))
          addState(next, numbers, at, moved)
    }
    states = next
  }
  const ends = [...states.values()].flatMap((state) => closeState(state, tails, numbers))
  const cheapest = ends.reduce((least, end) => Math.min(least, end.cost), Number.POSITIVE_INFINITY)
  const ways = ends.filter((end) => end.cost === cheapest).sort((a, b) => b.breaks - a.breaks)
  return [...new Map(ways.flatMap((end) => end.ways).map((way) => [way.name, way])).values()]
}

const isColumn =
  (column: Column) =>
  ({known}: Sentence) =>
    (known.kind === 'improvement') === (column === 'improvement')

type Numbers = ReadonlyMap<Sentence, number>

/** What becomes of a state when its column takes the next word: it begins a sentence, goes on with one, or ends one. */
function move(
  state: State,
  column: Column,
  {word, at, isEnd}: {readonly word: string; readonly at: number; readonly isEnd: boolean},
  starting: readonly Sentence[],
  numbers: Numbers,
): State[] {
  const open = state[column]
  if (!open)
    return starting.map((sentence) => ({
      ...state,
      [column]: {sentence, done: 1, at: {last: at, before: undefined}} satisfies Open,
    }))
  const {sentence, done} = open
  if (sentence.words[done] !== word) return []
  const taken = {sentence, done: done + 1, at: {last: at, before: open.at}}
  const breaks = state.breaks + (open.at.last === at - 1 ? 0 : 1)
  if (taken.done === sentence.words.length)
    return [close({...state, breaks}, column, {sentence, at: taken.at, isWhole: true}, numbers)]
  const moved = {...state, [column]: taken, breaks}
  // A full stop may end it early: `… is a particular strength.` for `… is a particular strength for the council.`
  const isCut = isEnd && taken.done >= Math.max(5, sentence.words.length * 0.6)
  if (!isCut) return [moved]
  const cut = close({...state, breaks}, column, {sentence, at: taken.at, isWhole: false}, numbers)
  return [moved, {...cut, cost: cut.cost + cost.cut}]
}

/** Ends the open sentence of a column. */
function close(state: State, column: Column, found: Found, numbers: Numbers): State {
  const mark = `${numbers.get(found.sentence)}${found.isWhole ? '' : 'c'}${found.goesOnIn ?? ''}`
  const ways = state.ways.map((way) => ({
    found: {last: found, before: way.found},
    // Sorted, since the order in which two columns end their sentences makes no difference.
    name: [...way.name.split(' ').filter(Boolean), mark].sort().join(' '),
  }))
  return {...state, [column]: undefined, ways}
}

/** Keeps the cheapest state of each kind; of equally cheap ones all ways, as far as they differ. */
function addState(states: Map<string, State>, numbers: Numbers, at: number, state: State): void {
  const {strength, improvement} = state
  if (at - (strength?.at.last ?? at) > widestGap || at - (improvement?.at.last ?? at) > widestGap) return
  const name = (open: Open | undefined) => (open ? `${numbers.get(open.sentence)}/${open.done}` : '')
  const key = `${name(strength)}|${name(improvement)}`
  const known = states.get(key)
  if (!known || state.cost < known.cost) states.set(key, state)
  else if (state.cost === known.cost) {
    // Which of two `the` was taken makes no difference to the words; fewer breaks are nearer to the printed lines.
    const [worse, better] = state.breaks < known.breaks ? [known, state] : [state, known]
    const ways = new Map([...worse.ways, ...better.ways].map((way) => [way.name, way]))
    states.set(key, ways.size === 1 ? better : {...better, ways: [...ways.values()].slice(-mostWays)})
  }
}

/** At the end of the text no sentence may be open, unless a list that follows goes on with it. */
function closeState(state: State, tails: readonly string[], numbers: Numbers): State[] {
  let closed = state
  for (const column of columns) {
    const open = closed[column]
    if (!open) continue
    const goesOnIn = tails.indexOf(open.sentence.words.slice(open.done).join(' '))
    if (goesOnIn < 0) return []
    closed = close(closed, column, {sentence: open.sentence, at: open.at, isWhole: true, goesOnIn}, numbers)
  }
  return [closed]
}

/** Adds to the findings what is left of the text where it stands elsewhere nearly. */
function addNear(words: readonly ColumnWord[], way: readonly Found[], findStanding: FindStanding): Separation {
  const used = new Set(way.flatMap(({at}) => listChain(at)))
  const exact = way.map(({sentence, at, isWhole, goesOnIn}) => {
    const own = listChain(at)
    // `The` ⏎ `sound prevention strategy …` stands elsewhere as `Sound prevention strategy …`.
    const first = own[0] ?? 0
    const isBegun = /^\p{Ll}/u.test(words[first]?.text ?? '') && !used.has(first - 1) && first > 0
    const isWithStart = isBegun && /^\p{Lu}/u.test(words[first - 1]?.text ?? '')
    if (isWithStart) used.add(first - 1)
    return {
      at: isWithStart ? [first - 1, ...own] : own,
      known: sentence.known,
      likeness: isWhole && !isWithStart ? ('whole' as const) : ('nearly' as const),
      ...(goesOnIn === undefined ? {} : {goesOnIn}),
    }
  })
  const near = cutSentences(
    words.keys().filter((index) => !used.has(index)),
    words,
  ).flatMap((at) => {
    const standing = findStanding(at.map((index) => words[index]?.text).join(' '))
    for (const index of standing ? at : []) used.add(index)
    return standing ? [{at, ...standing}] : []
  })
  return {
    findings: [...exact, ...near]
      .sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0))
      .map(({at, ...standing}) => ({
        ...standing,
        kind: standing.known.kind,
        words: at.flatMap((index) => words[index] ?? []),
      })),
    rest: words.filter((_, index) => !used.has(index)),
  }
}

/** Indexes of words, cut after each word that ends a sentence, and before a capital after words of the other column. */
function cutSentences(indexes: Iterable<number>, words: readonly ColumnWord[]): number[][] {
  const sentences: number[][] = [[]]
  for (const index of indexes) {
    const before = sentences.at(-1)?.at(-1)
    const isBegun = before !== undefined && before !== index - 1 && /^\p{Lu}/u.test(words[index]?.text ?? '')
    if (isBegun) sentences.push([])
    sentences.at(-1)?.push(index)
    if (/[.!?]["”’)]*$/u.test(words[index]?.text ?? '')) sentences.push([])
  }
  return sentences.filter((sentence) => sentence.length > 0)
}
