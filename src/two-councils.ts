import type {Place} from './assessment.ts'
import type {CouncilName} from './content.ts'
import {isOneCouncil} from './councils.ts'
import {readCouncilNames} from './frameworks/council-names.ts'
import type {Line} from './normalise.ts'
import {endsSentence} from './outline.ts'
import type {Problem} from './problem.ts'

/**
 * A doubt when titles or headings name two councils, such as `PART A: NORTHWOLD COUNCIL` and `PART B: EASTMERE COUNTY
 * COUNCIL`: one file is published as one council's.
 */
export function findTwoCouncils(
  lines: readonly Line[],
  published: string,
  names: readonly CouncilName[],
): Problem | undefined {
  const titles = lines.filter(({shape}) => shape !== 'blank').flatMap(readTitle)
  const [first] = titles
  const other = first && titles.find(({name}) => !isOneCouncil(name, first.name, names))
  if (!other) return
  return {
    level: 'doubt',
    rule: 'two-councils',
    toReaders: `The headings name two councils, ${first.name} and ${other.name}. We show all of it as a report about ${published}.`,
    place: other.place,
    other: first.place,
    message: `Unexpected second council \`${other.name}\` in a heading, expected one council in a document; \`${first.name}\` stands in another, and all is published as about \`${published}\``,
    hint: 'When it is about one council, write `council:` into its record; when it is about two, split the file',
  }
}

// Lines of a title page need not look like headings.
const titlePage = 6
const label = /^(?:part|annexe?|appendix|section)\s+(?:[A-Z]|\d{1,2})\b[\s.:–—-]*/i
const before = /(?:^|[:–—|-]\s*|\b(?:report|review|assessment|inspection|letter)\s+(?:for|of|on|to)\s+)(?:the\s+)?$/i
const behind = /^(?:$|\s*[:–—|-])/

/** The council that a title or heading is of; `Work with Eastmere Council` is a heading about another thing. */
function readTitle(line: Line, index: number): {readonly name: string; readonly place: Place}[] {
  const {text, place, shape} = line
  const isLabelled = label.test(text)
  const looksSo = isLabelled || line.isStrong || line.level !== undefined || text === text.toUpperCase()
  if (shape !== 'text' || text.length > 110 || endsSentence(text) || (!looksSo && index >= titlePage)) return []
  const own = text.replace(label, '')
  const [name, ...others] = readCouncilNames(own)
  if (!name || others.some((more) => more !== name)) return []
  const at = own.toLowerCase().indexOf(name.toLowerCase())
  const isOf = at >= 0 && before.test(own.slice(0, at)) && behind.test(own.slice(at + name.length))
  return isOf ? [{name, place}] : []
}
