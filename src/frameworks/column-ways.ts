import type {Passage} from '../assessment.ts'
import {allowsKind, comparedWord, comparedWords, type KnownFinding, turnsMeaning} from './alike.ts'

/** A word of the text that two columns were read across into, with the line that it stands in. */
export interface ColumnWord extends Passage {
  /** A bullet stands before it. */
  readonly isItem?: true
}

/** How many words of the other column may stand between two words of one: a printed line of a cell, and some. */
const widestGap = 20
/** A known finding of fewer words may stand in a text by accident. */
const fewestWords = 4
/** What a way to read the text costs: a word that belongs to no finding weighs more than a finding that is not whole. */
const cost = {unproved: 3, notWhole: 1} as const

/** Whether a sentence can begin with the word: it has a capital, or stands behind a bullet. */
export const canBegin = ({text, isItem}: ColumnWord) => isItem === true || /^["“‘'(]?[\p{Lu}\p{N}]/u.test(text)
export const endsSentence = (text: string) => /[.!?]["”’)]*$/u.test(text)

/** A known finding as the words to look for. */
export interface Sentence {
  readonly known: KnownFinding
  readonly words: readonly string[]
  /** With an article before the known words: `The sound prevention strategy …` for `Sound prevention strategy …`. */
  readonly hasArticle: boolean
}

/** Each known finding once; one that stands among strengths and among improvements proves nothing. */
export function listSentences(known: readonly KnownFinding[]): Sentence[] {
  const groups = Map.groupBy(known, ({text}) => comparedWords(text).join(' '))
  return [...groups].flatMap(([name, [first, ...rest]]) => {
    const words = name.split(' ')
    const isOneKind = rest.every(({kind}) => kind === first?.kind)
    if (!first || words.length < fewestWords || !isOneKind) return []
    const plain = {known: first, words, hasArticle: false}
    return /^(?:the|an?)$/.test(words[0] ?? '')
      ? [plain]
      : [plain, {...plain, words: ['the', ...words], hasArticle: true}]
  })
}

/** A list that grows at its end and shares its beginning with others. */
interface Chain<Entry> {
  readonly last: Entry
  readonly before: Chain<Entry> | undefined
}

export function listChain<Entry>(chain: Chain<Entry> | undefined): Entry[] {
  const entries: Entry[] = []
  for (let link = chain; link; link = link.before) entries.push(link.last)
  return entries.reverse()
}

/** A sentence found in the text, with the indexes of its words there. */
export interface Found {
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

export const listFound = ({found}: Way): Found[] => listChain(found)
export const isSame = (a: Found, b: Found) =>
  a.sentence === b.sentence && a.isWhole === b.isWhole && a.goesOnIn === b.goesOnIn

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

/** All cheapest ways to read the text, as far as they find different sentences; `undefined` when the effort is spent. */
export function findWays(
  words: readonly ColumnWord[],
  sentences: readonly Sentence[],
  tails: readonly string[],
  effort: {left: number},
): Way[] | undefined {
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
  for (const [at, printed] of words.entries()) {
    const word = comparedWord(printed.text)
    const step = {word, at, isEnd: endsSentence(printed.text), isSmall: /^\p{Ll}/u.test(printed.text)}
    const next = new Map<string, State>()
    effort.left -= states.size
    if (effort.left < 0) return
    for (const state of states.values()) {
      addState(next, numbers, at, {...state, cost: state.cost + cost.unproved})
      for (const column of columns)
        for (const moved of move(
          state,
          column,
          step,
          canBegin(printed) ? (starting[column].get(word) ?? []) : [],
          numbers,
        ))
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

/** The next word of the text. */
interface Step {
  /** Folded. */
  readonly word: string
  readonly at: number
  readonly isEnd: boolean
  readonly isSmall: boolean
}

/** What becomes of a state when its column takes the next word: it begins a sentence, goes on with one, or ends one. */
function move(
  state: State,
  column: Column,
  {word, at, isEnd, isSmall}: Step,
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
  // The article is its own only right before its word, which then has a small letter.
  if (sentence.hasArticle && done === 1 && (open.at.last !== at - 1 || !isSmall)) return []
  const taken = {sentence, done: done + 1, at: {last: at, before: open.at}}
  const breaks = state.breaks + (open.at.last === at - 1 ? 0 : 1)
  if (taken.done === sentence.words.length) {
    const found = {sentence, at: taken.at, isWhole: !sentence.hasArticle}
    return [close(charge({...state, breaks}, !found.isWhole), column, found, numbers)]
  }
  const moved = {...state, [column]: taken, breaks}
  // A full stop may end it early: `… is a particular strength.` for `… is a particular strength for the council.`
  const isCut = isEnd && taken.done >= Math.max(5, sentence.words.length * 0.6) && keepsMeaning(taken)
  if (!isCut) return [moved]
  return [moved, close(charge({...state, breaks}, true), column, {sentence, at: taken.at, isWhole: false}, numbers)]
}

const charge = (state: State, isCharged: boolean): State =>
  isCharged ? {...state, cost: state.cost + cost.notWhole} : state

/** The words that were cut off turn the meaning of none, and what is left allows the kind. */
const keepsMeaning = ({sentence: {words, known}, done}: Open) =>
  !words.slice(done).some(turnsMeaning) && allowsKind(words.slice(0, done).join(' '), known.kind)

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
