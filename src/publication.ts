import type {Assessment} from './assessment.ts'
import type {Framework} from './frameworks/framework.ts'
import type {Ledger} from './ledger.ts'
import type {Problem} from './problem.ts'
import type {PublicationRecord} from './records.ts'
import type {Settled} from './settle.ts'

/** Everything that may be published: what variants, formats, search and site work from. */
export interface Publication {
  /** By council name, then period, then id. */
  readonly assessments: readonly PublishedAssessment[]
}

export interface PublishedAssessment {
  readonly assessment: Assessment
  readonly framework: Framework
  readonly source: {
    /** File name alone, as received: `000_8772cd5ce74a4bca.txt`. */
    readonly name: string
    readonly sha256: string
  }
  readonly ledger: Ledger
  /** Doubts about the reading, told to readers on the source page. */
  readonly doubts: readonly Problem[]
  /** Doubts that a person looked at, each with what they found; settled notes stay the officer's. */
  readonly settled: readonly Settled[]
  readonly record?: PublicRecord
}

/** The part of a publication record that readers may see: never the pattern of a redaction, which would name the words. */
export type PublicRecord = Pick<PublicationRecord, 'corrections' | 'release' | 'supersededBy'> & {
  readonly redactions: readonly {readonly why: string}[]
}
