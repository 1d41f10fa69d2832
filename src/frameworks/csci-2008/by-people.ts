import type {Block, Place, Section} from '../../assessment.ts'
import type {Line} from '../../normalise.ts'
import {endsSentence, joinLines, readBlocks} from '../../outline.ts'
import type {Report} from '../../problem.ts'
import {cutAtHeadings, foldHeading, readFindings, slugify} from '../reading.ts'
import {readFindingKind} from './findings.ts'

const peopleHeading =
  /^(?:all people|older people|younger (?:adults|people)|adults|carers|people)\b(?: (?!is\b|are\b|has\b|have\b)\w+){0,7}$/

/**
 * Reads the table of findings by people using services. A conversion that read its two columns straight across left
 * sentences interleaved, and lists of which nobody can tell whether they are strengths: these are published as they
 * stand, as unsorted words and plain lists.
 */
export function readByPeople(
  printed: {heading: string; place: Place},
  lines: readonly Line[],
  report: Report,
): Section {
  const scrambled = new Set(splitAtBlanks(lines).filter(isReadAcross).flat())
  const [first] = scrambled
  if (first)
    report({
      level: 'doubt',
      rule: 'columns-read-across',
      place: first.place,
      message:
        'Unexpected sentences of two columns in one line, expected one column after the other; they are published word for word, unsorted',
      hint: 'Convert the document again with its columns kept, or leave it: readers are told',
    })
  const runTogether = findRunTogether(lines)
  if (runTogether)
    report({
      level: 'doubt',
      rule: 'columns-run-together',
      place: runTogether.place,
      message:
        'Unexpected bullets of two columns in one list, expected a list for each heading; they are published as a plain list',
      hint: 'Convert the document again with one column after the other, or leave it',
    })
  const stretches = cutAtHeadings(
    lines,
    (line, index) => (!scrambled.has(line) && isPeopleHeading(line, lines[index - 1])) || undefined,
  )
  const sections = stretches.flatMap(({heading, lines: own}): Section[] => {
    if (!heading) return []
    const {text, place} = heading
    return [{id: `people-${slugify(text)}`, kind: 'group', heading: text, ...readPeople(own, scrambled), place}]
  })
  return {id: 'by-people', kind: 'group', ...printed, ...readPeople(stretches[0]?.lines ?? [], scrambled), sections}
}

/** `Older people`, in a line of its own and not in the middle of a sentence that was wrapped. */
function isPeopleHeading({shape, text}: Line, before: Line | undefined): boolean {
  if (shape !== 'text' || text.length >= 70 || !peopleHeading.test(foldHeading(text))) return false
  return before?.shape !== 'text' || endsSentence(before.text) || readFindingKind(before.text) !== undefined
}

/** Both headings of the table, or bullets in the middle of sentences, in one run of text, wrapped or not. */
function isReadAcross(run: readonly Line[]): boolean {
  if (run[0]?.shape !== 'text' || run.some(({shape, text}) => shape === 'row' || readFindingKind(text))) return false
  const {text} = joinLines(run)
  const inner = text.match(/\S\s+[•◆▪●○■]\s/g) ?? []
  return text.length >= 200 && (bothHeadings.test(text) || inner.length >= 3)
}

const bothHeadings =
  /\bkey strengths\s+(?:key )?areas for (?:development|improvement)\b|\bareas for (?:development|improvement)\s+key strengths\b/i

/** The first list below a row with both headings: its cells are gone, and with them what is a strength. */
function findRunTogether(lines: readonly Line[]): Line | undefined {
  const row = lines.findIndex(({cells}) => new Set(cells.map(readFindingKind).filter(Boolean)).size === 2)
  return row < 0 ? undefined : lines.slice(row).find(({shape}) => shape === 'item')
}

function readPeople(
  lines: readonly Line[],
  scrambled: ReadonlySet<Line>,
): Pick<Section, 'body' | 'findings' | 'sections'> {
  const parts = cutAtHeadings(lines, (line) => (line.shape === 'text' ? readFindingKind(line.text) : undefined))
  const findings = parts.flatMap(({kind, heading, lines: items}) =>
    kind && heading ? [readFindings(kind, heading, items)] : [],
  )
  const first = parts[0]?.lines ?? []
  return {body: scrambled.size > 0 ? readUnsorted(first, scrambled) : readBlocks(first), findings, sections: []}
}

/** Fragments up to the next list belong to the interleaved text; each list that stands apart stays apart. */
function readUnsorted(lines: readonly Line[], scrambled: ReadonlySet<Line>): Block[] {
  const runs: {readonly isUnsorted: boolean; readonly lines: Line[]}[] = []
  for (const line of lines) {
    const isInside = runs.at(-1)?.isUnsorted && line.shape !== 'item' && line.shape !== 'row'
    const isUnsorted = scrambled.has(line) || isInside === true
    if (runs.at(-1)?.isUnsorted === isUnsorted) runs.at(-1)?.lines.push(line)
    else runs.push({isUnsorted, lines: [line]})
  }
  return runs.flatMap((run): Block[] =>
    run.isUnsorted
      ? [{kind: 'unsorted', ...joinLines(run.lines.filter(({shape}) => shape !== 'blank'))}]
      : splitAtBlanks(run.lines).flatMap((group) => readBlocks(group)),
  )
}

function splitAtBlanks(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [[]]
  for (const line of lines) {
    if (line.shape === 'blank') groups.push([])
    else groups.at(-1)?.push(line)
  }
  return groups.filter((group) => group.length > 0)
}
