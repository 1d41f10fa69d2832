import {syllable} from 'syllable'
import type {Term} from '../../content.ts'
import {isOnDaleChall, isOnSpache} from './familiar-words.ts'

/** How easy lines are to read; each line is one sentence. */
export interface Measures {
  readonly lines: number
  readonly words: number
  readonly averageWords: number
  /** Words of the longest line. */
  readonly longest: number
  /** Flesch–Kincaid: the year of an American school whose children can read this. */
  readonly grade: number
  /** Shares of the words, those of the glossary left aside, that are on neither list: 0.08 is eight of a hundred. */
  readonly unfamiliar: {readonly daleChall: number; readonly spache: number}
}

/** What of a glossary term a reader of the page finds explained: its printed forms. */
export type Explained = Pick<Term, 'term' | 'forms'>

/** Measures easy-read lines; the glossary's words are left aside, since the page explains them. */
export function measure(lines: readonly string[], glossary: readonly Explained[]): Measures {
  const split = lines.map(splitWords).filter((words) => words.length > 0)
  const words = split.flat()
  const names = findNames(split)
  const counted = split.flatMap((own) => leaveTermsAside(own, glossary))
  const share = (isFamiliar: (part: string) => boolean) =>
    ratio(counted.filter((word) => !isKnown(word, names, isFamiliar)).length, counted.length)
  return {
    lines: split.length,
    words: words.length,
    averageWords: ratio(words.length, split.length),
    longest: Math.max(0, ...split.map((own) => own.length)),
    grade: gradeOf(words, split.length),
    unfamiliar: {daleChall: share(isOnDaleChall), spache: share(isOnSpache)},
  }
}

/**
 * The words of a line that are neither on Dale–Chall's list nor in the glossary, for whoever makes it easier. A name at
 * the start of a line looks like any first word, so names may be handed in.
 */
export function findUnfamiliar(
  line: string,
  glossary: readonly Explained[],
  names: ReadonlySet<string> = new Set(),
): string[] {
  return leaveTermsAside(splitWords(line), glossary)
    .filter((word) => !isKnown(word, names, isOnDaleChall))
    .map(({printed}) => printed)
}

/** A word of a line, without the punctuation around it. */
interface Word {
  readonly printed: string
  readonly isFirst: boolean
}

/** Words as the line rules count them: between spaces. */
function splitWords(line: string): Word[] {
  return line
    .split(/\s+/u)
    .map((token) => token.replace(/^[^\p{L}\p{N}£]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((printed) => printed !== '')
    .map((printed, index) => ({printed, isFirst: index === 0}))
}

const startsLikeName = ({printed}: Word) => /^\p{Lu}/u.test(printed)

/** Words with a capital inside lines: at the start of a line, too, they are names. */
function findNames(lines: readonly (readonly Word[])[]): ReadonlySet<string> {
  return new Set(
    lines
      .flat()
      .filter((word) => !word.isFirst && startsLikeName(word))
      .map(({printed}) => dropPossessive(printed)),
  )
}

/** Numbers, addresses and names say themselves; of a word joined by hyphens each part counts. */
function isKnown(word: Word, names: ReadonlySet<string>, isFamiliar: (part: string) => boolean): boolean {
  const {printed, isFirst} = word
  if (/^£?\d|[@/.]\p{L}/u.test(printed)) return true
  if (startsLikeName(word) && (!isFirst || names.has(dropPossessive(printed)))) return true
  const small = fold(printed)
  return isFamiliar(small) || (small.includes('-') && small.split(/-+/u).every((part) => isFamiliar(part)))
}

/** The glossary's terms in a line, in their order; of two terms that begin with one word the longer is taken. */
export function findTerms<Own extends Explained>(line: string, glossary: readonly Own[]): Own[] {
  return matchTerms(splitWords(line), glossary).flatMap(({term}) => (term ? [term] : []))
}

const leaveTermsAside = (words: readonly Word[], glossary: readonly Explained[]): Word[] =>
  matchTerms(words, glossary).flatMap(({word, term}) => (term ? [] : [word]))

/** Each word that begins a term or belongs to none. */
function matchTerms<Own extends Explained>(
  words: readonly Word[],
  glossary: readonly Own[],
): {readonly word: Word; readonly term?: Own}[] {
  const forms = indexForms(glossary)
  const matches: {word: Word; term?: Own}[] = []
  const small = words.map(({printed}) => dropPossessive(fold(printed)))
  for (let at = 0; at < words.length; ) {
    const form = forms.get(small[at] ?? '')?.find(({parts}) => parts.every((part, index) => part === small[at + index]))
    const word = words[at]
    if (word) matches.push(form ? {word, term: form.term as Own} : {word})
    at += form?.parts.length ?? 1
  }
  return matches
}

/** A printed form of a term, as words in small letters. */
interface Form {
  readonly parts: readonly string[]
  readonly term: Explained
}

const indexes = new WeakMap<readonly Explained[], ReadonlyMap<string, readonly Form[]>>()

/** The forms of all terms by their first word, longest first; kept, since one glossary serves thousands of pages. */
function indexForms(glossary: readonly Explained[]): ReadonlyMap<string, readonly Form[]> {
  const known = indexes.get(glossary)
  if (known) return known
  const forms = glossary
    .flatMap((term) => [term.term, ...term.forms].map((form) => ({parts: splitForm(form), term})))
    .sort((a, b) => b.parts.length - a.parts.length)
  const index = Map.groupBy(forms, ({parts: [first]}) => first ?? '')
  indexes.set(glossary, index)
  return index
}

const splitForm = (form: string): string[] => splitWords(form).map(({printed}) => dropPossessive(fold(printed)))

const fold = (printed: string) => printed.toLowerCase().replaceAll('’', "'")
const dropPossessive = (printed: string) => printed.replace(/['’]s$|(?<=s)['’]$/u, '')

function gradeOf(words: readonly Word[], sentences: number): number {
  if (words.length === 0) return 0
  // A number in digits has no syllables to count; it is read as one word.
  const syllables = words.reduce((sum, {printed}) => sum + Math.max(1, syllable(printed)), 0)
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
