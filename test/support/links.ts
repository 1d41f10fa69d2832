import {existsSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {listPages} from './site.ts'

const idPattern = /\sid="([^"]*)"/g
const linkPattern = /\s(?:href|src|action)="([^"]*)"/g
const decode = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"')

/** Internal links, assets and fragments that lead nowhere: `page → address`. html-validate sees to it that the patterns suffice. */
export function findBrokenLinks(folder: string, prefix = '/'): string[] {
  const ids = new Map<string, Set<string>>()
  const idsOf = (file: string) => {
    const known =
      ids.get(file) ??
      new Set([...readFileSync(file, 'utf8').matchAll(idPattern)].map((match) => decode(match[1] ?? '')))
    ids.set(file, known)
    return known
  }
  return listPages(folder).flatMap(({path, html}) =>
    [...html.matchAll(linkPattern)].flatMap((match) => {
      const address = decode(match[1] ?? '')
      const url = new URL(address, `http://site${prefix}${path.slice(1)}`)
      if (url.host !== 'site') return []
      const inside = decodeURIComponent(url.pathname)
      const target = join(folder, inside.startsWith(prefix) ? inside.slice(prefix.length) : '::outside::')
      const file = existsSync(target) && statSync(target).isDirectory() ? join(target, 'index.html') : target
      const isFound =
        existsSync(file) &&
        (!url.hash || !file.endsWith('.html') || idsOf(file).has(decodeURIComponent(url.hash.slice(1))))
      return isFound ? [] : [`${path} → ${address}`]
    }),
  )
}
