import type {Block, Findings, Passage, Section} from '../../assessment.ts'
import type {Line} from '../../normalise.ts'
import {endsSentence, readBlocks} from '../../outline.ts'
import {cutAtHeadings, foldHeading, readFindings, slugify} from '../reading.ts'

/** `Key strengths` or `Key Areas for Development`, alone in a line. */
export function readFindingKind(text: string): 'strength' | 'improvement' | undefined {
  const folded = foldHeading(text)
  if (/^(?:key )?strengths$/.test(folded)) return 'strength'
  return /^(?:key )?areas for (?:development|improvement)$/.test(folded) ? 'improvement' : undefined
}

/**
 * Reads prose and then lists of findings under their headings. A heading that the conversion marked and that names no
 * list is a subheading in the prose; behind a list it opens a section, so that what follows is never taken for a finding.
 */
export function readProseAndFindings(
  id: string,
  lines: readonly Line[],
): Pick<Section, 'body' | 'findings' | 'sections'> {
  const parts = cutAtHeadings(lines, (line) =>
    line.shape === 'row' || line.shape === 'item'
      ? undefined
      : (readFindingKind(line.text) ?? (isMarkedHeading(line) ? 'other' : undefined)),
  )
  const body: Block[] = []
  const findings: Findings[] = []
  const sections: Section[] = []
  for (const {kind, heading, lines: own} of parts) {
    if (!kind || !heading) body.push(...readBlocks(own))
    else if (kind !== 'other') findings.push(readFindings(kind, heading, own))
    else if (findings.length === 0) body.push(subheading(heading), ...readBlocks(own))
    else sections.push(readOther(id, heading, own))
  }
  return {body, findings, sections}
}

const isMarkedHeading = ({level, text}: Line) => level !== undefined && text.length < 90 && !endsSentence(text)

const subheading = ({text, place}: Passage): Block => ({kind: 'subheading', text, place})

const readOther = (id: string, {text, place}: Passage, lines: readonly Line[]): Section => ({
  id: `${id}-${slugify(text)}`,
  kind: 'group',
  heading: text,
  body: readBlocks(lines),
  findings: [],
  sections: [],
  place,
})
