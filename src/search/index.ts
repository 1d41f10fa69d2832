import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {close, createIndex} from 'pagefind'
import type {Content} from '../content.ts'
import type {Publication} from '../publication.ts'
import {makeRecords} from './records.ts'

/** Parts of Pagefind's bundle that our page does not use: its own interfaces. */
const unused = [
  'pagefind-ui.js',
  'pagefind-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-modular-ui.css',
  'pagefind-component-ui.js',
  'pagefind-component-ui.css',
  'pagefind-highlight.js',
]

/** Writes the search index into `pagefind/` of the output. */
export async function writeSearch(
  publication: Publication,
  content: Content,
  {output, pathPrefix}: {readonly output: string; readonly pathPrefix: string},
): Promise<{records: number}> {
  // One language for all: a page in `en-GB` and a record in `en` would land in two indexes that do not see each other.
  const {index, errors} = await createIndex({forceLanguage: 'en'})
  if (!index) throw new Error(`The search index cannot be made: ${errors.join('; ')}`)
  const records = makeRecords(publication, content)
  const prefix = pathPrefix.replace(/\/$/, '')
  for (const record of records) {
    const {url, ...rest} = record
    const added = await index.addCustomRecord({
      url: `${prefix}${url}`,
      language: 'en',
      content: rest.content,
      meta: {...rest.meta},
      filters: {...rest.filters},
      sort: {...rest.sort},
    })
    if (added.errors.length > 0) throw new Error(`The search index refused ${url}: ${added.errors.join('; ')}`)
  }
  const folder = join(output, 'pagefind')
  const written = await index.writeFiles({outputPath: folder})
  if (written.errors.length > 0) throw new Error(`The search index cannot be written: ${written.errors.join('; ')}`)
  await index.deleteIndex()
  await close()
  for (const file of unused) rmSync(join(folder, file), {force: true})
  return {records: records.length}
}
