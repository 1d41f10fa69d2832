import type {Column} from '../formats/csv.ts'

/** Writes what a download weighs: `14 KB`; sizes below one kilobyte in bytes. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`
}

/** Writes a number with its noun: `1 word`, `3,285 words`. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`
}

/** Writes a number with commas: `3,285`. */
export function formatNumber(count: number): string {
  return count.toLocaleString('en-GB')
}

/** The address in full, for search engines and for paper: `https://plain-account.example/about/`. */
export function absoluteUrl(path: string, site: {readonly url: string}): string {
  return `${site.url}${path}`
}

/** A picture as its own address, with only those signs encoded that an address or an attribute cannot have. */
export function toDataUrl(svg: string): string {
  const signs = /[%#<>{}]/g
  return `data:image/svg+xml,${svg
    .trim()
    .replaceAll('"', "'")
    .replace(signs, (sign) => encodeURIComponent(sign))}`
}

/** Takes an address without its scheme, as printed on paper: `plain-account.example/about/`. */
export function printedUrl(url: string): string {
  return url.replace(/^https?:\/\//, '')
}

/** Keeps a phone number or a name on one line: its spaces become no-break spaces. */
export function keepUnbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}

/** Whether the page is the one that a menu entry leads to, or stands below it: values of `aria-current`. */
export function markCurrent(pageUrl: string, entry: string): 'page' | 'true' | undefined {
  if (pageUrl === entry) return 'page'
  return entry !== '/' && pageUrl.startsWith(entry) ? 'true' : undefined
}

/** What the cells of a column are, for the data dictionary: `whole number, may be empty`. */
export function tellColumnKind({type, isOptional}: Pick<Column<never>, 'type' | 'isOptional'>): string {
  const kind = typeof type === 'string' ? type : type ? 'one of these words' : 'words'
  return isOptional ? `${kind}, may be empty` : kind
}
