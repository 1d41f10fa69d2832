import type {Polarity} from './entry.ts'
import {type Told, tellPhrase} from './grammar.ts'
import type {PhraseBank} from './load.ts'
import {tokenise} from './tokens.ts'

/** What the phrase bank makes of a finding; when it can make nothing of it, why. */
export type Telling =
  | {
      readonly told: Told /** The words that it tells, without sentences that it leaves to the report. */
      readonly words: string
    }
  | {readonly why: 'no-match' | 'ambiguous'}

/** More words than these are a paragraph, not a phrase. */
const longest = 60

/**
 * Tells a finding in easy lines: the whole of it, or each of its sentences. Where two ways to read it would say
 * something else, none is taken: the report's own words are better than a guess.
 */
export function tellFinding(text: string, polarity: Polarity, bank: PhraseBank, lead?: string): Telling {
  const known = told.get(bank) ?? new Map<string, Telling>()
  told.set(bank, known)
  const key = `${polarity} ${lead ?? ''} ${text}`
  const telling = known.get(key) ?? tellAnew(text, polarity, bank, lead)
  known.set(key, telling)
  return telling
}

// Reports of one family say many things in the same words.
const told = new WeakMap<PhraseBank, Map<string, Telling>>()

function tellAnew(text: string, polarity: Polarity, bank: PhraseBank, lead?: string): Telling {
  const whole = tellSentence(lead ? `${lead} ${text}` : text, polarity, bank)
  if ('told' in whole) return whole
  const [opening, ...rest] = splitSentences(text)
  if (opening === undefined || rest.length === 0) return whole
  const first = tellSentence(opening, polarity, bank)
  if (!('told' in first)) return whole
  const others = rest.length < mostLines ? rest.map((sentence) => tellSentence(sentence, polarity, bank)) : []
  const parts = [first, ...others].flatMap((telling) => ('told' in telling ? [telling.told] : []))
  if (parts.length === rest.length + 1 && parts.flatMap(({lines}) => lines).length <= mostLines)
    return {told: join(parts), words: text}
  // The first sentence says what the finding is about, if nothing that follows takes it back.
  const takesBack = (sentence: string) => turns.test(sentence) || (polarity === 'good' && limits.test(sentence))
  if (rest.some(takesBack)) return whole
  return {told: {...first.told, lines: [...first.told.lines, moreInReport]}, words: first.words}
}

/** An idea has no more lines. */
const mostLines = 4

/** Stands for the sentences of a finding that are left to the report. */
export const moreInReport = '…'

/** Words by which a later sentence takes back, or limits, what the first one said. */
const turns =
  /\b(?:however|but|although|though|despite|except|unless|only|yet|nevertheless|while|whilst|apart from|not|no|never|none|nobody|nothing|neither|nor|cannot|hardly|rarely|without|insufficient|further work)\b|n[’']t\b/i
/** Words by which a later sentence limits praise; of what is to get better, they only say more. */
const limits =
  /\b(?:still|remains?|too|needs?|must|should|lack\w*|fail\w*|challeng\w*|weak\w*|poor\w*|slow\w*|worse\w*|declin\w*|deteriorat\w*|fell|fallen|limited|difficult\w*|problem\w*)\b/i

function tellSentence(text: string, polarity: Polarity, bank: PhraseBank): Telling {
  const tokens = tokenise(text)
  if (tokens.length === 0 || tokens.length > longest) return {why: 'no-match'}
  const ways = tellPhrase(tokens, 'finding', bank.grammars[polarity])
  const texts = new Set(ways.map(({lines}) => lines.join('\n')))
  const [told] = ways
  if (!told) return {why: 'no-match'}
  return texts.size > 1 ? {why: 'ambiguous'} : {told, words: text}
}

const join = (parts: readonly Told[]): Told => ({
  ...(parts[0] as Told),
  lines: parts.flatMap(({lines}) => lines),
  because: Object.assign({}, ...parts.map(({because}) => because)),
  entries: parts.flatMap(({entries}) => entries),
})

const splitSentences = (text: string): string[] =>
  text.split(/(?<=[.!?]["”’)]*)\s+(?=["“‘(]?\p{Lu})/u).filter((sentence) => /\p{L}/u.test(sentence))
