import type {Council} from './assessment.ts'
import type {CouncilName} from './content.ts'

// Words that say what kind of council it is, and are no part of its place: `Royal Borough of`, `City Council`.
const kindWords =
  /\b(?:the|council|councils|city|county|borough|district|metropolitan|london|royal|unitary|authority|of)\b/g

/**
 * Turns any printed form of a council's name into one id and one name: `LEICESTER CITY COUNCIL`, `Leicester` and
 * `Leicester City Council` are one council. `undefined` when nothing of a name is left.
 */
export function nameCouncil(printed: string, names: readonly CouncilName[]): Council | undefined {
  const wanted = foldName(printed)
  const place = findPlace(wanted)
  if (!place) return
  const isWhole = wanted === place
  const known =
    names.find((council) => [council.name, ...council.alsoPrinted].some((form) => foldName(form) === wanted)) ??
    names.find(
      (council) => findPlace(foldName(council.name)) === place && (isWhole || isSameKind(council.name, printed)),
    )
  if (known) return {id: known.id, name: known.name}
  return {id: place.replaceAll(' ', '-').slice(0, 60), name: setCapitals(printed)}
}

const foldName = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** `leicester city council` → `leicester`; `city of york council` → `york`; `isle of wight council` keeps its `of`. */
const findPlace = (folded: string) =>
  folded
    .replace(/\b(?:borough|city|county) of\b/g, ' ')
    .replace(kindWords, (word, at: number) => (word === 'of' && at > 0 ? word : ' '))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^of /, '')

/** Two councils may share a place: `Nottingham City Council` and a county council of a like name are not one. */
function isSameKind(official: string, printed: string): boolean {
  const kind = (name: string) => /\b(?:county|district)\b/.exec(foldName(name))?.[0]
  return kind(official) === kind(printed)
}

/** `LEICESTER CITY COUNCIL` → `Leicester City Council`; a name in ordinary letters stays as printed. */
function setCapitals(printed: string): string {
  const name = printed.replace(/\s+/g, ' ').trim()
  if (name !== name.toUpperCase()) return name
  return name
    .toLowerCase()
    .replace(/\p{L}[\p{L}'’]*/gu, (word, at: number) =>
      at > 0 && /^(?:of|and|the|upon|on|in|by|with)$/.test(word) ? word : `${word[0]?.toUpperCase()}${word.slice(1)}`,
    )
}
