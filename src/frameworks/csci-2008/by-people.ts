import type {Block, Place, Section} from '../../assessment.ts'
import type {Line} from '../../normalise.ts'
import {joinLines, readBlocks} from '../../outline.ts'
import type {Report} from '../../problem.ts'
import {cutAtHeadings, foldHeading, readFindings, slugify} from '../reading.ts'
import {readFindingKind} from './finding-kind.ts'

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
  const across = lines.find(isReadAcross)
  if (across)
    report({
      level: 'doubt',
      rule: 'columns-read-across',
      place: across.place,
      message:
        'Unexpected sentences of two columns in one line, expected one column after the other; they are published word for word, unsorted',
      hint: 'Convert the document again with its columns kept, or leave it: readers are told',
    })
  const stretches = cutAtHeadings(
    lines,
    (line) =>
      (line.shape === 'text' && line.text.length < 70 && peopleHeading.test(foldHeading(line.text))) || undefined,
  )
  const ids = new Set<string>()
  const sections = stretches.flatMap(({heading, lines: own}): Section[] => {
    if (!heading) return []
    const base = slugify(heading.text)
    const id = ids.has(base) ? `${base}-${heading.place.line}` : base
    ids.add(id)
    return [
      {
        id: `people-${id}`,
        kind: 'group',
        heading: heading.text,
        ...readPeople(own, across !== undefined),
        sections: [],
        place: heading.place,
      },
    ]
  })
  return {
    id: 'by-people',
    kind: 'group',
    ...printed,
    ...readPeople(stretches[0]?.lines ?? [], across !== undefined),
    sections,
  }
}

/** Both headings of the table, or bullets in the middle of sentences, in one long line. */
function isReadAcross({shape, text}: Line): boolean {
  if (shape !== 'text' || text.length < 200) return false
  const inner = text.match(/\S\s+[•◆▪●○■]\s/g) ?? []
  return (/key strengths/i.test(text) && /areas for development/i.test(text)) || inner.length >= 3
}

function readPeople(lines: readonly Line[], isAcross: boolean): Pick<Section, 'body' | 'findings'> {
  const parts = cutAtHeadings(lines, (line) => (line.shape === 'text' ? readFindingKind(line.text) : undefined))
  const findings = parts.flatMap(({kind, heading, lines: items}) =>
    kind && heading ? [readFindings(kind, heading, items)] : [],
  )
  const first = parts[0]?.lines ?? []
  return {body: isAcross ? readUnsorted(first) : readBlocks(first), findings}
}

/** Fragments up to the first list belong to the interleaved text; each list that stands apart stays apart. */
function readUnsorted(lines: readonly Line[]): Block[] {
  const start = lines.findIndex(isReadAcross)
  const before = start < 0 ? [] : lines.slice(0, start)
  const rest = start < 0 ? lines : lines.slice(start)
  const firstItem = rest.findIndex(({shape}) => shape === 'item')
  const scrambled =
    start < 0 ? [] : rest.slice(0, firstItem < 0 ? rest.length : firstItem).filter(({shape}) => shape !== 'blank')
  const lists = start < 0 ? rest : firstItem < 0 ? [] : rest.slice(firstItem)
  return [
    ...readBlocks(before),
    ...(scrambled.length > 0 ? [{kind: 'unsorted', ...joinLines(scrambled)} as const] : []),
    ...splitAtBlanks(lists).flatMap((group) => readBlocks(group)),
  ]
}

function splitAtBlanks(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [[]]
  for (const line of lines) {
    if (line.shape === 'blank') groups.push([])
    else groups.at(-1)?.push(line)
  }
  return groups.filter((group) => group.length > 0)
}
