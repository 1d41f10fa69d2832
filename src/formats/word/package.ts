import {strFromU8, strToU8, unzipSync, type Zippable, zipSync} from 'fflate'
import {fixedDate} from '../package.ts'

/**
 * The same bytes for the same words: without the time of making, and with names by number where the library draws lots.
 * `dated` is the document's own date, when it has one.
 */
export function fixBytes(bytes: Uint8Array, dated?: string): Uint8Array {
  const names = new Map<string, string>()
  const bookmarks = new Map<string, number>()
  const files = Object.entries(unzipSync(bytes)).map(([path, file]) => {
    if (!/\.(?:xml|rels)$/.test(path)) return [path, file] as const
    const day = dated?.length === 10 ? dated : '2000-01-01'
    const text = strFromU8(file)
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
      .replace(/\brId[\w-]{12,}/g, (name) => {
        const number = names.get(name) ?? `rIdLink${names.size + 1}`
        names.set(name, number)
        return number
      })
      .replace(/(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)/g, (_, before: string, id: string) => {
        const number = bookmarks.get(id) ?? bookmarks.size + 1
        bookmarks.set(id, number)
        return `${before}${number}`
      })
    return [path, strToU8(text)] as const
  })
  return zipSync(Object.fromEntries(files) as Zippable, {level: 9, mtime: fixedDate})
}

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}

/** The words of a Word document in their order; names of tables are ours and left out, and a break ends a line. */
export function readWord(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  const paragraphs = xml.split(/<\/w:p>/).filter((paragraph) => !/<w:pStyle w:val="Caption"\/>/.test(paragraph))
  return paragraphs
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, words]) => words ?? '\n').join(''),
    )
    .join('\n')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => entities[name] ?? '')
}
