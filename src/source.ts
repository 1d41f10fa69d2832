import {createHash} from 'node:crypto'
import type {Report} from './problem.ts'
import {readText} from './readers/text.ts'
import type {Correction, Redaction} from './records.ts'

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
  /** Half-open ranges of `text` that stand for words withheld by the record. */
  readonly withheld: readonly (readonly [start: number, end: number])[]
  /** What stood here before the record corrected it. */
  readonly corrected?: {readonly from: string; readonly why: string}
}

/** Limits on one source; past them a clear refusal, so that a broken file cannot stall the build. */
export const sourceLimits = {bytes: 5_000_000, lines: 50_000, lineLength: 100_000} as const

/** What stands in the place of withheld words, on pages and in downloads. */
export const withheldMark = '[withheld]'

/** Reads a file's bytes; `undefined` when they cannot be read as a document, after reporting why. */
export function readSource(
  file: string,
  bytes: Uint8Array,
  changes: {readonly corrections: readonly Correction[]; readonly redactions: readonly Redaction[]},
  report: Report,
): Source | undefined {
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
  return {file, sha256, lines: applyRecord(file, lines, changes, report)}
}

/** Applies the record's corrections, then its redactions; one that matches nothing is an error, since it protects nothing. */
function applyRecord(
  file: string,
  lines: readonly string[],
  {corrections, redactions}: {readonly corrections: readonly Correction[]; readonly redactions: readonly Redaction[]},
  report: Report,
): RawLine[] {
  const unused = new Set<Correction | Redaction>([...corrections, ...redactions])
  const result = lines.map((line): RawLine => {
    let text = line
    let corrected: RawLine['corrected']
    for (const correction of corrections) {
      if (!text.includes(correction.find)) continue
      unused.delete(correction)
      corrected = {from: line, why: correction.why}
      text = text.replaceAll(correction.find, () => correction.replace)
    }
    const withheld: [number, number][] = []
    for (const redaction of redactions) {
      const pattern = new RegExp(redaction.pattern, 'giu')
      text = text.replace(pattern, (match) => {
        if (match === '') return match
        unused.delete(redaction)
        return withheldMark
      })
    }
    for (let at = text.indexOf(withheldMark); redactions.length > 0 && at >= 0; at = text.indexOf(withheldMark, at + 1))
      withheld.push([at, at + withheldMark.length])
    // A correction's own `from` could carry a redacted word into the page, so it goes when anything was withheld.
    return corrected && withheld.length === 0 ? {text, withheld, corrected} : {text, withheld}
  })
  for (const change of unused)
    report({
      level: 'error',
      rule: 'record-without-effect',
      place: {file, line: 1},
      message: `Unexpected ${'find' in change ? `correction of \`${change.find}\`` : 'redaction'} that matches nothing, expected it to change the text`,
      hint: 'A record works line by line: check the words, or delete the entry',
    })
  return result
}
