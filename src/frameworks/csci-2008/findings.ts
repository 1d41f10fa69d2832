import type {Block, FindingKind, Section} from '../../assessment.ts'
import type {Line} from '../../normalise.ts'
import {endsSentence, readBlocks} from '../../outline.ts'
import type {Report} from '../../problem.ts'
import {readLists} from '../list-ends.ts'
import {findOtherListKind} from '../list-headings.ts'
import {cutAtHeadings, foldHeading} from '../reading.ts'

/** `Key strengths` or `Key Areas for Development`, alone in a line. */
export function readFindingKind(text: string): 'strength' | 'improvement' | undefined {
  const folded = foldHeading(text)
  if (/^(?:key )?strengths$/.test(folded)) return 'strength'
  return /^(?:key )?areas for (?:development|improvement)$/.test(folded) ? 'improvement' : undefined
}

/** The kind of list that a line heads, in CSCI's words or in those of other families. */
const findKind = (line: Line, following: readonly Line[]): FindingKind | undefined =>
  line.shape === 'row' || line.shape === 'item'
    ? undefined
    : (readFindingKind(line.text) ?? findOtherListKind(line, following))

/**
 * Reads prose and then lists of findings under their headings. A heading that the conversion marked and that names no
 * list is a subheading in the prose; behind a list it opens a section, so that what follows is never taken for a finding.
 */
export function readProseAndFindings(
  id: string,
  lines: readonly Line[],
  report: Report,
): Pick<Section, 'body' | 'findings' | 'sections'> {
  const [prose, ...lists] = cutAtHeadings(lines, (line, index) => findKind(line, lines.slice(index + 1, index + 4)))
  return {body: readProse(prose?.lines ?? []), ...readLists(id, lists, report)}
}

const readProse = (lines: readonly Line[]): Block[] =>
  cutAtHeadings(lines, (line) => isMarkedHeading(line) || undefined).flatMap(({heading, lines: own}): Block[] => [
    ...(heading ? [{kind: 'subheading', text: heading.text, place: heading.place} as const] : []),
    ...readBlocks(own),
  ])

const isMarkedHeading = ({shape, level, text}: Line) =>
  shape === 'text' && level !== undefined && text.length < 90 && !endsSentence(text)
