import {notStated} from '../assessment.ts'
import type {Content, Site} from '../content.ts'
import {contractSchema} from '../formats/contract.ts'
import {findingsCsv, judgementsCsv} from '../formats/csv.ts'
import {json} from '../formats/json.ts'
import type {ReportFile} from '../formats/make.ts'
import {findMediaType} from '../formats/media-types.ts'
import type {Publication, PublishedAssessment} from '../publication.ts'
import {nameReport} from '../variants/phrases.ts'
import {variantPath} from '../variants/variant.ts'
import {absoluteUrl, formatBytes} from './filters.ts'

/** Facts for search engines and reference managers, in the words of https://schema.org; what is not stated is left out. */
type Thing = Readonly<Record<string, unknown>>

interface Step {
  readonly name: string
  readonly url: string
}

/**
 * The data block of a page: what it is about, and the way to it; nothing where there is neither. A browser never runs it,
 * since it is no script; `<` is written so that no words of a document can end it.
 */
export function writeLinkedData(things: readonly Thing[], trail: readonly Step[], page: Step, site: Site): string {
  const graph = [...things, ...(trail.length > 0 ? [describeTrail(trail, page, site)] : [])]
  if (graph.length === 0) return ''
  return JSON.stringify({'@context': 'https://schema.org', '@graph': graph}).replaceAll('<', '\\u003c')
}

/** The way to a page, from the home page down. */
const describeTrail = (trail: readonly Step[], page: Step, site: Site): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{name: 'Find a report', url: '/'}, ...trail, page].map(({name, url}, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: absoluteUrl(url, site),
  })),
})

/** A report. Who published the document is not stated, so it has no publisher. */
export function describeReportThing(published: PublishedAssessment, files: readonly ReportFile[], site: Site): Thing {
  const {council, assessor, dated, id, kind} = published.assessment
  // Of a document of no known kind the author may be a person.
  const isOrganisation = published.framework.assessor !== undefined || kind === 'self-assessment'
  return {
    '@type': 'Report',
    name: nameReport(published),
    url: absoluteUrl(variantPath(id, 'standard'), site),
    inLanguage: 'en-GB',
    ...(council.id === notStated ? {} : {about: {'@type': 'Organization', name: council.name}}),
    ...(assessor === undefined ? {} : {author: isOrganisation ? {'@type': 'Organization', name: assessor} : assessor}),
    ...(dated === undefined ? {} : {datePublished: dated}),
    isBasedOn: {'@type': 'MediaObject', name: published.source.name, sha256: published.source.sha256},
    accessibilityFeature: ['structuralNavigation', 'tableOfContents', 'displayTransformability'],
    encoding: pickFiles(files).map(({path, bytes}) => ({
      '@type': 'MediaObject',
      encodingFormat: findMediaType(path),
      contentUrl: absoluteUrl(path, site),
      contentSize: formatBytes(bytes),
    })),
  }
}

/** The first file of each kind; more would make the page heavy, and it lists them all. */
const pickFiles = (files: readonly ReportFile[]): ReportFile[] =>
  [
    ...Map.groupBy(
      files.filter(({variant}) => variant),
      ({kind}) => kind,
    ).values(),
  ]
    .flatMap(([file]) => file ?? [])
    .slice(0, 6)

/** A council; its own address is not in the reports. */
export const describeCouncilThing = ({id, name}: {readonly id: string; readonly name: string}, site: Site): Thing[] =>
  id === notStated ? [] : [{'@type': 'Organization', name, mainEntityOfPage: absoluteUrl(`/councils/${id}/`, site)}]

/** The open data as a whole. */
export function describeDataset({assessments}: Publication, {site}: Content): Thing {
  const years = assessments.flatMap(({assessment}) => listYears(assessment.period)).sort((a, b) => a - b)
  const distribution = [
    ['All assessments', json.path],
    ['All grades', judgementsCsv.path],
    ['All findings', findingsCsv.path],
    ['JSON Schema of all assessments', contractSchema.path],
  ] as const
  return {
    '@type': 'Dataset',
    name: `Grades and findings of reports about social care, from ${site.name}`,
    description:
      'Every grade and finding of every report about councils’ social care on this site, in the words of the reports. Ranks of different scales cannot be compared.',
    url: absoluteUrl('/data/', site),
    inLanguage: 'en-GB',
    isAccessibleForFree: true,
    license: site.licence.url,
    copyrightNotice: 'The licence is of our own words and work. Each report belongs to whoever published it.',
    creator: {'@type': 'Organization', name: site.organisation, url: absoluteUrl('/', site)},
    ...(years.length > 0 ? {temporalCoverage: `${years[0]}/${years.at(-1)}`} : {}),
    distribution: distribution.map(([name, path]) => ({
      '@type': 'DataDownload',
      name,
      encodingFormat: findMediaType(path),
      contentUrl: absoluteUrl(path, site),
    })),
  }
}

/** `2009-10` → 2009 and 2010 */
function listYears(period: string): number[] {
  const [, start, end] = /^(\d{4})(-\d{2})?$/.exec(period) ?? []
  if (!start) return []
  return end ? [Number(start), Number(start) + 1] : [Number(start)]
}
