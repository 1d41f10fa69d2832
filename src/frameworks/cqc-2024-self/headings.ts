import type {SectionKind} from '../../assessment.ts'
import type {Line} from '../../normalise.ts'
import {foldHeading} from '../reading.ts'

/** The four themes of CQC's assessment of councils and the quality statements under each, from CQC's framework of 2023. */
export const themes = [
  {
    id: 'working-with-people',
    topic: 'getting-support',
    words: /^working with people\b/,
    statements: [
      {id: 'assessing-needs', topic: 'getting-support', name: 'Assessing needs'},
      {id: 'healthier-lives', topic: 'health', name: 'Supporting people to live healthier lives'},
      {id: 'equity', topic: 'fairness', name: 'Equity in experience and outcomes'},
    ],
  },
  {
    id: 'providing-support',
    topic: 'services',
    words: /^providing support\b/,
    statements: [
      {id: 'care-provision', topic: 'services', name: 'Care provision, integration and continuity'},
      {id: 'partnerships', topic: 'services', name: 'Partnerships and communities'},
    ],
  },
  {
    id: 'ensuring-safety',
    topic: 'dignity-and-safety',
    words: /^(?:how .* )?ensur(?:ing|es?) safety\b/,
    statements: [
      {id: 'safe-systems', topic: 'dignity-and-safety', name: 'Safe systems, pathways and transitions'},
      {id: 'safeguarding', topic: 'dignity-and-safety', name: 'Safeguarding'},
    ],
  },
  {
    id: 'leadership',
    topic: 'leadership',
    words: /^leadership\b/,
    statements: [
      {id: 'governance', topic: 'leadership', name: 'Governance, management and sustainability'},
      {id: 'learning', topic: 'leadership', name: 'Learning, improvement and innovation'},
    ],
  },
] as const
export type Theme = (typeof themes)[number]

/** A heading, where it stands in the outline, and what its section is. */
export interface Heading {
  /** 1 for `Section A`, 2 for a theme, 3 and 4 below. */
  readonly depth: number
  readonly kind: SectionKind
  /** Anchor without the theme's prefix; made from the words when not given. */
  readonly id?: string
  readonly topic?: string
  readonly role?: 'theme' | 'summary' | 'performance' | 'priorities' | 'improvements'
}

/** The headings that every self-assessment of this family has, by their words; conversions lose their levels. */
export function findKnownHeading(line: Line, theme: Theme | undefined, role: Heading['role']): Heading | undefined {
  if (line.shape !== 'text' || line.text.length > 110) return
  const folded = foldHeading(line.text)
  if (/^section [a-z]\b/.test(folded)) return {depth: 1, kind: 'group', id: folded.split(' ', 2).join('-')}
  if (/\bself assessment$/.test(folded)) {
    const found = themes.find(({words}) => words.test(folded))
    if (found) return {depth: 2, kind: 'theme', id: found.id, topic: found.topic, role: 'theme'}
  }
  if (!theme) return
  const {topic} = theme
  if (folded === 'summary') return {depth: 3, kind: 'group', id: 'summary', topic, role: 'summary'}
  if (/^what is our performance and how do we know$/.test(folded))
    return {depth: 3, kind: 'group', id: 'performance', role: 'performance'}
  if (/^priorities to maintain and improve$/.test(folded))
    return {depth: 3, kind: 'group', id: 'priorities', role: 'priorities'}
  if (/^maintaining what is strong$/.test(folded))
    return {depth: 4, kind: 'group', id: 'maintaining', role: 'priorities'}
  if (/^improvements$/.test(folded)) return {depth: 4, kind: 'group', id: 'improvements', topic, role: 'improvements'}
  if (role !== 'performance' || /[.:]$/.test(line.text)) return
  const statement = theme.statements.find(({name}) => isLike(folded, foldHeading(name)))
  return statement
    ? {depth: 4, kind: 'statement', id: statement.id, topic: statement.topic, role: 'performance'}
    : undefined
}

/** Councils print the statements' names from memory: `Leadership, improvement and innovation` stands for `Learning, …`. */
function isLike(printed: string, official: string): boolean {
  const words = (text: string) =>
    new Set(
      text
        .split(' ')
        .filter((word) => word.length > 3)
        .map((word) => word.replace(/s$/, '')),
    )
  const [a, b] = [words(printed), words(official)]
  const common = [...a].filter((word) => b.has(word)).length
  return printed === official || (common >= 2 && common / new Set([...a, ...b]).size >= 0.5)
}

/** A heading by its look alone: a Markdown heading, or a short bold line that ends no sentence. */
export function looksLikeHeading(line: Line): boolean {
  if (line.shape !== 'text' || line.text.length > 200) return false
  return line.level !== undefined || (line.isStrong && line.text.length < 110 && !/[.;,]$/.test(line.text))
}
