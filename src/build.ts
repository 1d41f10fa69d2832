import type {Assessment, Place} from './assessment.ts'
import {check} from './check.ts'
import {type Content, readContent} from './content.ts'
import {nameCouncil} from './councils.ts'
import {dataFormats} from './formats/index.ts'
import type {Framework, Reading} from './frameworks/framework.ts'
import {findLeaks, type Secret, type Written} from './leaks.ts'
import {takeLedger} from './ledger.ts'
import {listNearest} from './nearest.ts'
import {type NormalDocument, normalise} from './normalise.ts'
import {listOwnWords} from './own-words.ts'
import {findPersonalData} from './privacy.ts'
import {BuildStopped, type Problem, type Report} from './problem.ts'
import type {Publication, PublicRecord, PublishedAssessment, WithdrawnReport} from './publication.ts'
import {recognise} from './recognise.ts'
import {findRecordLine, type PublicationRecord, readRecord} from './records.ts'
import {findHold, type HeldBack} from './release.ts'
import {writeSearch} from './search/index.ts'
import {writeSite} from './site/site.ts'
import {type AmendedSource, readSource} from './source.ts'
import {nameReport} from './variants/phrases.ts'

/** The outside world, handed in: files, the clock, and a voice. */
export interface World {
  /** Names of the files in the seeds folder. */
  readonly listSeeds: () => readonly string[]
  readonly readSeed: (name: string) => Uint8Array
  /** Names of the files in the records folder. */
  readonly listRecords: () => readonly string[]
  readonly readRecord: (name: string) => string
  /** The records were written for other documents than these, so that some may be left over. */
  readonly areRecordsBorrowed?: boolean
  /** Reads a file of ours by its path in the project: `content/plain-language/topics.yaml`. */
  readonly readContent: (file: string) => string
  /** ISO date of the build. */
  readonly today: string
  readonly progress: (stage: string, done: number, total: number) => void
}

/** A publication record and where its entries stand. */
interface FiledRecord {
  readonly record: PublicationRecord
  readonly placeOf: (...path: readonly (string | number)[]) => Place
}

/** What became of the documents, before anything is written. */
export interface ReadResult {
  readonly publication: Publication
  readonly heldBack: readonly HeldBack[]
  readonly problems: readonly Problem[]
  /** What may be in no byte of the output. */
  readonly secrets: readonly Secret[]
}

export interface BuildOptions {
  /** Folder of the project, for templates and styles. */
  readonly root: string
  /** An empty folder to write the site into. */
  readonly output: string
  /** `/` or `/reports/` */
  readonly pathPrefix: string
}

export interface BuildResult extends ReadResult {
  readonly pages: number
  readonly records: number
}

/**
 * The whole road: read → recognise → parse → check → publish → prove that nothing leaks. An error in any document stops
 * before publishing.
 */
export async function build(
  world: World,
  options: BuildOptions,
  write: (file: string, text: string) => void,
  written: Written,
): Promise<BuildResult> {
  const content = readContent(world.readContent)
  const result = readPublication(world, content)
  const errors = result.problems.filter(({level}) => level === 'error')
  if (errors.length > 0) throw new BuildStopped(errors)

  const {publication} = result
  world.progress('Writing pages', 0, 1)
  const {pages} = await writeSite(publication, content, {...options, builtOn: world.today})
  world.progress('Writing pages', 1, 1)
  for (const [index, format] of dataFormats.entries()) {
    write(format.path, format.write(publication))
    world.progress('Writing data', index + 1, dataFormats.length)
  }
  world.progress('Indexing for search', 0, 1)
  const {records} = await writeSearch(publication, content, options)
  world.progress('Indexing for search', 1, 1)
  world.progress('Proving that nothing leaks', 0, 1)
  const leaks = findLeaks(result.secrets, listOwnWords(publication, content), written)
  if (leaks.length > 0) throw new BuildStopped(leaks)
  world.progress('Proving that nothing leaks', 1, 1)
  return {...result, pages, records}
}

/** Reads every document in the seeds folder; problems are gathered, so that one run shows them all. */
export function readPublication(world: World, content: Content): ReadResult {
  const problems: Problem[] = []
  const heldBack: HeldBack[] = []
  const published: PublishedAssessment[] = []
  const withdrawn: WithdrawnReport[] = []
  const secrets: Secret[] = []
  const report: Report = (problem) => problems.push(problem)
  const names = world.listSeeds().filter((name) => name !== 'README.md' && !name.startsWith('.'))
  const records = readRecords(world, names, report)
  if (names.length === 0)
    report({
      level: 'error',
      rule: 'no-documents',
      message: 'Unexpected empty folder seeds/, expected at least one document',
      hint: 'Put the text of an assessment into seeds/ and build again',
    })
  for (const [index, name] of names.entries()) {
    const outcome = readDocument(name, world, records.get(recordName(name)), content, report, secrets)
    if (outcome && 'ledger' in outcome) published.push(outcome)
    else if (outcome && 'when' in outcome) withdrawn.push(outcome)
    else if (outcome) heldBack.push(outcome)
    world.progress('Reading documents', index + 1, names.length)
  }
  reportDuplicates([...published, ...withdrawn], report)
  const assessments = nameSuccessors(published, records, report).sort(byCouncil)
  const publication = {assessments, ...(withdrawn.length > 0 ? {withdrawn: withdrawn.sort(byCouncil)} : {})}
  return {publication, heldBack, problems, secrets}
}

const byCouncil = (
  {assessment: a}: PublishedAssessment | WithdrawnReport,
  {assessment: b}: PublishedAssessment | WithdrawnReport,
) => compare(a.council.name, b.council.name) || compare(a.period, b.period) || compare(a.id, b.id)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const recordName = (seed: string) => `${seed.replace(/\.[^.]*$/, '')}.yaml`

function readDocument(
  name: string,
  world: World,
  filed: FiledRecord | undefined,
  content: Content,
  report: Report,
  secrets: Secret[],
): PublishedAssessment | WithdrawnReport | HeldBack | undefined {
  const record = filed?.record
  const file = `seeds/${name}`
  if (!/\.(?:txt|md|markdown)$/i.test(name)) {
    report({
      level: 'error',
      rule: 'unknown-file-kind',
      place: {file, line: 1},
      message: `Unexpected kind of file \`${/\.[^.]*$/.exec(name)?.[0] ?? name}\`, expected text (\`.txt\` or \`.md\`)`,
      hint: 'Convert the document to text, or move the file out of seeds/',
    })
    return
  }
  const {corrections = [], redactions = []} = record ?? {}
  const source = readSource(file, world.readSeed(name), {corrections, redactions}, report, filed?.placeOf)
  if (!source) return
  const document = normalise(source)
  secrets.push(...listWithheld(name, source, filed))
  const hold = findHold(source, document, record, world.today)
  if (hold || record?.withdrawn) {
    // Cell by cell: a subject and its grade stand side by side on pages of other reports too.
    const lines = document.lines.flatMap(({shape, text, cells}) => (shape === 'row' ? cells : [text]))
    const place = hold?.place ?? {file, line: 1}
    secrets.push({kind: 'held-back', place, source: name, sha256: source.sha256, lines})
  }
  if (filed?.record.release && filed.record.sha256 && filed.record.sha256 !== source.sha256)
    report(describeStaleRelease(file, source.sha256, filed.placeOf('sha256')))
  if (hold) return hold
  if (record?.withdrawn) return withdraw(name, document, record, record.withdrawn, content, report)

  const recordFile = filed?.placeOf().file ?? `content/records/${recordName(name)}`
  for (const note of findPersonalData(document.lines, recordFile)) report(note)
  const framework = recognise(document, record, report)
  if (!framework) return
  const doubts: Problem[] = []
  const reading = framework.parse(document, (problem) => {
    report(problem)
    if (problem.level === 'doubt') doubts.push(problem)
  })
  const ledger = takeLedger(source, document, reading, reading.furniture)
  const assessment = nameAssessment(file, reading, framework, record, content, report)
  if (!assessment) return
  check(assessment, framework, ledger, content, report)
  return {
    assessment,
    framework,
    source: {name, sha256: source.sha256},
    ledger,
    doubts,
    ...(record ? {record: publicPart(record, source)} : {}),
  }
}

/**
 * An error and not only a document held back: someone decided that it is to be published, so a site without it would be
 * taken for a site with it.
 */
const describeStaleRelease = (file: string, sha256: string, place: Place): Problem => ({
  level: 'error',
  rule: 'stale-release',
  place,
  other: {file, line: 1},
  message: `Unexpected other version of ${file}, expected the one that was released; nothing of it is published`,
  hint: `Read the new version; when the release holds for it too, write sha256: ${sha256}; when not, delete \`release\` and \`sha256\`, and it is held back`,
})

/** Reads of a withdrawn document only what names it; faults of its words no longer matter to anyone. */
function withdraw(
  name: string,
  document: NormalDocument,
  record: PublicationRecord,
  {when, why}: {readonly when: string; readonly why: string},
  content: Content,
  report: Report,
): WithdrawnReport | undefined {
  const framework = recognise(document, record, report)
  if (!framework) return
  const reading = framework.parse(document, () => {})
  const assessment = nameAssessment(document.file, reading, framework, record, content, report)
  if (!assessment) return
  const {id, council, period} = assessment
  return {assessment: {id, council, period}, framework, when, why, source: {name}}
}

function listWithheld(name: string, {redactions}: AmendedSource, filed: FiledRecord | undefined): Secret[] {
  return redactions.map(({why, words}, index) => ({
    kind: 'withheld',
    place: filed?.placeOf('redactions', index) ?? {file: `seeds/${name}`, line: 1},
    number: index + 1,
    why,
    words,
    source: name,
  }))
}

function publicPart({release}: PublicationRecord, source: AmendedSource): PublicRecord {
  return {
    corrections: source.corrections.map(({find, replace, why, lines, isWithheld}) => ({
      ...(isWithheld ? {} : {words: {find, replace}}),
      why,
      lines,
    })),
    redactions: source.redactions.map(({why, lines}) => ({why, lines})),
    ...(release ? {release} : {}),
  }
}

/** Gives a reading its council, period and permanent id; what the text does not say comes from the record. */
function nameAssessment(
  file: string,
  reading: Reading,
  framework: Framework,
  record: PublicationRecord | undefined,
  content: Content,
  report: Report,
): Assessment | undefined {
  const missing = (what: string, example: string) =>
    report({
      level: 'error',
      rule: `no-${what}`,
      place: {file, line: 1},
      message: `Unexpected document that does not say its ${what}, expected it in the text or the record`,
      hint: `Write \`${what}: ${example}\` into content/records/${recordName(file.replace('seeds/', ''))}`,
    })
  const printed = record?.council ?? reading.councilName?.text
  const council = printed ? nameCouncil(printed, content.councils) : undefined
  const period = record?.period ?? reading.period
  if (!council) missing('council', 'Name of the council')
  if (!period) missing('period', '2009-10')
  if (!council || !period) return
  const {kind, noun} = framework
  const {judgements, sections, evidence, duties, parts, dated} = reading
  return {
    id: `${council.id}/${period}-${noun}`,
    title: record?.title ?? reading.title?.text ?? framework.name,
    framework: framework.id,
    council,
    assessor: framework.assessor ?? council.name,
    kind,
    period,
    ...(dated ? {dated} : {}),
    judgements,
    sections,
    evidence,
    ...(parts ? {parts} : {}),
    duties,
  }
}

function readRecords(world: World, seeds: readonly string[], report: Report): Map<string, FiledRecord> {
  const records = new Map<string, FiledRecord>()
  const expected = new Set(seeds.map(recordName))
  for (const name of world.listRecords().filter((entry) => /\.ya?ml$/.test(entry))) {
    const file = `content/records/${name}`
    const yaml = world.readRecord(name)
    const record = readRecord(file, yaml, report)
    if (!record) continue
    const placeOf = (...path: readonly (string | number)[]) => ({file, line: findRecordLine(yaml, path)})
    records.set(name.replace(/\.yml$/, '.yaml'), {record, placeOf})
    if (expected.has(name.replace(/\.yml$/, '.yaml'))) continue
    // A misnamed record could leave words in that someone decided to withhold.
    const protects = record.redactions.length > 0 || record.withdrawn !== undefined || record.embargo !== undefined
    const nearest = listNearest(name, seeds)
    report({
      level: protects || !world.areRecordsBorrowed ? 'error' : 'note',
      rule: 'record-without-document',
      place: {file, line: 1},
      message: `Unexpected record for \`${name.replace(/\.ya?ml$/, '')}\`, expected a document of that name in seeds/`,
      hint: `A record has the name of its document${nearest ? ` (the nearest: ${nearest})` : ''}; correct the name, or delete the record`,
    })
  }
  return records
}

/** Names the report that took the place of another; it must be published, since readers are sent there. */
function nameSuccessors(
  published: readonly PublishedAssessment[],
  records: ReadonlyMap<string, FiledRecord>,
  report: Report,
): PublishedAssessment[] {
  return published.map((entry) => {
    const filed = records.get(recordName(entry.source.name))
    const named: {id: string; why?: string; when?: string | undefined} | undefined = filed?.record.supersededBy
    if (!filed || !named || !entry.record) return entry
    const successor = published.find((other) => other !== entry && other.assessment.id === named.id)
    if (successor) {
      const {id, why, when} = named
      const {period} = successor.assessment
      const reason = {...(why ? {why} : {}), ...(when ? {when} : {})}
      const supersededBy = {id, name: nameReport(successor), period, ...reason}
      return {...entry, record: {...entry.record, supersededBy}}
    }
    const others = published.filter((other) => other !== entry).map(({assessment}) => assessment.id)
    report({
      level: 'error',
      rule: 'unknown-successor',
      place: filed.placeOf('supersededBy'),
      message: `Unexpected \`supersededBy: ${named.id}\`, expected the id of another report that is published`,
      hint: `The id is the end of the report’s address${others.length > 0 ? `, such as ${listNearest(named.id, others)}` : ''}`,
    })
    return entry
  })
}

function reportDuplicates(published: readonly (PublishedAssessment | WithdrawnReport)[], report: Report): void {
  const first = new Map<string, PublishedAssessment | WithdrawnReport>()
  for (const entry of published) {
    const {id} = entry.assessment
    const before = first.get(id)
    if (!before) first.set(id, entry)
    else
      report({
        level: 'error',
        rule: 'duplicate-id',
        place: {file: `seeds/${entry.source.name}`, line: 1},
        other: {file: `seeds/${before.source.name}`, line: 1},
        message: `Unexpected second document for \`${id}\`, expected one: seeds/${before.source.name} claims it too`,
        hint: 'Remove one of them, or give one another `period:` or `council:` in its record',
      })
  }
}
