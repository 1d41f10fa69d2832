import {existsSync, readFileSync, statSync} from 'node:fs'
import {createServer} from 'node:http'
import {extname, join, normalize} from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
}

export interface Rule {
  readonly pattern: string
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** Reads `_headers` as Netlify does: a path, then its headers indented. */
export function readHeaderRules(text: string): Rule[] {
  const rules: {pattern: string; headers: [string, string][]}[] = []
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? []
    if (name && value !== undefined) rules.at(-1)?.headers.push([name, value])
    else if (/^\//.test(line)) rules.push({pattern: line.trim(), headers: []})
  }
  return rules
}

const matches = (pattern: string, path: string) =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  ).test(path)

/** Serves a built site on loopback, under its path prefix and with its own `_headers`. */
export async function serveSite(
  folder: string,
  prefix = '/',
): Promise<{readonly origin: string; readonly close: () => Promise<void>}> {
  const rules = readHeaderRules(readFileSync(join(folder, '_headers'), 'utf8'))
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')
    for (const {headers} of rules.filter(({pattern}) => matches(pattern, path)))
      for (const [name, value] of headers) response.setHeader(name, value)
    const inside = path.startsWith(prefix) ? normalize(path.slice(prefix.length)) : undefined
    const file = inside === undefined || inside.startsWith('..') ? undefined : findFile(join(folder, inside))
    response.statusCode = file ? 200 : 404
    const served = file ?? join(folder, '404.html')
    response.setHeader('content-type', types[extname(served)] ?? 'application/octet-stream')
    response.end(readFileSync(served))
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The server has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle())
        server.closeAllConnections()
      }),
  }
}

function findFile(path: string): string | undefined {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path
  return existsSync(file) && statSync(file).isFile() ? file : undefined
}
