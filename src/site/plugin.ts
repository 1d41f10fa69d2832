import type {EleventyConfig} from '@11ty/eleventy'
import type {Council} from '../assessment.ts'
import type {Content} from '../content.ts'
import {dataPaths} from '../formats/addresses.ts'
import {citeInWords} from '../formats/citations.ts'
import {listFeeds} from '../formats/feed.ts'
import type {ReportFiles} from '../formats/make.ts'
import type {Publication} from '../publication.ts'
import {type AskedFor, writeAskAddress} from '../variants/ask.ts'
import {drawPicture, hasPicture} from '../variants/easy-read/pictures.ts'
import {variants} from '../variants/index.ts'
import {
  endSentence,
  formatDate,
  formatPeriod,
  nameReport,
  nameWithinCouncil,
  tellDoubt,
  tellWriter,
} from '../variants/phrases.ts'
import {type Variant, variantPath} from '../variants/variant.ts'
import {addCollections} from './collections.ts'
import {describeFile, groupFiles, tellFileKinds, tellParity} from './downloads.ts'
import {
  absoluteUrl,
  formatBytes,
  formatCount,
  formatNumber,
  keepUnbroken,
  markCurrent,
  printedUrl,
  tellColumnKind,
  toDataUrl,
} from './filters.ts'
import {describeCouncilThing, describeDataset, describeReportThing, writeLinkedData} from './linked-data.ts'
import {listCouncils, listNewest} from './lists.ts'
import {
  describeReport,
  describeWithdrawn,
  listReportKeys,
  listWithdrawnKeys,
  type ReportKey,
  renderReport,
  renderWithdrawnPage,
  type WithdrawnKey,
} from './reports.ts'
import {tellFates} from './source-page.ts'
import type {Asset} from './styles.ts'

/** What the site is made of, handed over before Eleventy reads its configuration. */
export interface Material {
  readonly publication: Publication
  readonly content: Content
  readonly assets: readonly Asset[]
  /** By assessment id. */
  readonly files: ReadonlyMap<string, ReportFiles>
  /** `/` or `/reports/` */
  readonly pathPrefix: string
  /** ISO date. */
  readonly builtOn: string
  /** Fingerprint of the design, which the audit tested or did not. */
  readonly design: string
  readonly version?: string
}

type LinkedData = Parameters<typeof writeLinkedData>

// A registered symbol, since a test runner may load this module beside the copy that Eleventy loads.
const handedOver = Symbol.for('plain-account.material')

/** Gives the material to the plugin, which Eleventy calls later with the same `config`. */
export function handOver(config: EleventyConfig & {[handedOver]?: Material}, material: Material): void {
  config[handedOver] = material
}

/** Everything that templates may use. Documents come to them as values, never as template text. */
export function sitePlugin(config: EleventyConfig & {readonly [handedOver]?: Material}): void {
  const material = config[handedOver]
  if (!material) throw new Error('The site is built by `npm run build`, which reads the documents first')
  const {publication, content, files, pathPrefix, builtOn, design, version} = material

  // Most of the time is meant to be spent in our filters; Eleventy would print a warning of it into our progress.
  config.benchmarks.config.setMinimumThresholdPercent(100)
  config.setUseGitIgnore(false)
  config.setNunjucksEnvironmentOptions({
    autoescape: true,
    throwOnUndefined: false,
    trimBlocks: true,
    lstripBlocks: true,
  })

  // As globals, since Eleventy would merge and copy data for every page.
  const globals = {
    publication,
    content,
    site: content.site,
    variants,
    builtOn,
    version,
    dataset: [describeDataset(publication, content)],
    fileKinds: tellFileKinds(),
    audit: {
      ...content.audit,
      isOfThisDesign: content.audit.design === design,
      isOfThisSite: content.audit.organisation === content.site.organisation && content.audit.url === content.site.url,
    },
  }
  for (const [name, value] of Object.entries(globals)) config.addNunjucksGlobal(name, value)
  config.addGlobalData('reportKeys', listReportKeys(publication))
  config.addGlobalData('withdrawnKeys', listWithdrawnKeys(publication))
  config.addGlobalData(
    'assessmentIds',
    publication.assessments.map(({assessment}) => assessment.id),
  )

  const byId = new Map(publication.assessments.map((published) => [published.assessment.id, published]))
  const findPublished = (id: string) => {
    const published = byId.get(id)
    if (!published) throw new Error(`No assessment has the id \`${id}\``)
    return published
  }
  const findWithdrawn = (id: string) => {
    const found = publication.withdrawn?.find(({assessment}) => assessment.id === id)
    if (!found) throw new Error(`No withdrawn report has the id \`${id}\``)
    return found
  }
  const findVariant = (id: string) => {
    const variant = variants.find((each) => each.id === id)
    if (!variant) throw new Error(`No variant has the id \`${id}\``)
    return variant
  }
  const feeds = new Map(listFeeds(publication, content).map((feed) => [feed.home, feed]))
  const assetPaths = new Map(material.assets.map(({name, path}) => [name, path]))
  const filters = {
    published: findPublished,
    reportName: nameReport,
    reportNameWithinCouncil: nameWithinCouncil,
    reportPage: ({id, variant}: ReportKey) => describeReport(findPublished(id), findVariant(variant)),
    reportHtml: ({id, variant}: ReportKey) =>
      renderReport(findPublished(id), findVariant(variant), content, pathPrefix),
    withdrawnPage: ({id, way}: WithdrawnKey) => describeWithdrawn(findWithdrawn(id), way),
    withdrawnHtml: ({id, way}: WithdrawnKey) => renderWithdrawnPage(findWithdrawn(id), way, content, pathPrefix),
    reportPath: (id: string, variant: Variant['id'] | 'source' = 'standard') => variantPath(id, variant),
    files: (id: string) => files.get(id),
    groupFiles,
    describeFile,
    tellParity,
    fates: tellFates,
    asset: (name: string) => {
      const path = assetPaths.get(name)
      if (!path) throw new Error(`No asset has the name \`${name}\``)
      return path
    },
    // A picture this small costs less than a request for it.
    inlineAsset: (name: string) => {
      const asset = material.assets.find((each) => each.name === name)
      if (!asset) throw new Error(`No asset has the name \`${name}\``)
      return toDataUrl(Buffer.from(asset.content).toString('utf8'))
    },
    newest: (count: number) => listNewest(publication, count),
    councils: () => listCouncils(publication),
    date: formatDate,
    sentence: endSentence,
    doubt: tellDoubt,
    period: formatPeriod,
    writer: tellWriter,
    keepUnbroken,
    bytes: formatBytes,
    count: formatCount,
    number: formatNumber,
    absolute: (path: string) => absoluteUrl(path, content.site),
    printedUrl,
    unbroken: keepUnbroken,
    markCurrent,
    picture: drawPicture,
    // A council may add a topic before somebody draws a picture of it.
    topicPicture: (id: string) => (hasPicture(`topic-${id}`) ? drawPicture(`topic-${id}`) : ''),
    askAddress: (asked?: AskedFor) => writeAskAddress(content.site, asked),
    columnKind: tellColumnKind,
    citation: (id: string) => citeInWords(findPublished(id), content.site),
    linkedData: (things: LinkedData[0] | undefined, trail: LinkedData[1] | undefined, page: LinkedData[2]) =>
      writeLinkedData(things ?? [], trail ?? [], page, content.site),
    reportThings: ({id, variant}: ReportKey) =>
      variant === 'standard' ? [describeReportThing(findPublished(id), files.get(id)?.files ?? [], content.site)] : [],
    councilThings: (council: Council) => describeCouncilThing(council, content.site),
    feed: (home: string) => feeds.get(home),
    councilData: dataPaths.council,
    topicData: dataPaths.topic,
  }
  for (const [name, filter] of Object.entries(filters)) config.addFilter(name, filter)
  addCollections(config, material)
}
