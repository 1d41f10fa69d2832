import {parse} from 'yaml'
import {z} from 'zod'
import type {Place} from './assessment.ts'
import {findLine} from './content-file.ts'
import {readPeriod} from './frameworks/dates.ts'
import {listNearest} from './nearest.ts'
import {compilePattern} from './pattern.ts'
import type {Problem, Report} from './problem.ts'

const isoDate = z.iso.date()

/** Words put right before reading, shown to readers with the reason. */
const correction = z.strictObject({find: z.string().min(1), replace: z.string(), why: z.string().min(1)})
/** A pattern whose matches are withheld from every byte of the output. */
const redaction = z.strictObject({
  pattern: z.string().min(1).refine(isPattern, 'expected a regular expression'),
  why: z.string().min(1),
})

/** A doubt or note that a person looked at and found right, or put right otherwise. */
const settlement = z.strictObject({
  /** Name of the rule as `npm run check` prints it: `columns-read-across`. */
  rule: z.string().min(1),
  /** The line it names; without one, every problem of the rule in this document. */
  line: z.number().int().positive().optional(),
  why: z.string().min(1),
})

/** The name of a file in `content/media/`, such as `northwold/bsl.mp4`: small parts, and no way out of the folder. */
const mediaName = z
  .string()
  .regex(/^(?:[\w-]+\/)*[\w-][\w.-]*$/, 'expected the name of a file in content/media/, such as `northwold/bsl.mp4`')

/** A video in British Sign Language: who cannot see or hear it has the other three. */
const bsl = z.strictObject({
  video: mediaName,
  /** The picture that stands there before it plays. */
  poster: mediaName,
  /** WebVTT. */
  captions: mediaName,
  transcript: mediaName,
  /** Who signs. */
  by: z.string().min(1).optional(),
})

/** A person's recording of the text to read aloud. */
const audio = z.strictObject({
  file: mediaName,
  reader: z.string().min(1).optional(),
  /** `12 minutes` */
  duration: z.string().min(1).optional(),
})

/** What a person decided about publishing one source: `content/records/<source name>.yaml`. */
export const publicationRecord = z.strictObject({
  /** SHA-256 of the file that was decided about; a changed file needs a new decision. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits')
    .optional(),
  /** Who released a document that is stamped not for publication, when, and on what ground. */
  release: z.strictObject({who: z.string().min(1), when: isoDate, basis: z.string().min(1)}).optional(),
  /** For a document whose words do not say. */
  council: z.string().min(1).optional(),
  framework: z.string().min(1).optional(),
  // YAML takes `period: 2023` for a number.
  period: z
    .union([z.string(), z.number().int().transform(String)])
    .transform((printed) => readPeriod(printed) ?? printed)
    .pipe(z.string().regex(/^(?:19|20)\d{2}(?:-\d{2})?$/, 'expected a year or two: `2010`, `2009-10`'))
    .optional(),
  title: z.string().min(1).optional(),
  /** The last part of the assessment's id, in place of its family's, so that two of a council and a year are told apart. */
  noun: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected small letters, digits and single hyphens, such as `peer-review`')
    .optional(),
  corrections: z.array(correction).default([]),
  redactions: z.array(redaction).default([]),
  settled: z.array(settlement).default([]),
  bsl: bsl.optional(),
  audio: audio.optional(),
  /** Not published before this day. */
  embargo: isoDate.optional(),
  withdrawn: z.strictObject({when: isoDate, why: z.string().min(1)}).optional(),
  /** The assessment that took its place: its id alone, or with the reason. */
  supersededBy: z
    .union([
      z
        .string()
        .min(1)
        .transform((id) => ({id})),
      z.strictObject({id: z.string().min(1), why: z.string().min(1), when: isoDate.optional()}),
    ])
    .optional(),
})

export type PublicationRecord = z.infer<typeof publicationRecord>
export type MediaRecord = Pick<PublicationRecord, 'bsl' | 'audio'>
export type Correction = z.infer<typeof correction>
export type Redaction = z.infer<typeof redaction>
export type Settlement = z.infer<typeof settlement>

/** Reads a record; `undefined` when it does not say what a record must, after reporting why. */
export function readRecord(file: string, yaml: string, report: Report): PublicationRecord | undefined {
  const fault = (message: string, line = 1) =>
    report({
      level: 'error',
      rule: 'bad-record',
      place: {file, line},
      message,
      hint: 'See content/records/README.md for what a record may say',
    })
  let data: unknown
  try {
    data = parse(yaml)
  } catch (error) {
    const line = error instanceof Error && 'linePos' in error ? (error.linePos as {line: number}[])[0]?.line : undefined
    fault(`Unexpected YAML, expected a record: ${error instanceof Error ? error.message.split('\n')[0] : error}`, line)
    return
  }
  const result = publicationRecord.safeParse(data ?? {})
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    const [unknown] = issue.code === 'unrecognized_keys' ? issue.keys : []
    const path = [...issue.path, ...(unknown ? [unknown] : [])]
    fault(`Unexpected \`${path.join('.') || 'record'}\`: ${issue.message}`, findLine(yaml, path))
  }
  return
}

/** A publication record and where its entries stand. */
export interface FiledRecord {
  readonly record: PublicationRecord
  readonly placeOf: (...path: readonly (string | number)[]) => Place
}

/** The record of a document has its name: `a.txt` → `a.yaml`. */
export const recordName = (seed: string) => `${seed.replace(/\.[^.]*$/, '')}.yaml`

/** Where the records lie. */
interface RecordFolder {
  /** Names of the files in it. */
  readonly listRecords: () => readonly string[]
  readonly readRecord: (name: string) => string
  /** The records were written for other documents than these, so that some may be left over. */
  readonly areRecordsBorrowed?: boolean
}

/** Reads every record, by its name; one that names no document is told, since it may have been meant to withhold words. */
export function fileRecords(folder: RecordFolder, seeds: readonly string[], report: Report): Map<string, FiledRecord> {
  const records = new Map<string, FiledRecord>()
  const expected = new Set(seeds.map(recordName))
  for (const name of folder.listRecords().filter((entry) => entry !== 'README.md' && !entry.startsWith('.'))) {
    const key = name.replace(/\.ya?ml$/i, '.yaml')
    const file = `content/records/${name}`
    if (!key.endsWith('.yaml') || records.has(key)) {
      report(strayRecord(file, records.has(key)))
      continue
    }
    const yaml = folder.readRecord(name)
    const record = readRecord(file, yaml, report)
    if (!record) continue
    const placeOf = (...path: readonly (string | number)[]) => ({file, line: findLine(yaml, path)})
    records.set(key, {record, placeOf})
    if (expected.has(key)) continue
    // A misnamed record could leave words in that someone decided to withhold.
    const protects = record.redactions.length > 0 || record.withdrawn !== undefined || record.embargo !== undefined
    const nearest = listNearest(name, seeds)
    report({
      level: protects || !folder.areRecordsBorrowed ? 'error' : 'note',
      rule: 'record-without-document',
      place: {file, line: 1},
      message: `Unexpected record for \`${name.replace(/\.ya?ml$/, '')}\`, expected a document of that name in seeds/`,
      hint: `A record has the name of its document${nearest ? ` (the nearest: ${nearest})` : ''}; correct the name, or delete the record`,
    })
  }
  return records
}

/** A file that is no record, or the second one of a document, may hold what someone decided to withhold. */
const strayRecord = (file: string, isSecond: boolean): Problem => ({
  level: 'error',
  rule: 'stray-record',
  place: {file, line: 1},
  message: isSecond
    ? 'Unexpected second record for one document, expected one'
    : 'Unexpected file among the records, expected a name such as `NAME.yaml`',
  hint: isSecond ? 'Put both into one file' : 'Rename it, or move it out of the records folder',
})

function isPattern(pattern: string): boolean {
  try {
    compilePattern(pattern)
    return true
  } catch {
    return false
  }
}
