import {type Acronym, eachSection, type Place, type Section} from './assessment.ts'
import type {Term} from './content.ts'
import {findCodes} from './evidence.ts'
import {hasInitials, matchesInitials} from './initials.ts'
import type {Report} from './problem.ts'
import {eachText} from './texts.ts'

/** A short form in running text. */
export interface Use {
  /** The short form without its plural, in capitals: `DPs` → `DP`, `DoLS` → `DOLS`. */
  readonly key: string
  readonly short: string
  readonly at: number
  readonly to: number
}

/** A short form that the words explain: `Joint Strategic Needs Assessment (JSNA)`. */
export interface Expansion extends Use {
  readonly full: string
}

// Behind `Ref:` stand someone's initials.
const shortForm =
  /(?<![Rr]ef[:.]?\s{0,3})(?<![\p{L}\p{N}@./_’'-])\p{Lu}[\p{L}\p{Nd}&]{1,8}(?:['’]s)?(?![\p{L}\p{Nd}@/_-]|\.\p{L})/gu

/** Words with two capitals or more, such as `JSNA`, `DPs` and `DoLS`. */
export function findUses(text: string): Use[] {
  return [...text.matchAll(shortForm)].flatMap(({0: printed, index}) => {
    const short = printed.replace(/(?:['’]s|(?<=\p{Lu})s(?:['’]s)?)$/u, '')
    if (isBehindAmount(text, {index, end: index + printed.length, isPlural: short !== printed})) return []
    const capitals = [...short].filter((letter) => /\p{Lu}/u.test(letter)).length
    return capitals < 2 ? [] : [{key: short.toUpperCase(), short, at: index, to: index + printed.length}]
  })
}

/** `£2,000 PA` and `30 PA` say how often or when; `54 SSI indicators`, `30 PAs` and `in 2003 SSI said` do not. */
function isBehindAmount(
  text: string,
  {index, end, isPlural}: {readonly index: number; readonly end: number; readonly isPlural: boolean},
): boolean {
  const before = text.slice(Math.max(0, index - 30), index)
  if (/[£€$]\s?\d[\d.,]*\s?(?:k|m|bn|thousand|million|billion)?\s?$/iu.test(before)) return true
  if (isPlural || !/(?<![\d.,])(?!(?:19|20)\d\d\s)\d[\d.,]*\s$/u.test(before)) return false
  return !/^\s(?!(?:and|as|at|by|for|from|in|is|of|on|or|per|than|the|to|was|were|with)\b)\p{Ll}/u.test(
    text.slice(end, end + 8),
  )
}

/** Short forms that stand in brackets behind their words, or before them: `CPA (Comprehensive Performance Assessment)`. */
export function findExpansions(text: string): Expansion[] {
  return findUses(text).flatMap((use) => {
    const full = findFullBefore(text, use) ?? findFullBehind(text, use)
    return full ? [{...use, full}] : []
  })
}

function findFullBefore(text: string, {short, at, to}: Use): string | undefined {
  const before = text.slice(Math.max(0, at - 200), at)
  const opened = /\s*[([]\s*(?:the\s+|or\s+|known as\s+)?["“'‘]?$/iu.exec(before)
  if (!opened || !/^["”'’]?\s*[)\]]/u.test(text.slice(to, to + 4))) return
  const words = /[^.;:()[\]!?•]*$/u.exec(before.slice(0, opened.index))?.[0].split(/\s+/u).filter(Boolean) ?? []
  for (let count = 2; count <= Math.min(words.length, short.length * 2 + 2); count++) {
    const own = words.slice(-count)
    if (matchesInitials(short, own)) return isSaidSo(short, own) ? own.join(' ') : undefined
  }
  return
}

/**
 * Whether words in small letters are what a short form behind them says: `fair access to care services (FACS)`. In
 * `training for staff and partners (SAP)` they only happen to have its letters.
 */
function isSaidSo(short: string, words: readonly string[]): boolean {
  if (words.some((word) => /\p{Lu}/u.test(word))) return true
  const joint = words.findIndex((word) => /^(?:for|of|with|to)$/.test(word))
  if (joint >= 0 && (short.length < 3 || words.includes('and', joint))) return false
  return matchesInitials(
    short,
    words.filter((word) => word !== 'and' && word !== 'or'),
  )
}

function findFullBehind(text: string, {short, to}: Use): string | undefined {
  const full = /^\s*\((?:the\s+)?(?<full>[^()]{5,120})\)/iu.exec(text.slice(to, to + 130))?.groups?.['full']?.trim()
  return full && matchesInitials(short, full.split(/\s+/u)) ? full : undefined
}

/** Every short form of a document, from A to Z: as the document explains it, else by the glossary, else unexplained. */
export function findAcronyms(
  sections: readonly Section[],
  glossary: readonly Term[],
  period: string,
  report: Report,
): Acronym[] {
  const texts = [...eachSection(sections)].flatMap(({section}) =>
    [...eachText(section)].map((text) => ({...text, place: placeOf(text.owner, section)})),
  )
  const ordinary = new Set(
    texts.flatMap(({text}) => text.match(/(?<!\p{L})\p{L}\p{Ll}+(?!\p{L})/gu) ?? []).map((word) => word.toLowerCase()),
  )
  const terms = indexGlossary(glossary.filter((term) => isInUse(term, period)))
  const printed = foldFull(texts.map(({text}) => text).join(' '))
  const found = new Map<string, Acronym>()
  for (const {text, place} of texts)
    for (const {key, short, full} of findExpansions(text)) {
      const known = found.get(key)
      if (!known) found.set(key, {short, full, explainedBy: 'document', place})
      else if (known.full && foldFull(known.full) !== foldFull(full)) report(twoMeanings(known, full, place))
    }
  for (const {text, place} of texts)
    for (const use of findUses(dropCapitals(text))) {
      // `PCTS` is the plural of `PCT`.
      if (found.has(use.key) || found.has(use.key.replace(/S$/, ''))) continue
      const term = terms.get(use.key)
      const meaning = findMeaning(use, term)
      const full = meaning && (!term?.ambiguous || printed.includes(foldFull(meaning))) ? meaning : undefined
      if (full) found.set(use.key, {short: use.short, full, explainedBy: 'glossary', place})
      else if (isAcronym(use, ordinary)) found.set(use.key, {short: use.short, place})
    }
  const acronyms = [...found.values()].sort((a, b) => (a.short.toUpperCase() < b.short.toUpperCase() ? -1 : 1))
  for (const acronym of acronyms) if (!acronym.explainedBy) report(notExplained(acronym))
  return acronyms
}

const placeOf = (owner: object, {place}: Section): Place => ('place' in owner ? (owner.place as Place) : place)

/** Words to compare what a short form stands for: letters only, without `and` and plurals. */
export const foldFull = (full: string): string => full.toLowerCase().replace(/\band\b|[^\p{L}\p{N}]+|s\b/gu, '')

/** Words in capitals say nothing of what is short: `SERVICES FOR CHILDREN`. */
const dropCapitals = (text: string): string =>
  text
    .split('\n')
    .map((line) => (/\p{Ll}{2}/u.test(line) ? line.replace(capitals, (block) => ' '.repeat(block.length)) : ''))
    .join('\n')

const capitals = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?:[\s/:–-]+\p{Lu}+){2,}(?![\p{L}\p{N}])/gu

/** A grade, a roman number, a name or a shouted word that stands in small letters elsewhere is short for nothing. */
function isAcronym({short, key}: Use, ordinary: ReadonlySet<string>): boolean {
  return (
    /^\p{Lu}[\p{Lu}&]{1,5}$/u.test(short) &&
    !/^[IVX]+$/.test(short) &&
    !notShort.has(key) &&
    !ordinary.has(key.toLowerCase()) &&
    findCodes(short).length === 0
  )
}

const notShort = new Set(
  'ADEQUATE ALL AM AND ANNEX BY CC CONT EC FAIR FAX FOR FROM GOOD IN IS IT KEY MET NB NEW NIL NO NONE NOT OF ON OR OUR PART PM PO POOR RE SECTION TABLE TBC TEL THE TO UK US USA VERY WEAK WELL WHAT WHO WHY WITH YES YOU'.split(
    ' ',
  ),
)

/** The glossary's terms by each short form that they list. */
function indexGlossary(glossary: readonly Term[]): Map<string, Term> {
  const index = new Map<string, Term>()
  for (const term of glossary)
    for (const form of [term.term, ...term.forms]) {
      const key = form.replace(/['’]?s$/u, '').toUpperCase()
      if (/^\p{Lu}\S*\p{Lu}/u.test(form) && !index.has(key)) index.set(key, term)
    }
  return index
}

/** Whether a short form was used in a term's sense in an assessment's period: `2002-03`. */
function isInUse({years}: Term, period: string): boolean {
  if (!years) return true
  const {from, to} = /^(?<from>\d{4})(?:-(?<to>\d\d))?/.exec(period)?.groups ?? {}
  // Of a document without a year nothing is known.
  if (!from) return false
  const last = Number(from) + (to ? 1 : 0)
  return last >= (years.from ?? 0) && Number(from) <= (years.to ?? 9999)
}

/** What our glossary says that a short form stands for: only words whose initials it has. */
function findMeaning({key, short}: Use, term: Term | undefined): string | undefined {
  if (!term) return
  const {term: name, full, forms} = term
  if (full && name.toUpperCase() === key) return full
  const meanings = [full, name, ...forms].flatMap((words) => (words ? [words.split(' ')] : []))
  // A misprint that the glossary knows: `AMPH` for an Approved Mental Health Professional.
  const found =
    meanings.find((words) => matchesInitials(short, words)) ?? meanings.find((words) => hasInitials(short, words))
  return found?.join(' ')
}

const notExplained = ({short, place}: Acronym) =>
  ({
    level: 'note',
    rule: 'term-not-explained',
    place,
    message: `Unexpected short form \`${short}\`, expected its full words in the document or in our glossary; readers are told that it is not explained`,
    hint: `Write what ${short} stands for into content/plain-language/glossary.yaml, as \`full\``,
  }) as const

const twoMeanings = ({short, full: first, place: other}: Acronym, full: string, place: Place) =>
  ({
    level: 'note',
    rule: 'two-meanings',
    place,
    other,
    message: `Unexpected second meaning of \`${short}\`: \`${full}\`, expected \`${first}\`; each section is explained by the nearest one before`,
    hint: 'Look whether the conversion cut or misread one of them',
  }) as const
