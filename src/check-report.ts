import type {ReadResult} from './build.ts'
import type {Problem} from './problem.ts'

/** What `npm run check -- --json` prints and the editor's page shows: each document, and every problem with its words. */
export interface CheckReport {
  readonly schemaVersion: 1
  readonly documents: readonly CheckedDocument[]
  readonly problems: readonly CheckedProblem[]
  /** Problems that a record settles. */
  readonly settled: readonly (CheckedProblem & {readonly why: string})[]
  readonly heldBack: readonly {
    readonly file: string
    readonly line: number
    readonly why: string
    readonly hint: string
  }[]
}

export interface CheckedDocument {
  readonly file: string
  readonly sha256: string
  /** Address of the assessment: `leicester/2009-10-performance-assessment`. */
  readonly id: string
  readonly framework: string
  readonly council: string
  readonly period: string
  readonly ledger: Readonly<
    Record<'words' | 'published' | 'furniture' | 'withheld' | 'unaccounted' | 'doubled', number>
  >
}

export interface CheckedProblem {
  readonly level: Problem['level']
  readonly rule: string
  readonly message: string
  readonly hint: string | null
  readonly file: string | null
  readonly line: number | null
  /** The last line, when it is about several. */
  readonly to: number | null
  /** The other place, when two disagree. */
  readonly other: {readonly file: string; readonly line: number} | null
  /** The words of the line, shortened. */
  readonly words: string | null
}

/** Gathers everything for a machine; `readLine` gives the words of a line of a source document. */
export function describeCheck(
  {publication, problems, heldBack}: ReadResult,
  readLine: (file: string, line: number) => string | undefined,
): CheckReport {
  const describe = (problem: Problem) => describeProblem(problem, readLine)
  return {
    schemaVersion: 1,
    documents: publication.assessments.map(({assessment, ledger, source}) => ({
      file: `seeds/${source.name}`,
      sha256: source.sha256,
      id: assessment.id,
      framework: assessment.framework,
      council: assessment.council.name,
      period: assessment.period,
      ledger: {
        words: ledger.words,
        published: ledger.published,
        furniture: ledger.furniture,
        withheld: ledger.withheld,
        unaccounted: ledger.unaccounted,
        doubled: ledger.doubled,
      },
    })),
    problems: problems.map(describe),
    settled: publication.assessments.flatMap(({settled}) =>
      settled.map(({problem, why}) => ({...describe(problem), why})),
    ),
    heldBack: heldBack.map(({file, place, why, hint}) => ({file, line: place.line, why, hint})),
  }
}

function describeProblem(
  {level, rule, message, hint, place, other}: Problem,
  readLine: (file: string, line: number) => string | undefined,
): CheckedProblem {
  const words = place && readLine(place.file, place.line)?.trim()
  return {
    level,
    rule,
    message,
    hint: hint ?? null,
    file: place?.file ?? null,
    line: place?.line ?? null,
    to: place?.to ?? null,
    other: other ? {file: other.file, line: other.line} : null,
    words: words ? (words.length > mostShown ? `${words.slice(0, mostShown)}…` : words) : null,
  }
}

const mostShown = 300
