import type {Council} from '../assessment.ts'
import type {Publication, PublishedAssessment} from '../publication.ts'
import {variantPath} from '../variants/variant.ts'

/** Addresses of the open data; permanent, as those of pages are. */
export const dataPaths = {
  assessment: (id: string) => `/data/v1/assessments/${id}.json`,
  council: (id: string) => `/data/v1/councils/${id}.json`,
  topic: (id: string) => `/data/v1/topics/${id}.json`,
  index: '/data/v1/index.json',
}

/** Feeds of everything, of one council and of one topic. */
export const feedPaths = {
  all: '/feed.xml',
  council: (id: string) => `/councils/${id}/feed.xml`,
  topic: (id: string) => `/topics/${id}/feed.xml`,
}

export const councilPath = (id: string) => `/councils/${id}/`
export const topicPath = (id: string) => `/topics/${id}/`

/** Every council that has a page, in the order of the publication: those of which all reports are withdrawn too. */
export function listDataCouncils({assessments, withdrawn = []}: Publication): Council[] {
  const councils = [...assessments, ...withdrawn].map(({assessment: {council}}) => [council.id, council] as const)
  return [...new Map(councils).values()]
}

/** A report, for a list that leads to its page and its file. */
export function describeReference({assessment, framework}: PublishedAssessment) {
  const {id, title, council, kind, period, dated} = assessment
  return {
    id,
    url: variantPath(id, 'standard'),
    data: dataPaths.assessment(id),
    title: title.replace(/\s+/g, ' '),
    council,
    framework: {id: framework.id, name: framework.name},
    kind,
    period,
    dated: dated ?? null,
  }
}
