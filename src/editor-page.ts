import type {CheckedProblem, CheckReport} from './check-report.ts'
import {escapeHtml} from './variants/html.ts'

/**
 * The editor's page: everything to look at before publishing, document by document. It is served by `npm start` to this
 * machine alone and never written into the site, since it names words that may have to be withheld.
 */
export function renderEditorPage(report: CheckReport, pathPrefix = '/'): string {
  const files = [
    ...new Set([
      ...report.problems.flatMap(({file}) => file ?? 'Other'),
      ...report.documents.map(({file}) => file),
      ...report.heldBack.map(({file}) => file),
      ...report.settled.flatMap(({file}) => file ?? []),
    ]),
  ].sort()
  const count = (level: CheckedProblem['level']) => report.problems.filter((problem) => problem.level === level).length
  return renderPage(`<h1>Before you publish</h1>
<p>This page is on your machine only. It is never part of the site.</p>
<ul class="counts">
<li><strong>${count('error')}</strong> ${count('error') === 1 ? 'error stops' : 'errors stop'} the build</li>
<li><strong>${count('doubt')}</strong> ${count('doubt') === 1 ? 'doubt is' : 'doubts are'} published with a note to readers</li>
<li><strong>${count('note')}</strong> ${count('note') === 1 ? 'note is' : 'notes are'} for you alone</li>
<li><strong>${report.settled.length}</strong> settled in the records</li>
<li><strong>${report.heldBack.length}</strong> ${report.heldBack.length === 1 ? 'document is' : 'documents are'} held back</li>
</ul>
<p>To settle a doubt or a note, copy the lines under it into the record of the document and say what you found.</p>
<nav aria-label="Documents"><ul>${files.map((file) => `<li><a href="#${anchor(file)}">${escapeHtml(file)}</a></li>`).join('')}</ul></nav>
${files.map((file) => renderFile(file, report, pathPrefix)).join('\n')}
`)
}

/** When the documents could not be read at all: why, as the command line says it. */
export const renderEditorFailure = (why: string): string =>
  renderPage(`<h1>Before you publish</h1>\n<p>The documents could not be read:</p>\n<pre>${escapeHtml(why)}</pre>\n`)

const renderPage = (main: string) => `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Before you publish – editor’s page</title>
<style>${styles}</style>
</head>
<body>
<main>
${main}</main>
</body>
</html>
`

function renderFile(file: string, report: CheckReport, pathPrefix: string): string {
  const isOwn = (problem: CheckedProblem) => (problem.file ?? 'Other') === file
  const document = report.documents.find((entry) => entry.file === file)
  const held = report.heldBack.filter((entry) => entry.file === file)
  const problems = (['error', 'doubt', 'note'] as const).flatMap((level) =>
    report.problems.filter((problem) => isOwn(problem) && problem.level === level),
  )
  const settled = report.settled.filter(isOwn)
  return `<section id="${anchor(file)}">
<h2>${escapeHtml(file)}</h2>
${document ? `<p>${escapeHtml(document.council)}, ${escapeHtml(document.period)}: <a href="${escapeHtml(pathPrefix)}councils/${escapeHtml(document.id)}/">read the page</a>, <a href="${escapeHtml(pathPrefix)}councils/${escapeHtml(document.id)}/source/">line by line</a>. ${document.ledger.words - document.ledger.unaccounted} of ${document.ledger.words} words are accounted for.</p>` : ''}
${held.map(({line, why, hint}) => `<p class="held"><strong>Held back</strong> (line ${line}): ${escapeHtml(why)}. ${escapeHtml(hint)}.</p>`).join('')}
${problems.length === 0 && held.length === 0 ? '<p>Nothing to look at.</p>' : ''}
${problems.map((problem) => renderProblem(problem, document?.sha256)).join('\n')}
${settled.length > 0 ? `<h3>Settled</h3><ul>${settled.map(({rule, line, why}) => `<li>${escapeHtml(rule)}${line === null ? '' : `, line ${line}`}: ${escapeHtml(why)}</li>`).join('')}</ul>` : ''}
</section>`
}

const levelNames = {error: 'Error', doubt: 'Doubt', note: 'Note'} as const

function renderProblem(problem: CheckedProblem, sha256: string | undefined): string {
  const {level, rule, message, hint, file, line, to, other, words} = problem
  const lines = line === null ? '' : to === null ? `line ${line}` : `lines ${line} to ${to}`
  return `<article class="${level}">
<h3>${levelNames[level]}: ${escapeHtml(rule)}${lines ? `, ${lines}` : ''}</h3>
<p>${mark(message)}${other ? ` (see also ${escapeHtml(other.file)}, line ${other.line})` : ''}</p>
${words ? `<blockquote>${escapeHtml(words)}</blockquote>` : ''}
${hint ? `<p><strong>What to do:</strong> ${mark(hint)}</p>` : ''}
${level !== 'error' && file?.startsWith('seeds/') ? `<details><summary>Settle it<span class="hidden">: ${escapeHtml(rule)}${lines ? `, ${lines}` : ''}</span></summary><p>In ${escapeHtml(recordOf(file))}:</p><pre>${escapeHtml(writeSettlement(problem, sha256))}</pre></details>` : ''}
</article>`
}

const recordOf = (file: string) => file.replace(/^seeds\//, 'content/records/').replace(/\.[^.]*$/, '.yaml')

const writeSettlement = ({rule, line}: CheckedProblem, sha256: string | undefined) =>
  [
    ...(sha256 && line !== null ? [`sha256: ${sha256}`] : []),
    'settled:',
    `  - rule: ${rule}`,
    ...(line === null ? [] : [`    line: ${line}`]),
    '    why: ',
  ].join('\n')

const anchor = (file: string) => `file-${file.replace(/[^\p{L}\p{N}]+/gu, '-')}`

/** Words between backticks stand out. */
const mark = (text: string) => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>')

const styles = `:root{color-scheme:light dark}body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif}main{max-width:48rem;margin:0 auto;padding:1.5rem 1rem 4rem;overflow-wrap:anywhere}h1{font-size:2rem;line-height:1.2}h2{margin-top:3rem;font-size:1.4rem;border-bottom:2px solid}h3{margin:0 0 .5rem;font-size:1.05rem}article,.held{margin:1rem 0;padding:.75rem 1rem;border-left:.4rem solid}.error,.held{border-color:#b3261e}.doubt{border-color:#9a5b00}.note{border-color:#5c6670}article p{margin:.4rem 0}blockquote{margin:.5rem 0;padding-left:.75rem;border-left:1px solid}pre{overflow-x:auto;padding:.5rem;border:1px solid;white-space:pre-wrap}summary{padding:.25rem 0;cursor:pointer}a:focus-visible,summary:focus-visible{outline:3px solid;outline-offset:2px}.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}`
