import {type Assessment, type Council, notStated} from './assessment.ts'
import type {Framework} from './frameworks/framework.ts'
import type {Ledger} from './ledger.ts'
import type {Media} from './media.ts'
import type {Problem} from './problem.ts'
import type {PublicationRecord} from './records.ts'
import type {Settled} from './settle.ts'
import type {FittedOverrides} from './variants/easy-read/overrides.ts'

/** Everything that may be published: what variants, formats, search and site work from. */
export interface Publication {
  /** By council name, then period, then id. */
  readonly assessments: readonly PublishedAssessment[]
  /** Reports that are published no more; their addresses stay and say why. In the same order. */
  readonly withdrawn?: readonly WithdrawnReport[]
}

/** What is left of a withdrawn report: what it was, and why it is gone; none of its words. */
export interface WithdrawnReport {
  readonly assessment: Pick<Assessment, 'id' | 'council' | 'period'>
  readonly framework: Framework
  /** ISO date. */
  readonly when: string
  readonly why: string
  /** For the officer; no page tells it. */
  readonly source: {readonly name: string}
}

/** What a council is sorted by: its name; documents whose council is not stated come last. */
export const councilKey = ({id, name}: Council): string => (id === notStated ? '\uffff' : name)

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
  /** Easy-read lines that a person wrote for this document. */
  readonly easyRead?: FittedOverrides
}

/** The part of a publication record that readers may see: never the pattern of a redaction, which would name the words. */
export interface PublicRecord extends Pick<PublicationRecord, 'release'> {
  readonly corrections: readonly PublicCorrection[]
  readonly redactions: readonly {readonly why: string; readonly lines: readonly number[]}[]
  readonly supersededBy?: Successor
  readonly media?: Media
}

/** The report that took the place of another. */
export interface Successor {
  readonly id: string
  /** `Northwold Borough Council: Assessment of performance, 2009/10` */
  readonly name: string
  readonly period: string
  readonly why?: string
  /** ISO date. */
  readonly when?: string
}

export interface PublicCorrection {
  /** What was put right, unless it touches withheld words. */
  readonly words?: {readonly find: string; readonly replace: string}
  readonly why: string
  /** Lines of the source that it changed. */
  readonly lines: readonly number[]
}
