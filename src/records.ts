import {parse} from 'yaml'
import {z} from 'zod'
import type {Report} from './problem.ts'

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
  period: z.union([z.string().min(1), z.number().int().transform(String)]).optional(),
  title: z.string().min(1).optional(),
  /** The last part of the assessment's id, in place of its family's, so that two of a council and a year are told apart. */
  noun: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected small letters, digits and single hyphens, such as `peer-review`')
    .optional(),
  corrections: z.array(correction).default([]),
  redactions: z.array(redaction).default([]),
  settled: z.array(settlement).default([]),
  /** Not published before this day. */
  embargo: isoDate.optional(),
  withdrawn: z.strictObject({when: isoDate, why: z.string().min(1)}).optional(),
  /** Id of the assessment that took its place. */
  supersededBy: z.string().min(1).optional(),
})

export type PublicationRecord = z.infer<typeof publicationRecord>
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
  for (const issue of result.error.issues) fault(`Unexpected \`${issue.path.join('.') || 'record'}\`: ${issue.message}`)
  return
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'giu')
    return true
  } catch {
    return false
  }
}
