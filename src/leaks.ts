import type {Place} from './assessment.ts'
import {openBytes} from './containers.ts'
import {foldMarkup, foldWords} from './folded-words.ts'
import type {Problem} from './problem.ts'

/** Words that may be in no byte of the output. */
export type Secret = WithheldSecret | HeldSecret

/** What one redaction withholds. */
export interface WithheldSecret {
  readonly kind: 'withheld'
  /** Where the record says so. */
  readonly place: Place
  /** 1 for the first redaction of the record. */
  readonly number: number
  readonly why: string
  /** As found in the document. */
  readonly words: readonly string[]
  /** Name of the document's file, which pages publish. */
  readonly source: string
}

/** A document of which nothing is published. */
export interface HeldSecret {
  readonly kind: 'held-back'
  readonly place: Place
  readonly source: string
  readonly sha256: string
  readonly lines: readonly string[]
}

/** The written site, file by file. */
export interface Written {
  /** Paths from its folder: `councils/index.html`. */
  readonly list: () => readonly string[]
  readonly read: (file: string) => Uint8Array
}

// Fonts and WebAssembly are copied from packages as they are, and hold no text.
const unchanged = /^(?:assets\/fingerprinted\/[^/]+\.woff2|pagefind\/wasm\.[^/]+\.pagefind)$/

/**
 * Proves that no secret is in any written file or file name; each one that is becomes an error, which never repeats the
 * words. `ours` is what the site may say: the published passages and our own words.
 */
export function findLeaks(secrets: readonly Secret[], ours: Iterable<string>, written: Written): Problem[] {
  if (secrets.length === 0) return []
  const {needles, published} = makeNeedles(secrets, ours)
  const index = indexNeedles(needles)
  const anchors = [...index.keys()]
  const readWord = makeWordReader(needles, published)
  const found = new Map<Secret, Set<string>>()
  const note = (file: string, secret: Secret) => found.set(secret, (found.get(secret) ?? new Set()).add(file))
  for (const {kind, source} of secrets)
    if (kind === 'withheld' && !isHeldBack(source, secrets))
      for (const needle of findInName(source, needles))
        note(`the name of seeds/${source}, which pages tell`, needle.secret)
  for (const file of written.list()) {
    for (const needle of findInName(file, needles)) note(file, needle.secret)
    if (unchanged.test(file)) continue
    const {texts, words} = openBytes(written.read(file))
    for (const text of texts)
      for (const reading of foldMarkup(text, anchors))
        for (const needle of findNeedles(reading, index)) note(file, needle.secret)
    for (const word of words) for (const secret of readWord(word)) note(file, secret)
  }
  return [...found].map(([secret, files]) => describeLeak(secret, [...files], needles))
}

/** Words in a row that tell a secret. */
interface Needle {
  readonly secret: Secret
  readonly words: readonly string[]
}

/** How many words in a row of a document that is held back are its own, and no turn of phrase. */
const runLength = 6

/** What to look for, and the vocabulary of what the site may say. */
function makeNeedles(
  secrets: readonly Secret[],
  ours: Iterable<string>,
): {readonly needles: readonly Needle[]; readonly published: ReadonlySet<string>} {
  const [withheld, held] = [
    secrets.flatMap((secret) => (secret.kind === 'withheld' ? secret.words.flatMap(makeForms).map(pair(secret)) : [])),
    secrets.flatMap((secret) => (secret.kind === 'held-back' ? makeRuns(secret).map(pair(secret)) : [])),
  ]
  // Reports of one kind share sentences; what another report or page of ours says is no secret of this one.
  const index = indexNeedles(held)
  const shared = new Set<Needle>()
  const published = new Set<string>()
  for (const text of ours) {
    const words = foldWords(text)
    for (const word of words) published.add(word)
    for (const needle of findNeedles(words, index)) shared.add(needle)
  }
  return {needles: [...withheld, ...held.filter((needle) => !shared.has(needle))], published}
}

const pair =
  (secret: Secret) =>
  (words: readonly string[]): Needle => ({secret, words})

/** Withheld words as they stand, and a number also without its spaces, as in the address of a telephone link. */
function makeForms(text: string): string[][] {
  const words = foldWords(text)
  const number = words.join('')
  if (words.length === 0) return []
  return words.length > 1 && /^\d{7,}$/.test(number) ? [words, [number]] : [words]
}

/** A held-back document's file name, its SHA-256, and each of its longer lines in pieces. */
function makeRuns({source, sha256, lines}: HeldSecret): string[][] {
  const name = foldWords(source)
  const stem = foldWords(source.replace(/\.[^.]*$/, ''))
  const pieces = lines.flatMap((line) => {
    const words = foldWords(line)
    const starts = Array.from({length: Math.floor(words.length / runLength)}, (_, index) => index * runLength)
    return starts.map((start) => words.slice(start, start + runLength))
  })
  // One plain word, such as `report.txt` without its ending, would be found on every page.
  return [name, ...(stem.join('').length >= 12 ? [stem] : []), [sha256], ...pieces]
}

/** Needles by their longest word, which few other words of a page are, with where in the needle it stands. */
type NeedleIndex = ReadonlyMap<string, readonly {readonly needle: Needle; readonly offset: number}[]>

function indexNeedles(needles: readonly Needle[]): NeedleIndex {
  const entries = needles.map((needle) => {
    const {words} = needle
    const anchor = words.reduce((longest, word) => (word.length > longest.length ? word : longest), '')
    return {needle, anchor, offset: words.indexOf(anchor)}
  })
  return Map.groupBy(entries, ({anchor}) => anchor)
}

function* findNeedles(words: readonly string[], index: NeedleIndex): Generator<Needle> {
  for (let at = 0; at < words.length; at++) {
    const entries = index.get(words[at] ?? '')
    if (!entries) continue
    for (const {needle, offset} of entries)
      if (needle.words.every((word, place) => words[at - offset + place] === word)) yield needle
  }
}

const isHeldBack = (name: string, secrets: readonly Secret[]) =>
  secrets.some(({kind, source}) => kind === 'held-back' && source === name)

/** In a file's name: `AnnMarlow.txt`, `ann-marlow.txt` and `annmarlow.txt` all say the two words. */
function findInName(name: string, needles: readonly Needle[]): Needle[] {
  const words = foldWords(name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))
  const joined = words.join('')
  const apart = new Set(findNeedles(words, indexNeedles(needles)))
  return needles.filter((needle) => {
    const isLong = needle.words.length > 1 && needle.words.join('').length >= 8
    return apart.has(needle) || (isLong && joined.includes(needle.words.join('')))
  })
}

/**
 * Tells whether a word of the search index can only come from withheld words. The index keeps words without their
 * endings (`board` for `boards`, `davi` for `Davies`), so a word is explained by any that begins like it.
 */
function makeWordReader(needles: readonly Needle[], published: ReadonlySet<string>) {
  const explained = new Set([...published].flatMap(listStems))
  const secretsByStem = new Map<string, Set<Secret>>()
  for (const {secret, words} of needles.filter(({secret: {kind}}) => kind === 'withheld'))
    for (const word of words.filter((each) => each.length > 2 && !published.has(each)))
      for (const stem of listStems(word)) secretsByStem.set(stem, (secretsByStem.get(stem) ?? new Set()).add(secret))
  return (word: string): Iterable<Secret> => {
    const [folded = '', ...rest] = foldWords(word)
    return rest.length > 0 || explained.has(folded) ? [] : (secretsByStem.get(folded) ?? [])
  }
}

const longestEnding = 5

/** What an index may make of a word: its beginning, with an `i` for a `y` or an `e` put back. */
function listStems(word: string): string[] {
  const beginnings = Array.from({length: longestEnding + 1}, (_, cut) => word.slice(0, word.length - cut))
  return beginnings
    .filter((beginning) => beginning === word || beginning.length > 2)
    .flatMap((beginning) => [beginning, `${beginning}e`, beginning.replace(/y$/, 'i')])
}

function describeLeak(secret: Secret, files: readonly string[], needles: readonly Needle[]): Problem {
  const own = needles.filter((needle) => needle.secret === secret)
  const mask = (text: string) => maskWords(text, own)
  const shown = files.slice(0, 5).map(mask).join(', ')
  const where = files.length > 5 ? `${shown} and ${files.length - 5} more files` : shown
  const common = {level: 'error', rule: 'leaked-words'} as const
  if (secret.kind === 'held-back')
    return {
      ...common,
      place: secret.place,
      message: `Unexpected words of a document that is held back in ${where}, expected nothing of it`,
      hint: 'Look whether a page, a record or another document of ours quotes it; else the program is at fault: publish nothing before it is mended',
    }
  const isNamed = findInName(secret.source, own).length > 0
  return {
    ...common,
    place: secret.place,
    message: `Unexpected words in ${where} that redaction ${secret.number} withholds (“${mask(secret.why)}”), expected them in no file`,
    hint: isNamed
      ? 'The name of the document’s file holds them, and pages tell that name: rename the file in seeds/ and its record'
      : 'Look in the other documents, in the records and in our own pages; when the words are too common to be a secret, let the pattern take in more of the words around them',
  }
}

/** A text for the officer's screen, without the words: a file's name or a reason may hold them. */
function maskWords(text: string, needles: readonly Needle[]): string {
  const masked = needles.reduce(
    (shown, {words}) =>
      shown.replace(new RegExp(words.map(RegExp.escape).join('[^\\p{L}\\p{N}]*'), 'giu'), '[withheld]'),
    text,
  )
  return findInName(masked, needles).length > 0 ? '[a name that holds them]' : masked
}
