import {createHash} from 'node:crypto'
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

/** The words of files that hide them in their bytes, such as PDF and braille, by the files' hashes. */
export interface Readings {
  readonly take: (bytes: Uint8Array, words: string) => void
  readonly find: (bytes: Uint8Array) => string | undefined
}

export function openReadings(): Readings {
  const words = new Map<string, string>()
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64')
  return {take: (bytes, read) => words.set(hash(bytes), read), find: (bytes) => words.get(hash(bytes))}
}

// Fonts and WebAssembly are copied from packages as they are, and hold no text; what a video or a recording says, a person
// must hear: the build tells them so.
const unchanged =
  /^(?:assets\/fingerprinted\/[^/]+\.woff2|pagefind\/(?:easy-read\/)?wasm\.[^/]+\.pagefind|councils\/.*\/media\/[^/]+\.(?:mp4|webm|mp3|m4a|ogg|opus|jpe?g|png|webp|avif))$/

/**
 * Proves that no secret is in any written file or file name; each one that is becomes an error, which never repeats the
 * words. `ours` is what the site may say: the published passages and our own words.
 */
export function findLeaks(
  secrets: readonly Secret[],
  ours: Iterable<string>,
  written: Written,
  readings: Readings = openReadings(),
): Problem[] {
  if (secrets.length === 0) return []
  const {needles, published} = makeNeedles(secrets, ours)
  const index = indexWords(needles)
  const anchors = [...index.keys()]
  const findInName = makeNameReader(needles, index)
  const readWord = makeWordReader(needles, published)
  const found = new Map<Secret, Set<string>>()
  const unread: string[] = []
  const note = (file: string, secret: Secret) => found.set(secret, (found.get(secret) ?? new Set()).add(file))
  for (const {kind, source} of secrets)
    if (kind === 'withheld' && !isHeldBack(source, secrets))
      for (const needle of findInName(source)) note(`the name of seeds/${source}, which pages tell`, needle.secret)
  for (const file of written.list()) {
    for (const needle of findInName(file)) note(file, needle.secret)
    if (unchanged.test(file)) continue
    const bytes = written.read(file)
    if (isClosed(bytes) && readings.find(bytes) === undefined) unread.push(file)
    const {texts, words} = openBytes(bytes, readings.find)
    for (const text of texts)
      for (const reading of foldMarkup(text, anchors))
        for (const needle of findRuns(reading, index)) note(file, needle.secret)
    for (const word of words) for (const secret of readWord(word)) note(file, secret)
  }
  return [
    ...[...found].map(([secret, files]) => describeLeak(secret, [...files], needles, findInName)),
    ...unread.map(describeUnread),
  ]
}

/** Files whose bytes show no words, by how they begin. */
const isClosed = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-'

const describeUnread = (file: string): Problem => ({
  level: 'error',
  rule: 'unread-file',
  message: `Unexpected PDF ${file} that nobody read, expected those alone that the build makes and reads back: what is in it cannot be proved`,
  hint: 'Take it out of the site, or out of what is copied into it, while documents are held back or words withheld',
})

/** Words in a row that tell a secret. */
interface Needle extends Run {
  readonly secret: Secret
}

interface Run {
  readonly words: readonly string[]
  /** Its pieces, each with one space between its words; when the site says all of them, the whole is no proof. */
  readonly pieces?: readonly string[]
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
  const index = indexWords(held)
  const phrases = indexWords(listPhrases(held))
  const shared = new Set<Needle>()
  const said = new Set<string>()
  const published = new Set<string>()
  for (const text of ours) {
    const words = foldWords(text)
    for (const word of words) published.add(word)
    for (const phrase of findRuns(words, phrases)) said.add(phrase.words.join(' '))
    for (const needle of findRuns(words, index)) shared.add(needle)
  }
  const isSaid = (piece: string) => published.has(piece) || said.has(piece)
  const isOurs = (needle: Needle) => shared.has(needle) || needle.pieces?.every(isSaid)
  return {needles: [...withheld, ...held.filter((needle) => !isOurs(needle))], published}
}

const pair =
  (secret: Secret) =>
  (run: Run): Needle => ({...run, secret})

/** The pieces of more than one word, each once. */
function listPhrases(runs: readonly Run[]): Run[] {
  const pieces = new Set(runs.flatMap((run) => run.pieces ?? []))
  return [...pieces].filter((piece) => piece.includes(' ')).map((piece) => ({words: piece.split(' ')}))
}

/** Withheld words as they stand, and a number also without its spaces, as in the address of a telephone link. */
function makeForms(text: string): Run[] {
  const words = foldWords(text)
  const number = words.join('')
  if (words.length === 0) return []
  return words.length > 1 && /^\d{7,}$/.test(number) ? [{words}, {words: [number]}] : [{words}]
}

/** A held-back document's file name, its SHA-256, and all its words in pieces. */
function makeRuns({source, sha256, lines}: HeldSecret): Run[] {
  const stem = foldWords(source.replace(/\.[^.]*$/, ''))
  // One plain word, such as `report.txt` without its ending, would be found on every page; and the address of a page
  // says `halton-2009-10` without a leak.
  const stems = stem.join('').length >= 12 ? [{words: stem, pieces: stem}] : []
  return [{words: foldWords(source)}, ...stems, {words: [sha256]}, ...cutLines(lines)]
}

/**
 * Each line in runs, and runs over line ends too, since a document may be wrapped into lines of few words. Cells of a
 * table come as lines as well, and pages set the same subjects and grades side by side: a run over line ends counts only
 * when it holds a piece of a line that the site does not say.
 */
function cutLines(lines: readonly string[]): Iterable<Run> {
  const folded = lines.map(foldWords)
  const within = folded.flatMap(cutRuns).map((words): Run => ({words}))
  const across = cutRuns(folded.flatMap((words, line) => words.map((word) => ({word, line}))))
    .filter((run) => run[0]?.line !== run.at(-1)?.line)
    .map((run): Run => {
      const pieces = Map.groupBy(run, ({line}) => line).values()
      const join = (piece: typeof run) => piece.map(({word}) => word).join(' ')
      return {words: run.map(({word}) => word), pieces: [...pieces].map(join)}
    })
  // A heading on every sheet is one run; what stands in one line somewhere needs no pieces.
  return new Map([...across, ...within].map((run) => [run.words.join(' '), run])).values()
}

/** One run after the other; the last one reaches back, so that it is as long as the others. */
function cutRuns<Item>(items: readonly Item[]): Item[][] {
  const count = items.length < runLength ? 0 : Math.ceil(items.length / runLength)
  return Array.from({length: count}, (_, index) => {
    const start = Math.min(index * runLength, items.length - runLength)
    return items.slice(start, start + runLength)
  })
}

/** Runs by their longest word, which few other words of a page are, with where in the run it stands. */
type WordIndex<Item extends Run> = ReadonlyMap<string, readonly {readonly run: Item; readonly offset: number}[]>

function indexWords<Item extends Run>(runs: readonly Item[]): WordIndex<Item> {
  const entries = runs.map((run) => {
    const anchor = run.words.reduce((longest, word) => (word.length > longest.length ? word : longest), '')
    return {run, anchor, offset: run.words.indexOf(anchor)}
  })
  return Map.groupBy(entries, ({anchor}) => anchor)
}

function* findRuns<Item extends Run>(words: readonly string[], index: WordIndex<Item>): Generator<Item> {
  for (let at = 0; at < words.length; at++) {
    const entries = index.get(words[at] ?? '')
    if (!entries) continue
    for (const {run, offset} of entries)
      if (run.words.every((word, place) => words[at - offset + place] === word)) yield run
  }
}

const isHeldBack = (name: string, secrets: readonly Secret[]) =>
  secrets.some(({kind, source}) => kind === 'held-back' && source === name)

/** From this length on, words without the spaces between them are still no other word. */
const joinedLength = 8

type NameReader = (name: string) => ReadonlySet<Needle>

/**
 * Reads a file's name: `AnnMarlow.txt`, `ann-marlow.txt` and `annmarlow.txt` all say the two words. There are many names
 * and may be many needles, so the joined ones are looked up by how they begin.
 */
function makeNameReader(needles: readonly Needle[], index: WordIndex<Needle>): NameReader {
  const entries = needles
    .filter(({words}) => words.length > 1)
    .map((needle) => ({needle, joined: needle.words.join('')}))
    .filter(({joined}) => joined.length >= joinedLength)
  const byBeginning = Map.groupBy(entries, ({joined}) => joined.slice(0, joinedLength))
  return (name) => {
    const words = foldWords(name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))
    const found = new Set(findRuns(words, index))
    const whole = words.join('')
    for (let at = 0; at + joinedLength <= whole.length; at++)
      for (const {needle, joined} of byBeginning.get(whole.slice(at, at + joinedLength)) ?? [])
        if (whole.startsWith(joined, at)) found.add(needle)
    return found
  }
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

function describeLeak(
  secret: Secret,
  files: readonly string[],
  needles: readonly Needle[],
  findInName: NameReader,
): Problem {
  const findOwn = (name: string) => [...findInName(name)].filter((needle) => needle.secret === secret)
  const own = secret.kind === 'withheld' ? needles.filter((needle) => needle.secret === secret) : []
  // Of a document that is held back there are too many to try each.
  const mask = (text: string) => maskWords(text, secret.kind === 'withheld' ? own : findOwn(text), findOwn)
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
  const isNamed = findOwn(secret.source).length > 0
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
function maskWords(text: string, needles: readonly Needle[], findOwn: (name: string) => readonly Needle[]): string {
  const masked = needles.reduce(
    (shown, {words}) =>
      shown.replace(new RegExp(words.map(RegExp.escape).join('[^\\p{L}\\p{N}]*'), 'giu'), '[withheld]'),
    text,
  )
  return findOwn(masked).length > 0 ? '[a name that holds them]' : masked
}
