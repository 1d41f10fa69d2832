import type {Content} from '../content.ts'
import type {PublishedAssessment} from '../publication.ts'
import {formatDate, formatPeriod, nameReport, nameWithinCouncil} from '../variants/phrases.ts'
import {type Variant, variantPath} from '../variants/variant.ts'

/** What stands before the words of a report in a file, so that a paper copy can be told, traced and asked for anew. */
export interface FirstSheet {
  /** The whole name, for the title of the file: `Halton Borough Council: Assessment of performance, 2009/10`. */
  readonly name: string
  /** `Assessment of performance, 2009/10` */
  readonly title: string
  /** `Easy read` */
  readonly kind: string
  /** On each sheet: `Halton Borough Council, 2009/10`. */
  readonly running: string
  /** `Council` and its name; who wrote the report, when, and where it stands on the web. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  /** How to ask for another format, a sentence each. */
  readonly ask: readonly string[]
  /** Address of the page in full. */
  readonly url: string
  /** ISO date for the file's own: the document's, else the first day of its period, else none. */
  readonly dated?: string
}

const kinds = {standard: 'Full report', 'easy-read': 'Easy read', 'large-print': 'Large print'} as const

/** Fills the first sheet of a report. */
export function fillFirstSheet(published: PublishedAssessment, variant: Variant['id'], {site}: Content): FirstSheet {
  const {id, council, assessor, period, dated} = published.assessment
  const title = nameWithinCouncil(published)
  const url = `${site.url}${variantPath(id, variant)}`
  return {
    name: nameReport(published),
    title,
    kind: kinds[variant],
    running: `${council.name}, ${formatPeriod(period)}`,
    facts: [
      ['Council', council.name],
      ['Written by', assessor ?? 'not stated'],
      ...(title.includes(formatPeriod(period)) ? [] : [['Years', formatPeriod(period)] as const]),
      ...(dated ? [['Date', formatDate(dated)] as const] : []),
      ['On the web', `${site.url}${variantPath(id, 'standard')}`.replace(/^https?:\/\//, '')],
    ],
    ask: [
      `For another size or format, free of charge: email ${site.email}, phone ${site.phone.replaceAll(' ', '\u00a0')}, or write to ${site.post}.`,
      `${site.relay}.`.replace(/\.\.$/, '.'),
    ],
    url,
    ...(dated ? {dated} : {}),
  }
}
