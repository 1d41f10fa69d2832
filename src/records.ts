import {isMap, isNode, isScalar, isSeq, LineCounter, type Node, parse, parseDocument} from 'yaml'
import {z} from 'zod'
import {compilePattern} from './pattern.ts'
import type {Report} from './problem.ts'

const isoDate = z.iso.date()

/** Words put right before reading, shown to readers with the reason. */
const correction = z.strictObject({find: z.string().min(1), replace: z.string(), why: z.string().min(1)})
/** A pattern whose matches are withheld from every byte of the output. */
const redaction = z.strictObject({
  pattern: z.string().min(1).refine(isPattern, 'expected a regular expression'),
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
  period: z.string().min(1).optional(),
  title: z.string().min(1).optional(),
  corrections: z.array(correction).default([]),
  redactions: z.array(redaction).default([]),
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
export type Correction = z.infer<typeof correction>
export type Redaction = z.infer<typeof redaction>

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
    fault(`Unexpected \`${path.join('.') || 'record'}\`: ${issue.message}`, findRecordLine(yaml, path))
  }
  return
}

/** The line on which an entry of a record stands, such as `['redactions', 1]`; of what is missing, the line it would belong to. */
export function findRecordLine(yaml: string, path: readonly PropertyKey[]): number {
  const lineCounter = new LineCounter()
  let node: Node | null = parseDocument(yaml, {lineCounter}).contents
  let offset = node?.range?.[0] ?? 0
  for (const step of path) {
    const pair = isMap(node) ? node.items.find(({key}) => isScalar(key) && String(key.value) === step) : undefined
    const next = pair ? pair.key : isSeq(node) ? node.items[Number(step)] : undefined
    if (!isNode(next) || !next.range) break
    offset = next.range[0]
    node = pair ? (isNode(pair.value) ? pair.value : null) : next
  }
  return Math.max(1, lineCounter.linePos(offset).line)
}

function isPattern(pattern: string): boolean {
  try {
    compilePattern(pattern)
    return true
  } catch {
    return false
  }
}
