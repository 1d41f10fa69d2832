import {type Assessment, eachSection, type Passage, type Section} from './assessment.ts'
import {eachPassage} from './ledger.ts'
import type {NormalDocument} from './normalise.ts'
import {endsSentence} from './outline.ts'
import type {Problem, Report} from './problem.ts'

/**
 * Tells the guesses that any reading makes: paragraphs joined over what stood between their lines, and headings whose
 * place in the outline is not the one that the conversion marked. Each is most likely right; an officer may look.
 */
export function tellGuesses(document: NormalDocument, {sections}: Pick<Assessment, 'sections'>, report: Report): void {
  for (const problem of findRejoined(document, sections)) report(problem)
  for (const problem of findRelevelled(document, sections)) report(problem)
}

/** Passages in which a sentence goes on behind a blank line or furniture: a page end cut them, and they were joined again. */
function findRejoined({lines}: NormalDocument, sections: readonly Section[]): Problem[] {
  const filled = new Map(lines.filter(({shape}) => shape !== 'blank').map((line) => [line.place.line, line]))
  const findGap = ({text, place: {line, to = line}, parts}: Passage): number | undefined => {
    // What is set line by line, such as an address, was not joined to a sentence.
    if (parts || text.includes('\n')) return
    for (let at = line + 1; at < to; at++) {
      const before = filled.get(at - 1)
      // A gap behind a whole sentence parts a lead from its explanation, which the document means as one.
      if (!filled.has(at) && before && !endsSentence(before.text)) return at
    }
    return
  }
  return [...eachPassage(sections)].flatMap(({passage}): Problem[] => {
    const gap = findGap(passage)
    if (gap === undefined) return []
    return [
      {
        level: 'note',
        rule: 'paragraph-rejoined',
        place: passage.place,
        message: `Unexpected gap at line ${gap} in the middle of a sentence, expected one paragraph; its parts are joined: \`${shorten(passage.text)}\``,
        hint: 'Compare with the original document; when these are two paragraphs, add a correction that ends the first with a full stop',
      },
    ]
  })
}

const shorten = (text: string) => (text.length > 90 ? `${text.slice(0, 60)} … ${text.slice(-25)}` : text)

/** Headings that the conversion marked with another level than others at their depth, or not at all. */
function findRelevelled({lines}: NormalDocument, sections: readonly Section[]): Problem[] {
  const levels = new Map(lines.flatMap(({place, level}) => (level === undefined ? [] : [[place.line, level] as const])))
  if (levels.size === 0) return []
  const headings = listHeadings(sections)
  const usual = new Map(
    [...Map.groupBy(headings, ({depth}) => depth)].map(([depth, group]) => [
      depth,
      findMostCommon(group.flatMap(({section}) => levels.get(section.place.line) ?? [])),
    ]),
  )
  return headings.flatMap(({section, depth}): Problem[] => {
    const level = levels.get(section.place.line)
    const expected = usual.get(depth)
    if (expected === undefined || level === expected) return []
    return [
      {
        level: 'note',
        rule: 'heading-level-inferred',
        place: section.place,
        message: `Unexpected ${level === undefined ? 'heading without a level' : `level ${level}`} for \`${shorten(section.heading)}\`, expected level ${expected} as others beside it have; its place is taken from its words`,
        hint: 'Look at the contents of the page; when it stands in the wrong place, tell us with the document',
      },
    ]
  })
}

interface HeadingAtDepth {
  readonly section: Section
  readonly depth: number
}

function listHeadings(sections: readonly Section[]): HeadingAtDepth[] {
  const depths = new Map<Section, number>()
  return [...eachSection(sections)].flatMap(({section, partOf}) => {
    const depth = (partOf ? (depths.get(partOf) ?? 0) : 0) + 1
    depths.set(section, depth)
    return section.headingIsOurs ? [] : [{section, depth}]
  })
}

function findMostCommon(values: readonly number[]): number | undefined {
  const counts = [...Map.groupBy(values, (value) => value)].sort(([, a], [, b]) => b.length - a.length)
  return counts[0]?.[0]
}
