import {findAcronyms} from './acronyms.ts'
import {type Assessment, notStated} from './assessment.ts'
import type {Content} from './content.ts'
import {nameCouncil} from './councils.ts'
import type {Framework, Reading} from './frameworks/framework.ts'
import type {Report} from './problem.ts'
import {type PublicationRecord, recordName} from './records.ts'

/**
 * Gives a reading its council, period and permanent id; what the text does not say comes from the record. A known family
 * whose document says neither is an error; any other report is then "not stated".
 */
export function nameAssessment(
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
  const {kind, noun, takesAny} = framework
  const printed = record?.council ?? reading.councilName?.text
  const named = printed ? nameCouncil(printed, content.councils) : undefined
  const council = named ?? (takesAny && !record?.council ? {id: notStated, name: 'Council not stated'} : undefined)
  const period = record?.period ?? reading.period ?? (takesAny ? notStated : undefined)
  if (!council) missing('council', 'Name of the council')
  if (!period) missing('period', '2009-10')
  if (!council || !period) return
  const {judgements, sections, evidence, duties, proofs = [], parts, dated} = reading
  const assessor = framework.assessor ?? (kind === 'self-assessment' ? council.name : reading.author?.text)
  return {
    id: `${council.id}/${period}-${record?.noun ?? noun}`,
    title: record?.title ?? reading.title?.text ?? (takesAny ? 'Report' : framework.name),
    framework: framework.id,
    council,
    ...(assessor ? {assessor} : {}),
    kind,
    period,
    ...(dated ? {dated} : {}),
    judgements,
    sections,
    evidence,
    proofs,
    acronyms: findAcronyms(sections, content.glossary, period, report),
    ...(parts ? {parts} : {}),
    duties,
  }
}
