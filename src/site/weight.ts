import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {brotliCompressSync} from 'node:zlib'

/** What a page makes a browser load: bytes as sent (Brotli; fonts as they are), and how many requests. */
export interface Weight {
  readonly bytes: number
  readonly fontBytes: number
  readonly requests: number
}

const compress = (bytes: Uint8Array) => brotliCompressSync(bytes)
const linked =
  /(?:<link[^>]+rel="?(?:stylesheet|preload|icon)"?[^>]*href="?|<script[^>]+src="?|<img[^>]+src="?)(?<url>[^"\s>]+)/g
const fontFace = /url\("?(?<url>[^")]+\.woff2)"?\)/g

/** Weighs a built page with its styles, scripts, pictures and every font that its styles name. */
export function weighPage(output: string, page: string): Weight {
  const html = readFileSync(join(output, page))
  const assets = [...html.toString('utf8').matchAll(linked)].map((match) => match.groups?.['url'] ?? '')
  const files = new Set(assets.map((url) => findFile(output, url)).filter((file) => file !== undefined))
  for (const file of [...files].filter((name) => name.endsWith('.css')))
    for (const match of readFileSync(file, 'utf8').matchAll(fontFace)) {
      const font = join(dirname(file), match.groups?.['url'] ?? '')
      if (existsSync(font)) files.add(font)
    }
  const fonts = [...files].filter((file) => file.endsWith('.woff2'))
  const others = [...files].filter((file) => !file.endsWith('.woff2'))
  const fontBytes = fonts.reduce((total, file) => total + readFileSync(file).byteLength, 0)
  const bytes = others.reduce(
    (total, file) => total + compress(readFileSync(file)).byteLength,
    compress(html).byteLength,
  )
  return {bytes: bytes + fontBytes, fontBytes, requests: files.size + 1}
}

/** Finds the file that an address means, whatever path prefix or relative form it has. */
function findFile(output: string, url: string): string | undefined {
  const parts = url
    .replace(/[?#].*$/, '')
    .split('/')
    .filter((part) => part && part !== '..' && part !== '.')
  for (let skip = 0; skip < parts.length; skip++) {
    const file = join(output, ...parts.slice(skip))
    if (existsSync(file)) return file
  }
  return
}
