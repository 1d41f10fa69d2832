import {readPublication, type World} from '../../src/build.ts'
import {formatProblem, type Problem} from '../../src/problem.ts'
import type {PublishedAssessment} from '../../src/publication.ts'
import type {Polarity} from '../../src/variants/easy-read/bank/entry.ts'
import {easyRead} from '../../src/variants/easy-read/index.ts'
import {hashWords} from '../../src/variants/easy-read/overrides.ts'
import {plainText} from '../../src/variants/plain-text.ts'
import {makeBank} from './bank-files.ts'
import {content as projectContent, projectWorld} from './publication.ts'

/** The project's content with a small phrase bank, so that no test depends on single phrases of the real one. */
export const content = {...projectContent, phrases: makeBank()}

/** A made-up report of a known family, with the findings of one outcome. */
export const reportWith = ({
  council = 'Northwold',
  prose = 'The council listens.',
  strengths = ['Good home care', 'Zebras at zoos'],
  improvements = ['Waiting times for reviews', 'Access to zebras'],
}: {
  council?: string
  prose?: string
  strengths?: readonly string[]
  improvements?: readonly string[]
} = {}): string => `Assessment of Performance Report 2009/10

ADULT SOCIAL SERVICES ASSESSMENT OF PERFORMANCE 2009/10 :${council}

2009/10 Council APA Performance

Delivering outcomes assessment Overall council is:\tWell
Outcome 1: Improved health and well-being\tExcellent

Outcome 1: Improving health and emotional well-being

Conclusion of 2009/10 performance

${prose}

Key strengths

${strengths.map((words) => `- ${words}`).join('\n')}

Areas for improvement

${improvements.map((words) => `- ${words}`).join('\n')}
`

export const reportId = 'northwold/2009-10-performance-assessment'

/** Reads made-up documents with the easy-read lines that people wrote for them, by the id of the report. */
export function readReports(
  seeds: Readonly<Record<string, string>>,
  easyReads: Readonly<Record<string, string>> = {},
  more: Partial<World> = {},
) {
  const result = readPublication(
    {
      ...projectWorld,
      listSeeds: () => Object.keys(seeds),
      readSeed: (name) => new TextEncoder().encode(seeds[name]),
      listRecords: () => [],
      listEasyRead: () => Object.keys(easyReads),
      readEasyRead: (path) => easyReads[path] ?? '',
      ...more,
    },
    content,
  )
  const ofEasyRead = ({rule, place}: Problem) => /easy-read|override/.test(`${rule} ${place?.file}`)
  return {
    ...result,
    /** What is wrong with the lines, as a person who wrote them reads it. */
    faults: result.problems.filter(ofEasyRead).map(formatProblem),
    levels: result.problems.filter(ofEasyRead).map(({level}) => level),
  }
}

/** Reads one made-up report with the ideas that a person wrote for it. */
export function readReport(report: string, ideas?: readonly string[], head = '') {
  const easyReads = ideas ? {[`${reportId}.yaml`]: overrideFile(ideas, head)} : {}
  const result = readReports({'a.txt': report}, easyReads)
  const [published] = result.publication.assessments
  if (!published) throw new Error(`Nothing is published: ${result.problems.map(formatProblem).join('\n')}`)
  return {...result, published, text: readText(published)}
}

export const readText = (published: PublishedAssessment): string => plainText(easyRead.render(published, content))

/** The head takes four lines, so that the first idea stands on the fifth. */
export const overrideFile = (ideas: readonly string[], head = ''): string =>
  `# Made for a test\nby: the editor\ndate: 2026-03-04\nideas:${ideas.length > 0 ? '' : ' []'}\n${ideas.join('')}${head}`

/** An idea of such a file. */
export function writeIdea(
  idea: string,
  words: string,
  lines: readonly string[],
  more: {
    under?: Polarity
    hash?: string
    picture?: string
    first?: true
    because?: Readonly<Record<string, string>>
  } = {},
): string {
  const {hash = hashWords(words), picture = 'good', ...rest} = more
  return `  - idea: ${idea}
    words: ${JSON.stringify(words)}
    hash: "${hash}"
    lines: ${JSON.stringify(lines)}
    picture: ${picture}
${Object.entries(rest)
  .map(([name, value]) => `    ${name}: ${JSON.stringify(value)}\n`)
  .join('')}`
}
