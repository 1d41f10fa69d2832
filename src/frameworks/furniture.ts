import type {Furniture, Line, NormalDocument} from '../normalise.ts'
import {endsSentence, isWrappedInto} from '../outline.ts'
import {findContents} from './contents-list.ts'
import {findPageNumbers, withoutFurniture} from './page-ends.ts'

/** A document without what printing added to it. */
export interface LiftedDocument {
  readonly lines: readonly Line[]
  readonly furniture: readonly Furniture[]
  /** Headings that the document's contents list names, folded. */
  readonly listed: ReadonlySet<string>
}

/**
 * Lifts page numbers, running titles and a contents list, which any document of any family may have. Headings of the
 * family (`runIn`, at the beginning of a line) that a conversion ran into the text after them are parted from it.
 */
export function liftFurniture(document: NormalDocument, runIn?: RegExp): LiftedDocument {
  const pages = findPageNumbers(document)
  const unnumbered = closePageEnds(document.lines, withoutFurniture(document.lines, pages))
  const contents = findContents(unnumbered)
  const lines = withoutFurniture(unnumbered, contents.furniture)
  return {
    lines: runIn ? lines.flatMap((line) => partRunIn(line, runIn)) : lines,
    furniture: [...pages, ...contents.furniture],
    listed: contents.headings,
  }
}

/** `Key strengths The council has …` → `Key strengths`, `The council has …`. */
function partRunIn(line: Line, runIn: RegExp): Line[] {
  const heading = line.shape === 'text' ? runIn.exec(line.text)?.[0].trim() : undefined
  const rest = heading ? line.text.slice(heading.length).trim() : ''
  // A sentence goes on: `Key strengths include …`; a name may belong to the heading: `Key strengths Leadership`.
  if (!heading || !/^["“‘]?\p{Lu}\p{L}*\s+\p{Ll}/u.test(rest) || rest.split(' ').length < 4) return [line]
  // Both heads of a table stand in one line when its columns were read across.
  if (/^(?:key )?(?:strengths|areas (?:for|of) (?:development|improvement))\b/i.test(rest)) return [line]
  return [
    {...line, text: heading, width: heading.length, isBroken: false},
    {...line, text: rest},
  ]
}

/**
 * Drops the blank lines that stood around a page end in the middle of a sentence, so that it goes on as if no page had
 * ended: `… for the Inspection of Children’s` ⏎ `- 3 -` ⏎ `Services found general satisfaction …`.
 */
function closePageEnds(printed: readonly Line[], lines: readonly Line[]): readonly Line[] {
  if (lines.length === printed.length) return lines
  const margin = findMargin(lines)
  const kept = new Set(lines)
  const dropped = new Set<Line>()
  let blanks: Line[] = []
  let [before, hasPageEnd]: [Line | undefined, boolean] = [undefined, false]
  for (const line of printed) {
    if (!kept.has(line)) hasPageEnd = true
    else if (line.shape === 'blank') blanks.push(line)
    else {
      if (hasPageEnd && before && isCutAtPageEnd(before, line, margin)) for (const blank of blanks) dropped.add(blank)
      blanks = []
      ;[before, hasPageEnd] = [line, false]
    }
  }
  return dropped.size > 0 ? lines.filter((line) => !dropped.has(line)) : lines
}

/** The width of the widest line that was surely hard-wrapped; a document without one has a paragraph a line. */
function findMargin(lines: readonly Line[]): number | undefined {
  const wrapped = lines.filter((line, index) => isWrappedInto(line, lines[index + 1]))
  return wrapped.length > 0 ? wrapped.reduce((width, line) => Math.max(width, line.width), 0) : undefined
}

/** A line that fills its column and ends no sentence, before one that is neither an item nor a heading. */
function isCutAtPageEnd(before: Line, line: Line, margin: number | undefined): boolean {
  const looksLikeHeading = (one: Line) => one.level !== undefined || one.isStrong
  if (before.shape === 'row' || line.shape !== 'text' || looksLikeHeading(before) || looksLikeHeading(line))
    return false
  return !before.isBroken && !endsSentence(before.text) && before.width > Math.max(40, (margin ?? 110) * 0.75)
}
