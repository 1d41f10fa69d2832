import type {Block, Passage, Place, Section} from './assessment.ts'
import type {NormalDocument} from './normalise.ts'
import type {Report} from './problem.ts'

const noun =
  '(?:images?|pictures?|photos?|photographs?|diagrams?|infographics?|illustrations?|(?:bar |pie |flow )?charts?|flowcharts?|graphs?|(?<!road )maps?|figure(?!s))'
const side =
  '(?:above(?! all)|below|opposite|overleaf|(?:on|to) the (?:left|right|(?:next|following|previous|opposite) page))'
// `the figure above 50` and `figures below target` are numbers; `an accurate picture of` and `the bigger picture` are figures of speech.
const number = String.raw`(?!\s+(?:£|\d|the\b|an?\b|that\b|average|target|national|this\b|last\b))`
const numbered = String.raw`(?:Figure|Fig\.?|Chart|Diagram|Graph|Map|Image|Picture|Photo)\s+\d{1,2}(?:\.\d{1,2})?`
const references = [
  new RegExp(String.raw`\b(?:${noun}\s+(?:shown\s+|set out\s+)?${side})${number}`, 'iu'),
  new RegExp(
    String.raw`\b(?:the|this|these)\s+(?:following|above|below|adjacent|opposite)\s+(?:\p{L}+\s+)?${noun}\b`,
    'iu',
  ),
  /\b(?:shown|illustrated|depicted|seen|summarised)\s+in\s+(?:the|this|our)\s+(?:\p{L}+\s+)?(?:images?|photographs?|diagrams?|infographics?|charts?|graphs?|maps?)\b/iu,
  new RegExp(
    String.raw`\b${numbered}(?:,)?\s+(?:above|below|overleaf|opposite|shows?|illustrates?|sets? out|gives|summarises)\b`,
    'u',
  ),
  new RegExp(String.raw`\b(?:[Ss]ee|in|In|from|by)\s+${numbered}\b`, 'u'),
]

/** The words by which a text refers to a picture: `the image above`, `Figure 3 shows`. */
export function findPictureReference(text: string): string | undefined {
  return references.map((reference) => reference.exec(text)?.[0]).find(Boolean)
}

/**
 * Leaves a mark where the document shows a picture that its conversion to text lost: behind the words that refer to it,
 * and where the conversion left an image's mark without words for it.
 */
export function markLostPictures(sections: readonly Section[], document: NormalDocument, report: Report): Section[] {
  const marks = [...document.pictures]
  const walk = (section: Section, end: number): Section => {
    const ends = section.sections.map(({place}) => place.line)
    const own = takeBefore(marks, ends[0] ?? end)
    const body = markBlocks(section.body, own, report)
    const inner = section.sections.map((child, index) => walk(child, ends[index + 1] ?? end))
    return {...section, body, sections: inner}
  }
  return sections.map((section, index) => walk(section, sections[index + 1]?.place.line ?? Number.POSITIVE_INFINITY))
}

/** Takes the marks that stand before a line out of the rest. */
function takeBefore(marks: Place[], line: number): Place[] {
  const count = marks.findIndex((mark) => mark.line >= line)
  return marks.splice(0, count < 0 ? marks.length : count)
}

function markBlocks(blocks: readonly Block[], marks: readonly Place[], report: Report): Block[] {
  const open = [...marks]
  const marked: Block[] = takeBefore(open, blocks[0]?.place.line ?? Number.POSITIVE_INFINITY).map((place) =>
    lostPicture('', place, report),
  )
  for (const [index, block] of blocks.entries()) {
    marked.push(block)
    const refers = hasTable(blocks, index) ? undefined : findReference(block)
    const own = takeBefore(open, blocks[index + 1]?.place.line ?? Number.POSITIVE_INFINITY)
    if (refers) marked.push(lostPicture(refers.words, refers.place, report))
    // One picture, said twice: by its mark and by the words beside it.
    for (const place of own.slice(refers ? 1 : 0)) marked.push(lostPicture('', place, report))
  }
  return marked
}

/** A chart that was converted to a table is not lost. */
const hasTable = (blocks: readonly Block[], index: number) =>
  [blocks[index - 1], blocks[index + 1]].some((block) => block?.kind === 'table')

function findReference(block: Block): {readonly words: string; readonly place: Place} | undefined {
  const passages: readonly Passage[] =
    block.kind === 'list'
      ? block.items
      : block.kind === 'paragraph' || block.kind === 'unsorted' || block.kind === 'quotation'
        ? [block]
        : []
  for (const {text, place} of passages) {
    const words = findPictureReference(text)
    if (words) return {words, place}
  }
  return
}

function lostPicture(refers: string, place: Place, report: Report): Block {
  report({
    level: 'note',
    rule: 'lost-picture',
    place,
    message: refers
      ? `Unexpected words \`${refers}\` without the picture, expected it in the document; readers are told that it was lost`
      : 'Unexpected image without words for it, expected its description; readers are told that it was lost',
    hint: 'Look at the original; when the picture says something, describe it in words by a correction of the record',
  })
  return {kind: 'lost-picture', refers, place}
}
