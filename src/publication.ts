import type {Assessment} from './assessment.ts'
import type {Framework} from './frameworks/framework.ts'
import type {Ledger} from './ledger.ts'
import type {Problem} from './problem.ts'
import type {PublicationRecord} from './records.ts'

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
  readonly record?: PublicRecord
}

/** The part of a publication record that readers may see: never the pattern of a redaction, which would name the words. */
export interface PublicRecord extends Pick<PublicationRecord, 'release' | 'supersededBy'> {
  readonly corrections: readonly PublicCorrection[]
  readonly redactions: readonly {readonly why: string; readonly lines: readonly number[]}[]
}

export interface PublicCorrection {
  /** What was put right, unless it touches withheld words. */
  readonly words?: {readonly find: string; readonly replace: string}
  readonly why: string
  /** Lines of the source that it changed. */
  readonly lines: readonly number[]
}
