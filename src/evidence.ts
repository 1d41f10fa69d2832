import type {EvidenceReference, Passage, Place} from './assessment.ts'

// `E23`, `EV4` (evidence) and `IR35a` (information return). Other letters name other things: `NI 132` and `C28` are
// indicators, `A6` is a road. `E14 5AB` is the district of a postcode.
const code = /(?<![\p{L}\p{N}])(?:EV|E|IR)\d{1,3}[a-z]?(?![\p{L}\p{Nd}_-]|\s\d[A-Z]{2}\b)/gu
// `(E23)`, `[E7, E8]`, `(IR35a / IR35d)`: nothing else stands in the brackets but a footnote's mark.
const bracketed = /[([]\s*(?:(?:EV|E|IR)\d{1,3}[a-z]?[⁰¹²³⁴-⁹]*(?:\s*(?:[,;/&]|and)\s*)?){1,20}\s*[)\]]/gu
const introduced = /\b(?:evidence|see|refs?|references?)\W{1,3}(?:EV|E|IR)\d{1,3}[a-z]?(?![\p{L}\p{Nd}])/giu

/** The codes that words name, with where they begin; a superscript footnote mark is no part of them. */
export function findCodes(text: string): {readonly code: string; readonly at: number}[] {
  return [...text.matchAll(code)].map((match) => ({code: match[0], at: match.index}))
}

/**
 * Codes such as `E23` and `IR35a`, each with every line that cites it. Only the letters count by which the document
 * plainly cites, in brackets or after `see`: a lone `E14` is a place or a road.
 */
export function findEvidence(lines: readonly Passage[]): EvidenceReference[] {
  const cited = new Set(
    lines.flatMap(({text}) =>
      [...text.matchAll(bracketed), ...text.matchAll(introduced)].flatMap(([plain]) =>
        findCodes(plain).map((found) => found.code),
      ),
    ),
  )
  if (cited.size < 2) return []
  const prefixes = new Set([...cited].map(readPrefix))
  const found = new Map<string, Map<number, Place>>()
  for (const {text, place} of lines)
    for (const {code: own} of findCodes(text)) {
      if (!prefixes.has(readPrefix(own))) continue
      const places = found.get(own) ?? new Map<number, Place>()
      found.set(own, places.set(place.line, place))
    }
  return [...found].map(([own, places]) => ({code: own, places: [...places.values()]}))
}

/** `IR35a` → `IR` */
export const readPrefix = (own: string): string => /^\p{L}+/u.exec(own)?.[0] ?? ''
