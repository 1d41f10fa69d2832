import type {FindingKind} from '../assessment.ts'
import {comparedWord, comparedWords, type FindStanding, type KnownFinding, type Standing} from './alike.ts'
import {
  type ColumnWord,
  canBegin,
  endsSentence,
  type Found,
  findWays,
  isSame,
  listChain,
  listFound,
  listSentences,
  type Sentence,
} from './column-ways.ts'

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
const most = {words: 2000, known: 300, states: 1_500_000}

/**
 * Separates a text in which two columns were read straight across, so that the words of their sentences alternate. Each
 * word is used once: for the next word of a strength or of an improvement that also stands elsewhere in the document, or
 * as unproved. A finding begins where a sentence can begin. It counts only when every cheapest way to read the text
 * agrees on it, and when what is left beside it are whole sentences too; otherwise its words are unproved: `Services for
 * carers are not always flexible` proves nothing of `Services for carers are flexible`. What is left is looked through
 * for sentences that stand elsewhere nearly.
 *
 * `starts` are the first items of the lists that follow: a finding may go on in one of them.
 */
export function separateColumns(
  text: readonly ColumnWord[],
  known: readonly KnownFinding[],
  findStanding: FindStanding,
  starts: readonly string[],
): Separation {
  const words = text.filter(({text: word}) => comparedWord(word))
  const none = {findings: [], rest: words}
  let sentences = listSentences(known)
  if (words.length > most.words || sentences.length > most.known) return none
  const tails = starts.map((start) => comparedWords(start).join(' '))
  const effort = {left: most.states}
  for (;;) {
    const ways = findWays(words, sentences, tails, effort)?.map(listFound)
    const [best, other] = ways ?? []
    if (!ways || !best) return none
    const doubtful = other ? findDisputed(ways) : findTorn(words, best, findStanding)
    if (doubtful.size === 0) return addNear(words, best, findStanding)
    // Each turn takes a sentence away, so it ends.
    sentences = sentences.filter((sentence) => !doubtful.has(sentence))
  }
}

/** Sentences that not all ways find alike. */
function findDisputed(ways: readonly (readonly Found[])[]): ReadonlySet<Sentence> {
  const disputed = ways.flat().filter((found) => !ways.every((way) => way.some((each) => isSame(each, found))))
  return new Set(disputed.map(({sentence}) => sentence))
}

/** Sentences beside which a torn piece would be left: one that begins or ends in the middle of a sentence. */
function findTorn(
  words: readonly ColumnWord[],
  way: readonly Found[],
  findStanding: FindStanding,
): ReadonlySet<Sentence> {
  const {left} = readNear(words, way, findStanding)
  const torn = left.filter((piece) => !isWholeSentence(words, piece)).flat()
  if (torn.length === 0) return new Set()
  const touching = way.filter(({at}) => {
    const own = listChain(at)
    const [first, last] = [own[0] ?? 0, own.at(-1) ?? 0]
    return torn.some((index) => index >= first - 1 && index <= last + 1)
  })
  return new Set(touching.map(({sentence}) => sentence))
}

function isWholeSentence(words: readonly ColumnWord[], piece: readonly number[]): boolean {
  const [first, last] = [words[piece[0] ?? -1], words[piece.at(-1) ?? -1]]
  return first !== undefined && canBegin(first) && endsSentence(last?.text ?? '')
}

/** What is left of the text where it stands elsewhere nearly, and the sentences that do not. */
function readNear(words: readonly ColumnWord[], way: readonly Found[], findStanding: FindStanding) {
  const used = new Set(way.flatMap(({at}) => listChain(at)))
  const pieces = cutSentences(
    words.keys().filter((index) => !used.has(index)),
    words,
  )
  const near = pieces.map((at) => ({at, standing: findStanding(at.map((index) => words[index]?.text).join(' '))}))
  return {
    near: near.flatMap(({at, standing}) => (standing && isWholeSentence(words, at) ? [{at, ...standing}] : [])),
    left: near.filter(({at, standing}) => !standing || !isWholeSentence(words, at)).map(({at}) => at),
  }
}

/** Adds to the findings what is left of the text where it stands elsewhere nearly. */
function addNear(words: readonly ColumnWord[], way: readonly Found[], findStanding: FindStanding): Separation {
  const {near, left} = readNear(words, way, findStanding)
  const exact = way.map(({sentence, at, isWhole, goesOnIn}) => ({
    at: listChain(at),
    known: sentence.known,
    likeness: isWhole ? ('whole' as const) : ('nearly' as const),
    ...(goesOnIn === undefined ? {} : {goesOnIn}),
  }))
  return {
    findings: [...exact, ...near]
      .sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0))
      .map(({at, ...standing}) => ({
        ...standing,
        kind: standing.known.kind,
        words: at.flatMap((index) => words[index] ?? []),
      })),
    rest: left
      .flat()
      .sort((a, b) => a - b)
      .flatMap((index) => words[index] ?? []),
  }
}

/** Indexes of words, cut after each word that ends a sentence, and before a capital after words of the other column. */
function cutSentences(indexes: Iterable<number>, words: readonly ColumnWord[]): number[][] {
  const sentences: number[][] = [[]]
  for (const index of indexes) {
    const before = sentences.at(-1)?.at(-1)
    const word = words[index]
    const isBegun =
      before !== undefined && word !== undefined && (word.isItem || (before !== index - 1 && canBegin(word)))
    if (isBegun) sentences.push([])
    sentences.at(-1)?.push(index)
    if (endsSentence(word?.text ?? '')) sentences.push([])
  }
  return sentences.filter((sentence) => sentence.length > 0)
}
