import type {Place} from './assessment.ts'
import type {Line} from './normalise.ts'
import type {Problem} from './problem.ts'

type Kind = 'phone' | 'email' | 'postcode' | 'name'

/**
 * Points the officer, and nobody else, at what may be personal in a document that is about to be published: telephone
 * numbers, e-mail addresses, postcodes and the names of those who sign or can be asked. One note for a line and kind.
 */
export function findPersonalData(lines: readonly Line[], recordFile: string): Problem[] {
  const names = findNames(lines)
  const found = lines.flatMap((line, index): Found[] => [
    ...finders.flatMap(({kind, find}) => find(line.text).map((words) => ({kind, words, place: line.place}))),
    ...(names.get(index) ?? []).map((words) => ({kind: 'name' as const, words, place: line.place})),
  ])
  const groups = Map.groupBy(found, ({kind, place}) => `${place.line} ${kind}`)
  return [...groups.values()].map((group) => describe(group, recordFile))
}

interface Found {
  readonly kind: Kind
  readonly words: string
  readonly place: Place
}

const finders: readonly {readonly kind: Kind; readonly find: (text: string) => string[]}[] = [
  {kind: 'phone', find: findPhones},
  {kind: 'email', find: (text) => [...text.matchAll(email)].map(([found]) => found)},
  {kind: 'postcode', find: (text) => [...text.matchAll(postcode)].map(([found]) => found)},
]

// Bounded, and never begun inside a word: a line may be one word of a hundred thousand letters.
const email = /(?<![\p{L}\p{N}._%+'’-])[\p{L}\p{N}][\p{L}\p{N}._%+'’-]{0,80}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
// The second half never holds C, I, K, M, O or V, which keeps out `M25 2AM`.
const postcode =
  /(?<![\p{L}\p{N}])[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY]) ?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/gu

/** `0116 496 0000`, `(0116) 496 0000`, `+44 (0)116 496 0000`, and without the area only where it says so: `Tel. 496 0000`. */
function findPhones(text: string): string[] {
  const whole = [...text.matchAll(/(?<![\p{L}\p{N}.,/£-])\(?(?:\+44|0)[\d() -]{7,18}\d(?![\d%])/gu)]
    // `(0116 496 0000)` has the bracket of the sentence.
    .map(([found]) => (found.includes(')') ? found : found.replace('(', '')))
    .filter((found) => /^0\d{9,10}$/.test(found.replace(/^\(?\+44\s*(?:\(0\))?/, '0').replace(/\D/g, '')))
  const local = [...text.matchAll(named)].flatMap(({groups}) => groups?.['number'] ?? [])
  return [...whole, ...local.filter((number) => !whole.some((other) => other.includes(number)))]
}

const named =
  /(?<!\p{L})(?:tel(?:ephone)?|phone|fax|mobile|ext(?:n|ension)?)(?: (?:no|number))?[.:]*\s*(?<number>\d[\d -]{2,12}\d)(?![\p{L}\d%])/giu

const part = String.raw`\p{Lu}[\p{Ll}'’]+(?:[-'’]?\p{Lu}\p{Ll}+)*`
const person = new RegExp(String.raw`^(?:${part}|\p{Lu}\.?)(?: (?:\p{Lu}\.|\p{Lu}|de|van|von|${part})){1,3}$`, 'u')
const shouted = /^\p{Lu}[\p{Lu}'’.-]*(?: \p{Lu}[\p{Lu}'’.-]*){1,3}$/u
const titled = new RegExp(
  String.raw`^(?:Dear )?(?<title>(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Professor|Sir|Dame|Lord|Lady)\.? )(?<rest>(?:${part}|\p{Lu}\.?)(?: ${part}){0,2})`,
  'u',
)
const bracketed = new RegExp(`[(;] ?(?<name>${part}(?: ${part}){1,2}), (?<office>[^();]{3,60})`, 'gu')
const farewell = /^(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|with) regards|signed\b)/i
const contact = /(?:contact|author|prepared by|officer)[^:]{0,30}:\s*(?<rest>.*)$/i

const offices =
  /^(?:directors?|officer|manager|head|chief|inspector|executive|lead|leader|chair|chairman|chairperson|councillor|minister|secretary|commissioner|advis[eo]r|solicitor|mayor|services|team)$/i
/** Words of offices and organisations: a line of them in capitals is no name. */
const stops =
  /^(?:acting|adults?|and|annual|area|assistant|associate|audit|board|borough|business|cabinet|carers?|care|children|city|commission|commissioning|committee|community|compliance|contact|copy|corporate|council|county|department|deputy|directorate|district|education|finance|for|former|group|health|home|housing|improvement|interim|job|key|legal|local|member|of|our|partnership|people|performance|policy|portfolio|principal|programme|public|quality|regional|report|review|safeguarding|section|senior|service|social|strategic|strategy|summary|support|the|title|trust|unit|with|working|yours)$/i

const wordsOf = (text: string) =>
  text
    .replace(/[,;:()–]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
const isOffice = (text: string) =>
  text.length < 90 &&
  !/[.!?]$/.test(text) &&
  wordsOf(text)
    .slice(0, 6)
    .some((word) => offices.test(word))

/** The words at the beginning of a text, up to the first one of an office or an organisation. */
function readPlainWords(text: string): string {
  const words = text.slice(0, 200).split(/[\s,;:–(]+/u)
  const end = words.findIndex((word) => offices.test(word) || stops.test(word))
  return words.slice(0, end < 0 ? words.length : end).join(' ')
}

/** The name at the beginning of a text: `Ann Marlow Head of Finance`. */
function readName(text: string, form = person): string | undefined {
  const name = readPlainWords(text)
  return text.startsWith(name) && form.test(name) ? name : undefined
}

/** `Dear Mr Marlow`, `Mrs Ann Marlow Director of Finance` */
function readTitledName(text: string): string | undefined {
  const {title, rest = ''} = titled.exec(text)?.groups ?? {}
  const name = readPlainWords(rest)
  return title && name ? `${title}${name}` : undefined
}

/** Who signs a letter or can be asked, by the index of the line. */
function findNames(lines: readonly Line[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, Set<string>>()
  const add = (index: number, name: string | undefined) => {
    if (name) found.set(index, (found.get(index) ?? new Set()).add(name))
  }
  const printed = lines.flatMap(({text, shape}, index) => (shape === 'blank' ? [] : [{text, index}]))
  for (const [at, {text, index}] of printed.entries()) {
    const next = printed[at + 1]
    add(index, readTitledName(text))
    for (const {groups} of text.matchAll(bracketed))
      if (groups?.['office'] && isOffice(groups['office'])) add(index, readName(groups['name'] ?? ''))
    // A name alone over an office: `Ann Marlow` ⏎ `Regional Director`.
    if (next && readName(text) === text && isOffice(next.text)) add(index, text)
    const [first = '', second = ''] = lines[index]?.cells ?? []
    if (readName(first) === first && isOffice(second)) add(index, first)
    const asked = contact.exec(text)?.groups?.['rest']
    if (asked) add(index, readName(asked))
    const below = printed.slice(at + 1, at + 4)
    if (farewell.test(text)) {
      const signed = below.find((line) => readName(line.text) ?? readName(line.text, shouted))
      if (signed) add(signed.index, readName(signed.text) ?? readName(signed.text, shouted))
    }
    // Under a heading such as `Officer to contact:` each of the next lines may name someone.
    const end = below.findIndex((line) => !readName(line.text))
    if (asked === '')
      for (const line of below.slice(0, end < 0 ? below.length : end)) add(line.index, readName(line.text))
  }
  return new Map([...found].map(([index, names]) => [index, [...names]]))
}

const labels: Readonly<Record<Kind, string>> = {
  phone: 'telephone number',
  email: 'e-mail address',
  postcode: 'postcode',
  name: 'name of a person',
}

function describe(group: readonly Found[], recordFile: string): Problem {
  const {kind, place} = group[0] as Found
  const words = [...new Set(group.map((found) => found.words))]
  const entries = words.map((each) => `- {pattern: '${writePattern(each)}', why: Personal data}`)
  return {
    level: 'note',
    rule: `personal-${kind}`,
    place,
    message: `Unexpected ${labels[kind]} ${words.map((each) => `\`${mask(kind, each)}\``).join(', ')}, expected none unless it is meant for the public`,
    hint: `When it must not be published, write under \`redactions:\` in ${recordFile}: ${entries.join(' ')}`,
  }
}

/** Enough to find it by, and no more: a log may be read by others. */
function mask(kind: Kind, words: string): string {
  if (kind === 'email') return words.replace(/(?<=^.).*(?=@)/u, '…')
  if (kind === 'postcode') return words.replace(/ ?...$/, ' …')
  if (kind === 'phone') return words.replace(/(?<=(?:\d\D*){3})\d/g, '•')
  return words.replace(/(?<=^|[\s.'’-])(\p{L})\p{L}+/gu, '$1…')
}

/** As a regular expression in single quotes of YAML. */
const writePattern = (words: string) => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll("'", "''")
