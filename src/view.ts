import {invisible, unwrap} from './normalise.ts'

/**
 * A document as one string to search in, where each character knows the raw ones that it stands for. White space is one
 * space, a line's end `\n`, a blank line or more `\n\n`.
 */
export interface View {
  readonly text: string
  /** What the character at an index of `text` stands for. */
  readonly spotAt: (index: number) => Spot
}

/** A half-open range of a raw line. */
export interface Spot {
  /** From 0. */
  readonly line: number
  readonly start: number
  readonly end: number
}

export interface ViewOptions {
  readonly fold: (character: string) => string
  /** Reads a word as one that a hyphen parts over a line's end, or a mark in its middle: `Hart-` ⏎ `ley`, `Hart**ley**`. */
  readonly joinsWords?: boolean
}

/** The words as a page shows them: without tags, marks of Markdown, entities and what nobody sees. */
export function viewVisible(lines: readonly string[], options: ViewOptions): View {
  const view = openView(options)
  for (const [line, raw] of lines.entries()) {
    // The lines that stand between cells are no words: a name may have a cell for each of its parts.
    const isPiped = /^\s*(?:[-*+]\s+)?\|/.test(raw)
    for (const {chars, from, end} of unwrap({text: raw, withheld: []})) {
      for (const {text, index} of eachCharacter(chars)) {
        const start = from[index] ?? 0
        const spot = {line, start, end: findEnd(raw, start, from[index + text.length - 1] ?? start)}
        const isMark = raw[start] === '<' && text !== '<'
        if (isMark || (isPiped && text === '|')) view.space()
        else view.put(text, spot)
      }
      if (end) view.endLine(end === 'paragraph' ? 2 : 1)
    }
    if (!options.joinsWords || !/\u00ad\s*$/.test(raw)) view.endLine(1)
  }
  return view.close()
}

/** The words as the file holds them: with what a page never shows, such as comments and addresses of links. */
export function viewRaw(lines: readonly string[], options: ViewOptions): View {
  const view = openView(options)
  for (const [line, raw] of lines.entries()) {
    for (const {text, index} of eachCharacter(raw)) view.put(text, {line, start: index, end: index + text.length})
    view.endLine(1)
  }
  return view.close()
}

/** The raw ranges, one a line, of a half-open range of a view, with how many words each holds. */
export function findPieces({text, spotAt}: View, start: number, end: number): (Spot & {readonly words: number})[] {
  const pieces: (Spot & {readonly words: number})[] = []
  for (const match of text.slice(start, end).matchAll(/\S/gu)) {
    const at = start + match.index
    const spot = spotAt(at)
    const startsWord = at === start || /\s/u.test(text[at - 1] ?? '')
    const last = pieces.at(-1)
    if (last?.line !== spot.line) pieces.push({...spot, words: 1})
    else
      pieces[pieces.length - 1] = {
        line: spot.line,
        start: Math.min(last.start, spot.start),
        end: Math.max(last.end, spot.end),
        words: last.words + (startsWord ? 1 : 0),
      }
  }
  return pieces
}

function openView({fold, joinsWords = false}: ViewOptions) {
  const text: string[] = []
  // Three numbers a character: a document of five million characters has no room for an object each.
  const spots: number[] = []
  let [spaces, ends] = [0, 0]
  const add = (characters: string, {line, start, end}: Spot) => {
    for (let at = 0; at < characters.length; at++) {
      text.push(characters[at] ?? '')
      spots.push(line, start, end)
    }
  }
  const flush = (spot: Spot) => {
    if (joinsWords && ends === 1 && text.at(-1) === '-') {
      text.pop()
      spots.length -= 3
    } else if (text.length > 0 && ends > 0) add(ends > 1 ? '\n\n' : '\n', spot)
    else if (text.length > 0 && spaces > 0) add(' ', spot)
    spaces = 0
    ends = 0
  }
  return {
    space: () => {
      spaces++
    },
    endLine: (count: number) => {
      ends += count
    },
    put: (character: string, spot: Spot) => {
      const seen = character.replace(unseen, '')
      if (/^\s/u.test(character)) spaces++
      else if (seen !== '' && !(joinsWords && seen === '*')) {
        flush(spot)
        add(fold(seen), spot)
      }
    },
    close: (): View => ({
      text: text.join(''),
      spotAt: (index) => ({
        line: spots[index * 3] ?? 0,
        start: spots[index * 3 + 1] ?? 0,
        end: spots[index * 3 + 2] ?? 0,
      }),
    }),
  }
}

const unseen = new RegExp(`${invisible.source}|\\p{Default_Ignorable_Code_Point}`, 'gu')

/** Letters, each with the accents that stand after it as characters of their own. */
function* eachCharacter(text: string): Generator<{readonly text: string; readonly index: number}> {
  for (const match of text.matchAll(/[\s\S]\p{M}*/gu)) yield {text: match[0], index: match.index}
}

const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/iy

/** Where the raw characters end that one visible character stands for: an entity is many. */
function findEnd(raw: string, start: number, last: number): number {
  const end = last + ((raw.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)
  entity.lastIndex = start
  return entity.test(raw) ? Math.max(entity.lastIndex, end) : end
}
