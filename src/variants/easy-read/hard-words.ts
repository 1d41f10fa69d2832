import {foldFull} from '../../acronyms.ts'
import type {Acronym} from '../../assessment.ts'
import type {Term} from '../../content.ts'

/**
 * Finds the glossary's terms in a text, in the order in which they stand; a longer term wins over one inside it. A short
 * form counts only where it stands for the term in this document.
 */
export function findHardWords(text: string, glossary: readonly Term[], acronyms: readonly Acronym[]): Term[] {
  const found: {term: Term; at: number; end: number}[] = []
  const small = text.toLowerCase()
  for (const term of glossary)
    for (const form of [term.term, ...term.forms]) {
      // Hardly a term stands in a text, so the quick look comes first.
      const at = small.includes(form.toLowerCase()) && isMeant(term, form, acronyms) ? findForm(text, form) : -1
      if (at >= 0) found.push({term, at, end: at + form.length})
    }
  found.sort((a, b) => a.at - b.at || b.end - a.end)
  const kept: typeof found = []
  for (const hit of found)
    if (!kept.some((other) => other.term === hit.term || (hit.at >= other.at && hit.end <= other.end))) kept.push(hit)
  return kept.map(({term}) => term)
}

/** Whether a form is words, or a short form that stands for the term in this document. */
function isMeant(term: Term, form: string, acronyms: readonly Acronym[]): boolean {
  if (!/^[\p{L}\p{N}&'’]*\p{Lu}[\p{L}\p{N}&]*\p{Lu}[\p{L}\p{N}&'’]*$/u.test(form)) return true
  const key = form.replace(/['’]?s$/u, '').toUpperCase()
  const full = acronyms.find(({short}) => short.toUpperCase() === key)?.full
  if (!full) return !term.years && !term.ambiguous
  return [term.full, term.term, ...term.forms].some((words) => words && foldFull(words) === foldFull(full))
}

/** An acronym counts only in capitals: `PA` is not the `pa` in `pace`. */
const amount = String.raw`(?<![£€$]\s?\d[\d.,]*\s?\p{L}{0,8}\s?)`

function findForm(text: string, form: string): number {
  const isAcronym = form === form.toUpperCase()
  const pattern = new RegExp(
    `${isAcronym ? amount : ''}(?<![\\p{L}\\p{N}])${form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    isAcronym ? 'u' : 'iu',
  )
  return pattern.exec(text)?.index ?? -1
}
