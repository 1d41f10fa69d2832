import type {Report} from '../problem.ts'

const byteOrderMarks = [
  {mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8'},
  {mark: [0xff, 0xfe], encoding: 'utf-16le'},
  {mark: [0xfe, 0xff], encoding: 'utf-16be'},
] as const

/** Reads plain text, Markdown or converted text: UTF-8, or UTF-16 when its first bytes say so. */
export function readText(file: string, bytes: Uint8Array, report: Report): string | undefined {
  const encoding =
    byteOrderMarks.find(({mark}) => mark.every((byte, index) => bytes[index] === byte))?.encoding ?? 'utf-8'
  try {
    const text = new TextDecoder(encoding, {fatal: true}).decode(bytes)
    const binary = text.indexOf('\0')
    if (binary < 0) return text
    report(unreadable(file, text.slice(0, binary).split('\n').length, 'a zero byte'))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    report(unreadable(file, findBadLine(bytes), `bytes that are not ${encoding.toUpperCase()}`))
  }
  return
}

/** Only on the way to an error, so it may read line by line. */
function findBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', {fatal: true})
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start)
    const end = newline < 0 ? bytes.length : newline
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch {
      return line
    }
    start = end + 1
  }
  return line
}

function unreadable(file: string, line: number, what: string) {
  return {
    level: 'error',
    rule: 'unreadable-encoding',
    place: {file, line},
    message: `Unexpected ${what}, expected text in UTF-8`,
    hint: 'Save the document as UTF-8 text; a Word or PDF file must be converted to text first',
  } as const
}
