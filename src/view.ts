import {invisible, unwrap} from './unwrap.ts'

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
  const view = openView(lines, options)
  for (const [line, raw] of lines.entries()) {
    // The lines that stand between cells are no words: a name may have a cell for each of its parts.
    const isPiped = /^\s*(?:[-*+]\s+)?\|/.test(raw)
    for (const {chars, from, end} of unwrap({text: raw, withheld: []})) {
      for (let at = 0, next = 0; at < chars.length; at = next) {
        next = findCharacterEnd(chars, at)
        const character = chars.slice(at, next)
        const start = from[at] ?? 0
        const isMark = raw[start] === '<' && character !== '<'
        if (isMark || (isPiped && character === '|')) view.space()
        else view.put(character, line, start, findEnd(raw, start, from[next - 1] ?? start))
      }
      if (end) view.endLine(end === 'paragraph' ? 2 : 1)
    }
    if (!options.joinsWords || !/\u00ad\s*$/.test(raw)) view.endLine(1)
  }
  return view.close()
}

/** The words as the file holds them: with what a page never shows, such as comments and addresses of links. */
export function viewRaw(lines: readonly string[], options: ViewOptions): View {
  const view = openView(lines, options)
  for (const [line, raw] of lines.entries()) {
    for (let at = 0, next = 0; at < raw.length; at = next) {
      next = findCharacterEnd(raw, at)
      view.put(raw.slice(at, next), line, at, next)
    }
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

function openView(lines: readonly string[], {fold, joinsWords = false}: ViewOptions) {
  // Numbers side by side: a document of five million characters has no room for an object each.
  let units = new Uint16Array(lines.reduce((total, line) => total + line.length + 2, 2))
  let spots = new Uint32Array(units.length * 3)
  let length = 0
  const add = (characters: string, line: number, start: number, end: number) => {
    for (let at = 0; at < characters.length; at++) {
      if (length === units.length) {
        units = grow(units, new Uint16Array(length * 2))
        spots = grow(spots, new Uint32Array(length * 6))
      }
      units[length] = characters.charCodeAt(at)
      spots[length * 3] = line
      spots[length * 3 + 1] = start
      spots[length * 3 + 2] = end
      length++
    }
  }
  let [spaces, ends] = [0, 0]
  const flush = (line: number, start: number, end: number) => {
    if (joinsWords && ends === 1 && units[length - 1] === hyphen) length--
    else if (length > 0 && ends > 0) add(ends > 1 ? '\n\n' : '\n', line, start, end)
    else if (length > 0 && spaces > 0) add(' ', line, start, end)
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
    put: (character: string, line: number, start: number, end: number) => {
      const isPlain = character.length === 1 && character > ' ' && character < '\u007f'
      const seen = isPlain ? character : character.replace(unseen, '')
      if (!isPlain && /^\s/u.test(character)) spaces++
      else if (seen !== '' && !(joinsWords && seen === '*')) {
        if (spaces + ends > 0) flush(line, start, end)
        add(isPlain && character !== "'" && character !== '`' ? character : fold(seen), line, start, end)
      }
    },
    close: (): View => ({
      text: new TextDecoder('utf-16le', {ignoreBOM: true}).decode(units.subarray(0, length)),
      spotAt: (index) => ({
        line: spots[index * 3] ?? 0,
        start: spots[index * 3 + 1] ?? 0,
        end: spots[index * 3 + 2] ?? 0,
      }),
    }),
  }
}

const hyphen = 0x2d

function grow<Numbers extends Uint16Array | Uint32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}

const unseen = new RegExp(`${invisible.source}|\\p{Default_Ignorable_Code_Point}`, 'gu')

const accents = /(?:\p{M})+/uy

/** Where a letter ends that begins at an index, with the accents that stand after it as characters of their own. */
function findCharacterEnd(text: string, start: number): number {
  const end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1)
  // No accent comes before U+0300.
  if (!(text.charCodeAt(end) >= 0x300)) return end
  accents.lastIndex = end
  return accents.test(text) ? accents.lastIndex : end
}

const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/iy

/** Where the raw characters end that one visible character stands for: an entity is many. */
function findEnd(raw: string, start: number, last: number): number {
  const end = last + ((raw.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)
  if (raw[start] !== '&') return end
  entity.lastIndex = start
  return entity.test(raw) ? Math.max(entity.lastIndex, end) : end
}
