import {conjugate} from './inflect.ts'
import {tokenise} from './tokens.ts'

/** What a slot may hold. `do` to `deed` are one thing done, in its forms: improve, improves, improving, improved, improvement of. */
export const categories = [
  'thing',
  'people',
  'place',
  'who',
  'quality',
  'when',
  'do',
  'does',
  'doing',
  'did',
  'deed',
  'number',
  'percent',
  'money',
  'name',
] as const
export type Category = (typeof categories)[number]

/** A part of a pattern: a word, a slot, or a choice of ways to go on. */
export type Part =
  | {readonly literal: string}
  | {readonly slot: Category; readonly name: string}
  | {readonly ways: readonly Pattern[]; readonly isOptional: boolean}
export type Pattern = readonly Part[]

export class PatternError extends Error {
  override name = 'PatternError'
}

/** A slot is named by what it holds, and a digit when there are two: `{thing}`, `{people2}`. */
const slotName = /^(?<slot>[a-z]+?)(?<digit>\d?)$/

/** The ways to do something have one name in lines, whatever form the report uses: `{doing}` and `{deed}` are `do`. */
const sameDeed: Readonly<Record<string, string>> = {does: 'do', doing: 'do', did: 'do', deed: 'do'}
export function nameSlot(written: string): {slot: Category; name: string} {
  const {slot = '', digit = ''} = slotName.exec(written)?.groups ?? {}
  if (!categories.includes(slot as Category))
    throw new PatternError(`Unexpected slot \`{${written}}\`, expected one of ${categories.join(', ')}`)
  return {slot: slot as Category, name: `${sameDeed[slot] ?? slot}${digit}`}
}

/**
 * Reads a pattern: `[rate|number] of (the) {thing}`. `[a|b]` is one of them, `(a|b)` one of them or none, `{thing}` a
 * slot. A bracket that the report prints is `\\(`.
 */
export function readPattern(pattern: string): Pattern {
  const marks = pattern.match(/\\[()]|[[\](){}|]|[^[\](){}|\\]+/g) ?? []
  let at = 0
  const readWays = (closing?: string): Pattern[] => {
    const ways: Part[][] = [[]]
    for (; at < marks.length && marks[at] !== closing; at++) {
      const mark = marks[at] as string
      if (mark === '|') ways.push([])
      else ways.at(-1)?.push(...readPart(mark))
    }
    if (closing && marks[at] !== closing)
      throw new PatternError(`Unexpected end of \`${pattern}\`, expected \`${closing}\``)
    return ways
  }
  const readPart = (mark: string): Part[] => {
    if (mark === '[' || mark === '(') {
      at++
      return [{ways: readWays(mark === '[' ? ']' : ')'), isOptional: mark === '('}]
    }
    if (mark === '{') {
      const slot = nameSlot(marks[at + 1] ?? '')
      if (marks[at + 2] !== '}') throw new PatternError(`Unexpected end of \`${pattern}\`, expected \`}\``)
      at += 2
      return [slot]
    }
    if (mark.startsWith('\\')) return [{literal: mark.slice(1)}]
    if (/[\])}]/.test(mark)) throw new PatternError(`Unexpected \`${mark}\` in \`${pattern}\``)
    return tokenise(mark).map(({folded}) => ({literal: folded}))
  }
  const ways = readWays()
  const parts: Pattern = ways.length === 1 ? (ways[0] ?? []) : [{ways, isOptional: false}]
  if (countWords(parts) === 0)
    throw new PatternError(`Unexpected pattern \`${pattern}\` that may be nothing, expected at least one word`)
  return parts
}

/** The fewest words that a pattern may be. */
export const countWords = (pattern: Pattern): number =>
  pattern.reduce(
    (sum, part) => sum + ('ways' in part ? (part.isOptional ? 0 : Math.min(...part.ways.map(countWords))) : 1),
    0,
  )

/** Slots that a pattern has in every way to say it, and how often each may stand in one. */
export function countSlots(pattern: Pattern): {
  readonly always: ReadonlySet<string>
  readonly most: ReadonlyMap<string, number>
} {
  const always = new Set<string>()
  const most = new Map<string, number>()
  const add = (name: string, count: number) => most.set(name, (most.get(name) ?? 0) + count)
  for (const part of pattern) {
    if ('slot' in part) {
      always.add(part.name)
      add(part.name, 1)
    } else if ('ways' in part) {
      const ways = part.ways.map(countSlots)
      const [first] = ways
      if (!part.isOptional)
        for (const name of first?.always ?? []) if (ways.every((way) => way.always.has(name))) always.add(name)
      for (const name of new Set(ways.flatMap((way) => [...way.most.keys()])))
        add(name, Math.max(...ways.map((way) => way.most.get(name) ?? 0)))
    }
  }
  return {always, most}
}

/**
 * Words of which a phrase must hold at least one from each set, to be met by a pattern; none for a pattern of slots
 * alone.
 */
export function listRequired(pattern: Pattern): ReadonlySet<string>[] {
  return pattern.flatMap((part): ReadonlySet<string>[] => {
    if ('literal' in part) return [new Set([part.literal])]
    if ('slot' in part || part.isOptional) return []
    const ways = part.ways.map((way) => listRequired(way)[0])
    return ways.every((way) => way !== undefined) ? [new Set(ways.flatMap((way) => [...way]))] : []
  })
}

const forms = ['do', 'does', 'doing', 'did'] as const

/** The forms in which a pattern that begins with a verb may be printed. */
export const conjugatePattern = (pattern: Pattern): {readonly form: Category; readonly pattern: Pattern}[] =>
  forms.map((form) => ({form, pattern: inflect(pattern, form)}))

function inflect([verb, ...rest]: Pattern, form: (typeof forms)[number]): Pattern {
  if (verb && 'ways' in verb && !verb.isOptional)
    return [{...verb, ways: verb.ways.map((way) => inflect(way, form))}, ...rest]
  if (!verb || !('literal' in verb)) throw new PatternError('Unexpected slot, expected a verb as the first word')
  const verbs = conjugate(verb.literal)
  // A participle stands where the past does: `has given`, `gave`.
  if (form === 'did' && verbs.done)
    return [{ways: [[{literal: verbs.did}], [{literal: verbs.done}]], isOptional: false}, ...rest]
  return [{literal: verbs[form]}, ...rest]
}
