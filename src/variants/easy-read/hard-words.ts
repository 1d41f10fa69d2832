import {foldFull} from '../../acronyms.ts'
import type {Acronym} from '../../assessment.ts'
import type {Term} from '../../content.ts'

/** A glossary term where it stands in a text. */
export interface HardWord {
  readonly term: Term
  /** As it stands there, for a reader who meets only that: `joint work` for `collaborative`. */
  readonly printed: string
  readonly at: number
  readonly end: number
}

/**
 * Finds where the glossary's terms first stand in a text, in that order; a longer term wins over one inside it. A short
 * form counts only where it stands for the term in this document.
 */
export function locateHardWords(text: string, glossary: readonly Term[], acronyms: readonly Acronym[]): HardWord[] {
  const index = indexForms(glossary)
  const words = splitWords(text)
  const found = words.flatMap(({folded}, at) =>
    (index.get(folded) ?? []).flatMap((form): HardWord[] => {
      const last = words[at + form.words.length - 1]
      if (!last || !stands(form, words, at, text) || !isMeant(form, acronyms)) return []
      const start = words[at]?.at ?? 0
      return [{term: form.term, printed: text.slice(start, last.end), at: start, end: last.end}]
    }),
  )
  found.sort((a, b) => a.at - b.at || b.end - a.end)
  const kept: HardWord[] = []
  for (const hit of found)
    if (!kept.some((other) => other.term === hit.term || (hit.at < other.end && hit.end > other.at))) kept.push(hit)
  return kept
}

/** A word, and what stands before it. */
interface Word {
  readonly printed: string
  readonly folded: string
  readonly before: string
  readonly at: number
  readonly end: number
}

/** A printed form of a term. */
interface Form {
  readonly term: Term
  readonly form: string
  /** An acronym counts only in capitals: `PA` is not the `pa` in `pace`. */
  readonly isAcronym: boolean
  readonly words: readonly Word[]
}

function splitWords(text: string): Word[] {
  let done = 0
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => {
    const at = match.index
    const before = text.slice(done, at).replace('’', "'").replace(/\s+/, ' ')
    done = at + match[0].length
    return {printed: match[0], folded: match[0].toLowerCase(), before, at, end: done}
  })
}

const indexes = new WeakMap<readonly Term[], ReadonlyMap<string, readonly Form[]>>()

/** Every form by its first word, since hardly a term stands in a text; kept, since one glossary serves every page. */
function indexForms(glossary: readonly Term[]): ReadonlyMap<string, readonly Form[]> {
  const known = indexes.get(glossary)
  if (known) return known
  const forms = glossary.flatMap((term) =>
    [term.term, ...term.forms].map(
      (form): Form => ({term, form, isAcronym: form === form.toUpperCase(), words: splitWords(form)}),
    ),
  )
  const index = Map.groupBy(forms, ({words}) => words[0]?.folded ?? '')
  indexes.set(glossary, index)
  return index
}

const amount = /[£€$]\s?\d[\d.,]*\s?\p{L}{0,8}\s?$/u

function stands({words: wanted, isAcronym}: Form, words: readonly Word[], at: number, text: string): boolean {
  const isSame = wanted.every((own, index) => {
    const word = words[at + index]
    if (!word || (index > 0 && word.before !== own.before)) return false
    return isAcronym ? word.printed === own.printed : word.folded === own.folded
  })
  if (!isSame) return false
  const last = words[at + wanted.length - 1]
  // In `intermediate care needs to get better` no needs are meant.
  if (last?.folded === 'needs' && words[at + wanted.length]?.folded === 'to') return false
  // `£2,000 PA` is by the year.
  return !(isAcronym && amount.test(text.slice(0, words[at]?.at)))
}

/** Whether a form is words, or a short form that stands for the term in this document. */
function isMeant({term, form}: Form, acronyms: readonly Acronym[]): boolean {
  if (!/^[\p{L}\p{N}&'’]*\p{Lu}[\p{L}\p{N}&]*\p{Lu}[\p{L}\p{N}&'’]*$/u.test(form)) return true
  const key = form.replace(/['’]?s$/u, '').toUpperCase()
  const full = acronyms.find(({short}) => short.toUpperCase() === key)?.full
  if (!full) return !term.years && !term.ambiguous
  return [term.full, term.term, ...term.forms].some((words) => words && foldFull(words) === foldFull(full))
}
