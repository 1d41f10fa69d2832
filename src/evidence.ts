import type {EvidenceReference, Passage, Place} from './assessment.ts'

// `E23`, `EV4` (evidence) and `IR35a` (information return). Other letters name other things: `NI 132` and `C28` are
// indicators, `A6` is a road. `E14 5AB` is the district of a postcode.
const code = /(?<![\p{L}\p{N}])(?:EV|E|IR)\d{1,3}[a-z]?(?![\p{L}\p{Nd}_-]|\s\d[A-Z]{2}\b)/gu
// `(E23)`, `[E7, E8]`, `(IR35a / IR35d)`: nothing else stands in the brackets but a footnote's mark. A margin may have
// left one bracket in another line.
const bracketed =
  /(?:^|[([])\s*(?:(?:EV|E|IR)\d{1,3}[a-z]?[⁰¹²³⁴-⁹]*(?:\s*(?:[,;/&]|and)\s*)?){1,20}\s*[)\]]|[([]\s*(?:(?:EV|E|IR)\d{1,3}[a-z]?[⁰¹²³⁴-⁹]*(?:\s*(?:[,;/&]|and)\s*)?){1,20}$/gu
// `see E23`, `evidence: E2`
const introduced = /\b(?:evidence|see|refs?|references?)\W{1,3}(?:EV|E|IR)\d{1,3}[a-z]?(?![\p{L}\p{Nd}])/giu
// `E2, E7 and E8`: one beside another.
const beside =
  /(?<![\p{L}\p{N}])(?:(?:EV|E|IR)\d{1,3}[a-z]?[⁰¹²³⁴-⁹]*(?:\s?(?:[,;/&]|and|or)\s?){1,2}){1,20}(?:EV|E|IR)\d{1,3}[a-z]?(?![\p{L}\p{Nd}_-]|\s\d[A-Z]{2}\b)/gu
// A cell that holds nothing else.
const alone = /^\s*(?:EV|E|IR)\d{1,3}[a-z]?[⁰¹²³⁴-⁹]*\s*$/gu

/** The codes that words name, with where they begin; a superscript footnote mark is no part of them. */
export function findCodes(text: string): {readonly code: string; readonly at: number}[] {
  return [...text.matchAll(code)].map((match) => ({code: match[0], at: match.index}))
}

/** The codes that words cite: in brackets, behind `see` and its like, beside another, or alone. In `E14 homes` it is a place. */
export function findCitations(text: string): string[] {
  return [...new Set([...findPlain(text), ...readCodes(text, [beside, alone])])]
}

const findPlain = (text: string) => readCodes(text, [bracketed, introduced])

const readCodes = (text: string, patterns: readonly RegExp[]): string[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(([found]) => findCodes(found).map(({code: own}) => own)),
  )

/**
 * Codes such as `E23` and `IR35a`, each with every line that cites it. Only the letters count by which the document
 * plainly cites, in brackets or after `see`: a lone `E14` is a place or a road.
 */
export function findEvidence(lines: readonly (Passage & {readonly cells?: readonly string[]})[]): EvidenceReference[] {
  const texts = lines.flatMap(({text, cells = [], place}) =>
    (cells.length > 0 ? cells : [text]).map((words) => ({words, place})),
  )
  const cited = new Set(texts.flatMap(({words}) => findPlain(words)))
  if (cited.size < 2) return []
  const prefixes = new Set([...cited].map(readPrefix))
  const found = new Map<string, Map<number, Place>>()
  for (const {words, place} of texts)
    for (const own of findCitations(words)) {
      if (!prefixes.has(readPrefix(own))) continue
      const places = found.get(own) ?? new Map<number, Place>()
      found.set(own, places.set(place.line, place))
    }
  return [...found].map(([own, places]) => ({code: own, places: [...places.values()]}))
}

/** `IR35a` → `IR` */
export const readPrefix = (own: string): string => /^\p{L}+/u.exec(own)?.[0] ?? ''
