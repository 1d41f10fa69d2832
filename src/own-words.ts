import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Nodes} from 'mdast'
import type {Content, Site} from './content.ts'
import {citationFiles, citeInWords} from './formats/citations.ts'
import {contractSchema} from './formats/contract.ts'
import {findingColumns, judgementColumns} from './formats/csv.ts'
import {findingsMetadata, judgementsMetadata} from './formats/csvw.ts'
import {summarise} from './formats/feed.ts'
import {fillFirstSheet} from './formats/first-sheet.ts'
import {reportFormats} from './formats/index.ts'
import {frameworks} from './frameworks/index.ts'
import {eachPassage} from './ledger.ts'
import type {Publication, PublishedAssessment, WithdrawnReport} from './publication.ts'
import {describeDataset} from './site/linked-data.ts'
import {composeEasyRead} from './variants/easy-read/compose.ts'
import {variants} from './variants/index.ts'
import {formatDate, nameReport, tellAuthor, tellWriter} from './variants/phrases.ts'
import {plainText} from './variants/plain-text.ts'
import {variantPath} from './variants/variant.ts'
import {renderWithdrawn} from './variants/withdrawn.ts'

/** Everything that the site may say: the published words of each document, and our own around them. */
export function* listOwnWords({assessments, withdrawn = []}: Publication, content: Content): Generator<string> {
  const {phrases, ...written} = content
  yield JSON.stringify([written, phrases.findings, phrases.words])
  for (const framework of frameworks) yield JSON.stringify(framework)
  for (const page of readPages()) yield* listPageWords(page, content.site)
  for (const {label, kind, about} of reportFormats) yield `${label} ${kind} ${about}`
  yield JSON.stringify(describeDataset({assessments: []}, content))
  for (const {meaning} of [...judgementColumns, ...findingColumns]) yield meaning
  for (const {write} of [contractSchema, judgementsMetadata, findingsMetadata]) yield write({assessments: []}, content)
  // Templates are the same for all reports of a kind.
  const firsts = new Map(assessments.map((published) => [published.framework.id, published]))
  for (const published of firsts.values())
    for (const {id, render} of variants) {
      yield* listTemplates(render(published, content))
      yield JSON.stringify(fillFirstSheet(published, id, content))
    }
  // Its reason is a person's and may quote the document, so it is left out and stays a leak.
  for (const report of withdrawn)
    for (const way of ['standard', 'easy-read'] as const)
      yield* listTemplates(renderWithdrawn({...report, why: ''}, way, content))
  for (const report of [...assessments, ...withdrawn]) yield* listNames(report)
  for (const published of assessments) {
    yield* listEasyLines(published, content)
    const {assessment, ledger} = published
    yield `${assessment.title} ${assessment.council.name} ${assessment.assessor}`
    yield* citationFiles.list({assessments: [published]}, content).map(({text}) => text)
    yield `${tellAuthor(published)} ${tellWriter(assessment)}`
    yield `${summarise(published)} ${citeInWords(published, content.site)}`
    yield ledger.lines.map(({raw}) => raw).join('\n')
    // As pages read: what one document has in one line, another may have in two passages.
    yield [...eachPassage(assessment.sections)].map(({passage}) => passage.text).join('\n')
  }
}

/**
 * Lines of easy read that the program makes, and the words on both sides of where one ends: a document may happen to have
 * them in a row. What a person wrote is left out, since it may quote any document, and stays a leak.
 */
function* listEasyLines(published: PublishedAssessment, content: Content): Generator<string> {
  const lines = composeEasyRead(published, content).chapters.flatMap(({question, ideas}) => [
    {text: question, isOurs: true},
    ...ideas.flatMap(({title, lines: own}) => [
      ...(title ? [{text: title, isOurs: true}] : []),
      ...own.map(({text, origin}) => ({text, isOurs: origin !== 'override'})),
    ]),
  ])
  for (const [index, {text, isOurs}] of lines.entries()) {
    if (isOurs) yield text
    const next = lines[index + 1]
    if (next) yield `${takeWords(text, -5)} ${takeWords(next.text, 5)}`
  }
}

/** The first words of a line, or the last ones. */
const takeWords = (text: string, count: number) => {
  const words = text.split(' ')
  return (count < 0 ? words.slice(count) : words.slice(0, count)).join(' ')
}

/** What every list of reports says of one: its name and its address, from which file names are often made. */
function* listNames(report: PublishedAssessment | WithdrawnReport): Generator<string> {
  const {id, council} = report.assessment
  yield nameReport(report)
  yield council.name
  yield variantPath(id, 'standard')
}

/** Lines of a report's page that come from our templates. */
function* listTemplates(node: Nodes): Generator<string> {
  if (node.type === 'ours' || ('data' in node && node.data?.isOurs === true)) yield plainText(node)
  else if ('children' in node) for (const child of node.children) yield* listTemplates(child)
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The templates of all pages. */
function readPages(): string[] {
  return ['content', 'layouts'].flatMap((folder) =>
    readdirSync(join(root, folder), {encoding: 'utf8', recursive: true})
      .filter((file) => file.endsWith('.njk'))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  )
}

/**
 * The words of a template as its page shows them, and those in its marks: labels, titles and descriptions. What it
 * fills in is not known here, except about the site, so the words before and after that are apart.
 */
export function* listPageWords(template: string, site: Site): Generator<string> {
  const page = template.replace(/\{#.*?#\}/gs, ' ').replace(filled, (whole, path: string, filter?: string) => {
    const value = lookUp(site, path.split('.'))
    return value === undefined || (filter && filter !== 'date') ? whole : filter ? formatDate(value) : value
  })
  yield* page
    .replace(/\{%.*?%\}/gs, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .split(/\{\{.*?\}\}/s)
  for (const [mark] of page.matchAll(/\{[{%].*?[%}]\}|<[^<>]*>/gs))
    for (const [, single, double] of mark.matchAll(/'([^']*)'|"([^"]*)"/g)) yield single ?? double ?? ''
}

const filled = /\{\{\s*site\.([\w.]+)\s*(?:\|\s*(\w+)\s*)?\}\}/g

/** A text of the site's data by its path: `licence.name`. */
function lookUp(data: unknown, [key, ...rest]: readonly string[]): string | undefined {
  if (key === undefined) return typeof data === 'string' ? data : undefined
  return typeof data === 'object' && data !== null ? lookUp((data as Record<string, unknown>)[key], rest) : undefined
}
