import type {Place} from './assessment.ts'
import {foldLookAlikes} from './look-alikes.ts'
import type {Line, NormalDocument} from './normalise.ts'
import type {PublicationRecord} from './records.ts'
import type {Source} from './source.ts'

/** Why a document is not published; for the officer's eyes only, never for the output. */
export interface HeldBack {
  readonly file: string
  readonly why: string
  readonly hint: string
  readonly place: Place
}

// In all patterns a space may be missing: letters that were spaced out, and words parted at a line end, are joined.
const anyOf = (...patterns: readonly string[]) => `(?:${patterns.join('|').replaceAll(' ', ' ?')})`

/** Words that nobody writes by accident: they forbid publication anywhere, in a long sentence too. */
const anywhere = new RegExp(
  String.raw`\b${anyOf(
    'not (?:yet |currently )?for publication',
    'do not publish',
    'contains? (?:exempt|confidential)(?: (?:and|or) (?:exempt|confidential))? information',
    'exempt by virtue of (?:the )?paragraphs?',
  )}\b`,
  'i',
)

/** Words that are a stamp in a short line or in capitals; in a sentence they may speak of something else. */
const phrases = [
  'not (?:yet |currently )?for (?:(?:onward|public|general|further|wider) )?(?:release|circulation|disclosure|distribution)',
  'not to be (?:published|released|circulated|disclosed|distributed|made public)',
  'exempt from (?:publication|disclosure)',
  'exempt under (?:the )?(?:access|schedule|sections?|paragraphs?|part|rule)',
  'exempt information (?:under |within |as defined in )?(?:the )?(?:paragraphs?|schedule|section|part|rule|category)',
  'official sensitive',
  '(?:strictly (?:private )?|private )(?:, )?(?:and )?confidential',
  'embargoed (?:until|till|to|for|\\d{1,2})',
  'embargo (?:until|till|\\d{1,2})',
  'under embargo',
]
const aboutItself =
  '(?:this|the) (?:report|document|paper|letter|appendix|annex|file|page|item) (?:is|remains|(?:must|should) be treated as) '
const shortStamp = new RegExp(
  String.raw`\b(?:${anyOf(aboutItself)}(?:strictly ?)?${anyOf('confidential', 'restricted', 'embargoed', 'exempt', ...phrases)}|${anyOf(...phrases)})\b`,
  'gi',
)

/** Common words, a stamp only by themselves or beside the words of a running title. */
const besides = String.raw`(?:(?:page|of|\d{1,4}|draft|final|reports?|documents?|papers?|appendix|annex|items?|letter|copy|version|information|internal|only|marked|status|classification)[.,]? )`
const aloneStamp = new RegExp(
  `^${besides}{0,6}${anyOf('confidential', 'restricted', 'embargoed', 'strictly private', 'exempt (?:information|report|appendix|annex|item|paper|document)s?', 'draft not final')}[.,!]? ${besides}{0,6}$`,
  'i',
)

/** A line with more words is no stamp, unless it is one in capitals. */
const mostWords = 16

/**
 * Says why a document is held back; `undefined` when it may be published today. Whether it is withdrawn comes after: a
 * page that says so would tell that there is such a document.
 */
export function findHold(
  source: Source,
  document: NormalDocument,
  record: PublicationRecord | undefined,
  today: string,
): HeldBack | undefined {
  const start = {file: source.file, line: 1}
  const hold = (why: string, hint: string, place: Place = start): HeldBack => ({file: source.file, why, hint, place})
  if (record?.embargo && today < record.embargo)
    return hold(`under embargo until ${record.embargo}`, `Build again on or after ${record.embargo}`)
  if (record?.sha256 && record.sha256 !== source.sha256)
    return hold(
      'its record was written for another version of the file',
      `Check the new version, then write sha256: ${source.sha256} into the record`,
    )
  const stamp = findStamp(document.lines) ?? findHiddenStamp(source)
  if (!stamp) return
  if (!record?.release)
    return hold(
      `stamped \`${stamp.text}\``,
      'Once its release is settled, write who, when and on what basis into its record in content/records/',
      stamp.place,
    )
  if (!record.sha256)
    return hold(
      'its release does not say for which file',
      `Write sha256: ${source.sha256} into the record`,
      stamp.place,
    )
  return
}

/** A part of the document to look for a stamp in: lines, a cell of a row, or what dashes and colons part. */
interface Piece {
  readonly text: string
  /** Something stands beside it, so that its beginning is not that of a line of wrapped prose. */
  readonly isPart: boolean
}

function findStamp(lines: readonly Line[]): {text: string; place: Place} | undefined {
  const printed = lines
    .filter((line) => line.shape !== 'blank')
    .map((line) => ({place: line.place, parts: readParts(line).map(clean)}))
  for (const {place, parts} of printed) {
    const text = findFirst(listPieces(parts), readStamp)
    if (text) return {text, place}
  }
  // A stamp may be wrapped: `NOT FOR` ⏎ `PUBLICATION`. What is found in no single line crosses a line end, and what is
  // found in no two lines crosses two, so that the first line is always where the stamp begins.
  const texts = printed.map(({parts}) => parts.join('  '))
  for (const size of [2, 3])
    for (const [index, {place}] of printed.entries()) {
      const wrapped = texts.slice(index, index + size)
      const text = wrapped.length === size && readStamp({text: joinLines(wrapped), isPart: false})
      if (text) return {text, place}
    }
  return
}

/** Comments and values of attributes, which are no words of a page, but may be a template's or a person's stamp. */
const unseen =
  /<!--(?<comment>.{0,1000}?)-->|=\s{0,9}(?:"(?<value>[^"<>]{9,2000})"|'(?<other>[^'<>]{9,2000})'|(?<bare>[^\s"'<>=]{9,200}))/g

function findHiddenStamp({file, lines}: Source): {text: string; place: Place} | undefined {
  for (const [index, {text: raw}] of lines.entries()) {
    if (!raw.includes('<')) continue
    const pieces = [...raw.matchAll(unseen)].map(({groups}) => clean(Object.values(groups ?? {}).find(Boolean) ?? ''))
    const text = findFirst(listPieces(pieces), readStamp)
    if (text) return {text, place: {file, line: index + 1}}
  }
  return
}

/** Cells or columns of a line, which may be one. */
const readParts = ({cells, columns, text}: Line): readonly string[] =>
  cells.length > 0 ? cells.filter(Boolean) : (columns ?? [text])

const listPieces = (parts: readonly string[]): readonly Piece[] => [
  {text: parts.join('  '), isPart: false},
  ...(parts.length > 1 ? parts : []).filter(hasRoom).map((text) => ({text, isPart: true})),
  ...parts.flatMap((part) => {
    const clauses = part.split(partedBy).map((text, index) => ({text, isPart: index > 0}))
    return clauses.length > 1 ? clauses.filter(({text}) => hasRoom(text)) : []
  }),
]

/** Shorter than any stamp: left out early, since a line may have thousands of such pieces. */
const hasRoom = (text: string) => text.length >= 9

/** What parts a stamp from the rest of its line: `CONFIDENTIAL – Page 1 of 3`. */
const partedBy = /\s[-–—―]{1,3}\s|[—:;()[\]|•·]|[.!?]\s/u

function findFirst<In, Out>(items: readonly In[], find: (item: In) => Out | undefined): Out | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return
}

/** Letters as they are read: full-width and look-alike ones made plain, what no reader sees taken out. */
const clean = (text: string) =>
  foldLookAlikes(text.normalize('NFKC'))
    .replace(/<[^<>]{1,40}>|&(?:shy|zwn?j|lrm|rlm);|\p{Cf}|\u034f/giu, '')
    .replace(/&\w{1,30};/g, ' ')

/** `PUBLI-` ⏎ `CATION` is one word. */
const joinLines = (texts: readonly string[]) =>
  texts.reduce((before, text) => {
    const whole = before.replace(/(?<=\p{L})[-‐][*_]{0,3}$/u, '')
    return whole === before ? `${before} ${text}` : whole + text.replace(/^[*_]{1,3}/, '')
  })

/** Words with one space between them; marks become spaces, except those that end a clause. */
const flatten = (text: string) =>
  text
    .replace(/[^\p{L}\p{N}.,;!?]/gu, ' ')
    .replace(spacedLetters, (letters) => letters.replace(/(?<! ) (?! )/g, ''))
    .replace(/ {2,}/g, ' ')
    .trim()

/** `N O T  F O R`: a single space parts letters, more part words. Fewer than four letters may be initials. */
const spacedLetters = /(?<![\p{L}\p{N}])\p{L}(?: {1,4}\p{L}(?![\p{L}\p{N}])){3,}/gu

/** The words of the stamp that a piece bears. */
function readStamp({text, isPart}: Piece): string | undefined {
  const flat = flatten(text)
  const certain = anywhere.exec(flat)
  if (certain) return certain[0]
  const isShort = flat.split(' ', mostWords + 1).length <= mostWords
  const isSentence = flat.endsWith('.')
  for (const {0: found, index} of flat.matchAll(shortStamp)) {
    if (isCapitals(found)) return found
    const isWhole = index === 0 && (isPart || found.length === flat.length) && !isSentence
    // A small letter within a line: a sentence, unless it speaks of the document.
    if (isShort && (/^\p{Lu}/u.test(found) || /^the|^this/.test(found) || isWhole)) return found
  }
  // A small letter and a full stop: the last word of a sentence that was wrapped.
  const isAlone = aloneStamp.test(`${flat} `) && (isShort || isCapitals(flat))
  return isAlone && (/^[\p{Lu}\p{N}]/u.test(flat) || !(isSentence || isPart)) ? flat : undefined
}

const isCapitals = (text: string) => text === text.toUpperCase()
