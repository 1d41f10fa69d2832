import type {Acronym, Assessment} from '../../assessment.ts'
import type {Term} from '../../content.ts'
import {type HardWord, locateHardWords} from './hard-words.ts'
import type {Chapter, Idea} from './line.ts'

/** A stretch of a line: a hard word stands bold where the page first has it. */
export interface Stretch {
  readonly text: string
  readonly isHard?: true
}

/** How the hard words of a page are told. */
export interface Explained {
  /** The lines of each idea, and the words explained under it. */
  readonly ideas: ReadonlyMap<Idea, {readonly lines: readonly (readonly Stretch[])[]; readonly terms: readonly Term[]}>
  /** Every word explained on the page, in the order in which they first stand there. */
  readonly terms: readonly Term[]
  /** What a term is called on this page, where it has another word for it than the glossary. */
  readonly names: ReadonlyMap<Term, string>
}

/** How many hard words a person can take in. */
const most = 15

/**
 * Explains the hard words of a page: each once, under the idea that has it first, and bold in its line. When there are
 * too many, those of quotations come first, which nobody made easy, and words that most people know last.
 */
export function explainHardWords(
  chapters: readonly Chapter[],
  glossary: readonly Term[],
  assessment: Pick<Assessment, 'acronyms'>,
): Explained {
  const known = made.get(chapters)
  if (known?.glossary === glossary) return known.explained
  const explained = explain(chapters, glossary, assessment)
  made.set(chapters, {glossary, explained})
  return explained
}

// The page, its download, the search and the gates all ask for it.
const made = new WeakMap<readonly Chapter[], {readonly glossary: readonly Term[]; readonly explained: Explained}>()

function explain(
  chapters: readonly Chapter[],
  glossary: readonly Term[],
  {acronyms}: Pick<Assessment, 'acronyms'>,
): Explained {
  const ideas = chapters.flatMap((chapter) => chapter.ideas)
  const texts = ideas.map((idea) => locate(idea, glossary, acronyms))
  const chosen = choose(
    texts.flatMap(({quoted}) => quoted.map(({term}) => term)),
    texts.flatMap(({lines}) => lines.flat().map(({term}) => term)),
  )
  const seen = new Set<Term>()
  const names = new Map<Term, string>()
  const isFirst = ({term, printed}: HardWord) => {
    if (!chosen.has(term) || seen.has(term)) return false
    seen.add(term)
    if (!isFormOf(printed, term))
      names.set(
        term,
        printed.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()),
      )
    return true
  }
  const told = ideas.map((idea, index) => {
    const {lines = [], quoted = []} = texts[index] ?? {}
    const before = seen.size
    const stretches = idea.lines.map(({text}, at) => splitAt(text, (lines[at] ?? []).filter(isFirst)))
    // A quotation keeps its look: nothing in it is made bold that the report does not print so.
    for (const hit of quoted) isFirst(hit)
    return [idea, {lines: stretches, terms: [...seen].slice(before)}] as const
  })
  return {ideas: new Map(told), terms: [...seen], names}
}

/** Holds every word of the term, with whatever endings, or is its short form, which the explanation spells out. */
function isFormOf(printed: string, {term, full}: Term): boolean {
  const stems = stemWords(printed)
  return (
    full !== undefined || printed === printed.toUpperCase() || stemWords(term).every((stem) => stems.includes(stem))
  )
}

/** Words by their first letters: `disabilities` and `disability` alike. */
const stemWords = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/s$/, '').slice(0, 5))

function locate({lines, quote, source}: Idea, glossary: readonly Term[], acronyms: readonly Acronym[]) {
  return {
    lines: lines.map(({text}) =>
      locateHardWords(text, glossary, acronyms).filter(({at, end}) => !isPartOfName(text, at, end)),
    ),
    // A printed author is a name.
    quoted: quote && source ? locateHardWords(quote, glossary, acronyms) : [],
  }
}

function choose(quoted: readonly Term[], ours: readonly Term[]): ReadonlySet<Term> {
  const hard = ours.filter(({everyday}) => !everyday)
  return new Set([...new Set([...quoted, ...hard, ...ours])].slice(0, most))
}

/** `Council` in `Leeds City Council`: a capital inside a line. */
const isPartOfName = (text: string, at: number, end: number) => at > 0 && /^\p{Lu}\p{Ll}/u.test(text.slice(at, end))

function splitAt(text: string, hits: readonly HardWord[]): Stretch[] {
  const stretches: Stretch[] = []
  let done = 0
  for (const {at, end} of hits) {
    if (at > done) stretches.push({text: text.slice(done, at)})
    stretches.push({text: text.slice(at, end), isHard: true})
    done = end
  }
  if (done < text.length) stretches.push({text: text.slice(done)})
  return stretches
}
