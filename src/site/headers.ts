/** Headers for every address that matches `path`; `*` at its end matches any rest. */
export interface HeaderRule {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

// Nothing inline and nothing from elsewhere. Pagefind compiles WebAssembly and starts a worker from its own file;
// its pictures and our icon are `data:` addresses.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

// A header that two matching rules set is sent with both values, so no rule for caching may overlap another.
const pages = [
  '/',
  '/feed.xml',
  ...[
    'councils',
    'topics',
    'frameworks',
    'compare',
    'search',
    'easy-read',
    'glossary',
    'data',
    'about',
    'accessibility-statement',
  ].map((name) => `/${name}/*`),
]
// The name of each of these files changes with its content.
const fingerprinted = ['/assets/fingerprinted/*', '/pagefind/index/*', '/pagefind/filter/*']
// The name of each of these stays when its words change.
const numbered = ['/pagefind/fragment/*', '/pagefind/easy-read/*']

// Scripts of any site may read open data.
const openToAll = {'Access-Control-Allow-Origin': '*'}

/** The headers of the site, once: `_headers` is written from them, and a test holds netlify.toml to them. */
export const headerRules: readonly HeaderRule[] = [
  {
    path: '/*',
    headers: {
      'Content-Security-Policy': contentSecurityPolicy,
      'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy':
        'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
  },
  ...[...pages, ...numbered].map((path) => ({
    path,
    headers: {'Cache-Control': 'public, max-age=300, must-revalidate', ...(path === '/data/*' ? openToAll : {})},
  })),
  ...fingerprinted.map((path) => ({path, headers: {'Cache-Control': 'public, max-age=31536000, immutable'}})),
]

/** Writes the rules as a `_headers` file, for a site that stands under `pathPrefix`. */
export function formatHeaders(rules: readonly HeaderRule[], pathPrefix: string): string {
  return rules
    .map(({path, headers}) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)
      return [`${pathPrefix.replace(/\/$/, '')}${path}`, ...lines].join('\n')
    })
    .join('\n\n')
    .concat('\n')
}
