import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {strFromU8, strToU8, unzipSync, type Zippable, zipSync} from 'fflate'
import {toHtml} from '../variants/html.ts'
import {writeContents, writeFirstPage, writePackage, writePage, writeXhtml} from './epub/book.ts'
import {cutChapters, locatePlaces} from './epub/chapters.ts'
import type {Made, ReportFormat} from './format.ts'
import {readMarkup} from './markup.ts'
import {fixedDate} from './package.ts'
import type {Paper} from './paper.ts'

const common = {kind: 'EPUB', carries: 'every word', make: makeEpub, read: readEpub} as const

/** The full report as a book for e-readers and phones. */
export const standardEpub: ReportFormat = {
  ...common,
  file: 'standard.epub',
  variant: 'standard',
  label: 'Full report',
  about: 'For an e-reader or a phone: you choose the size and the colours.',
}

/** Easy read as a book, with its pictures. */
export const easyReadEpub: ReportFormat = {
  ...common,
  file: 'easy-read.epub',
  variant: 'easy-read',
  label: 'Easy read',
  about: 'Short sentences and pictures, for an e-reader or a phone.',
}

const style = readFileSync(join(import.meta.dirname, '../../layouts/print/epub.css'))
const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

/** EPUB 3.3 in its container (OCF 3.3): the kind of file first, and not packed. */
function makeEpub(paper: Paper): Made {
  const chapters = cutChapters(paper.body, 'About this report')
  const places = locatePlaces(chapters)
  const pages = chapters.map(({file, title, body}) => {
    const locate = (id: string) => `${places.get(id) ?? file}${places.has(id) ? `#${id}` : ''}`
    return [`book/${file}`, strToU8(writePage(title, writeXhtml(toHtml(body, {locate}))))] as const
  })
  const files: Zippable = {
    mimetype: [strToU8('application/epub+zip'), {level: 0}],
    'META-INF/container.xml': strToU8(container),
    'book/package.opf': strToU8(writePackage(paper, chapters)),
    'book/nav.xhtml': strToU8(writeContents(paper, chapters)),
    'book/title.xhtml': strToU8(writeFirstPage(paper)),
    'book/style.css': new Uint8Array(style),
    ...Object.fromEntries(pages),
  }
  return {bytes: zipSync(files, {level: 9, mtime: fixedDate})}
}

/** The words of the book in the order of its spine. */
function readEpub(bytes: Uint8Array): string {
  const files = unzipSync(bytes)
  const spine = strFromU8(files['book/package.opf'] ?? new Uint8Array()).matchAll(/<itemref idref="([^"]+)"\/>/g)
  return [...spine].map(([, id]) => readMarkup(strFromU8(files[`book/${id}.xhtml`] ?? new Uint8Array()))).join('\n')
}
