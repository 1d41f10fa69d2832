import type {Content} from '../content.ts'
import type {Publication} from '../publication.ts'
import {councilPath, dataPaths, describeReference, listDataCouncils, topicPath} from './addresses.ts'
import {contractSchema} from './contract.ts'
import {findingsCsv, judgementsCsv} from './csv.ts'
import {findingsMetadata, judgementsMetadata} from './csvw.ts'
import {listFeeds} from './feed.ts'
import type {DataFormat} from './format.ts'
import {json, writeJson} from './json.ts'

/** Where everything is, for a program that starts at one address. */
export const dataIndex: DataFormat = {
  path: dataPaths.index,
  write: (publication, content) => writeJson(describeIndex(publication, content)),
}

function describeIndex(publication: Publication, content: Content) {
  const {topics, site} = content
  const feeds = new Map(listFeeds(publication, content).map(({home, path}) => [home, path]))
  return {
    schemaVersion: 1,
    site: {name: site.name, url: site.url},
    licence: site.licence,
    feed: feeds.get('/') ?? null,
    files: {
      assessments: json.path,
      judgements: judgementsCsv.path,
      findings: findingsCsv.path,
      schema: contractSchema.path,
      judgementsMetadata: judgementsMetadata.path,
      findingsMetadata: findingsMetadata.path,
    },
    assessments: publication.assessments.map(describeReference),
    councils: listDataCouncils(publication).map((council) => ({
      ...council,
      url: councilPath(council.id),
      data: dataPaths.council(council.id),
      feed: feeds.get(councilPath(council.id)) ?? null,
    })),
    topics: topics.map(({id, name}) => ({
      id,
      name,
      url: topicPath(id),
      data: dataPaths.topic(id),
      feed: feeds.get(topicPath(id)) ?? null,
    })),
  }
}
