import {readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {formatPlace} from './assessment.ts'
import type {BuildResult, EasyReadFigures, ReadResult} from './build.ts'
import type {Ledger} from './ledger.ts'
import {formatProblem, type Problem} from './problem.ts'
import type {PublishedAssessment} from './publication.ts'
import {weighPage} from './site/weight.ts'

/** One line a document: framework, council, period, words accounted for, doubts, held back or not. */
export function formatSummary({publication, heldBack, problems, easyRead}: ReadResult, {isWhole = false} = {}): string {
  const rows = publication.assessments.map((entry) => {
    const {assessment, ledger, doubts, source} = entry
    return [
      source.name,
      assessment.framework,
      assessment.council.name,
      assessment.period,
      `${ledger.words - ledger.unaccounted} of ${ledger.words} words`,
      doubts.length === 1 ? '1 doubt' : `${doubts.length} doubts`,
      entry.record?.supersededBy ? `published, superseded by ${entry.record.supersededBy.id}` : 'published',
    ]
  })
  const withdrawn = (publication.withdrawn ?? []).map(({assessment, framework, source, when}) => [
    source.name,
    framework.id,
    assessment.council.name,
    assessment.period,
    '',
    '',
    `withdrawn on ${when}, with a page that says so`,
  ])
  const held = heldBack.map(
    ({file, why, hint, place}) =>
      `${formatPlace(place)}: held back: ${file.replace('seeds/', '')} is ${why}\n  hint: ${hint}`,
  )
  const isMissing = ({rule}: Problem) => rule === 'tool-missing'
  const listed = (wanted: Problem['level']) =>
    problems.filter((problem) => problem.level === wanted && !isMissing(problem)).map(formatProblem)
  const missing = problems.filter(isMissing).map(formatProblem)
  const [doubts, notes] = [listed('doubt'), listed('note')]
  return [
    '',
    formatTable(['document', 'framework', 'council', 'period', 'accounted for', 'doubts', ''], [...rows, ...withdrawn]),
    ...(easyRead.length > 0 ? ['', ...formatEasyReadFigures(easyRead)] : []),
    ...(notes.length > 0 && isWhole ? ['', 'Notes (for you alone, to look at before publishing):', ...notes] : []),
    ...(doubts.length > 0 ? ['', 'Doubts (published with a note to readers):', ...doubts] : []),
    ...(notes.length > 0 && !isWhole ? ['', `Notes for you alone: ${notes.length}; \`npm run check\` lists them`] : []),
    ...(missing.length > 0 ? ['', 'Files that were not made:', ...missing] : []),
    ...(held.length > 0 ? ['', `Held back: ${held.length}, in no page, file or index:`, ...held] : []),
  ].join('\n')
}

const statuses = {a: 'drafted', b: 'checked by a person', c: 'checked easy read', d: 'changed since checked'} as const

/** How easy each easy-read page is to read, and what its editor should look at. */
function formatEasyReadFigures(figures: readonly EasyReadFigures[]): string[] {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  const columns = [
    'easy read',
    'lines',
    'words',
    'a line',
    'longest',
    'grade',
    'Dale–Chall',
    'bank',
    'person',
    'quoted',
    'warnings',
    'status',
  ]
  const rows = figures.map(({id, measures, byBank, byOverride, quoted, warnings, status}) => [
    id,
    String(measures.lines),
    String(measures.words),
    measures.averageWords.toFixed(1),
    String(measures.longest),
    measures.grade.toFixed(1),
    percent(measures.unfamiliar.daleChall),
    ...[byBank, byOverride, quoted, warnings].map(String),
    statuses[status.letter],
  ])
  return [
    formatTable(columns, rows),
    '`npm run easy-read -- ID` prints a page with the origin of each line and its warnings',
  ]
}

/** The ledger of every document: what became of each word, by section and rule. */
export function formatCheck(result: ReadResult): string {
  const rows = result.publication.assessments.map(({source, ledger}) => [
    source.name,
    ...[ledger.words, ledger.published, ledger.furniture, ledger.withheld, ledger.unaccounted, ledger.doubled].map(
      String,
    ),
  ])
  const columns = ['document', 'words', 'published', 'furniture', 'withheld', 'unaccounted', 'doubled']
  const furniture = result.publication.assessments.flatMap(listFurniture)
  return [
    formatTable(columns, rows),
    '',
    'Furniture by rule:',
    ...furniture,
    formatSummary(result, {isWhole: true}),
  ].join('\n')
}

function listFurniture({source, ledger}: PublishedAssessment): string[] {
  const rules = new Map<string, {count: number; lines: number[]}>()
  for (const {rule, words, line} of eachFurniture(ledger)) {
    const entry = rules.get(rule) ?? {count: 0, lines: []}
    entry.count += words.split(' ').length
    entry.lines.push(line)
    rules.set(rule, entry)
  }
  return [...rules].map(([rule, {count, lines}]) => {
    const shown = [...new Set(lines)].slice(0, 12).join(', ')
    return `  ${source.name}  ${rule}: ${count} ${count === 1 ? 'word' : 'words'}, ${lines.length === 1 ? 'line' : 'lines'} ${shown}${new Set(lines).size > 12 ? ', …' : ''}`
  })
}

const eachFurniture = (ledger: Ledger) =>
  ledger.lines.flatMap(({line, furniture}) => furniture.map(({rule, words}) => ({rule, words, line})))

/** Time, CPU and the weight of the heaviest report page, against the budgets of the design. */
export function formatCost({pages, files, records, publication}: BuildResult, output: string, seconds: number): string {
  const [heaviest] = publication.assessments
    .flatMap(({assessment: {id}}) =>
      ['', 'easy-read/', 'large-print/'].map((variant) => `councils/${id}/${variant}index.html`),
    )
    .map((page) => ({page, size: statSync(join(output, page)).size}))
    .sort((a, b) => b.size - a.size)
    .slice(0, 1)
    .map(({page}) => ({page, ...weighPage(output, page)}))
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`
  return [
    '',
    `${pages} pages, ${files} files to download and ${records} search records in ${seconds.toFixed(1)} s (${readCpu().toFixed(1)} s of CPU)`,
    ...(heaviest
      ? [
          `Heaviest report page: ${heaviest.page}: ${kilobytes(heaviest.bytes)} with fonts (Brotli), ${kilobytes(heaviest.bytes - heaviest.fontBytes)} without, ${heaviest.requests} requests`,
        ]
      : []),
  ].join('\n')
}

/** CPU seconds of this process and, where the system tells (Linux), of the indexer that it started. */
function readCpu(): number {
  const {user, system} = process.cpuUsage()
  const own = (user + system) / 1e6
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
    // Fields 16 and 17 of proc(5): ticks of waited-for children, a hundredth of a second each.
    return own + (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / 100
  } catch {
    return own
  }
}

function formatTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [columns, ...rows]
  const widths = columns.map((_, index) => Math.max(...all.map((row) => (row[index] ?? '').length)))
  return all
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
