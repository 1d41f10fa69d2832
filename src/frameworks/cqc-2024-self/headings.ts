import type {SectionKind} from '../../assessment.ts'
import type {Line} from '../../normalise.ts'
import {foldHeading, unnumber} from '../reading.ts'

/** The four themes of CQC's assessment of councils and the quality statements under each, from CQC's framework of 2023. */
export const themes = [
  {
    id: 'working-with-people',
    topic: 'getting-support',
    words: /^(?:working with|how .{1,60} works? with) people\b/,
    statements: [
      {id: 'assessing-needs', topic: 'getting-support', name: 'Assessing needs'},
      {id: 'healthier-lives', topic: 'health', name: 'Supporting people to live healthier lives'},
      {id: 'equity', topic: 'fairness', name: 'Equity in experience and outcomes'},
    ],
  },
  {
    id: 'providing-support',
    topic: 'services',
    words: /^(?:providing|how .{1,60} provides?) support\b/,
    statements: [
      {id: 'care-provision', topic: 'services', name: 'Care provision, integration and continuity'},
      {id: 'partnerships', topic: 'services', name: 'Partnerships and communities'},
    ],
  },
  {
    id: 'ensuring-safety',
    topic: 'dignity-and-safety',
    words: /^(?:ensuring|how .{1,60} ensures?) safety(?: within the system)?\b/,
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

export type Role = 'theme' | 'summary' | 'performance' | 'statement' | 'priorities' | 'improvements'

/** A heading, where it stands in the outline, and what its section is. */
export interface Heading {
  /** 1 for `Section A`, 2 for a theme, 3 and 4 below. */
  readonly depth: number
  readonly kind: SectionKind
  /** Anchor without the theme's prefix; made from the words when not given. */
  readonly id?: string
  readonly topic?: string
  readonly role?: Role
}

/** Where a line stands: the theme it is in, and the roles of the headings above it, outermost first. */
export interface Surroundings {
  readonly theme: Theme | undefined
  readonly roles: readonly Role[]
}

/** The headings that every self-assessment of this family has, by their words; conversions lose their levels. */
export function findKnownHeading(line: Line, {theme, roles}: Surroundings): Heading | undefined {
  if (line.shape !== 'text' || line.text.length > 110) return
  // A sentence that a conversion wrapped may end in a heading's words: `… and drive` ⏎ `improvements.`
  if (/[.,;]$/.test(line.text)) return
  const folded = foldHeading(line.text)
  if (
    /^section [a-z]\b/.test(folded) &&
    (looksLikeHeading(line) || /^section\s+[a-z]\s*(?:[:–—-]|$)/i.test(unnumber(line.text)))
  )
    return {depth: 1, kind: findKind(folded), id: folded.split(' ', 2).join('-')}
  const entered = findTheme(line, folded, theme)
  if (entered) return {depth: 2, kind: 'theme', id: entered.id, topic: entered.topic, role: 'theme'}
  if (!theme) return
  return findPartOfTheme(folded, theme) ?? findStatement(line, folded, theme, roles)
}

/** `Working with People - Our Self-Assessment`, `Theme 1: Working with people`; a bare name only as the next in order. */
function findTheme(line: Line, folded: string, theme: Theme | undefined): Theme | undefined {
  const bare = folded
    .replace(/^(?:theme (?:\d|one|two|three|four) )/, '')
    .replace(/ (?:our )?self (?:assessment|evaluation)$/, '')
  const named = themes.find(({words}) => words.test(bare))
  if (!named || bare !== folded) return named
  const isNext = named === themes[theme ? themes.indexOf(theme) + 1 : 0]
  return isNext && (looksLikeHeading(line) || hasOutlineNumber(line)) && bare.replace(named.words, '') === ''
    ? named
    : undefined
}

function findPartOfTheme(folded: string, {topic}: Theme): Heading | undefined {
  if (/^(?:our )?(?:summary|overview)$/.test(folded))
    return {depth: 3, kind: 'group', id: 'summary', topic, role: 'summary'}
  if (/^(?:what is )?our performance and how (?:do )?we know(?: it)?$/.test(folded))
    return {depth: 3, kind: 'group', id: 'performance', role: 'performance'}
  if (/^(?:our )?priorities to maintain and improve$/.test(folded))
    return {depth: 3, kind: 'group', id: 'priorities', role: 'priorities'}
  if (/^maintaining what is strong$/.test(folded))
    return {depth: 4, kind: 'group', id: 'maintaining', role: 'priorities'}
  if (/^(?:our )?improvements$/.test(folded))
    return {depth: 4, kind: 'group', id: 'improvements', topic, role: 'improvements'}
  return
}

function findStatement(line: Line, folded: string, theme: Theme, roles: readonly Role[]): Heading | undefined {
  if (line.text.endsWith(':')) return
  const statement = theme.statements.find(({name}) => isLike(folded, foldHeading(name)))
  if (!statement) return
  const role = roles.at(-1)
  const isMarked = looksLikeHeading(line) || hasOutlineNumber(line)
  // Within a summary a strength may be called `Safeguarding` in bold; only longer names are sure to be statements there.
  const isNamed = folded === foldHeading(statement.name) && (folded.includes(' ') || hasOutlineNumber(line))
  const isSure = isNamed || role === 'performance' || role === 'statement'
  const isLikely = role === 'theme' || (role === 'summary' && folded.includes(' '))
  if (!isSure && !(isLikely && isMarked)) return
  const depth = roles.includes('performance') ? 4 : 3
  return {depth, kind: 'statement', id: statement.id, topic: statement.topic, role: 'statement'}
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

// The main headings of the overview, for documents without a contents list to tell them from the lesser ones.
const overviewHeadings =
  /^(?:about us\b.*|our vision(?: and strategy\b.*)?|working (?:effectively )?in partnership|our (?:key )?strengths|our (?:key )?(?:risks|challenges)(?: and (?:risks|challenges))?|our track record\b.*)$/

/** Whether a heading outside the themes is one of the main ones there. */
export function isMainHeading(line: Line): boolean {
  return (
    line.shape === 'text' &&
    line.text.length < 110 &&
    !/[.,;:]$/.test(line.text) &&
    overviewHeadings.test(foldHeading(line.text))
  )
}

/** What a section outside the themes is about, by its heading. */
export function findKind(folded: string): SectionKind {
  if (/\b(?:overview|summary)\b/.test(folded)) return 'overview'
  return /^about us\b|\bsign off\b/.test(folded) ? 'background' : 'group'
}

/** A heading by its look alone: a Markdown heading, or a short bold line that ends no sentence. */
export function looksLikeHeading(line: Line): boolean {
  if (line.shape !== 'text' || line.text.length > 200) return false
  return line.level !== undefined || (line.isStrong && line.text.length < 110 && !/[.;,]$/.test(line.text))
}

/** `2.1 Assessing needs`, `3. Ensuring safety`: a number makes a line of plain text stand out. */
const hasOutlineNumber = ({shape, text}: Line): boolean =>
  shape === 'text' && /^\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+\p{Lu}/u.test(text)
