import type {Place} from './assessment.ts'
import {check} from './check.ts'
import type {Content} from './content.ts'
import {tellGuesses} from './guesses.ts'
import {nameAssessment} from './identity.ts'
import {inferMarks} from './infer-marks.ts'
import type {Secret} from './leaks.ts'
import {takeLedger} from './ledger.ts'
import {type NormalDocument, normalise} from './normalise.ts'
import {markLostPictures} from './pictures.ts'
import {findPersonalData} from './privacy.ts'
import type {Problem, Report} from './problem.ts'
import type {PublicRecord, PublishedAssessment, WithdrawnReport} from './publication.ts'
import {recognise} from './recognise.ts'
import {type FiledRecord, type PublicationRecord, recordName} from './records.ts'
import {findHold, type HeldBack} from './release.ts'
import {settle} from './settle.ts'
import {type AmendedSource, readSource} from './source.ts'
import {findTwoCouncils} from './two-councils.ts'
import {findUnwithheld} from './unwithheld.ts'

/** A file of the seeds folder with what a person decided about it. */
export interface SeedFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly filed: FiledRecord | undefined
}

/** What a document is read with: our own words, the day, and a place for what must be in no byte of the output. */
export interface Desk {
  readonly content: Content
  /** ISO date of the build. */
  readonly today: string
  readonly secrets: Secret[]
}

/** Reads one document to the end, or says why it is not published; its record settles doubts and notes. */
export function readDocument(
  seed: SeedFile,
  desk: Desk,
  report: Report,
): PublishedAssessment | WithdrawnReport | HeldBack | undefined {
  const {name, filed} = seed
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
  const problems: Problem[] = []
  const outcome = readThrough(seed, desk, (problem) => {
    if (!isNeedless(problem, filed?.record)) problems.push(problem)
  })
  // Of a document that is not published nobody reads its doubts.
  const isPublished = outcome !== undefined && 'ledger' in outcome
  const {open, settled} = isPublished && filed ? settle(problems, filed, report) : {open: problems, settled: []}
  for (const problem of open) report(problem)
  if (!isPublished) return outcome
  const isDoubt = ({level}: Problem) => level === 'doubt'
  return {...outcome, doubts: open.filter(isDoubt), settled: settled.filter(({problem}) => isDoubt(problem))}
}

/** A guess that the record makes needless. */
const isNeedless = ({rule}: Problem, record: PublicationRecord | undefined) =>
  (rule === 'council-inferred' && record?.council !== undefined) ||
  (rule === 'period-inferred' && record?.period !== undefined)

/** The road of one document: source → normalise → hold? → recognise → parse → ledger → check. */
function readThrough(
  {name, bytes, filed}: SeedFile,
  {content, today, secrets}: Desk,
  report: Report,
): Omit<PublishedAssessment, 'doubts' | 'settled'> | WithdrawnReport | HeldBack | undefined {
  const record = filed?.record
  const file = `seeds/${name}`
  const {corrections = [], redactions = []} = record ?? {}
  const source = readSource(file, bytes, {corrections, redactions}, report, filed?.placeOf)
  if (!source) return
  const printed = normalise(source)
  secrets.push(...listWithheld(name, source, filed))
  // A record must not take its own document's stamp away, by a correction or a redaction.
  const asReceived = corrections.length + redactions.length > 0 ? (readAsReceived(file, bytes) ?? printed) : printed
  const hold = findHold(source, asReceived, record, today)
  if (hold || record?.withdrawn) {
    // Cell by cell: a subject and its grade stand side by side on pages of other reports too.
    const lines = printed.lines.flatMap(({shape, text, cells}) => (shape === 'row' ? cells : [text]))
    secrets.push({kind: 'held-back', place: hold?.place ?? {file, line: 1}, source: name, sha256: source.sha256, lines})
  }
  if (filed?.record.release && filed.record.sha256 && filed.record.sha256 !== source.sha256)
    report(describeStaleRelease(file, source.sha256, filed.placeOf('sha256')))
  if (hold) return hold
  if (record?.withdrawn) return withdraw(name, printed, record, record.withdrawn, content, report)

  for (const note of findPersonalData(printed.lines, filed?.placeOf().file ?? `content/records/${recordName(name)}`))
    report(note)
  const framework = recognise(printed, record, report)
  if (!framework) return
  const document = inferMarks(printed, report)
  const parsed = framework.parse(document, report)
  const reading = {...parsed, sections: markLostPictures(parsed.sections, document, report)}
  for (const problem of findUnwithheld(reading, filed)) report(problem)
  const ledger = takeLedger(source, document, reading, reading.furniture)
  const assessment = nameAssessment(file, reading, framework, record, content, report)
  if (!assessment) return
  check(assessment, framework, ledger, content, report)
  const doubt = record?.council ? undefined : findTwoCouncils(document.lines, assessment.council.name, content.councils)
  if (doubt) report(doubt)
  tellGuesses(document, assessment, report)
  return {
    assessment,
    framework,
    source: {name, sha256: source.sha256},
    ledger,
    ...(record ? {record: publicPart(record, source)} : {}),
  }
}

function readAsReceived(file: string, bytes: Uint8Array): NormalDocument | undefined {
  const source = readSource(file, bytes, {corrections: [], redactions: []}, () => {})
  return source && normalise(source)
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
  const framework = recognise(document, record, () => {})
  if (!framework) return
  const reading = framework.parse(document, () => {})
  const assessment = nameAssessment(document.file, reading, framework, record, content, (problem) => {
    if (problem.level === 'error') report(problem)
  })
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
