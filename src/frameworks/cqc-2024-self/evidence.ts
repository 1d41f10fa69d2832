import type {EvidenceReference, Place} from '../../assessment.ts'
import type {Line} from '../../normalise.ts'

// `E14 5AB` is the district of a postcode.
const evidenceCode = /\b(?:IR|E)\d{1,3}[a-z]?\b(?!\s\d[A-Z]{2}\b)/g

/** Codes such as `E23` and `IR35a`, each with every line that cites it; a superscript footnote mark is no part of them. */
export function findEvidence(lines: readonly Line[]): EvidenceReference[] {
  const found = new Map<string, Map<number, Place>>()
  for (const {text, place} of lines)
    for (const [code] of text.matchAll(evidenceCode)) {
      const places = found.get(code) ?? new Map<number, Place>()
      found.set(code, places.set(place.line, place))
    }
  return [...found].map(([code, places]) => ({code, places: [...places.values()]}))
}
