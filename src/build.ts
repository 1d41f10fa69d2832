import {type Content, type CouncilName, readContent} from './content.ts'
import {isOneCouncil} from './councils.ts'
import {listDataFiles, reportFormats} from './formats/index.ts'
import {makeReportFiles} from './formats/make.ts'
import type {FileStore} from './formats/store.ts'
import {findLeaks, openReadings, type Secret, type Written} from './leaks.ts'
import {findMedia, listMediaFiles, type MediaFolder} from './media.ts'
import {listNearest} from './nearest.ts'
import {listOwnWords} from './own-words.ts'
import {BuildStopped, type Problem, type Report} from './problem.ts'
import {councilKey, type Publication, type PublishedAssessment, type WithdrawnReport} from './publication.ts'
import {readDocument} from './read-document.ts'
import {type FiledRecord, fileRecords, recordName} from './records.ts'
import type {HeldBack} from './release.ts'
import {writeSearch} from './search/index.ts'
import {describeStray, readSeed, type Stray} from './seeds.ts'
import {writeSite} from './site/site.ts'
import {composeEasyRead} from './variants/easy-read/compose.ts'
import {checkGates, measurePage, type PageFigures} from './variants/easy-read/gates.ts'
import type {Status} from './variants/easy-read/line.ts'
import {fileOverrides, type OverrideFolder} from './variants/easy-read/overrides.ts'
import {nameReport} from './variants/phrases.ts'
import {variantPath} from './variants/variant.ts'

/** The outside world, handed in: files, the clock, and a voice. */
export interface World extends OverrideFolder, MediaFolder {
  /** Names of the files in the seeds folder. */
  readonly listSeeds: () => readonly string[]
  /** What else lies there: folders, links, pipes. */
  readonly listStrays?: () => readonly Stray[]
  /** Throws what the system says, with its `code`, when the file has gone or may not be read. */
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
  /** ISO date that pages give for it, when it is not today: builds of the same day are the same to the byte. */
  readonly builtOn?: string
  readonly progress: (stage: string, done: number, total: number) => void
}

/** What became of the documents, before anything is written. */
export interface ReadResult {
  readonly publication: Publication
  readonly heldBack: readonly HeldBack[]
  readonly problems: readonly Problem[]
  /** How easy each easy-read page is, in the order of the publication. */
  readonly easyRead: readonly EasyReadFigures[]
  /** What may be in no byte of the output. */
  readonly secrets: readonly Secret[]
}

/** The easy-read page of an assessment in figures. */
export interface EasyReadFigures extends PageFigures {
  readonly id: string
  readonly status: Status
  /** How many warnings `npm run easy-read` lists. */
  readonly warnings: number
}

export interface BuildOptions {
  /** Folder of the project, for templates and styles. */
  readonly root: string
  /** An empty folder to write the site into. */
  readonly output: string
  /** `/` or `/reports/` */
  readonly pathPrefix: string
  /** Files of reports that earlier builds made. */
  readonly store: FileStore
  /** Copies a file of `content/media/` to an address: a video is too large to be handed over. */
  readonly copyMedia: (source: string, path: string) => void
}

export interface BuildResult extends ReadResult {
  readonly pages: number
  readonly records: number
  /** How many files there are to download, apart from those that gather all reports. */
  readonly files: number
}

/**
 * The whole road: read → recognise → parse → check → publish → prove that nothing leaks. An error in any document stops
 * before publishing.
 */
export async function build(
  world: World,
  options: BuildOptions,
  write: (file: string, content: string | Uint8Array) => void,
  written: Written,
): Promise<BuildResult> {
  const content = readContent(world.readContent)
  const result = readPublication(world, content)
  const errors = result.problems.filter(({level}) => level === 'error')
  if (errors.length > 0) throw new BuildStopped(errors)

  const {publication} = result
  // Only where something is secret does the proof at the end need the words of files that hide them in their bytes.
  const readings = openReadings()
  const {reports, problems} = await makeReportFiles(publication, content, {
    ...options,
    formats: reportFormats,
    write,
    takeReading: result.secrets.length > 0 ? readings.take : () => {},
    progress: (done, total) => world.progress('Making files to download', done, total),
  })
  if (problems.some(({level}) => level === 'error')) throw new BuildStopped(problems)
  for (const {assessment, record} of publication.assessments)
    for (const {source, path} of record?.media ? listMediaFiles(record.media) : [])
      options.copyMedia(source, `${variantPath(assessment.id, 'standard')}${path}`)
  world.progress('Writing pages', 0, 1)
  const {pages} = await writeSite(publication, content, {
    ...options,
    builtOn: world.builtOn ?? world.today,
    files: reports,
  })
  world.progress('Writing pages', 1, 1)
  world.progress('Writing data', 0, 1)
  for (const {path, text} of listDataFiles(publication, content)) write(path, text)
  world.progress('Writing data', 1, 1)
  world.progress('Indexing for search', 0, 1)
  const {records} = await writeSearch(publication, content, options)
  world.progress('Indexing for search', 1, 1)
  world.progress('Proving that nothing leaks', 0, 1)
  const leaks = findLeaks(result.secrets, listOwnWords(publication, content), written, readings)
  if (leaks.length > 0) throw new BuildStopped(leaks)
  world.progress('Proving that nothing leaks', 1, 1)
  const files = [...reports.values()].reduce((total, report) => total + report.files.length, 0)
  return {...result, problems: [...result.problems, ...problems], pages, records, files}
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
  const records = fileRecords(world, names, report)
  for (const stray of world.listStrays?.() ?? []) report(describeStray(stray))
  if (names.length === 0)
    report({
      level: 'error',
      rule: 'no-documents',
      message: 'Unexpected empty folder seeds/, expected at least one document',
      hint: 'Put the text of an assessment into seeds/ and build again',
    })
  for (const [index, name] of names.entries()) {
    const bytes = readSeed(world, name, report)
    if (!bytes) continue
    const seed = {name, bytes, filed: records.get(recordName(name))}
    const outcome = readDocument(seed, {content, today: world.today, secrets}, report)
    if (outcome && 'ledger' in outcome) published.push(addMedia(outcome, seed.filed, world, report))
    else if (outcome && 'when' in outcome) withdrawn.push(outcome)
    else if (outcome) heldBack.push(outcome)
    world.progress('Reading documents', index + 1, names.length)
  }
  reportDuplicates([...published, ...withdrawn], report)
  reportClashes([...published, ...withdrawn], content.councils, report)
  const named = nameSuccessors(published, records, report).sort(byCouncil)
  // Lines for a document that is held back wait for its release.
  const areSomeMissing = heldBack.length + withdrawn.length > 0 || problems.some(({level}) => level === 'error')
  const assessments = fileOverrides(world, named, areSomeMissing, report)
  const easyRead = assessments.map((entry) => checkEasyRead(entry, content, report))
  const publication = {assessments, ...(withdrawn.length > 0 ? {withdrawn: withdrawn.sort(byCouncil)} : {})}
  return {publication, heldBack, problems, secrets, easyRead}
}

const byCouncil = (
  {assessment: a}: PublishedAssessment | WithdrawnReport,
  {assessment: b}: PublishedAssessment | WithdrawnReport,
) => compare(councilKey(a.council), councilKey(b.council)) || compare(a.period, b.period) || compare(a.id, b.id)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

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

/** An easy-read page that breaks a rule which stops is no page; what else its editor should look at is counted. */
function checkEasyRead(published: PublishedAssessment, content: Content, report: Report): EasyReadFigures {
  const page = composeEasyRead(published, content)
  const faults = checkGates(page, published, content)
  const ideas = new Map(page.chapters.flatMap((chapter) => chapter.ideas).map((idea) => [idea.id, idea]))
  for (const {level, rule, idea: id = 'page', detail} of faults) {
    if (level !== 'stop') continue
    const idea = ideas.get(id)
    const from = idea?.lines.find(({origin}) => origin === 'override')?.from
    const [file = '', line] = from?.split(/:(?=\d+$)/) ?? []
    report({
      level: 'error',
      rule: 'easy-read-gate',
      place: from
        ? {file, line: Number(line)}
        : {file: `seeds/${published.source.name}`, line: idea?.source?.place.line ?? 1},
      message: `Unexpected easy read of \`${id}\`: ${rule}: ${detail}`,
      hint: `Mend the line; \`npm run easy-read -- ${published.assessment.id}\` shows the page with the origin of each`,
    })
  }
  const warnings = faults.filter(({level}) => level === 'warn').length
  return {id: published.assessment.id, status: page.status, warnings, ...measurePage(page, published, content)}
}

/** Videos and recordings belong to what is published: of a document that is held back, or gone, there are none. */
function addMedia(
  published: PublishedAssessment,
  filed: FiledRecord | undefined,
  world: World,
  report: Report,
): PublishedAssessment {
  const media = filed && findMedia(filed, world, report)
  return media && published.record ? {...published, record: {...published.record, media}} : published
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
        hint: 'Remove one of them, or give one another `period:` or `council:` in its record; when both are right, write a `noun:` of its own into the record of one: `noun: peer-review`',
      })
  }
}

/** Two councils that are not listed may get one id, such as a borough's and its county's; one address would mix them. */
function reportClashes(
  published: readonly (PublishedAssessment | WithdrawnReport)[],
  names: readonly CouncilName[],
  report: Report,
): void {
  for (const [id, entries] of Map.groupBy(published, ({assessment}) => assessment.council.id)) {
    for (const [at, entry] of entries.entries()) {
      const {name} = entry.assessment.council
      const before = entries.slice(0, at).find(({assessment}) => !isOneCouncil(assessment.council.name, name, names))
      if (!before) continue
      const other = before.assessment.council.name
      report({
        level: 'error',
        rule: 'council-clash',
        place: {file: `seeds/${entry.source.name}`, line: 1},
        other: {file: `seeds/${before.source.name}`, line: 1},
        message: `Unexpected council \`${name}\` with the id \`${id}\`, expected one council for an id: seeds/${before.source.name} gives it to \`${other}\``,
        hint: `When both are one council, write \`council: ${other}\` into content/records/${recordName(entry.source.name)}; when they are two, list one in content/_data/councils.yaml with an id of its own`,
      })
      break
    }
  }
}
