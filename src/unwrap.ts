import type {RawLine} from './source.ts'

/** Visible characters, each with the index of the raw character it came from. */
export interface Traced {
  /** How the segment was parted from what follows it on the raw line. */
  readonly end?: 'line' | 'paragraph'
  readonly chars: string
  readonly from: readonly number[]
}

// Tags that part text; the others in `tag` only dress it.
const parting = /^(?:p|br|ul|ol|li|div|table|thead|tbody|tr|h[1-6])$/i
const token = new RegExp(
  [
    /(?<comment><!--(?:(?!-->).){0,1000}-->)/,
    // A conversion may escape an inner tag, and even raise its ampersand: `<sup>&</sup>lt;sup>3</sup>` prints ³.
    /(?<sup><sup>(?:&(?:<\/sup>)?lt;\/?[a-z]{1,9}>)*)(?<mark>\d+)/,
    /<\/?(?<tag>p|br|ul|ol|li|div|table|thead|tbody|tr|td|th|b|strong|i|em|u|s|sup|sub|span|font|a|h[1-6])(?:\s[^<>]*)?\/?>/,
    /(?<escapedTag>&(?:<\/sup>)?lt;\/?(?:sup|sub|u|b|i|em|strong)>)/,
    /&(?<entity>#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos|nbsp|ndash|mdash|lsquo|rsquo|ldquo|rdquo|bull|pound|hellip|eacute);/,
    /\\(?<escaped>[\\`*_{}[\]()#+\-.!|<>~])/,
    /!\[(?<alt>[^\][]{0,300})\]\([^()]{0,1000}\)/,
    /\[(?<link>[^\][]{0,300})\]\(#[^()]{0,300}\)/,
    // Bold may go over a line's end, so either end of it is lifted; a single asterisk only with its partner, since
    // `7*7` and `*see below` mean it.
    /(?<bold>(?<![\p{L}\p{N}*])\*{2,3}(?=[^\s*])|(?<=[^\s*])\*{2,3}(?![\p{L}\p{N}*]))/u,
    /(?<opened>(?<![\p{L}\p{N}*])\*(?=[^\s*](?:[^*]{0,300}[^\s*])?\*(?![\p{L}\p{N}*])))/u,
    /(?<closed>(?<=(?<![\p{L}\p{N}*])\*[^\s*][^*]{0,300})(?<=[^\s*])\*(?![\p{L}\p{N}*]))/u,
  ]
    .map((part) => part.source)
    .join('|'),
  'giu',
)
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  pound: '£',
  hellip: '…',
  eacute: 'é',
}

// Soft hyphens, zero-width marks, marks that turn the direction of text and control characters: unseen on paper, traps
// for search and for readers of a page.
export const invisible = /(?!\s)\p{Cc}|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u
/** A PDF's joined letters, which neither search nor speech knows: `ﬁnancial` → `financial`. */
const ligatures: Readonly<Record<string, string>> = {ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st'}

/** Lifts HTML and inline Markdown off one raw line; tags that part text part the line. */
export function unwrap(raw: RawLine): Traced[] {
  const segments: Traced[] = []
  let chars = ''
  let from: number[] = []
  const emit = (text: string, at: number, step = 1) => {
    for (let index = 0; index < text.length; index++) {
      const character = text[index] ?? ''
      if (invisible.test(character)) continue
      for (const letter of ligatures[character] ?? character) {
        chars += letter
        from.push(at + (step ? index : 0))
      }
    }
  }
  const part = (end: 'line' | 'paragraph') => {
    if (/[^\s|]/.test(chars)) segments.push({chars, from, end})
    else if (end === 'paragraph' && segments.length > 0) segments.push({...(segments.pop() as Traced), end})
    chars = ''
    from = []
  }
  let last = 0
  for (const match of raw.text.matchAll(token)) {
    const groups = match.groups ?? {}
    emit(raw.text.slice(last, match.index), last)
    last = match.index + match[0].length
    if (groups['mark'] !== undefined) {
      emit([...groups['mark']].map(superscript).join(''), match.index + (groups['sup'] ?? '').length)
    } else if (groups['tag'] !== undefined) {
      if (parting.test(groups['tag'])) part(/^br$/i.test(groups['tag']) ? 'line' : 'paragraph')
      else if (/^t[dh]$/i.test(groups['tag']) && !match[0].startsWith('</') && chars.trim()) emit('\t', match.index, 0)
      if (/^li$/i.test(groups['tag']) && !match[0].startsWith('</')) emit('• ', match.index, 0)
    } else if (groups['entity'] !== undefined) emit(decode(groups['entity']), match.index, 0)
    else if (groups['escaped'] !== undefined) emit(groups['escaped'], match.index + 1)
    else if (groups['alt'] !== undefined) emit(groups['alt'], match.index + 2)
    else if (groups['link'] !== undefined) emit(groups['link'], match.index + 1)
  }
  emit(raw.text.slice(last), last)
  if (chars.trim() || segments.length === 0) segments.push({chars, from})
  return segments
}

const superscript = (digit: string) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit

function decode(entity: string): string {
  if (!entity.startsWith('#')) return entities[entity.toLowerCase()] ?? `&${entity};`
  const code = entity[1]?.toLowerCase() === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
  // Numbers for control characters or beyond Unicode stay as printed: a page must never hold them.
  return code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
    ? `&${entity};`
    : String.fromCodePoint(code)
}

// Glyphs that are never words of a sentence, and private-use ones that Word's Symbol font leaves behind.
export const glyph = '•·◆▪●○■□‣⁃◦➢➤✓\u{f0a7}\u{f0b7}\u{f0d8}\u{f0fc}'
const leadingGlyph = new RegExp(`^[\\s|>+*-]*[${glyph}]`, 'u')
const innerGlyph = new RegExp(`[${glyph}]`, 'u')

/** `| • Clarity of vision• Partnership working` is two items; a glyph inside running text is left alone. */
export function splitItems(segments: readonly Traced[]): Traced[] {
  return segments.flatMap((segment) => {
    const lead = leadingGlyph.exec(segment.chars)
    if (!lead) return [segment]
    const parts: Traced[] = []
    let start = 0
    for (let at = lead[0].length; at < segment.chars.length; at++) {
      if (!innerGlyph.test(segment.chars[at] ?? '') || !segment.chars.slice(start, at).replace(leadingGlyph, '').trim())
        continue
      parts.push(slice(segment, start, at))
      start = at
    }
    const last = {...segment, ...slice(segment, start, segment.chars.length)}
    const [first, ...rest] = parts
    if (!first) return [last]
    // The pipe that opens the cell is no part of the first of the items that are taken out of it.
    const opened = lead[0].lastIndexOf('|') + 1
    return [slice(first, opened, first.chars.length), ...rest, last]
  })
}

const slice = ({chars, from}: Traced, start: number, end: number): Traced => ({
  chars: chars.slice(start, end),
  from: from.slice(start, end),
})
