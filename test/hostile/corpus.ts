import {inventCouncil} from '../support/many-reports.ts'

/** A document that means harm, or that an accident made so. */
export interface Hostile {
  /** What it is, in a few words; its file is named after it unless `file` says otherwise. */
  readonly name: string
  readonly file?: string
  readonly bytes: Uint8Array
  /** A safe page; a refusal that stops the build and names this rule; or held back until somebody releases it. */
  readonly ends: 'page' | 'held back' | {readonly refused: string}
  /** Words that its page shows as words. */
  readonly shows?: string
  /** Too large for the site of the browser test; its pages are written and measured all the same. */
  readonly isLarge?: boolean
}

const encode = (text: string) => new TextEncoder().encode(text)
const cases: Hostile[] = []

/** Adds a report of a council of its own: `put` stands in its text as a paragraph or more. */
function add(
  name: string,
  put: string,
  more: Partial<Omit<Hostile, 'name' | 'bytes'>> & {
    readonly title?: string
    readonly before?: string
    readonly write?: (text: string) => Uint8Array
  } = {},
): void {
  const {title = 'Review of support for carers', before = '', write = encode, ends = 'page', ...rest} = more
  const council = inventCouncil(cases.length).name
  const text = `${before}${council}

${title}

March 2017

## About this review

The review looked at how the council supports people who care for somebody at home.

${put}

## What happens next

The council will publish its answer within three months.
`
  cases.push({name, bytes: write(text), ends, ...rest})
}

/** Adds a report of a known family, with grades. */
function addGraded(
  name: string,
  change: (text: string) => string,
  ends: Hostile['ends'] = 'page',
  shows?: string,
): void {
  const council = inventCouncil(cases.length).name
  const text = `Assessment of Performance Report 2009/10

ADULT SOCIAL SERVICES ASSESSMENT OF PERFORMANCE 2009/10 :${council}

2009/10 Council APA Performance

Delivering outcomes assessment Overall council is:\tWell
Outcome 3: Making a positive contribution\tExcellent

Outcome 3: Making a positive contribution

Conclusion of 2009/10 performance

The council works with carers and with people who use services.

Key strengths

- Staff listen to people.

Areas for improvement

- Waiting times for large changes to homes.
`
  cases.push({name, bytes: encode(change(text)), ends, ...(shows ? {shows} : {})})
}

/** Adds a file as it is. */
const addFile = (name: string, bytes: Uint8Array | string, ends: Hostile['ends'], more: Partial<Hostile> = {}) =>
  cases.push({name, bytes: typeof bytes === 'string' ? encode(bytes) : bytes, ends, ...more})

const run = 'window.hacked=1'

// Markup that would run
add('a script', `<script>${run}</script>`, {shows: `<script>${run}</script>`})
add('a script in a heading', `## <script>${run}</script> Findings\n\nText.`)
add('a script in a list', `- <script>${run}</script>\n- a second item`)
add('a script in a title', 'Text.', {title: `Review <script>${run}</script> of carers`})
add('a picture with an event', `<img src=x onerror="${run}">`, {shows: '<img src=x'})
add('a drawing with an event', `<svg onload=${run}><circle r=9 /></svg>`)
add('a frame with a page inside', `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`)
add(
  'an event in a tag that we know',
  `<p onmouseover="${run}" style="position:fixed;inset:0">Words over the whole page</p>`,
  {shows: 'Words over the whole page'},
)
add('details that open', `<details open ontoggle=${run}><summary>x</summary>y</details>`)
add('a field with the focus', `<input autofocus onfocus=${run}>`)
add('a style sheet', `<style>body{display:none} @import url(https://evil.invalid/x.css);</style>`)
add('another base for links', '<base href="https://evil.invalid/">')
add('a page that leads away', '<meta http-equiv="refresh" content="0;url=https://evil.invalid/">')
add('a form that sends', '<form action="https://evil.invalid/"><button>Send</button></form>')
add('an object', '<object data="https://evil.invalid/x.swf"></object><embed src="https://evil.invalid/y">')
add('a template', `<template shadowrootmode="open"><script>${run}</script></template>`)
add('tags that never close', '<div><b><i><table><tr><td>Words inside of much <a href="x">that stays open')
add('a comment that hides', `<!-- --!><script>${run}</script> -->`)
add('the end of a script', `"</script><script>${run}</script>`, {
  title: `Review</script><script>${run}</script> of carers`,
})
add('the end of a section of XML', ']]><script xmlns="http://www.w3.org/1999/xhtml">window.hacked=1</script>', {
  title: 'Review ]]> of carers & their <friends>',
})
add('markup written as entities', `&lt;script&gt;${run}&lt;/script&gt; &amp;lt;img src=x onerror=${run}&amp;gt;`)
add('a quotation mark that ends an attribute', `"onmouseover="${run}" x="`, {
  title: `Review " onmouseover="${run}" of carers`,
})
add('markup in capitals and with slashes', `<ScRiPt/x>${run}</sCrIpT><IMG/SRC=x/ONERROR=${run}>`)
add('mathematics with a link', `<math><mtext><a xlink:href="javascript:${run}">x</a></mtext></math>`)

// Links
add('a link that is a script', `[Read more](javascript:${run})`)
add(
  'a link of HTML that is a script',
  `<a href="javascript:${run}">Read more</a> and <a href=" java\tscript:${run}">more</a>`,
)
add('a link that is a page', `[Read more](data:text/html,<script>${run}</script>)`)
add('a link between angles', `<javascript:${run}>`)
add('a link by reference', `[Read more][x]\n\n[x]: javascript:${run} "Read"`)
add('a link with another scheme', `[one](vbscript:${run}) [two](file:///etc/passwd) [three](//evil.invalid/x)`)
add('a picture from elsewhere', '![A chart](https://evil.invalid/pixel.png)')

// Words that other programs would take for theirs
add('a template of ours', '{{ 7 * 6 }} {% include "/etc/passwd" %} {% raw %} {# hidden #}', {shows: '{{ 7 * 6 }}'})
add('front matter', 'Text.', {
  before: '---\npermalink: /index.html\nlayout: false\neleventyExcludeFromCollections: true\n---\n\n',
})
add('front matter that is a script', 'Text.', {before: `---js\n{permalink: (globalThis.hacked = 1)}\n---\n\n`})
add(
  'the language of the PDF',
  '#read("/etc/passwd") #import "@preview/x:1.0.0" #panic("run") $ sum $ \\input{/etc/passwd}',
  {shows: '#read("/etc/passwd")'},
)
// biome-ignore lint/suspicious/noTemplateCurlyInString: a document may hold such words.
add('a program in words', '${process.exit(1)} `rm -rf /` $(reboot) %s %n %x', {shows: '$(reboot)'})
add(
  'formulas for a spreadsheet',
  '## Strengths\n\n- =HYPERLINK("https://evil.invalid","Press")\n- +1+cmd|\' /C calc\'!A0\n- -2+3\n- @SUM(A1:A9)\n- \t=1+1',
)
add('words with a meaning for programs', '## __proto__\n\nText.\n\n## constructor\n\nText.\n\n## toString\n\nText.')

// Names that become addresses
add('a title that climbs', 'Text.', {title: '../../../../etc/cron.d/report'})
add('a council that climbs', 'Text.', {before: '../../etc/passwd Council\n\n'})
add('headings that are all the same', Array.from({length: 60}, () => '## Findings\n\nText of this part.').join('\n\n'))
add(
  'headings named as our own parts',
  '## The grades\n\nText.\n\n## The contents\n\nText.\n\n## main\n\nText.\n\n## cite\n\nText.\n\n## How we made this page\n\nText.',
)
add('headings without a letter', '## 👪\n\nText.\n\n## …\n\nText.\n\n## ***\n\nText.')
add('a heading of five thousand letters', `## ${'Very long heading '.repeat(280)}\n\nText.`)
add('a word of two thousand letters', `The word ${'a'.repeat(2000)} and https://www.example.org/${'way/'.repeat(400)}`)
for (const [name, file] of [
  ['a file named as a tag', '<img src=x onerror=window.hacked=1>.txt'],
  ['a file named with quotation marks', `it's "the" report & more.txt`],
  ['a file named with a picture and a line end', 'report 👪\nof 2017.txt'],
  ['a file named as an option', '--output=x.txt'],
  ['a file named as an escaped way', 'a..%2f..%2fetc%2fpasswd.txt'],
  ['a file named as a part of a program', '__proto__.txt'],
  ['a file with a very long name', `${'long'.repeat(60)}.txt`],
] as const)
  add(name, 'Text of the report.', {file})

// Letters
const utf16 = (text: string, isBig: boolean, hasMark: boolean) => {
  const bytes = Buffer.from(`${hasMark ? '\ufeff' : ''}${text}`, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}
add('letters two bytes wide', 'Carers’ breaks – more of them.', {
  write: (text) => utf16(text, false, true),
  shows: 'Carers’ breaks – more of them.',
})
add('letters two bytes wide, the other way round and unmarked', 'Breaks for carers.', {
  write: (text) => utf16(text, true, false),
  shows: 'Breaks for carers.',
})
add('letters of an old Windows', 'Carers\u0092 breaks \u0096 cost \u00a350.', {
  write: (text) => Buffer.from(text, 'latin1'),
  shows: 'Carers’ breaks – cost £50.',
})
add('letters that were converted twice', 'Carersâ€™ breaks â€“ cost Â£50.')
add('letters that turn the reading round', 'The grade is \u202eroop\u202c, and \u2066hidden\u2069 \u200fwords.')
add('letters that cannot be seen', 'Po\u200bor, G\u00adood, \ufeffwell, \u2060and\u180e more.')
add('letters piled on letters', `Z${'\u0301\u0337\u0489'.repeat(60)}algo is a word.`)
add('marks on every letter of a long line', 'x\u0302'.repeat(40_000), {isLarge: true})
add('letters that look like others', 'The соunсil is grаdеd Pооr.')
add('letters of the whole world', 'العربية עברית 汉字 हिन्दी 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ﷽ ﬁ')
add('signs that move a terminal', 'Clear \u001b[2J the \u001b]0;screen\u0007 now.', {
  ends: {refused: 'unreadable-encoding'},
})
add('a zero byte', 'Words\u0000words', {ends: {refused: 'unreadable-encoding'}})
add('bytes that no letter has', 'Text.', {
  write: (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0x81, 0x8d, 0x8f])]),
  ends: {refused: 'unreadable-encoding'},
})
add('half of a pair', 'Text.', {
  write: (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xed, 0xa0, 0x80, 0x81])]),
  ends: {refused: 'unreadable-encoding'},
})

// Sizes
add(
  'twenty thousand tags inside each other',
  `${'<div>'.repeat(20_000)}deep${'</div>'.repeat(20_000)}`.replaceAll(/(?:<\/?div>){4}/g, '$&\n'),
  {isLarge: true},
)
add('a line of ninety-nine thousand letters', `${'word '.repeat(19_800)}`, {isLarge: true})
add('a line of eight million letters', 'a'.repeat(8_000_000), {ends: {refused: 'source-too-large'}})
add('sixty thousand lines', 'x\n'.repeat(60_000), {ends: {refused: 'source-too-large'}})
add('four thousand headings', Array.from({length: 4000}, (_, index) => `## Part ${index}\n\nText.`).join('\n\n'), {
  isLarge: true,
})
add('quotations inside each other', `${'> '.repeat(500)}deep`)
add(
  'lists inside each other',
  Array.from({length: 200}, (_, depth) => `${' '.repeat(depth * 2)}- item ${depth}`).join('\n'),
)
add(
  'a table of four hundred columns',
  `| ${'cell | '.repeat(400)}\n|${'---|'.repeat(400)}\n| ${'cell | '.repeat(400)}`,
  {isLarge: true},
)
add(
  'a table with rows of all lengths',
  '| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 | 4 |\n||||||\n| <script>window.hacked=1</script> | \\| |',
)
add('a table of eight thousand rows', `| What | Says |\n|---|---|\n${'| one | two |\n'.repeat(8000)}`, {isLarge: true})
add(
  'a table of HTML inside a table',
  '<table><tr><td>One<table><tr><td>Two</td></tr></table></td><td onclick="window.hacked=1">Three</td></tr></table>',
)
add(
  'stars, brackets and marks without end',
  `${'*'.repeat(20_000)}\n\n${'['.repeat(20_000)}\n\n${'`'.repeat(20_000)}\n\n${'('.repeat(20_000)}`,
  {isLarge: true},
)
add('points and spaces without end', `${'. '.repeat(40_000)}\n\n${'\t'.repeat(40_000)}x\n\n${'<a '.repeat(20_000)}`, {
  isLarge: true,
})
add(
  'footnotes that point at each other',
  'One¹ two² three¹.\n\n1 See note 2².\n\n2 See note 1¹.\n\n1 Another first note.',
)

// Stamps
add('a stamp', 'Not for publication', {ends: 'held back'})
add('a stamp between tags', '<b>Not</b> for <i>publication</i>', {ends: 'held back'})
add('a stamp with spaces between its letters', 'N O T   F O R   P U B L I C A T I O N', {ends: 'held back'})
add('a stamp in wide letters', 'ＮＯＴ ＦＯＲ ＰＵＢＬＩＣＡＴＩＯＮ', {ends: 'held back'})
add('a stamp over two lines', 'NOT FOR\nPUBLICATION', {ends: 'held back'})
add('a stamp with letters that cannot be seen', 'Not\u00a0for pub\u200bli\u00adcation', {ends: 'held back'})
add('a stamp in a comment', '<!-- NOT FOR PUBLICATION: exempt under paragraph 1 -->', {ends: 'held back'})
add('a stamp in an attribute', '<div title="Not for publication">Words</div>', {ends: 'held back'})
add('a stamp in an attribute of another kind', "<p data-status = 'NOT FOR PUBLICATION'>Words</p>", {ends: 'held back'})
add('a stamp in an attribute without quotation marks', '<p class=not-for-publication>Words</p>', {ends: 'held back'})
add('a stamp in a cell', '| Status | Not for Publication |\n|---|---|\n| a | b |', {ends: 'held back'})
add('a stamp as a heading', '# **NOT FOR PUBLICATION**', {ends: 'held back'})
add('a stamp as entities', '&#78;ot for&nbsp;publication', {ends: 'held back'})
add('a stamp with letters that look like others', 'Nоt for рublication', {ends: 'held back'})

// Grades and years
addGraded('grades with a script', (text) => text.replace('Key strengths', `<script>${run}</script>\n\nKey strengths`))
addGraded('no grades where there should be some', (text) => text.replace(/^.*\t.*\n/gm, ''), {refused: 'no-grades'})
addGraded('a grade that no scale has', (text) => text.replace('\tExcellent', '\tMagnificent'), {
  refused: 'unknown-grade',
})
addGraded('a grade that is a script', (text) => text.replace('\tExcellent', `\t<script>${run}</script>`), {
  refused: 'unknown-grade',
})
addGraded(
  'grades that contradict each other',
  (text) => text.replace('\tExcellent\n', '\tExcellent\nOutcome 3: Making a positive contribution\tPoor\n'),
  {refused: 'contradicting-grades'},
)
addGraded('a year to come', (text) => text.replaceAll('2009/10', '2099/00'))
add('the year 2099', 'Text.', {title: 'Review of support for carers, 2099'})
add('the year 0', 'Text.', {title: 'Review of support for carers, 0000'})
addFile(
  'no council and no year',
  'About this\n\nSomebody wrote some words on how it all went, and said no more than that.\n',
  'page',
)

// No documents at all
addFile('nothing', '', {refused: 'empty-source'})
addFile('spaces and line ends', ' \n\t\r\n \u00a0\n', {refused: 'empty-source'})
addFile('a mark of order and no more', Uint8Array.from([0xef, 0xbb, 0xbf]), {refused: 'empty-source'})
addFile('a PDF', '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj', {refused: 'not-text'})
addFile(
  'a Word file',
  Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml word/document.xml', 'latin1'),
  {refused: 'not-text'},
)
addFile('a picture', Buffer.from('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR', 'latin1'), {refused: 'not-text'})
addFile('a program', Buffer.from('\u007fELF\u0002\u0001\u0001\u0000\u0000\u0000', 'latin1'), {
  refused: 'unreadable-encoding',
})
addFile('a packed file', Buffer.from('\u001f\u008b\u0008\u0000\u0000\u0000\u0000\u0000', 'latin1'), {
  refused: 'not-text',
})

/** At least sixty, each with a name of its own. */
export const corpus: readonly Hostile[] = cases
export const fileOf = ({name, file}: Hostile): string => file ?? `${name.replace(/[^a-z0-9]+/gi, '-')}.txt`
