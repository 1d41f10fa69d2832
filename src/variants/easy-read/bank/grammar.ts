import {readPercent, softenPercent} from '../numbers.ts'
import {agree, inflectPhrase, type VerbForm} from './inflect.ts'
import {type Category, countWords, listRequired, type Pattern} from './pattern.ts'
import type {Token} from './tokens.ts'

/** A pattern of an entry, ready to be met. */
export interface Rule {
  readonly category: Category | 'finding'
  readonly pattern: Pattern
  /** What it stands for: the same for all patterns of one entry. */
  readonly entry: RuleEntry
}

export interface RuleEntry {
  /** Easy words, or the lines of a finding, with slots. */
  readonly easy: readonly string[]
  readonly number?: 'one' | 'many'
  readonly picture?: string
  readonly because?: Readonly<Record<string, string>>
  /** `content/plain-language/phrases/things.yaml:12` */
  readonly from: string
  /** How far an entry is from saying just this: one made of the glossary gives way to one written for the purpose. */
  readonly cost: number
}

/** A part of a phrase that is understood: its easy words, and which entries they were made of. */
export interface Told {
  readonly lines: readonly string[]
  readonly number: 'one' | 'many'
  readonly picture?: string
  readonly because: Readonly<Record<string, string>>
  /** The entries used, the outermost first. */
  readonly entries: readonly RuleEntry[]
  readonly cost: number
}

/** Rules by the words by which they are looked for. */
export interface Grammar {
  /** By a word that they need; rules of slots alone by none. */
  readonly byWord: ReadonlyMap<string, readonly IndexedRule[]>
  /** Every word of a rule. */
  readonly words: ReadonlySet<string>
}

interface IndexedRule extends Rule {
  /** A phrase must hold a word of each set. */
  readonly required: readonly ReadonlySet<string>[]
  readonly fewestWords: number
}

const noWord = ''

/** Puts rules in order to be looked up, beside a vocabulary that several grammars share. */
export function makeGrammar(rules: readonly Rule[], vocabulary?: Grammar): Grammar {
  const indexed = rules.map(
    (rule): IndexedRule => ({...rule, required: listRequired(rule.pattern), fewestWords: countWords(rule.pattern)}),
  )
  const uses = new Map<string, number>()
  for (const {required} of indexed)
    for (const words of required) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1)
  const commonest = (words: ReadonlySet<string>) => Math.max(...[...words].map((word) => uses.get(word) ?? 0))
  const byWord = new Map<string, IndexedRule[]>()
  for (const rule of indexed) {
    // By the words that the fewest rules need, so that few are tried in vain.
    const [rarest = new Set([noWord])] = rule.required.toSorted((a, b) => commonest(a) - commonest(b))
    for (const word of rarest) {
      const there = byWord.get(word)
      if (there) there.push(rule)
      else byWord.set(word, [rule])
    }
  }
  const all = new Map<string, readonly IndexedRule[]>(vocabulary?.byWord)
  for (const [word, own] of byWord) all.set(word, [...(all.get(word) ?? []), ...own])
  return {
    byWord: all,
    words: new Set([...(vocabulary?.words ?? []), ...rules.flatMap(({pattern}) => listWords(pattern))]),
  }
}

const listWords = (pattern: Pattern): string[] =>
  pattern.flatMap((part) => ('literal' in part ? [part.literal] : 'ways' in part ? part.ways.flatMap(listWords) : []))

/** The rules that a phrase may need, by what they tell: each has a word of the phrase wherever it needs one. */
function selectRules(
  {byWord}: Grammar,
  tokens: readonly Token[],
): ReadonlyMap<Rule['category'], readonly IndexedRule[]> {
  const words = new Set(tokens.map(({folded}) => folded))
  const found = new Set([...words, noWord].flatMap((word) => byWord.get(word) ?? []))
  const usable = [...found].filter(
    ({required, fewestWords}) =>
      fewestWords <= tokens.length && required.every((needed) => !needed.isDisjointFrom(words)),
  )
  return Map.groupBy(usable, ({category}) => category)
}

/** More ways than these to tell one stretch are not weighed against each other. */
const mostWays = 4

/**
 * Tells a whole phrase by the rules of a grammar: every word of it belongs to a rule. The ways that need the fewest
 * entries win; all of them are given, so that a caller sees when two of them say something else.
 */
export function tellPhrase(tokens: readonly Token[], category: Rule['category'], grammar: Grammar): Told[] {
  // A word that no rule has, and that is neither a name nor a number, can belong to none of them.
  if (
    tokens.some(
      ({folded, printed}) =>
        !grammar.words.has(folded) && !/^[\p{Lu}\p{N}£]/u.test(printed) && !builtInWord.test(folded),
    )
  )
    return []
  const rules = selectRules(grammar, tokens)
  const known = new Map<string, readonly Told[]>()

  function tell(wanted: Rule['category'], start: number, end: number): readonly Told[] {
    const key = `${wanted} ${start} ${end}`
    const before = known.get(key)
    if (before) return before
    // While a stretch is looked at, it cannot be a part of itself.
    known.set(key, [])
    const found = tellBuiltIn(tokens.slice(start, end), wanted) ?? tellByRules(wanted, start, end)
    known.set(key, found)
    return found
  }

  function tellByRules(wanted: Rule['category'], start: number, end: number): readonly Told[] {
    const ways = new Map<string, Told>()
    for (const rule of rules.get(wanted) ?? []) {
      if (rule.fewestWords > end - start) continue
      walk(rule.pattern, 0, start, end, new Map(), (at, slots) => {
        if (at !== end) return
        const told = compose(rule, slots)
        const text = `${told.lines.join('\n')}|${told.number}`
        const other = ways.get(text)
        if (!other || told.cost < other.cost) ways.set(text, told)
      })
    }
    const least = Math.min(...[...ways.values()].map(({cost}) => cost))
    return [...ways.values()].filter(({cost}) => cost === least).slice(0, mostWays)
  }

  /** Goes through the parts of a pattern from a word on, and calls `arrive` wherever they may end. */
  function walk(
    pattern: Pattern,
    index: number,
    at: number,
    end: number,
    slots: Slots,
    arrive: (at: number, slots: Slots) => void,
  ): void {
    const part = pattern[index]
    if (!part) arrive(at, slots)
    else if ('literal' in part) {
      if (at < end && tokens[at]?.folded === part.literal) walk(pattern, index + 1, at + 1, end, slots, arrive)
    } else if ('ways' in part) {
      for (const way of part.ways)
        walk(way, 0, at, end, slots, (next, held) => walk(pattern, index + 1, next, end, held, arrive))
      if (part.isOptional) walk(pattern, index + 1, at, end, slots, arrive)
    } else {
      const next = pattern[index + 1]
      for (let stop = at + 1; stop <= end; stop++) {
        if (next && 'literal' in next && tokens[stop]?.folded !== next.literal) continue
        for (const told of tell(part.slot, at, stop))
          walk(pattern, index + 1, stop, end, new Map([...slots, [part.name, told]]), arrive)
      }
    }
  }

  return [...tell(category, 0, tokens.length)]
}

/** Numbers and names mean themselves: no vocabulary could hold them. */
function tellBuiltIn(tokens: readonly Token[], category: Rule['category']): Told[] | undefined {
  const test = builtIns[category]
  if (!test) return
  const printed = tokens.map((token) => token.printed).join(' ')
  if (!test(tokens, printed)) return []
  const number = category === 'number' && /^(?:1|one)$/i.test(printed) ? 'one' : category === 'name' ? 'one' : 'many'
  return [{lines: [category === 'number' ? printed.toLowerCase() : printed], number, because: {}, entries: [], cost: 0}]
}

const numberWord = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)$/
/** Words in small letters that may be a part of a number, an amount or a name. */
const builtInWord = new RegExp(`${numberWord.source}|^(?:million|billion|per|percent|cent|of|the|and|for|in)$`)
const builtIns: Partial<Record<Rule['category'], (tokens: readonly Token[], printed: string) => boolean>> = {
  number: (tokens) =>
    tokens.length === 1 &&
    /^(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)$|^\D+$/.test(tokens[0]?.folded ?? '') &&
    (/\d/.test(tokens[0]?.folded ?? '') || numberWord.test(tokens[0]?.folded ?? '')),
  percent: (_, printed) => /^\d+(?:\.\d+)?(?:%| per cent| percent)$/.test(printed),
  money: (_, printed) => /^£\d[\d,.]*(?: (?:million|billion))?$/.test(printed),
  name: (tokens) =>
    tokens.length <= 6 &&
    tokens.every(
      ({printed}, index) =>
        /^\p{Lu}\p{Ll}/u.test(printed) ||
        (index > 0 && index < tokens.length - 1 && /^(?:of|the|and|for|in)$/.test(printed)),
    ),
}

type Slots = ReadonlyMap<string, Told>

/** Fills what a rule says with what its slots hold. */
function compose({entry}: Rule, slots: Slots): Told {
  const parts = [...slots.values()]
  const picture = entry.picture ?? parts.find((part) => part.picture)?.picture
  const leading = /^\{(?<name>\w+)\}/.exec(entry.easy[0] ?? '')?.groups?.['name'] ?? ''
  return {
    lines: entry.easy.map((line) => fillLine(line, slots)),
    number: entry.number ?? slots.get(leading)?.number ?? 'one',
    ...(picture ? {picture} : {}),
    because: Object.assign({}, ...parts.map(({because}) => because), entry.because),
    entries: [entry, ...parts.flatMap(({entries}) => entries)],
    cost: entry.cost + parts.reduce((total, {cost}) => total + cost, 0),
  }
}

const slotInLine = /\{(?<name>[A-Za-z]+\d?)(?: (?<verb>[a-z]+))?\}/g

/** The slots that a line names, as patterns name them. */
export const slotsOfLine = (line: string): string[] =>
  [...line.matchAll(slotInLine)].map(({groups}) => {
    const name = (groups?.['name'] ?? '').toLowerCase()
    return name.replace(/^(?:does|doing|did)(?=\d?$)/, 'do')
  })

/** `{Thing needs} to get better.` → `Reviews need to get better.` */
function fillLine(line: string, slots: Slots): string {
  return line.replace(slotInLine, (whole, name: string, verb: string | undefined) => {
    const [lower] = slotsOfLine(whole)
    const part = slots.get(lower ?? '')
    if (!part) return whole
    const form = name.toLowerCase().replace(/\d$/, '')
    const words = part.lines.join(' ')
    if (form === 'percent')
      return capitalise(softenPercent(readPercent(words))[verb === 'exact' ? 'exact' : 'share'], name)
    const inflected = isVerbForm(form) ? inflectPhrase(words, form) : words
    const shown = capitalise(inflected, name)
    return verb ? `${shown} ${agree(verb, part.number)}` : shown
  })
}

/** Begins with a capital where the slot's name does. */
const capitalise = (words: string, name: string) =>
  /^[A-Z]/.test(name) ? `${words[0]?.toUpperCase()}${words.slice(1)}` : words

const isVerbForm = (form: string): form is VerbForm => ['do', 'does', 'doing', 'did'].includes(form)
