import {formatPlace, type Place} from './assessment.ts'

/** Something wrong with an input, as data: what, where, and the way out. */
export interface Problem {
  /**
   * How grave it is. An error stops the build. A doubt may have misread the document: it is published with a note to
   * readers and listed for the officer. A note is for the officer alone: a guess by rule that is most likely right, or
   * words to look at before publishing.
   */
  readonly level: 'error' | 'doubt' | 'note'
  /** Name of the rule: `unknown-grade`. */
  readonly rule: string
  /** *Unexpected X, expected Y*. */
  readonly message: string
  readonly hint?: string
  /** Of a doubt: what readers of the page are told, in plain words; the message is the officer's. */
  readonly toReaders?: string
  readonly place?: Place
  /** The other place, when two disagree. */
  readonly other?: Place
}

/** Takes a problem and carries on, so that one run shows everything. */
export type Report = (problem: Problem) => void

/** Writes a problem as one line and a hint: `seeds/003.txt:59: unknown-grade: Unexpected grade …`. */
export function formatProblem(problem: Problem): string {
  const {place, other, rule, message, hint} = problem
  const where = place ? `${formatPlace(place)}: ` : ''
  const also = other ? ` (see also ${formatPlace(other)})` : ''
  return `${where}${rule}: ${message}${also}${hint ? `\n  hint: ${hint}` : ''}`
}

/** The build cannot go on; its problems say why. */
export class BuildStopped extends Error {
  override readonly name = 'BuildStopped'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.problems = problems
  }
}
