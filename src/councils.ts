import type {Council} from './assessment.ts'
import type {CouncilName} from './content.ts'

/**
 * Turns any printed form of a council's name into one id and one name: `LEICESTER CITY COUNCIL`, `Leicester` and
 * `Leicester City Council` are one council. `undefined` when no place is left in it, or it is too long for a name:
 * the record of the document must then say which council it is.
 */
export function nameCouncil(printed: string, names: readonly CouncilName[]): Council | undefined {
  if (printed.length > longestName) return
  const wanted = foldName(printed)
  const place = findPlace(wanted)
  const known =
    names.find((council) => [council.name, ...council.alsoPrinted].some((form) => foldName(form) === wanted)) ??
    (place ? names.find((council) => isSameCouncil(foldName(council.name), wanted)) : undefined)
  if (known) return {id: known.id, name: known.name}
  const kind = findKind(wanted)
  if (!place) return
  // Durham City Council was another council than Durham County Council, which holds the id `durham`.
  const isTaken = names.some(({id}) => id === toId(place))
  return {id: toId(isTaken && kind ? `${place} ${kind}` : place), name: setCapitals(printed)}
}

/** Whether two printed names may be one council's: `Northwold` and `NORTHWOLD CITY COUNCIL`, but no borough and its county. */
export function isOneCouncil(a: string, b: string, names: readonly CouncilName[]): boolean {
  const [one, other] = [nameCouncil(a, names), nameCouncil(b, names)]
  if (one?.id !== other?.id) return false
  return one?.name === other?.name || isSameCouncil(foldName(a), foldName(b))
}

// `Bournemouth, Christchurch and Poole Council` has 43 letters; a sentence is no name.
const longestName = 120

/** Letters and digits in lower case, without accents: `Bath & North East Somerset` → `bath and north east somerset`. */
const foldName = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(/^saint /, 'st ')

// Words that say what kind of council it is, and are no part of its place: `Royal Borough of`, `City Council`, `MBC`.
const kindWords =
  /\b(?:the|councils?|city|county|borough|district|metropolitan|london|royal|unitary|authority|corporation|m[bd]c|lbc|[bcd]c|[lr]b)\b/g

/** `leicester city council` → `leicester`; `city of york council` → `york`; `isle of wight council` keeps its `of`. */
const findPlace = (folded: string) =>
  folded
    .replace(/\b(?:borough|city|county|council|district|lb|rb) (?:and (?:borough|city|county|district) )?of\b/g, ' ')
    .replace(kindWords, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:of )+/, '')

const findKind = (folded: string) => /\b(?:county(?! of)|city|borough|district)\b/.exec(folded)?.[0]

/** The same place, unless one is a county council and the other says that it is a city's, borough's or district's. */
function isSameCouncil(official: string, printed: string): boolean {
  if (findPlace(official) !== findPlace(printed)) return false
  const [a, b] = [findKind(official), findKind(printed)]
  return a === undefined || b === undefined || (a === 'county') === (b === 'county')
}

/** `stockton-on-tees`, at most 60 letters. */
const toId = (place: string) => place.replaceAll(' ', '-').slice(0, 60).replace(/-+$/, '')

/** `LEICESTER CITY COUNCIL` → `Leicester City Council`; a name with capitals in their places stays as printed. */
function setCapitals(printed: string): string {
  const name = printed.replace(/\p{C}/gu, ' ').replace(/\s+/g, ' ').trim()
  if (name !== name.toUpperCase() && name !== name.toLowerCase()) return name
  return name
    .toLowerCase()
    .replace(/\p{L}[\p{L}\p{M}'’]*/gu, (word, at: number) =>
      at > 0 && /^(?:of|and|the|upon|on|in|by|with|under|le)$/.test(word)
        ? word
        : `${word[0]?.toUpperCase()}${word.slice(1)}`,
    )
}
