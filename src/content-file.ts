import {type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, visit} from 'yaml'
import type {z} from 'zod'
import type {Place} from './assessment.ts'
import {BuildStopped, type Problem} from './problem.ts'

/** What a content file says, and where each of its entries stands. */
export interface ContentFile<Data> {
  readonly data: Data
  /** The line of an entry: `placeOf(3, 'lines')` is that of the lines of the fourth. */
  readonly placeOf: (...path: readonly PropertyKey[]) => Place
}

/** Reads a YAML file of ours by its schema; one that breaks it stops the build, with the file and line of each fault. */
export function readContentFile<Schema extends z.ZodType>(
  file: string,
  yaml: string,
  schema: Schema,
): ContentFile<z.infer<Schema>> {
  const counter = new LineCounter()
  const document = parseDocument(yaml, {lineCounter: counter, prettyErrors: false})
  const stop = (problems: readonly Omit<Problem, 'level' | 'rule'>[]): never => {
    throw new BuildStopped(problems.map((problem) => ({level: 'error', rule: 'bad-content', ...problem})))
  }
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line)
  if (document.errors.length > 0)
    stop(
      document.errors.map((error) => ({
        place: {file, line: lineAt(error.pos[0])},
        message: `Unexpected YAML: ${error.message}`,
        hint: 'Indent with spaces, and put words that hold a colon, a bracket or a brace into quotation marks',
      })),
    )
  const placeOf = (...path: readonly PropertyKey[]): Place => ({
    file,
    line: lineAt(findOffset(document.contents, path)),
  })
  const aliases = findAliases(document)
  if (aliases.length > 0)
    stop(
      aliases.map((offset) => ({
        place: {file, line: lineAt(offset)},
        message: 'Unexpected alias, expected the words themselves',
        hint: 'Write the words again where the `*` stands, or put words that begin with `*` into quotation marks',
      })),
    )
  const result = schema.safeParse(document.toJS())
  if (result.success) return {data: result.data, placeOf}
  return stop(
    result.error.issues.map((issue) => {
      const [unknown] = issue.code === 'unrecognized_keys' ? issue.keys : []
      const path = [...issue.path, ...(unknown === undefined ? [] : [unknown])]
      return {
        place: placeOf(...path),
        message: `Unexpected \`${path.map(String).join('.') || 'file'}\`: ${issue.message}`,
        hint: 'Compare it with the other entries of the file; its head says what an entry may hold',
      }
    }),
  )
}

/** The line on which an entry stands, such as `['redactions', 1]`; of what is missing, the line it would belong to. */
export function findLine(yaml: string, path: readonly PropertyKey[]): number {
  const lineCounter = new LineCounter()
  const {contents} = parseDocument(yaml, {lineCounter})
  return Math.max(1, lineCounter.linePos(findOffset(contents, path)).line)
}

/** Where aliases stand: a few of them could make a small file into a huge one, and nothing of ours needs them. */
function findAliases(document: Document.Parsed): number[] {
  const offsets: number[] = []
  visit(document, {Alias: (_, alias) => void offsets.push(startOf(alias) ?? 0)})
  return offsets
}

/** Where the node of a path begins, or the last one on the way there. */
function findOffset(contents: unknown, path: readonly PropertyKey[]): number {
  let node = contents
  let offset = startOf(node)
  for (const step of path) {
    let next: unknown
    if (isMap(node)) {
      const pair = node.items.find(({key}) => (isScalar(key) ? key.value : key) === step)
      if (pair) offset = startOf(pair.key) ?? offset
      next = pair?.value
    } else if (isSeq(node) && typeof step === 'number') {
      next = node.items[step]
      offset = startOf(next) ?? offset
    }
    if (next === undefined) break
    node = next
  }
  return offset ?? 0
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? (node as Node).range?.[0] : undefined)
