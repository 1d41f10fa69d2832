import type {Content} from './content.ts'
import type {PublishedAssessment} from './publication.ts'
import {composeEasyRead} from './variants/easy-read/compose.ts'
import {explainHardWords} from './variants/easy-read/explain.ts'
import {listFindings, tellOne} from './variants/easy-read/findings.ts'
import {checkGates, measurePage} from './variants/easy-read/gates.ts'
import type {Idea} from './variants/easy-read/line.ts'
import {logShares} from './variants/easy-read/numbers.ts'
import {hashWords} from './variants/easy-read/overrides.ts'

/** The easy-read page of a report for its editor: each line with its origin, each idea with its source and its warnings. */
export function formatEasyRead(published: PublishedAssessment, content: Content): string {
  const page = composeEasyRead(published, content)
  const faults = checkGates(page, published, content)
  const {terms} = explainHardWords(page.chapters, content.glossary, published.assessment)
  const tellFaults = (idea: string | undefined) =>
    faults
      .filter((fault) => fault.idea === idea)
      .map(({level, rule, detail}) => `    ${level === 'stop' ? 'STOP' : 'warning'}: ${rule}: ${detail}`)
  return [
    ...page.chapters.flatMap(({question, ideas}) => [
      '',
      `## ${question}`,
      ...ideas.flatMap((idea) => ['', ...formatIdea(idea), ...tellFaults(idea.id)]),
    ]),
    '',
    `Hard words explained: ${terms.map(({term}) => term).join(', ') || 'none'}`,
    ...formatStale(published),
    '',
    ...formatFigures(published, content),
    ...tellFaults(undefined).map((line) => line.trim()),
    `Hash of the page, for \`checked\` in its file: ${page.hash}`,
  ].join('\n')
}

function formatIdea({id, title, picture, lines, quote, source}: Idea): string[] {
  return [
    `  [${id}] picture: ${picture}`,
    ...(title ? [`  ### ${title}`] : []),
    ...lines.map(({text, origin, from}) => `  ${text}   (${origin}: ${from})`),
    ...(quote ? [`  “${quote}”   (quoted: no entry and no person tells it)`] : []),
    ...(source ? [`    from ${source.place.file}:${source.place.line}: ${source.words}`] : []),
    ...logShares(source?.words ?? '').map(
      ({printed, share}) => `    ${printed} may be told as “${share.share}”, exactly ${share.exact}`,
    ),
  ]
}

function formatStale({easyRead}: PublishedAssessment): string[] {
  return (easyRead?.stale ?? []).flatMap(({override, place, now}) => [
    '',
    `${place.file}:${place.line}: written for words that have changed, so it is not used: [${override.idea}]`,
    `  then: ${override.words}`,
    `  now:  ${now ?? 'gone'}`,
    ...override.lines.map((line) => `  ${line}`),
  ])
}

/** Coverage and how easy the page is to read, one line each. */
function formatFigures(published: PublishedAssessment, content: Content): string[] {
  const {findings, byBank, byOverride, quoted, measures, ideas} = measurePage(
    composeEasyRead(published, content),
    published,
    content,
  )
  const all = listFindings(published).map((finding) => tellOne(finding, published, content))
  const told = all.filter(({quote}) => !quote).length
  return [
    `On the page: ${ideas} ideas, ${measures.lines} lines, ${measures.words} words; of ${findings} findings ${byBank} by the phrase bank, ${byOverride} by a person, ${quoted} quoted`,
    `In the report: ${told} of ${all.length} findings can be told in easy lines`,
    `Reading: ${measures.averageWords.toFixed(1)} words a line, the longest ${measures.longest}; Flesch–Kincaid grade ${measures.grade.toFixed(1)}; ${percent(measures.unfamiliar.daleChall)} not on the Dale–Chall list, ${percent(measures.unfamiliar.spache)} not on the Spache list`,
  ]
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

/** An override file with every finding that is quoted so far, ready to be filled in. */
export function draftOverrides(published: PublishedAssessment, content: Content, today: string): string {
  const {ideas} = {ideas: composeEasyRead(published, content).chapters.flatMap((chapter) => chapter.ideas)}
  const findings = listFindings(published).map((finding) => tellOne(finding, published, content))
  const quoted = [...findings, ...ideas.filter(({id}) => id.startsWith('duty-'))].filter(({quote}) => quote)
  const text = (value: string) => JSON.stringify(value.replace(/\s+/g, ' '))
  return [
    '# Write one to four lines for each idea, one short sentence each; keep `words` and `hash` as they are.',
    '# Until an idea has its lines, the build stops: take out what you do not want to write.',
    'by: "your role"',
    `date: ${today}`,
    quoted.length > 0 ? 'ideas:' : 'ideas: []',
    ...quoted.flatMap(({id, picture, source}) => [
      `  - idea: ${id}`,
      `    words: ${text(source?.words ?? '')}`,
      `    hash: "${hashWords(source?.words ?? '')}"`,
      '    lines: []',
      `    picture: ${picture}`,
    ]),
    '',
  ].join('\n')
}
