import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Content} from '../content.ts'
import type {Problem} from '../problem.ts'
import type {Publication, PublishedAssessment} from '../publication.ts'
import {type Variant, variantPath} from '../variants/variant.ts'
import {listFindings, listGrades} from './facts.ts'
import {type Carried, type Made, type ReportFormat, ToolMissing} from './format.ts'
import {describeAssessments} from './json.ts'
import {packageName, packFiles} from './package.ts'
import {layPaper, type Paper} from './paper.ts'
import {findDifference} from './parity.ts'
import type {FileStore, StoredFile} from './store.ts'

/** A file of a report, for the list on its page. */
export interface ReportFile extends Omit<Made, 'bytes'> {
  /** `/councils/leicester/2009-10-performance-assessment/easy-read.pdf` */
  readonly path: string
  /** The name that it gets on a reader's device: `leicester-2009-10-performance-assessment-easy-read.pdf`. */
  readonly saveAs: string
  readonly label: string
  readonly kind: string
  readonly about: string
  /** The page that it is made from, and which of its facts it has; nothing for the package of all. */
  readonly variant?: Variant['id']
  readonly carries?: Carried
  readonly bytes: number
}

/** The files of one report, and what all of them say. */
export interface ReportFiles {
  readonly files: readonly ReportFile[]
  readonly grades: number
  readonly findings: number
}

export interface MakingFiles {
  readonly formats: readonly ReportFormat[]
  readonly store: FileStore
  /** Folder of the project: a file is made again when the code or a template changes that makes it. */
  readonly root: string
  readonly write: (path: string, bytes: Uint8Array) => void
  readonly progress: (done: number, total: number) => void
  /** Takes the words of a file that its bytes do not show, for the proof that nothing leaks. */
  readonly takeReading: (bytes: Uint8Array, words: string) => void
}

export interface MadeFiles {
  /** By assessment id. */
  readonly reports: ReadonlyMap<string, ReportFiles>
  readonly problems: readonly Problem[]
}

/** Makes every file of every report, reads each back, and holds its words against those of its page. */
export async function makeReportFiles(
  {assessments}: Publication,
  content: Content,
  making: MakingFiles,
): Promise<MadeFiles> {
  const version = hashProject(making.root)
  const problems: Problem[] = []
  const missing = new Map<string, {readonly error: ToolMissing; readonly files: Set<string>}>()
  const reports = new Map<string, ReportFiles>()
  for (const [index, published] of assessments.entries()) {
    const {id} = published.assessment
    const papers = layPapers(published, content)
    const made: {format: ReportFormat; made: StoredFile}[] = []
    for (const format of making.formats) {
      const {paper, hash} = papers(format.variant)
      try {
        const key = hashAll([version, hash, format.file, format.tool?.()])
        const {file, difference} = await makeFile(format, paper, key, making.store)
        if (difference) problems.push(describeFault(published, format, difference))
        making.takeReading(file.bytes, file.read)
        made.push({format, made: file})
      } catch (error) {
        if (!(error instanceof ToolMissing)) throw error
        const known = missing.get(error.message)?.files ?? new Set()
        missing.set(error.message, {error, files: known.add(format.file)})
      }
    }
    reports.set(id, writeReport(published, made, papers('standard'), making))
    making.progress(index + 1, assessments.length)
  }
  making.store.sweep()
  return {reports, problems: [...problems, ...[...missing.values()].map(describeMissing)]}
}

/** Each page is laid out once for all files that are made from it. */
function layPapers(published: PublishedAssessment, content: Content) {
  const known = new Map<Variant['id'], {readonly paper: Paper; readonly hash: string}>()
  const facts = describeAssessments([published], content)
  return (variant: Variant['id']) => {
    const paper = known.get(variant)?.paper ?? layPaper(published, variant, content)
    const {sheet, page} = paper
    const {acronyms} = published.assessment
    const hash =
      known.get(variant)?.hash ?? hashAll([JSON.stringify({sheet, page, acronyms, site: content.site}), facts])
    known.set(variant, {paper, hash})
    return {paper, hash}
  }
}

/** A file from the store, which keeps those alone that said what they must; else a new one, read back and compared. */
async function makeFile(format: ReportFormat, paper: Paper, key: string, store: FileStore) {
  const known = store.find(key)
  if (known) return {file: known}
  const made = await format.make(paper)
  const file: StoredFile = {...made, read: await format.read(made.bytes)}
  const difference = findDifference(format, file.read, paper)
  if (!difference) store.keep(key, file)
  return {file, difference}
}

/** Writes the files of a report, and the package of all of them. */
function writeReport(
  {assessment}: PublishedAssessment,
  made: readonly {readonly format: ReportFormat; readonly made: StoredFile}[],
  {paper}: {readonly paper: Paper},
  {write, store}: MakingFiles,
): ReportFiles {
  const folder = variantPath(assessment.id, 'standard')
  const name = assessment.id.replaceAll('/', '-')
  const files = made.flatMap(({format, made: {bytes, read: _, ...rest}}): ReportFile[] => {
    if (format.isPackedOnly) return []
    const {file, variant, carries, label, kind, about} = format
    write(`${folder}${file}`, bytes)
    return [
      {
        ...rest,
        path: `${folder}${file}`,
        saveAs: `${name}-${file}`,
        label,
        kind,
        about,
        variant,
        carries,
        bytes: bytes.length,
      },
    ]
  })
  const key = hashAll(['package', JSON.stringify(paper.sheet), ...made.flatMap(({made: {bytes}}) => [bytes])])
  const known = store.find(key)
  const packed = known ?? {...packFiles(paper.sheet, made), read: ''}
  if (!known) store.keep(key, packed)
  write(`${folder}${packageName}`, packed.bytes)
  return {
    files: [
      ...files,
      {
        path: `${folder}${packageName}`,
        saveAs: `${name}.zip`,
        label: 'All of these together',
        kind: 'ZIP',
        about: 'To read or hand on without the internet.',
        bytes: packed.bytes.length,
      },
    ],
    grades: listGrades(assessment).length,
    findings: listFindings(assessment).length,
  }
}

const describeFault = (
  {assessment, source}: PublishedAssessment,
  {file}: ReportFormat,
  difference: string,
): Problem => ({
  level: 'error',
  rule: 'format-differs',
  place: {file: `seeds/${source.name}`, line: 1},
  message: `${file} of ${assessment.id} does not say what the page says: ${difference}`,
  hint: 'The program is at fault: publish nothing before it is mended',
})

const describeMissing = ({
  error,
  files,
}: {
  readonly error: ToolMissing
  readonly files: ReadonlySet<string>
}): Problem => ({
  level: 'note',
  rule: 'tool-missing',
  message: `${error.message} is not on this machine, so no report has ${[...files].join(', ')}`,
  hint: error.hint,
})

/** Everything of the project that a file's bytes depend on, apart from the report. */
const sources = ['src/formats', 'src/variants', 'layouts/print', 'layouts/assets/pictures', 'content/plain-language']

function hashProject(root: string): string {
  const files = sources.flatMap((folder) =>
    readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(),
  )
  return hashAll([join(root, 'package-lock.json'), ...files].map((file) => readFileSync(file)))
}

function hashAll(parts: readonly (string | Uint8Array | undefined)[]): string {
  const hash = createHash('sha256')
  for (const part of parts)
    hash.update(
      createHash('sha256')
        .update(part ?? '')
        .digest(),
    )
  return hash.digest('hex')
}
