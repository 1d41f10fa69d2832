import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {inflateSync} from 'node:zlib'

const typeface = 'atkinson-hyperlegible-next'
// Bold, and for what stands out among bold letters extra bold.
const weights = [400, 700, 800]

/**
 * The typeface of the site as TrueType, which Typst reads; the package has it in WOFF alone. DejaVu Sans has the signs and
 * alphabets that it lacks, so that no machine takes another font for them than the next one does.
 */
export function readFonts(): Buffer[] {
  const {resolve} = createRequire(import.meta.url)
  const read = (name: string, path: string) => readFileSync(join(dirname(resolve(`${name}/package.json`)), path))
  const own = weights.map((weight) =>
    unpackWoff(read(`@fontsource/${typeface}`, `files/${typeface}-latin-${weight}-normal.woff`)),
  )
  const others = ['DejaVuSans', 'DejaVuSans-Bold'].map((name) => read('dejavu-fonts-ttf', `ttf/${name}.ttf`))
  return [...own, ...others]
}

/** WOFF File Format 1.0, section 3: the tables of the font, each packed by itself. */
export function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const tables = Array.from({length: count}, (_, index) => {
    const at = 44 + index * 20
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ]
    const bytes = woff.subarray(offset, offset + packed)
    return {tag: woff.subarray(at, at + 4), checksum: woff.subarray(at + 16, at + 20), bytes, length}
  }).map((table) => ({...table, bytes: table.bytes.length < table.length ? inflateSync(table.bytes) : table.bytes}))

  const power = 2 ** Math.floor(Math.log2(count))
  const header = Buffer.alloc(12 + 16 * count)
  woff.copy(header, 0, 4, 8)
  header.writeUInt16BE(count, 4)
  header.writeUInt16BE(power * 16, 6)
  header.writeUInt16BE(Math.log2(power), 8)
  header.writeUInt16BE((count - power) * 16, 10)
  let end = header.length
  const bodies = tables.map(({tag, checksum, bytes}, index) => {
    const entry = 12 + 16 * index
    tag.copy(header, entry)
    checksum.copy(header, entry + 4)
    header.writeUInt32BE(end, entry + 8)
    header.writeUInt32BE(bytes.length, entry + 12)
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4)
    padded.set(bytes)
    end += padded.length
    return padded
  })
  return Buffer.concat([header, ...bodies])
}
