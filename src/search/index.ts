import {mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {close, createIndex} from 'pagefind'
import type {Content} from '../content.ts'
import type {Publication} from '../publication.ts'
import {makeFacets} from './facets.ts'
import {numberPages} from './number-pages.ts'
import {makeEasyReadRecords, makeSectionRecords, type SearchRecord} from './records.ts'
import {listSameWords, listWords} from './words.ts'

export interface SearchOptions {
  readonly output: string
  /** `/` or `/reports/` */
  readonly pathPrefix: string
}

/** The parts of Pagefind's bundle that our page uses: not its own interfaces. */
const used = /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|.*\.pf_meta|wasm\..*\.pagefind)$/

/**
 * Writes the search: an index of the sections of all reports in `pagefind/`, one of the easy-read pages in
 * `pagefind/easy-read/`, and in `search/` what our page narrows, counts and mends words by.
 */
export async function writeSearch(
  publication: Publication,
  content: Content,
  options: SearchOptions,
): Promise<{records: number}> {
  const sections = makeSectionRecords(publication, content)
  const easyRead = makeEasyReadRecords(publication, content)
  await writeIndex(sections, join(options.output, 'pagefind'), options)
  await writeIndex(easyRead, join(options.output, 'pagefind/easy-read'), options)
  await close()
  const folder = join(options.output, 'search')
  mkdirSync(folder, {recursive: true})
  const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value))
  write('start.json', {
    standard: makeFacets(sections, publication, content),
    easyRead: makeFacets(easyRead, publication, content),
    sameWords: listSameWords(sections, content),
    words: listWords([...sections, ...easyRead]),
  })
  return {records: sections.length + easyRead.length}
}

async function writeIndex(
  records: readonly SearchRecord[],
  folder: string,
  {pathPrefix}: SearchOptions,
): Promise<void> {
  // One language for all: a page in `en-GB` and a record in `en` would land in two indexes that do not see each other.
  const {index, errors} = await createIndex({forceLanguage: 'en'})
  if (!index) throw new Error(`The search index cannot be made: ${errors.join('; ')}`)
  const prefix = pathPrefix.replace(/\/$/, '')
  for (const {url, content, meta, filters} of records) {
    const added = await index.addCustomRecord({
      url: `${prefix}${url}`,
      language: 'en',
      content,
      meta: {...meta},
      filters: {...filters},
    })
    if (added.errors.length > 0) throw new Error(`The search index refused ${url}: ${added.errors.join('; ')}`)
  }
  const written = await index.writeFiles({outputPath: folder})
  if (written.errors.length > 0) throw new Error(`The search index cannot be written: ${written.errors.join('; ')}`)
  await index.deleteIndex()
  for (const entry of readdirSync(folder, {withFileTypes: true}))
    if (entry.isFile() && !used.test(entry.name)) rmSync(join(folder, entry.name))
  if (records.length > 0) numberPages(folder)
}
