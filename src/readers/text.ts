import type {Problem, Report} from '../problem.ts'
import {findForeignFormat} from './foreign.ts'

const byteOrderMarks = [
  {mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8'},
  {mark: [0xff, 0xfe], encoding: 'utf-16le'},
  {mark: [0xfe, 0xff], encoding: 'utf-16be'},
] as const

/**
 * Reads plain text, Markdown or converted text: UTF-8, UTF-16, or windows-1252, which a doubt tells. What is no text
 * is refused with its line and the way out.
 */
export function readText(file: string, bytes: Uint8Array, report: Report): string | undefined {
  const format = findForeignFormat(bytes)
  if (format) {
    report({
      level: 'error',
      rule: 'not-text',
      place: {file, line: 1},
      message: `Unexpected ${format.what}, expected plain text`,
      hint: format.wayOut,
    })
    return
  }
  const marked = byteOrderMarks.find(({mark}) => mark.every((byte, index) => bytes[index] === byte))?.encoding
  const encoding = marked ?? findUnmarkedUtf16(bytes) ?? 'utf-8'
  const text = decode(bytes, encoding)
  if (text !== undefined) return refuseControls(file, text, report)
  const line = findBadLine(bytes, encoding)
  const inferred = encoding === 'utf-8' && !marked ? readWindows1252(bytes) : undefined
  if (inferred === undefined) {
    report(unreadable(file, line, `bytes that are not ${encoding.toUpperCase()}`))
    return
  }
  report({
    level: 'doubt',
    toReaders: 'The file did not say how its letters are stored. Dashes, quotation marks and pound signs may be wrong.',
    rule: 'encoding-inferred',
    place: {file, line},
    message: 'Unexpected bytes that are not UTF-8, expected UTF-8; they are read as windows-1252',
    hint: 'Look at the dashes, quotation marks and pound signs of this line; when they are wrong, save the document as UTF-8 text',
  })
  return inferred
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return
  }
}

/** How much of a file's beginning tells in which half of each UTF-16 pair the zero bytes stand. */
const sample = 4096

/**
 * UTF-16 without its mark. English in it has a zero byte in nearly each pair, always in the same half: `H` is `48 00`
 * in little-endian and `00 48` in big-endian.
 */
function findUnmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const pairs = Math.min(bytes.length, sample) >> 1
  const zeros = [0, 0]
  for (let at = 0; at < pairs * 2; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [first = 0, second = 0] = zeros
  // A curly quotation mark (U+2018) has no zero byte, and few letters have theirs in the other half.
  if (second > pairs * 0.7 && first < pairs * 0.02) return 'utf-16le'
  return first > pairs * 0.7 && second < pairs * 0.02 ? 'utf-16be' : undefined
}

// Bytes that windows-1252 gives no character; the decoder makes control characters of them.
const undefinedIn1252 = /[\u0081\u008d\u008f\u0090\u009d]/

/** The text when the bytes make sense as windows-1252: mostly ASCII, nothing undefined, and not UTF-8 with a broken byte. */
function readWindows1252(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('windows-1252').decode(bytes)
  const beyondAscii = text.match(/[^\p{ASCII}]/gu)?.length ?? 0
  const isPlausible = !undefinedIn1252.test(text) && beyondAscii <= text.length / 4 && !findControl(text)
  return isPlausible && !isBrokenUtf8(bytes) ? text : undefined
}

/** More whole UTF-8 characters than broken ones: `â€™` for each apostrophe would be worse than a refusal. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const whole = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0
  return whole > broken
}

function refuseControls(file: string, text: string, report: Report): string | undefined {
  const found = findControl(text)
  if (!found) return text
  report(unreadable(file, countLine(text, found.index), found.what))
  return
}

/** The first control character that shows the text to be none: a zero byte, or any when they are more than a few. */
function findControl(text: string): {readonly index: number; readonly what: string} | undefined {
  const zero = text.indexOf('\0')
  if (zero >= 0) return {index: zero, what: 'a zero byte'}
  // A conversion may leave a page mark or a bell or two; `normalise` drops them.
  const controls = text.match(/(?!\s)\p{Cc}/gu)?.length ?? 0
  if (controls <= Math.max(2, text.length / 200)) return
  return {index: text.search(/(?!\s)\p{Cc}/u), what: `${controls} control characters`}
}

const countLine = (text: string, index: number) => text.slice(0, index).split(/\r\n|\n|\r/).length

/** The first line that the encoding cannot read; only on the way to a problem, so it may decode line by line. */
function findBadLine(bytes: Uint8Array, encoding: Encoding): number {
  // Broken UTF-16 has no lines to name: what is broken shows as U+FFFD in the text.
  if (encoding !== 'utf-8') {
    const text = new TextDecoder(encoding).decode(bytes)
    return countLine(text, text.indexOf('\ufffd'))
  }
  let line = 1
  let start = 0
  for (let at = 0; at <= bytes.length; at++) {
    const isReturn = bytes[at] === 0x0d
    if (at < bytes.length && bytes[at] !== 0x0a && !isReturn) continue
    if (decode(bytes.subarray(start, at), 'utf-8') === undefined) return line
    if (isReturn && bytes[at + 1] === 0x0a) at++
    start = at + 1
    line++
  }
  return line
}

const unreadable = (file: string, line: number, what: string): Problem => ({
  level: 'error',
  rule: 'unreadable-encoding',
  place: {file, line},
  message: `Unexpected ${what}, expected text in UTF-8`,
  hint: 'Save the document as UTF-8 text; a Word or PDF file must be converted to text first',
})
