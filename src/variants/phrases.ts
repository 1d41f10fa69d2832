import {type Assessment, type Grade, type Judgement, notStated} from '../assessment.ts'
import type {Problem} from '../problem.ts'
import type {PublishedAssessment, WithdrawnReport} from '../publication.ts'

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']

/** `third of 4 grades, best first` */
export function tellRank({rank, of}: Grade): string {
  if (rank === undefined || of === undefined) return 'place on its scale not stated'
  if (of === 1) return 'the only grade of its scale'
  if (rank === 1) return `the best of ${of} grades`
  if (rank === of) return `the lowest of ${of} grades`
  return `${ordinals[rank - 1] ?? rank} of ${of} grades, best first`
}

/** `2009-10` → `2009/10`; a year stays. */
export const formatPeriod = (period: string) =>
  period === notStated ? 'year not stated' : period.replace(/^(\d{4})-(\d{2})$/, '$1/$2')

/** A period to order by; one that is not stated is older than any. */
export const periodKey = (period: string) => (period === notStated ? '0000' : period)

const months = 'January February March April May June July August September October November December'.split(' ')

/** `2008-10-27` → `27 October 2008`; `2024-09` → `September 2024`. */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-')
  return [day ? Number(day) : undefined, months[Number(month) - 1], year].filter(Boolean).join(' ')
}

/** Says that no new grade was given: saying "they checked" would be false. */
export function tellCarried({carriedFrom}: Judgement, {assessment}: PublishedAssessment): string | undefined {
  if (!carriedFrom) return
  return `${withArticle(assessment.assessor ?? 'assessor')} did not give a new grade for ${formatPeriod(assessment.period)}. It used the grade from ${formatPeriod(carriedFrom)}.`
}

/** `The council wrote this about itself` on a self-assessment; who judged on any other; else the author it names, if any. */
export function tellAuthor({assessment: {kind, assessor}, framework}: PublishedAssessment): string {
  if (kind === 'self-assessment') return 'The council wrote this about itself. No inspector wrote it or checked it.'
  if (assessor === undefined) return 'not stated'
  return framework.assessor
    ? `${withArticle(assessor)} wrote this about the council.`
    : `The document says: ${assessor}.`
}

/** Who wrote it, as a short sentence for a list of reports. */
export function tellWriter({kind, assessor}: Assessment): string {
  if (kind === 'self-assessment') return 'The council wrote it about itself.'
  return assessor === undefined ? 'Who wrote it is not stated.' : `Written by ${assessor}.`
}

/** Says that there are no grades, and of a document of no known kind only that we found none. */
export const tellNoGrades = ({framework}: PublishedAssessment): string =>
  framework.takesAny ? 'We found no table of grades in this document.' : 'This document gives no grades.'

/**
 * The name of a report that no other has: `Leeds City Council: Performance summary report, 2007/08`. Printed titles are
 * long, in capitals, or the same for every council; the document's own stands where the document prints it.
 */
export function nameReport(published: PublishedAssessment | WithdrawnReport): string {
  return `${published.assessment.council.name}: ${nameWithinCouncil(published)}`
}

/** The name of a report among those of its council: `Performance summary report, 2007/08`. */
export function nameWithinCouncil({assessment, framework}: PublishedAssessment | WithdrawnReport): string {
  const year = formatPeriod(assessment.period)
  // Documents of no known family have nothing in common but that, so only its title tells one from another.
  if (framework.takesAny) {
    const name = 'title' in assessment ? nameByTitle(assessment) : 'Report'
    return name.includes(year) ? name : `${name}, ${year}`
  }
  return `${nameFamily(framework)}, ${year}`
}

/** A family of documents is named with the year of its first one, which another year may not stand beside. */
export const nameFamily = ({name}: PublishedAssessment['framework']): string =>
  name.replace(/,? \d{4}(?:\/\d{2})?$/, '')

/** The printed title, without the council's name before it, which stands beside it. */
function nameByTitle({title, council}: Assessment): string {
  const printed = title.replace(/\s+/g, ' ')
  const isBefore = printed.toLowerCase().startsWith(council.name.toLowerCase())
  const name = isBefore ? printed.slice(council.name.length).replace(/^(?:['’]s)?[\s:,.–—-]+/, '') : printed
  return name ? `${name[0]?.toUpperCase()}${name.slice(1)}` : printed
}

/** A doubt in plain words, for readers. */
export const tellDoubt = ({toReaders, message}: Problem): string =>
  endSentence(toReaders ?? message.replaceAll('`', ''))

/** A person's own words as a sentence: with a full stop when they have none. */
export const endSentence = (words: string) => (/[.!?]["”’)]*$/.test(words) ? words : `${words}.`)

/** `The Care Quality Commission`, at the start of a sentence. */
export const withArticle = (name: string) => (/^the\b/i.test(name) ? name : `The ${name}`)

/** `mp4, webm or ogg` */
export const formatList = (items: readonly string[], joint: 'and' | 'or'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`
