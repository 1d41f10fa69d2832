import {logShares} from './numbers.ts'

/** How a line says something else than the words that it stands for. */
export interface Unfaithful {
  readonly level: 'stop' | 'warn'
  readonly rule: string
  readonly detail: string
}

/** What lines are held against. */
export interface Held {
  /** The words of the document that they stand for. */
  readonly words: string
  /** Licensed pairs: words of the lines → words of the document. */
  readonly because?: Readonly<Record<string, string>>
  /** An idea in a list of improvements says that something is to get better, whatever its words are. */
  readonly isToImprove?: boolean
  /** Names of whom the document is about and who wrote it. */
  readonly names: readonly string[]
  /** Every grade of its scales. */
  readonly grades: readonly string[]
}

/**
 * Holds lines against the words that they stand for: a number, name or grade that those do not hold, and a negation
 * lost or new, stop; a direction, a scope or a time that is in the one and not in the other is told to the editor. It
 * knows nothing of how the lines were made, so it also finds what a person or an entry of the phrase bank got wrong.
 */
export function holdAgainst(lines: readonly string[], held: Held): Unfaithful[] {
  const licensed = Object.entries(held.because ?? {})
  // What is licensed is taken out on both sides; whether the document has its side is a question of its own.
  const strip = (text: string, parts: readonly string[]) =>
    parts.reduce((rest, part) => rest.replaceAll(new RegExp(escapePattern(part), 'giu'), ' '), text)
  const source = straighten(held.words)
  const bare = strip(
    source,
    licensed.map(([, theirs]) => straighten(theirs)),
  )
  const ours = lines.map((line) =>
    strip(
      straighten(line),
      licensed.map(([own]) => straighten(own)),
    ),
  )
  return [
    ...licensed
      .filter(([own]) => !lines.some((line) => straighten(line).toLowerCase().includes(straighten(own).toLowerCase())))
      .map(([own]): Unfaithful => ({level: 'stop', rule: 'licence-unused', detail: `“${own}” is not in the lines`})),
    ...licensed.flatMap(([own, theirs]): Unfaithful[] =>
      source.toLowerCase().includes(straighten(theirs).toLowerCase())
        ? []
        : [
            {
              level: 'stop',
              rule: 'licence-without-words',
              detail: `“${own}” is said because of “${theirs}”, which is not there`,
            },
          ],
    ),
    ...checkNumbers(ours, bare),
    ...checkNames(ours, source, held),
    ...checkNegations(ours, bare),
    ...checkKinds(ours, source, held),
  ]
}

const straighten = (text: string) => text.replace(/['‘’ʼ]/g, '’').replace(/\s+/g, ' ')
const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
/** Words that are numbers too; `one` is left aside, since it mostly means "a". */
const sizes: Readonly<Record<string, string>> = {
  half: '1/2',
  twice: '×2',
  double: '×2',
  doubled: '×2',
  doubling: '×2',
  halved: '1/2',
  third: '1/3',
  quarter: '1/4',
  twenty: '20',
  thirty: '30',
  hundred: '100',
}

function readNumbers(text: string): string[] {
  // A thin or plain space may part the thousands: `3 850`.
  return [
    ...text
      .replace(/(?<=\b\d{1,3})[ \u00a0\u2009](?=\d{3}\b)/g, '')
      .toLowerCase()
      .matchAll(/\d+(?:[,.]\d+)*(?:[/-]\d+)?|\p{L}+/gu),
  ].flatMap(([token]) => {
    if (/^\d/.test(token)) return [token.replace(/(?<=\d),(?=\d{3})/g, '').replace('-', '/')]
    const value = numberWords.indexOf(token)
    if (value === 1) return []
    return value >= 0 ? [String(value)] : sizes[token] ? [sizes[token]] : []
  })
}

/** A share as easy read tells it: `more than 9 out of every 10`. */
const ratio = /(?<part>\d+(?:\.\d+)?) out of (?:every )?(?<whole>\d+)/giu

function checkNumbers(lines: readonly string[], source: string): Unfaithful[] {
  const shares = new Set(logShares(source).flatMap(({share}) => readRatios(`${share.share}, ${share.exact}`)))
  const known = new Set(readNumbers(source).flatMap((number) => [number, ...number.split('/')]))
  const spans = new Set(readNumbers(source))
  // `3 of the 4 national targets` is a share that the document prints itself.
  const isPrinted = (share: string) =>
    new RegExp(`\\b${share.replace(' of ', ' (?:out )?of (?:the |every )?')}\\b`, 'iu').test(source)
  const isKnown = (number: string) => (number.includes('/') ? spans.has(number) : known.has(number))
  return lines.flatMap((line) =>
    [
      ...readRatios(line).filter((share) => !shares.has(share) && !isPrinted(share)),
      ...readNumbers(line.replace(ratio, ' ')).filter((number) => !isKnown(number)),
    ].map((number): Unfaithful => ({level: 'stop', rule: 'number-not-in-source', detail: `${number}: ${line}`})),
  )
}

const readRatios = (text: string) =>
  [...text.matchAll(ratio)].map(({groups}) => `${groups?.['part']} of ${groups?.['whole']}`)

const always = new Set(['NHS', 'HIV', 'England', 'English', 'I'])

/** A word with a capital inside a line is a name; at its start, only one that the document prints with a capital too. */
function checkNames(lines: readonly string[], source: string, {names, grades}: Held): Unfaithful[] {
  const known = new Set(
    [source, ...names].flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase()),
  )
  const printed = new Set(source.match(/[\p{L}\p{N}]+/gu) ?? [])
  return lines.flatMap((line) => {
    const words = [...line.matchAll(/[\p{L}\p{N}]+/gu)]
    return words.flatMap((match, index): Unfaithful[] => {
      const [word] = match
      if (index === 0 || always.has(word) || !/^\p{Lu}/u.test(word)) return []
      if (/^\p{Lu}\p{Ll}*$/u.test(word) && grades.includes(word) && !printed.has(word))
        return [{level: 'stop', rule: 'grade-not-in-source', detail: `${word}: ${line}`}]
      return known.has(word.toLowerCase()) || known.has(word.toLowerCase().replace(/s$/, ''))
        ? []
        : [{level: 'stop', rule: 'name-not-in-source', detail: `${word}: ${line}`}]
    })
  })
}

const negation = /\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|nowhere)\b|n’t\b/giu
const countNegations = (text: string) => text.match(negation)?.length ?? 0

function checkNegations(lines: readonly string[], source: string): Unfaithful[] {
  const [ours, theirs] = [countNegations(lines.join(' ')), countNegations(source)]
  if (ours === theirs) return []
  const rule = ours > theirs ? 'negation-new' : 'negation-lost'
  return [{level: 'stop', rule, detail: `${ours} in the lines, ${theirs} in the report’s words`}]
}

/**
 * Words that say in which direction, how much of it, or when; each kind with how the document may say it. Lines may not
 * say one more often than the document does; where `mayBeLost` is not set, they may not leave it out either.
 */
const kinds: readonly {
  readonly name: string
  readonly ours: RegExp
  readonly theirs: RegExp
  readonly mayBeLost?: true
}[] = [
  {
    name: 'more',
    ours: /\b(?:more|bigger|higher|increases?d?|grew|grows?|rose|up)\b(?! than (?:half|\d))/giu,
    theirs:
      /\b(?:more|increas\w*|higher|rise[sn]?|rising|rose|raise|grow\w*|grew|extra|additional|further|greater|expan\w*|exten\w*|wider|exceed\w*|excess\w*|maximis\w*)\b/giu,
  },
  {
    name: 'fewer',
    ours: /\b(?:fewer|less|lower|low|reduces?d?|fell|down|smaller|cut|drop(?:s|ped)?)\b/giu,
    theirs:
      /\b(?:fewer|less|low\w*|reduc\w*|decreas\w*|fall(?:en|ing)?|fell|drop\w*|cut\w*|minimis\w*|down|smaller|insufficient|limited|shortfall\w*|declin\w*)\b/giu,
  },
  {
    name: 'better',
    ours: /\b(?:better|improves?d?)\b/giu,
    theirs: /\b(?:better|improv\w*|enhanc\w*|strengthen\w*|stronger|progress\w*|develop\w*|good|modernis\w*)\b/giu,
    mayBeLost: true,
  },
  {
    name: 'worse',
    ours: /\b(?:worse|worst|bad|badly|weak|poor)\b/giu,
    theirs:
      /\b(?:worse|worst|bad\w*|weak\w*|poor\w*|inadequate\w*|deteriorat\w*|declin\w*|disappoint\w*|fragil\w*)\b/giu,
    mayBeLost: true,
  },
  {
    name: 'longer',
    ours: /\b(?:longer|slower)\b/giu,
    theirs: /\b(?:longer|increas\w*|slow\w*|delay\w*)\b/giu,
    mayBeLost: true,
  },
  {
    name: 'shorter',
    ours: /\b(?:shorter|quicker|faster|quickly|sooner)\b/giu,
    theirs:
      /\b(?:short\w*|quick\w*|fast\w*|soon\w*|reduc\w*|minimis\w*|timel\w*|prompt\w*|rapid\w*|immediate\w*|speed\w*|on time|urgent\w*)\b/giu,
    mayBeLost: true,
  },
  {
    name: 'all',
    ours: /\b(?:(?<!(?:nearly|almost) )all|every(?! \d)|everyone|everybody|everything|each|always|whole)\b/giu,
    theirs:
      /\b(?:all|every\w*|each|always|whole|full\w*|entire\w*|across|throughout|individual\w*|annual|monthly|weekly|daily|quarterly|twenty-four)\b|\b100 ?(?:%|per ?cent\b)/giu,
    mayBeLost: true,
  },
  {
    name: 'most',
    ours: /\b(?:most|nearly all|almost all)\b/giu,
    theirs:
      /\b(?:most|majority|nearly all|almost all|largest|predominantly)\b|\b(?:5[5-9]|[6-9]\d)(?:\.\d+)? ?(?:%|per ?cent\b)/giu,
    mayBeLost: true,
  },
  {
    name: 'some',
    ours: /\b(?:some|a few)\b/giu,
    theirs: /\b(?:some|a few|certain|several|number of|part(?:ly|ially)?|groups?)\b/giu,
    mayBeLost: true,
  },
  {name: 'only', ours: /\bonly\b/giu, theirs: /\b(?:only|just|solely|alone)\b/giu, mayBeLost: true},
  // What is planned is not done, and what was done is not planned.
  {
    name: 'will',
    ours: /\b(?:will|plans? to|going to)\b/giu,
    theirs:
      /\b(?:will|plan\w*|intend\w*|aim\w*|propos\w*|shall|should|must|need\w*|wish\w*|want\w*|would|to|expect\w*|next|target\w*)\b/giu,
    mayBeLost: true,
  },
  {
    // As a helping verb; `did not` is a negation, which is counted by itself.
    name: 'did',
    ours: /\bdid\b(?! not\b)/giu,
    theirs: /\bdid\b(?! not\b)/giu,
    mayBeLost: true,
  },
]

function checkKinds(lines: readonly string[], source: string, {isToImprove}: Held): Unfaithful[] {
  return kinds.flatMap(({name, ours, theirs, mayBeLost}): Unfaithful[] => {
    // Every improvement is to get better, and its lines say so.
    if (isToImprove && name === 'better') return []
    const said = lines.flatMap((line) => Array.from(line.match(ours) ?? [], () => line))
    const printed = source.match(theirs)?.length ?? 0
    const isLost = !mayBeLost && printed > 0 && said.length === 0
    return [
      ...said.slice(printed).map((detail): Unfaithful => ({level: 'warn', rule: `${name}-not-in-source`, detail})),
      ...(isLost ? [{level: 'warn' as const, rule: `${name}-lost`, detail: lines.join(' ')}] : []),
    ]
  })
}
