import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import Eleventy from '@11ty/eleventy'
import type {Content} from '../content.ts'
import type {ReportFiles} from '../formats/make.ts'
import {BuildStopped} from '../problem.ts'
import type {Publication} from '../publication.ts'
import {variantPath} from '../variants/variant.ts'
import {fingerprintDesign} from './audit-result.ts'
import {formatHeaders, headerRules} from './headers.ts'
import {handOver} from './plugin.ts'
import {listWithdrawnKeys} from './reports.ts'
import {formatSitemap} from './sitemap.ts'
import {makeAssets} from './styles.ts'

export interface SiteOptions {
  /** Folder of the project: its `content/` and `layouts/` are read. */
  readonly root: string
  /** Folder to write into. */
  readonly output: string
  /** `/` or `/reports/` */
  readonly pathPrefix: string
  /** ISO date of the build. */
  readonly builtOn: string
  /** The files of each report, by its id. */
  readonly files: ReadonlyMap<string, ReportFiles>
  readonly version?: string
}

/** Writes every page of the site, its assets and the list of headers. */
export async function writeSite(
  publication: Publication,
  content: Content,
  {root, output, pathPrefix, builtOn, files, version}: SiteOptions,
): Promise<{pages: number}> {
  const write = (path: string, text: string | Uint8Array) => {
    const file = join(output, path)
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, text)
  }
  const assets = makeAssets(root, content.site.look)
  for (const {path, content: bytes} of assets) write(path, bytes)
  write('_headers', formatHeaders(headerRules, pathPrefix))

  // Eleventy knows files by their path from the folder that the command runs in.
  const here = (path: string) => relative(process.cwd(), path) || '.'
  const eleventy = new Eleventy(here(join(root, 'content')), here(output), {
    configPath: here(join(root, 'eleventy.config.ts')),
    quietMode: true,
    pathPrefix,
    config: (config) =>
      handOver(config, {
        publication,
        content,
        assets,
        files,
        pathPrefix,
        builtOn,
        design: fingerprintDesign(root, content.site.look),
        ...(version ? {version} : {}),
      }),
  })
  // Failures still reach us as rejections; without this they would be printed as well.
  eleventy.disableLogger()
  const [, written] = await eleventy.write().catch(stopAtTemplate)
  const withdrawn = new Set(listWithdrawnKeys(publication).map(({id, way}) => variantPath(id, way)))
  write(
    'sitemap.xml',
    formatSitemap(
      written.flatMap(({url}) => (url && !withdrawn.has(url) ? [url] : [])),
      content.site,
    ),
  )
  return {pages: written.length}
}

/** What the system said, such as that the disk is full, however deep Eleventy wrapped it. */
function findSystemError(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return
  if ('code' in error && 'syscall' in error) return error
  return findSystemError('originalError' in error ? error.originalError : error.cause)
}

/** Tells an officer who changed a page which template failed and why; any other failure passes through. */
function stopAtTemplate(error: unknown): never {
  const original = error instanceof Error && 'originalError' in error ? error.originalError : undefined
  if (!(original instanceof Error)) throw error
  const ofSystem = findSystemError(original)
  if (ofSystem) throw ofSystem
  throw new BuildStopped([
    {
      level: 'error',
      rule: 'broken-template',
      message: `Unexpected failure of a page: ${original.message.replace(/\s+/g, ' ')}`,
      hint: 'Undo the last change of that template in content/ or layouts/, or mend it',
    },
  ])
}
