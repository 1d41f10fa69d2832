import {createHash} from 'node:crypto'
import {type Amended, type AmendFault, amend, type Changes} from './amend.ts'
import type {Place} from './assessment.ts'
import type {Problem, Report} from './problem.ts'
import {readText} from './readers/text.ts'

/** A received document, line by line, as its file holds it. */
export interface Source {
  /** As shown to people: `seeds/000_8772cd5ce74a4bca.txt`. */
  readonly file: string
  readonly sha256: string
  /** Raw lines, without their line ends, after the record's corrections and redactions. */
  readonly lines: readonly RawLine[]
}

export interface RawLine {
  readonly text: string
  /** Half-open ranges of `text` that stand for words withheld by the record, and the spaces between those words. */
  readonly withheld: readonly (readonly [start: number, end: number, gaps: number])[]
}

/** A source with what its record changed in it. */
export interface AmendedSource extends Source, Pick<Amended, 'corrections' | 'redactions'> {}

/** Limits on one source; past them a clear refusal, so that a broken file cannot stall the build. */
export const sourceLimits = {bytes: 5_000_000, lines: 50_000, lineLength: 100_000} as const

/** Reads a file's bytes; `undefined` when they cannot be read as a document, after reporting why. */
export function readSource(
  file: string,
  bytes: Uint8Array,
  changes: Changes,
  report: Report,
  /** Where an entry of the record stands. */
  placeOf: (list: AmendFault['list'], index: number) => Place = () => ({file, line: 1}),
): AmendedSource | undefined {
  const place = {file, line: 1}
  if (bytes.byteLength > sourceLimits.bytes) {
    report({
      level: 'error',
      rule: 'source-too-large',
      place,
      message: `Unexpected ${bytes.byteLength} bytes, expected at most ${sourceLimits.bytes}`,
      hint: 'Publish the document in parts, or convert it again without its pictures',
    })
    return
  }
  const text = readText(file, bytes, report)
  if (text === undefined) return
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.length > sourceLimits.lines || lines.some((line) => line.length > sourceLimits.lineLength)) {
    const long = lines.findIndex((line) => line.length > sourceLimits.lineLength)
    report({
      level: 'error',
      rule: 'source-too-large',
      place: {file, line: long < 0 ? lines.length : long + 1},
      message:
        long < 0
          ? `Unexpected ${lines.length} lines, expected at most ${sourceLimits.lines}`
          : `Unexpected line of ${lines[long]?.length} characters, expected at most ${sourceLimits.lineLength}`,
      hint: 'Convert the document again so that each paragraph is a line of its own',
    })
    return
  }
  if (!/[\p{L}\p{N}]/u.test(text)) {
    report({
      level: 'error',
      rule: 'empty-source',
      place,
      message: 'Unexpected file without a word, expected the text of an assessment',
      hint: 'Convert the document again, or remove the file',
    })
    return
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const {faults, ...amended} = amend(lines, changes)
  for (const fault of faults)
    report(describeFault(fault, placeOf(fault.list, fault.index), changes.corrections[fault.index]?.find ?? ''))
  return {file, sha256, ...amended}
}

/** A change that does nothing is an error, since it would protect nothing. */
function describeFault({kind, list}: AmendFault, place: Place, find: string): Problem {
  const what = list === 'corrections' ? `correction of \`${find}\`` : 'redaction'
  if (kind === 'too-slow')
    return {
      level: 'error',
      rule: 'record-too-slow',
      place,
      message: 'Unexpected redaction whose pattern searches for longer than 10 seconds, expected a simpler pattern',
      hint: 'Write the words themselves; repeats inside repeats, such as `(a+)+`, try too many ways',
    }
  return {
    level: 'error',
    rule: 'record-without-effect',
    place,
    message: `Unexpected ${what} that matches nothing, expected it to change the text`,
    hint: 'Compare it with the words in the document, letter by letter; when it has been put right there, delete this entry',
  }
}
