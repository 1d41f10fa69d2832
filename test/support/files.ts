import {reportFormats} from '../../src/formats/index.ts'
import {type MadeFiles, makeReportFiles} from '../../src/formats/make.ts'
import {noStore} from '../../src/formats/store.ts'
import type {Publication} from '../../src/publication.ts'
import {content} from './publication.ts'

/** Makes files of reports without a folder: what was made, and their bytes by address. */
export async function makeFiles(
  publication: Publication,
  {formats = reportFormats, store = noStore}: {formats?: typeof reportFormats; store?: typeof noStore} = {},
): Promise<MadeFiles & {readonly written: ReadonlyMap<string, Uint8Array>}> {
  const written = new Map<string, Uint8Array>()
  const made = await makeReportFiles(publication, content, {
    formats,
    store,
    root: '.',
    write: (path, bytes) => written.set(path, bytes),
    progress: () => {},
    takeReading: () => {},
  })
  return {...made, written}
}
