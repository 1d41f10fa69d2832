import {escapeXml} from '../formats/xml.ts'
import {absoluteUrl} from './filters.ts'

/** Writes the sitemap: every page that has an address of its own, which `404.html` has not. */
export function formatSitemap(urls: readonly string[], site: {readonly url: string}): string {
  const entries = urls
    .filter((url) => url.endsWith('/'))
    .sort()
    .map((url) => `  <url><loc>${escapeXml(absoluteUrl(url, site))}</loc></url>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n')
}
