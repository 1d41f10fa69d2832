import {findMarks, raiseMark, readNoteMark} from './footnotes.ts'
import {type Line, type NormalDocument, type SourceWord, splitWords} from './normalise.ts'
import type {Report} from './problem.ts'

/** A word of a document with the line that it stands in. */
interface Word {
  readonly text: string
  readonly line: Line
  /** Index among the document's words. */
  readonly index: number
}

interface Note {
  readonly mark: string
  readonly line: Line
  readonly index: number
}

/** A word that may be a shorter one with a footnote's mark glued to it: `(E211)` → `(E21¹)`. */
interface Guess {
  readonly word: Word
  readonly printed: string
  readonly repaired: string
}

/**
 * Rule `footnote-mark-inferred`: a conversion that loses superscripts prints `E21¹` as `E211`. The figures are read as
 * a mark only where order proves it: the notes count up from 1, this one is never referred to, and between the
 * references before and after it exactly one code or word can carry it. All else stays as printed.
 */
export function inferMarks(document: NormalDocument, report: Report): NormalDocument {
  if (!document.lines.some(isNote)) return document
  const words = placeWords(document)
  const notes = words.filter(({line}, at) => words[at - 1]?.line !== line && isNote(line))
  const repairs = new Map<number, string>()
  const vocabulary = readVocabulary(words)
  let from = 0
  for (const run of cutRuns(notes.map(({line, index}) => ({mark: readNoteMark(line.text) ?? '', line, index})))) {
    const end = run.at(-1)?.index ?? 0
    for (const [index, repaired] of inferRun(run, words.slice(from, end), vocabulary, report))
      repairs.set(index, repaired)
    from = end + 1
  }
  return repairs.size > 0 ? repairWords(document, repairs) : document
}

const isNote = ({shape, text}: Line) => shape === 'text' && readNoteMark(text) !== undefined

/** Each word with its line: `normalise` lists words in the order of lines. */
function placeWords({lines, words}: NormalDocument): Word[] {
  let index = 0
  return lines.flatMap((line) =>
    splitWords(line.text).flatMap((): Word[] => {
      const word = words[index]
      return word ? [{text: word.text, line, index: index++}] : []
    }),
  )
}

/** Runs of notes that count up one by one from 1; a document may number them anew in each part. */
function cutRuns(notes: readonly Note[]): Note[][] {
  const runs: Note[][] = []
  for (const note of notes) {
    const last = runs.at(-1)
    if (note.mark === '1') runs.push([note])
    else if (last && Number(note.mark) === last.length + 1) last.push(note)
    // A number is left out, so that order proves nothing from here on.
    else runs.push([])
  }
  return runs.filter((run) => run.length > 0)
}

/** Finds what refers to each note of a run, and what must do so where no superscript does. */
function inferRun(
  run: readonly Note[],
  all: readonly Word[],
  vocabulary: Vocabulary,
  report: Report,
): [index: number, repaired: string][] {
  const words = all.filter(({line}) => !isNote(line))
  const candidates = words.filter(({text}) => figured.test(text))
  const repairs: [index: number, repaired: string][] = []
  const referred = new Map<string, number>()
  for (const {text, index} of words)
    for (const {mark} of findMarks(text)) if (!referred.has(mark)) referred.set(mark, index)
  let after = -1
  for (const [at, {mark, line, index}] of run.entries()) {
    const known = referred.get(mark)
    const next = run
      .slice(at + 1)
      .map((note) => referred.get(note.mark))
      .find((found) => found !== undefined)
    const before = Math.min(next ?? index, index)
    const guesses =
      known === undefined
        ? candidates.flatMap((word) => (word.index > after && word.index < before ? guess(word, mark, vocabulary) : []))
        : []
    const [only] = guesses
    if (only && guesses.length === 1) {
      repairs.push([only.word.index, only.word.text.replace(only.printed, only.repaired)])
      report({
        level: 'note',
        rule: 'footnote-mark-inferred',
        place: only.word.line.place,
        other: line.place,
        message: `Unexpected \`${only.printed}\`, expected the mark of footnote ${mark}, to which nothing else refers; it is read as \`${only.repaired}\``,
        hint: 'When this is wrong, write the words as they should be into a correction of the record',
      })
    } else if (known === undefined)
      report({
        level: 'note',
        rule: 'footnote-without-mark',
        place: line.place,
        message: `Unexpected footnote ${mark} to which nothing refers, expected its number in the text; ${guesses.length === 0 ? 'no word can carry it' : `it may be any of ${guesses.map(({printed}) => `\`${printed}\``).join(', ')}`}`,
        hint: 'When the conversion lost the mark, write it into a correction of the record, as `<sup>1</sup>`',
      })
    after = Math.max(after, known ?? (guesses.length === 1 ? (only?.word.index ?? after) : after))
  }
  return repairs
}

/** What the document prints elsewhere, to tell `E211` (`E21¹`) from `E211`, and `toolkit1` from `level1`. */
interface Vocabulary {
  /** The figures behind each run of letters: `E` → 2, 23, 211. */
  readonly figures: ReadonlyMap<string, ReadonlySet<string>>
  readonly plain: ReadonlySet<string>
}

const figured = /^[("'“‘[]*(?<printed>(?<letters>\p{L}{1,40})(?<figures>\d{1,6}))(?![\p{L}\d]|\S*[@/\\_])/u
const plainWord = /\p{L}[\p{L}'’-]*/gu

function readVocabulary(words: readonly Word[]): Vocabulary {
  const figures = new Map<string, Set<string>>()
  const plain = new Set<string>()
  for (const {text} of words) {
    const {letters, figures: own} = figured.exec(text)?.groups ?? {}
    if (letters && own) figures.set(letters, (figures.get(letters) ?? new Set<string>()).add(own))
    else for (const [word] of text.matchAll(plainWord)) plain.add(word)
  }
  return {figures, plain}
}

function guess(word: Word, mark: string, vocabulary: Vocabulary): Guess[] {
  const {printed, letters, figures} = figured.exec(word.text)?.groups ?? {}
  if (!printed || !letters || !figures?.endsWith(mark)) return []
  const own = figures.slice(0, -mark.length)
  const others = [...(vocabulary.figures.get(letters) ?? [])].filter((other) => other !== figures)
  const fits = own ? isOverlongCode(figures, own, others) : isPlainWord(letters, others, vocabulary)
  return fits ? [{word, printed, repaired: `${letters}${own}${raiseMark(mark)}`}] : []
}

/** `E211` among codes up to `E95`; in a document that counts to `E120`, `E118` is a code. */
function isOverlongCode(figures: string, own: string, others: readonly string[]): boolean {
  const usual = others.filter((other) => other.length < figures.length)
  const greatest = usual.reduce((most, other) => Math.max(most, Number(other)), 0)
  return (
    usual.length >= 3 &&
    usual.length > others.length - usual.length &&
    Number(figures) > greatest * 1.5 &&
    Number(own) <= greatest * 1.1
  )
}

/** `toolkit1`, where the document has no `toolkit2`; `SAB7`, where it says `SAB` as well. `Annexe1` and `level1` count things. */
function isPlainWord(letters: string, others: readonly string[], {plain}: Vocabulary): boolean {
  if (others.length > 0 || counted.test(letters)) return false
  return /^\p{Lu}?\p{Ll}{3,}$/u.test(letters) || (letters.length > 1 && plain.has(letters))
}

const counted =
  /^(?:levels?|tiers?|stages?|phases?|steps?|years?|parts?|options?|bands?|sections?|outcomes?|pages?|goals?|themes?|priority|standards?|groups?|zones?|types?|figures?|tables?|charts?|box|annexe?|appendix|chapters?|units?|wards?|weeks?|days?|months?|quarters?|area|zone|room|block|version|covid|cov|schedule|clause|paragraph|para|item|note|footnote|question|objectives?|domains?|grades?|class|key|article|regulation|rule|form|group)$/i

/** The document with the repaired words, in its lines and in the words that the ledger counts. */
function repairWords(document: NormalDocument, repairs: ReadonlyMap<number, string>): NormalDocument {
  let index = 0
  const take = (text: string): string =>
    text
      .split(' ')
      .map((word) => (word === '' ? word : (repairs.get(index++) ?? word)))
      .join(' ')
  const lines = document.lines.map((line): Line => {
    if (line.shape !== 'row') return {...line, text: take(line.text)}
    const cells = line.cells.map(take)
    return {...line, cells, text: cells.filter(Boolean).join(' ')}
  })
  const words = document.words.map(
    (word, at): SourceWord => (repairs.has(at) ? {...word, text: repairs.get(at) ?? word.text} : word),
  )
  return {...document, lines, words}
}
