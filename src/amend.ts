import {compilePattern, compileWords, findMatches, foldCharacter} from './pattern.ts'
import type {Correction, Redaction} from './records.ts'
import type {RawLine} from './source.ts'
import {findPieces, type Spot, type View, viewRaw, viewVisible} from './view.ts'

/** What stands in the place of withheld words, on pages and in downloads. */
export const withheldMark = '[withheld]'

/** What a record changes in the words of its document. */
export interface Changes {
  readonly corrections: readonly Correction[]
  readonly redactions: readonly Redaction[]
}

export interface Amended {
  readonly lines: readonly RawLine[]
  /** In the record's order. */
  readonly corrections: readonly MadeCorrection[]
  /** In the record's order. */
  readonly redactions: readonly MadeRedaction[]
  /** Entries that change nothing, or that took too long to search for. */
  readonly faults: readonly AmendFault[]
}

export interface MadeCorrection extends Correction {
  /** Lines that it changed, from 1. */
  readonly lines: readonly number[]
  /** It touches withheld words, so that readers may see neither what it found nor what it wrote. */
  readonly isWithheld: boolean
}

export interface MadeRedaction {
  readonly why: string
  readonly lines: readonly number[]
  /** What it withholds, as found: never for the output, but to prove that the output does not hold it. */
  readonly words: readonly string[]
}

export interface AmendFault {
  readonly kind: 'no-effect' | 'too-slow'
  readonly list: 'corrections' | 'redactions'
  readonly index: number
}

/**
 * Applies a record's corrections one after the other, then all its redactions. Both go over the end of a line, and a
 * redaction finds words however the conversion marked them up. No line is added or lost.
 */
export function amend(
  lines: readonly string[],
  {corrections, redactions}: Changes,
  /** How many milliseconds one pattern may search: one that tries every way to match could stall the build. */
  patience = 10_000,
): Amended {
  const faults: AmendFault[] = []
  const drafts = lines.map((text): Draft => ({text, marks: []}))
  const changed = corrections.map((correction, index) => {
    const found = correct(drafts, correction, index)
    if (found.length === 0) faults.push({kind: 'no-effect', list: 'corrections', index})
    return found
  })
  const texts = drafts.map(({text}) => text)
  const matches = searchAll(texts, redactions, patience)
  for (const [index, found] of matches.entries())
    if (!found) faults.push({kind: 'too-slow', list: 'redactions', index})
    else if (found.length === 0) faults.push({kind: 'no-effect', list: 'redactions', index})
  withhold(
    drafts,
    matches.flatMap((found = []) => found.flatMap(({pieces}) => pieces)),
  )
  const touched = listTouched(drafts)
  return {
    lines: drafts.map(({text, marks}) => ({
      text,
      withheld: marks.filter(isWithheld).map(({start, end, gaps}) => [start, end, gaps]),
    })),
    corrections: corrections.map((correction, index) => ({
      ...correction,
      lines: listLines(changed[index] ?? []),
      isWithheld: touched.has(index) || holdsWithheld(correction, redactions, patience),
    })),
    redactions: redactions.map(({why}, index) => {
      const found = matches[index] ?? []
      return {
        why,
        lines: listLines(found.flatMap(({pieces}) => pieces)),
        words: [...new Set(found.map(({words}) => words))],
      }
    }),
    faults,
  }
}

const listLines = (spots: readonly Spot[]) => [...new Set(spots.map(({line}) => line + 1))].sort((a, b) => a - b)

/** A raw line on its way; its marks say which ranges a change has written. */
interface Draft {
  text: string
  marks: Mark[]
}

interface Mark {
  readonly start: number
  readonly end: number
  /** Index of the correction. */
  readonly by: number | 'redaction'
  /** Spaces between words that it wrote over. */
  readonly gaps: number
}

const isWithheld = ({by}: Mark) => by === 'redaction'

/** What a redaction is searched in: the words that pages show, also with parted words joined, and the raw lines. */
const views: readonly ((lines: readonly string[]) => View)[] = [
  (lines) => viewVisible(lines, {fold: foldCharacter}),
  (lines) => viewVisible(lines, {fold: foldCharacter, joinsWords: true}),
  (lines) => viewRaw(lines, {fold: foldCharacter}),
]

interface Match {
  readonly words: string
  readonly pieces: readonly Spot[]
}

/** Every match of each redaction in any of the views; `undefined` for one whose search takes too long. */
function searchAll(
  lines: readonly string[],
  redactions: readonly Redaction[],
  patience: number,
): (readonly Match[] | undefined)[] {
  let found: (readonly Match[] | undefined)[] = redactions.map(() => [])
  // One view after the other, since each is several times as large as the document.
  for (const makeView of redactions.length > 0 ? views : []) {
    const view = makeView(lines)
    found = found.map((before, index) => {
      const pattern = compilePattern(redactions[index]?.pattern ?? '')
      const more = before && findMatches(pattern, view.text, patience)
      return more && before?.concat(more.map((range) => describeMatch(view, range)))
    })
  }
  return found
}

const describeMatch = (view: View, {start, end}: {readonly start: number; readonly end: number}): Match => ({
  words: view.text.slice(start, end),
  pieces: findPieces(view, start, end),
})

/** Puts words right wherever they stand, as they are written or as pages show them; gives back where. */
function correct(drafts: readonly Draft[], {find, replace}: Correction, index: number): Spot[] {
  const edits: Edit[] = []
  // A byte for each character that an edit writes over: to compare each match with all others could stall the build.
  const edited = new Map<number, Uint8Array>()
  const isEdited = ({line, start, end}: Spot) => edited.get(line)?.subarray(start, end).includes(1) ?? false
  const add = (edit: Edit) => {
    edits.push(edit)
    const characters = edited.get(edit.line) ?? new Uint8Array(drafts[edit.line]?.text.length ?? 0)
    edited.set(edit.line, characters.fill(1, edit.start, edit.end))
  }
  for (const [line, {text}] of drafts.entries())
    for (let at = text.indexOf(find); at >= 0; at = text.indexOf(find, at + find.length))
      add({line, start: at, end: at + find.length, text: replace})
  if (find.trim() !== '') {
    const lines = drafts.map(({text}) => text)
    const fold = (character: string) => character.normalize('NFC')
    for (const view of [viewRaw(lines, {fold}), viewVisible(lines, {fold})])
      for (const {0: found, index: start} of view.text.matchAll(compileWords(find))) {
        const pieces = findPieces(view, start, start + found.length)
        if (!pieces.some((piece) => isEdited(piece))) for (const edit of spread(pieces, replace)) add(edit)
      }
  }
  writeAll(drafts, edits.sort(fromTheStart), index)
  return edits
}

type Edit = Spot & {readonly text: string}

const overlaps = (a: Spot, b: Spot) => a.line === b.line && a.start < b.end && b.start < a.end
const fromTheStart = (a: Spot, b: Spot) => a.line - b.line || a.start - b.start

/** Shares out the new words over the lines of the old ones, so that no line becomes empty and none moves. */
function spread(pieces: ReturnType<typeof findPieces>, replacement: string): Edit[] {
  const words = replacement.trim().split(/\s+/u)
  return pieces.map(({words: count, ...spot}, index) => {
    const after = pieces.length - 1 - index
    const share = after === 0 ? words : words.splice(0, Math.max(0, Math.min(count, words.length - after)))
    return {...spot, text: share.join(' ')}
  })
}

/** Puts the mark in the place of each range, once where ranges overlap. */
function withhold(drafts: readonly Draft[], spots: readonly Spot[]): void {
  const joined: Spot[] = []
  for (const spot of [...spots].sort(fromTheStart)) {
    const last = joined.at(-1)
    if (last && overlaps(last, spot)) joined[joined.length - 1] = {...last, end: Math.max(last.end, spot.end)}
    else joined.push(spot)
  }
  writeAll(
    drafts,
    joined.map((spot) => ({...spot, text: withheldMark})),
    'redaction',
  )
}

/** Makes edits that are in order and do not overlap: each line is built anew once, however many edits it has. */
function writeAll(drafts: readonly Draft[], edits: readonly Edit[], by: Mark['by']): void {
  for (const [line, own] of Map.groupBy(edits, (edit) => edit.line)) write(drafts[line] as Draft, own, by)
}

/** Writes over ranges of a line; marks behind them move, and marks that they touch grow with them. */
function write(draft: Draft, edits: readonly Edit[], by: Mark['by']): void {
  const pieces: string[] = []
  const added: Mark[] = []
  // By how much the first edits move what stands behind them, for any number of edits.
  const shifts = [0]
  let [done, shift] = [0, 0]
  for (const {start, end, text} of edits) {
    pieces.push(draft.text.slice(done, start), text)
    const gaps = draft.text.slice(start, end).match(/\s+/gu)?.length ?? 0
    added.push({start: start + shift, end: start + shift + text.length, by, gaps})
    shift += text.length - (end - start)
    shifts.push(shift)
    done = end
  }
  pieces.push(draft.text.slice(done))
  draft.text = pieces.join('')
  const moved = draft.marks.map((mark) => moveMark(mark, edits, shifts))
  // Where marks begin at one place, the older one comes first, and of new ones the one further on in the line.
  draft.marks = [...moved, ...added.reverse()].sort((a, b) => a.start - b.start)
}

/** Where a mark stands once the edits of its line are made. */
function moveMark(mark: Mark, edits: readonly Edit[], shifts: readonly number[]): Mark {
  const before = countFirst(edits, ({end}) => end <= mark.start)
  const begun = Math.max(
    before,
    countFirst(edits, ({start}) => start < mark.end),
  )
  const touched = before < begun
  const start = touched ? Math.min(mark.start, edits[before]?.start ?? mark.start) : mark.start
  const end = touched ? Math.max(mark.end, edits[begun - 1]?.end ?? mark.end) : mark.end
  return {...mark, start: start + (shifts[before] ?? 0), end: end + (shifts[begun] ?? 0)}
}

/** How many edits pass a test that the first ones pass and the rest do not. */
function countFirst(edits: readonly Edit[], passes: (edit: Edit) => boolean): number {
  let [low, high] = [0, edits.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (passes(edits[middle] as Edit)) low = middle + 1
    else high = middle
  }
  return low
}

/** The corrections that touch withheld words. */
function listTouched(drafts: readonly Draft[]): ReadonlySet<Mark['by']> {
  const touched = new Set<Mark['by']>()
  for (const {marks} of drafts) {
    // Withheld ranges do not overlap, so the nearest one on each side tells.
    let end = Number.NEGATIVE_INFINITY
    for (const mark of marks)
      if (isWithheld(mark)) end = mark.end
      else if (mark.start <= end) touched.add(mark.by)
    let start = Number.POSITIVE_INFINITY
    for (const mark of marks.toReversed())
      if (isWithheld(mark)) start = mark.start
      else if (start <= mark.end) touched.add(mark.by)
  }
  return touched
}

/** Whether what a correction says to readers would itself hold what is withheld. */
const holdsWithheld = ({find, replace}: Correction, redactions: readonly Redaction[], patience: number) =>
  searchAll([find, replace], redactions, patience).some((found) => found?.length !== 0)
