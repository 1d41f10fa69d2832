import {readdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync, gzipSync} from 'node:zlib'

/**
 * The name of a record in the index, by its place among all of them: `en_0000003`. Pagefind names records by a hash,
 * which no compression shortens: of 20,000 records a browser would load 65 KB of names at its first search. A number also
 * tells our page which section it is, before anything is loaded of it.
 */
export const nameRecord = (number: number, language = 'en'): string =>
  `${language}_${number.toString(36).padStart(7, '0')}`

/** The first byte of a short text in CBOR, less its length (RFC 8949, section 3.1). */
const textHead = 0x60

/** A name as Pagefind makes it: the language and seven hexadecimal digits, at first. */
const hashed = /^[a-z]{2}_[0-9a-f]+$/

/** Numbers the records of an index in the order in which they were added; `folder` is the index's own. */
export function numberPages(folder: string): void {
  const file = readdirSync(folder).find((name) => name.endsWith('.pf_meta'))
  if (!file) throw new Error(`The search index in ${folder} has no list of its pages`)
  const list = gunzipSync(readFileSync(join(folder, file)))
  const fragments = join(folder, 'fragment')
  const known = new Set(readdirSync(fragments).map((name) => name.replace('.pf_fragment', '')))
  const text = list.toString('latin1')
  let number = 0
  // A text of CBOR is its length, here in one byte, and its characters.
  const numbered = text.replace(/[\x60-\x77]([a-z]{2}_[0-9a-f]{4,20})/g, (whole, name: string) => {
    if (!hashed.test(name) || !known.has(name)) return whole
    const next = nameRecord(number++)
    renameSync(join(fragments, `${name}.pf_fragment`), join(fragments, `${next}.pf_numbered`))
    return `${String.fromCharCode(textHead + next.length)}${next}`
  })
  if (number !== known.size) throw new Error(`The search index lists ${number} of ${known.size} pages`)
  for (const name of readdirSync(fragments))
    renameSync(join(fragments, name), join(fragments, name.replace('.pf_numbered', '.pf_fragment')))
  writeFileSync(join(folder, file), gzipSync(Buffer.from(numbered, 'latin1'), {level: 9}))
}
