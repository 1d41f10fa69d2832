import type {Term} from '../../content.ts'

/** Finds the glossary's terms in a text, in the order in which they stand; a longer term wins over one inside it. */
export function findHardWords(text: string, glossary: readonly Term[]): Term[] {
  const found: {term: Term; at: number; end: number}[] = []
  for (const term of glossary)
    for (const form of [term.term, ...term.forms]) {
      const at = findForm(text, form)
      if (at >= 0) found.push({term, at, end: at + form.length})
    }
  found.sort((a, b) => a.at - b.at || b.end - a.end)
  const kept: typeof found = []
  for (const hit of found)
    if (!kept.some((other) => other.term === hit.term || (hit.at >= other.at && hit.end <= other.end))) kept.push(hit)
  return kept.map(({term}) => term)
}

/** An acronym counts only in capitals: `PA` is not the `pa` in `pace`. */
function findForm(text: string, form: string): number {
  const isAcronym = form === form.toUpperCase()
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    isAcronym ? 'u' : 'iu',
  )
  return pattern.exec(text)?.index ?? -1
}
