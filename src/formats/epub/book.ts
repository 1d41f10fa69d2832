import type {Paper} from '../paper.ts'
import {dropUnwritable, escapeXml} from '../xml.ts'
import type {Chapter} from './chapters.ts'

/** XHTML has no empty elements without an end, and no attributes without a value. */
export const writeXhtml = (html: string): string =>
  dropUnwritable(html)
    .replace(/<(br|wbr|hr)>/g, '<$1/>')
    .replaceAll('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replaceAll(' focusable="false"', '')
    .replace(/(<[a-z][^>]*?\s)(data-ours|hidden)(?=[\s>])/g, '$1$2=""')

/** A file of the book. */
export const writePage = (
  title: string,
  body: string,
  type = 'bodymatter',
): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en-GB" xml:lang="en-GB">
<head>
<title>${escapeXml(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body epub:type="${type}">
${body}
</body>
</html>
`

/** The first page: what the book is, and how to ask for another format. */
export const writeFirstPage = ({sheet}: Paper): string =>
  writePage(
    sheet.name,
    [
      '<section epub:type="titlepage">',
      `<p>${escapeXml(sheet.kind)}</p>`,
      `<h1>${escapeXml(sheet.name)}</h1>`,
      ...sheet.facts.map(([label, value]) => `<p><strong>${escapeXml(label)}:</strong> ${escapeXml(value)}</p>`),
      ...sheet.ask.map((line) => `<p>${escapeXml(line)}</p>`),
      '</section>',
    ].join('\n'),
    'frontmatter',
  )

/** The contents, which reading systems show as their own. */
export function writeContents({sheet}: Paper, chapters: readonly Chapter[]): string {
  const link = (address: string, title: string) => `<a href="${escapeXml(address)}">${escapeXml(title)}</a>`
  const listed = chapters.map(({file, title, entries}) => {
    const inner = entries.map(({id, title: entry}) => `<li>${link(`${file}#${id}`, entry)}</li>`).join('\n')
    return `<li>${link(file, title)}${inner ? `\n<ol>\n${inner}\n</ol>` : ''}</li>`
  })
  return writePage(
    `Contents: ${sheet.name}`,
    [
      '<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">',
      '<h1 id="contents">Contents</h1>',
      `<ol>\n<li>${link('title.xhtml', sheet.name)}</li>\n${listed.join('\n')}\n</ol>`,
      '</nav>',
      '<nav epub:type="landmarks" aria-label="Landmarks" hidden="">',
      `<ol>\n<li><a epub:type="titlepage" href="title.xhtml">First page</a></li>\n<li><a epub:type="bodymatter" href="${chapters[0]?.file ?? 'title.xhtml'}">Start of the report</a></li>\n</ol>`,
      '</nav>',
    ].join('\n'),
    'frontmatter',
  )
}

/** EPUB 3.3 package document, with the metadata of EPUB Accessibility 1.1: only what is true of every book that we make. */
export function writePackage(paper: Paper, chapters: readonly Chapter[]): string {
  const {sheet, published, content} = paper
  const hasPictures = paper.variant === 'easy-read'
  const features = ['structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability', 'unlocked']
  const summary = [
    'Headings, lists and tables are marked, and the contents lead to each part.',
    hasPictures
      ? 'Pictures help to read the words beside them and are passed over by screen readers.'
      : 'There are no pictures.',
    'Checked by program, not by a person.',
  ].join(' ')
  const {assessor, council} = published.assessment
  const items = chapters.map(({file, body}) => {
    const properties = JSON.stringify(body).includes('"type":"picture"') ? ' properties="svg"' : ''
    return `<item id="${file.replace('.xhtml', '')}" href="${file}" media-type="application/xhtml+xml"${properties}/>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en-GB">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeXml(sheet.url)}</dc:identifier>
<dc:title>${escapeXml(`${sheet.name}${hasPictures ? ' (easy read)' : ''}`)}</dc:title>
<dc:creator>${escapeXml(assessor ?? council.name)}</dc:creator>
<dc:publisher>${escapeXml(content.site.organisation)}</dc:publisher>
<dc:language>en-GB</dc:language>
<dc:source>${escapeXml(published.source.sha256)}</dc:source>
<meta property="dcterms:modified">${sheet.dated && sheet.dated.length === 10 ? sheet.dated : '2000-01-01'}T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
${hasPictures ? '<meta property="schema:accessMode">visual</meta>\n' : ''}<meta property="schema:accessModeSufficient">textual</meta>
${features.map((feature) => `<meta property="schema:accessibilityFeature">${feature}</meta>`).join('\n')}
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">${summary}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
${items.join('\n')}
</manifest>
<spine>
<itemref idref="title"/>
<itemref idref="nav"/>
${chapters.map(({file}) => `<itemref idref="${file.replace('.xhtml', '')}"/>`).join('\n')}
</spine>
</package>
`
}
