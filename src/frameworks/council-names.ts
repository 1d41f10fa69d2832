import type {Passage} from '../assessment.ts'
import type {Line} from '../normalise.ts'
import {spanPlaces} from '../outline.ts'

const word = String.raw`\p{Lu}[\p{L}.'’-]*`
const joint = String.raw`(?:\s+(?:and|&|upon|on|in|of|the|by)\s+|\s+|-)`
const councilForms = new RegExp(
  [
    String.raw`(?:The\s+)?(?:Royal\s+|London\s+)?(?:Metropolitan\s+)?(?:Borough|City|County)\s+of\s+${word}(?:${joint}${word}){0,4}`,
    String.raw`${word}(?:${joint}${word}){0,4}?\s+(?:(?:Metropolitan|London|Royal)\s+)*(?:City|County|Borough|District)?\s*Council`,
  ].join('|'),
  'gu',
)
// Capitalised words that may stand before a council's name without being part of it: offices and departments above all.
const notName =
  /^(?:(?:The|This|Your|Our|Mr|Mrs|Ms|Dr|Sir|Dear|Copy|To|For|At|In|On|And|Of|From|By|Director|Directorate|Department|Services?|Social|Adults?['’]?|Children['’]?s?|Families|Care|Health|Housing|Education|Community|Communities|Wellbeing|Strategic|Corporate|Executive|Assistant|Deputy|Acting|Interim|Chief|Head|Leader|About|Us|Performance|Review|Report|Annual|Assessment|Summary)(?!\p{L})[\s:,.&'’-]*)+/iu
// Bodies that are called councils and answer for nobody's care: `Independent Disability Council`.
const otherBody =
  /\b(?:Parish|Town|Community|Care|Health|Professions|Research|Disability|Youth|Privy|Arts|British|Skills|Medical|Midwifery|Advisory|Funding|Services|Standards|Partnership|Full)\s+Council$/i
const kindsOfCouncil = String.raw`(?:(?:Metropolitan|London|Royal|City|County|Borough|District)\s+)*Council\b`
const wrappedAfter = new RegExp(`^${kindsOfCouncil}`, 'i')
const kindAlone = new RegExp(`^${kindsOfCouncil}$`, 'i')
const wrappedBefore = /\b(?:Borough|City|County)\s+of$/i

/**
 * The council's full name as the document prints it most often, first printed first: `Leicester City Council`.
 * Capitals count as the same name; a name in ordinary letters is preferred to one in capitals.
 */
export function findCouncilName(lines: readonly Line[]): Passage | undefined {
  const found = new Map<string, {passage: Passage; count: number; order: number}>()
  for (const {text: printed, place} of lines.flatMap((line, index) => [line, ...joinName(line, lines[index + 1])])) {
    for (const name of readCouncilNames(printed)) {
      const key = name.toLowerCase()
      const known = found.get(key)
      if (known) known.count++
      else found.set(key, {passage: {text: name, place}, count: 1, order: found.size})
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.order - b.order)[0]?.passage
}

/** The full names of councils in a line, also in one of capitals. */
export function readCouncilNames(printed: string): string[] {
  return [printed, titled(printed)]
    .filter((form, index, all) => all.indexOf(form) === index)
    .flatMap((text) => [...text.matchAll(councilForms)].map(([form]) => form.replace(notName, '').trim()))
    .filter((name) => /\s/.test(name) && !kindAlone.test(name) && !otherBody.test(name))
}

/** A name that a line end cut: `… Director of Social Services Northwold City` ⏎ `Council Town Hall`. */
function joinName(line: Line, next: Line | undefined): Passage[] {
  if (line.shape !== 'text' || next?.shape !== 'text') return []
  if (!wrappedAfter.test(next.text) && !wrappedBefore.test(line.text)) return []
  const joined = `${line.text} ${next.text}`
  const spanning = [...joined.matchAll(councilForms), ...titled(joined).matchAll(councilForms)].find(
    (match) => match.index < line.text.length && match.index + match[0].length > line.text.length,
  )
  return spanning ? [{text: spanning[0], place: spanPlaces([line.place, next.place])}] : []
}

/** A line in capitals with each word's first letter kept: `LEICESTER CITY COUNCIL` → `Leicester City Council`. */
function titled(text: string): string {
  if (text !== text.toUpperCase()) return text
  return text.replace(/\p{L}[\p{L}'’]*/gu, (letters) =>
    /^(?:OF|AND|THE|ON|IN|UPON|BY)$/.test(letters)
      ? letters.toLowerCase()
      : `${letters[0]}${letters.slice(1).toLowerCase()}`,
  )
}
