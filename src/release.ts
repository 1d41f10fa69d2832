import type {Place} from './assessment.ts'
import type {Line, NormalDocument} from './normalise.ts'
import type {PublicationRecord} from './records.ts'
import type {Source} from './source.ts'

/** Why a document is not published; for the officer's eyes only, never for the output. */
export interface HeldBack {
  readonly file: string
  readonly why: string
  readonly hint: string
  readonly place: Place
}

/** Stamps that forbid publication wherever they stand. */
const stamps = [
  /\bnot\s+for\s+(?:publication|release|circulation|disclosure)\b/i,
  /\bexempt\s+(?:from\s+(?:publication|disclosure)|under\s+(?:the\s+)?(?:access|schedule|section|paragraph))\b/i,
  /\bcontains?\s+exempt\s+information\b/i,
  /\bofficial\s*[-–:]\s*sensitive\b/i,
  /\b(?:strictly|private\s+and)\s+confidential\b/i,
  /\bembargoed\s+(?:until|to)\b/i,
]
/** A stamp by itself, a common word in a sentence. */
const aloneStamp = /^\W*(?:confidential|restricted|private|embargoed|draft\s*[-–]?\s*not\s+final)\W*$/i

/**
 * Says why a document is held back; `undefined` when it may be published today. Whether it is withdrawn comes after: a
 * page that says so would tell that there is such a document.
 */
export function findHold(
  source: Source,
  document: NormalDocument,
  record: PublicationRecord | undefined,
  today: string,
): HeldBack | undefined {
  const start = {file: source.file, line: 1}
  const hold = (why: string, hint: string, place: Place = start): HeldBack => ({file: source.file, why, hint, place})
  if (record?.embargo && today < record.embargo)
    return hold(`under embargo until ${record.embargo}`, `Build again on or after ${record.embargo}`)
  if (record?.sha256 && record.sha256 !== source.sha256)
    return hold(
      'its record was written for another version of the file',
      `Check the new version, then write sha256: ${source.sha256} into the record`,
    )
  const stamp = findStamp(document.lines)
  if (!stamp) return
  if (!record?.release)
    return hold(
      `stamped \`${stamp.text}\``,
      'Once its release is settled, write who, when and on what basis into its record in content/records/',
      stamp.place,
    )
  if (!record.sha256)
    return hold(
      'its release does not say for which file',
      `Write sha256: ${source.sha256} into the record`,
      stamp.place,
    )
  return
}

function findStamp(lines: readonly Line[]): {text: string; place: Place} | undefined {
  const printed = lines.filter((line) => line.shape !== 'blank')
  for (const [index, line] of printed.entries()) {
    // A stamp may be wrapped: `NOT FOR` ⏎ `PUBLICATION`.
    const wrapped = `${line.text} ${printed[index + 1]?.text ?? ''}`
    const found = stamps.map((stamp) => stamp.exec(wrapped)).find((match) => match && match.index < line.text.length)
    if (found) return {text: found[0], place: line.place}
    if (aloneStamp.test(line.text)) return {text: line.text, place: line.place}
  }
  return
}
