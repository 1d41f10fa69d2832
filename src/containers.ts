import {gunzipSync} from 'node:zlib'
import {strToU8, unzipSync} from 'fflate'
import {readCborTexts} from './cbor.ts'

/** What a written file says, as text: a packed file is opened, however deep. */
export interface Opened {
  readonly texts: readonly string[]
  /** Words that stand alone, as a search index holds them: in small letters, without their endings. */
  readonly words: readonly string[]
}

/** A kind of file that holds other bytes, known by how it begins; its first characters as Latin-1. */
interface Container {
  readonly start: string
  readonly open: (bytes: Uint8Array, findReading: FindReading) => Opened
}

/** What was read from a file whose bytes do not show its words. */
type FindReading = (bytes: Uint8Array) => string | undefined

const containers: readonly Container[] = [
  {start: '\x1f\x8b', open: (bytes, findReading) => openBytes(gunzipSync(bytes), findReading)},
  {
    start: 'PK\x03\x04',
    open: (bytes, findReading) => joinAll(unzip(bytes).map((entry) => openBytes(entry, findReading))),
  },
  {start: 'pagefind_dcd', open: (bytes) => openPagefind(bytes.subarray('pagefind_dcd'.length))},
]

/** Reads any written file; bytes that are no text come out as text with odd characters in it. */
export function openBytes(bytes: Uint8Array, findReading: FindReading = () => undefined): Opened {
  const container = containers.find(({start}) =>
    [...start].every((character, index) => bytes[index] === character.charCodeAt(0)),
  )
  const opened = container?.open(bytes, findReading) ?? {texts: [decode(bytes)], words: []}
  const reading = findReading(bytes)
  return reading ? {...opened, texts: [...opened.texts, reading]} : opened
}

/** A PDF without what it packs, which is no text before it is read; its description of itself is written out. */
function decode(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes)
  return text.startsWith('%PDF-') ? text.replace(/stream\r?\n(?!<\?xpacket)[\s\S]*?endstream/g, ' ') : text
}

const joinAll = (parts: readonly Opened[]): Opened => ({
  texts: parts.flatMap(({texts}) => texts),
  words: parts.flatMap(({words}) => words),
})

/** A fragment is JSON; the index, its list of parts and its filters are CBOR. */
function openPagefind(bytes: Uint8Array): Opened {
  if (bytes[0] === 0x7b) return openBytes(bytes)
  const words = readCborTexts(bytes)
  return {texts: [words.join('\n')], words}
}

/** The files of a ZIP and their names; EPUB and Word files are ZIPs too. */
const unzip = (bytes: Uint8Array): Uint8Array[] =>
  Object.entries(unzipSync(bytes)).flatMap(([name, content]) => [strToU8(name), content])
