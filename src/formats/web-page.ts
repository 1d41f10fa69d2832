import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {escapeHtml, toHtml} from '../variants/html.ts'
import {variants} from '../variants/index.ts'
import {plainText} from '../variants/plain-text.ts'
import type {ReportFormat} from './format.ts'
import {readMarkup} from './markup.ts'
import type {Paper} from './paper.ts'

/** Each page as one file that any browser opens from a disk: no style sheet, picture or script beside it. */
export const webPages: readonly ReportFormat[] = variants.map(({id, label}) => ({
  file: `${id}.html`,
  variant: id,
  label,
  kind: 'Web page',
  about: 'To read in a browser, without the internet.',
  carries: 'every word',
  isPackedOnly: true,
  make: (paper) => ({bytes: new TextEncoder().encode(writePage(paper))}),
  read: (bytes) => readMarkup(new TextDecoder().decode(bytes)),
  expects: ({page}) => plainText(page),
}))

const style = readFileSync(join(import.meta.dirname, '../../layouts/print/offline.css'), 'utf8')

const writePage = ({sheet, page, variant, content}: Paper) => `<!DOCTYPE html>
<html lang="en-GB" data-variant="${variant}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${sheet.name} (${sheet.kind.toLowerCase()})`)}</title>
<style>
${style}</style>
</head>
<body>
<aside data-ours><p>A copy of ${escapeHtml(sheet.url)}</p><p>${sheet.ask.map(escapeHtml).join('<br>')}</p></aside>
<main>
${toHtml(page, {prefix: content.site.url})}
</main>
</body>
</html>
`
