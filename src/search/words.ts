import type {Content, Term} from '../content.ts'
import type {SearchRecord} from './records.ts'

/** Words that mean the same to a reader who searches: `respite` and `break for carers`. */
export interface SameWords {
  /** What the documents say, the commonest first. */
  readonly documents: readonly string[]
  /** What people type. */
  readonly people: readonly string[]
}

/** Groups of the glossary whose term stands in a document; what no document says finds nothing. */
export function listSameWords(records: readonly SearchRecord[], {glossary}: Pick<Content, 'glossary'>): SameWords[] {
  const counts = countPhrases(records, glossary.flatMap(listForms))
  return glossary.flatMap((term) => {
    const times = (form: string) => counts.get(normalise(form)) ?? 0
    const documents = listForms(term)
      .filter((form) => times(form) > 0)
      .sort((a, b) => times(b) - times(a))
    const people = [...new Set([...term.alsoCalled, ...listForms(term)])].filter((form) => !documents.includes(form))
    // Two forms that documents use find each other too: `JSNA` and `Joint Strategic Needs Assessment`.
    return documents.length > 0 && (people.length > 0 || documents.length > 1) ? [{documents, people}] : []
  })
}

/** In how many records each phrase stands; each text is walked through once, for all of them. */
function countPhrases(records: readonly SearchRecord[], phrases: readonly string[]): Map<string, number> {
  const wanted = [...new Set(phrases.map(normalise))].filter(Boolean).map((phrase) => phrase.split(' '))
  const byFirst = Map.groupBy(wanted, ([first]) => first)
  const counts = new Map<string, number>()
  for (const {content, meta} of records) {
    const words = normalise(`${meta['title']} ${content}`).split(' ')
    const found = words.flatMap((word, at) =>
      (byFirst.get(word) ?? []).filter((phrase) => phrase.every((each, index) => words[at + index] === each)),
    )
    for (const phrase of new Set(found.map((each) => each.join(' ')))) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  }
  return counts
}

const listForms = ({term, forms, full}: Term): string[] => [...new Set([term, ...forms, ...(full ? [full] : [])])]

/** Every word of the index, for whoever mistypes one; those of three letters or fewer have too many neighbours. */
export function listWords(records: readonly SearchRecord[]): string[] {
  const counts = new Map<string, number>()
  for (const {content, meta} of records)
    for (const word of new Set(normalise(`${meta['title']} ${meta['council']} ${content}`).split(' ')))
      if (/^\p{L}{4,}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  // The commonest first: of two words that are as near, it is the likelier.
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word)
}

/** Small letters and figures, with one space between. */
export const normalise = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
