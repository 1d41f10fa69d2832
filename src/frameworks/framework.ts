import type {
  AssessmentKind,
  Duty,
  EvidenceReference,
  Grade,
  Judgement,
  Part,
  Passage,
  Proof,
  Section,
} from '../assessment.ts'
import type {Furniture, NormalDocument} from '../normalise.ts'
import type {Report} from '../problem.ts'

/** A family of documents: how to know one, how to read it, and what its grades mean. */
export interface Framework {
  /** `cqc-2009`, permanent. */
  readonly id: string
  /** `Assessment of performance report 2009/10` */
  readonly name: string
  /** The last part of an assessment's id: `performance-assessment`. */
  readonly noun: string
  readonly kind: AssessmentKind
  /** `undefined` when the council judges itself, or when only the document can say who wrote it. */
  readonly assessor: string | undefined
  /** Takes every document that no other family does, so that one may lack a council, a period, an author or a scale. */
  readonly takesAny?: true
  /** What each page says before the document begins. */
  readonly notice?: string
  /** For readers: what was inspected, by whom and how, in two or three plain sentences. */
  readonly about: string
  /** For readers of history: what became of the assessor. */
  readonly history?: string
  readonly scales: readonly GradeScale[]
  /** Easy-read lines; they obey the line rules. */
  readonly easyRead: {
    /** More about who wrote it: `The inspectors worked for the government.` */
    readonly who?: readonly string[]
    /** What was looked at, and how. */
    readonly lookedAt: readonly string[]
    /** The notice, in easy-read lines. */
    readonly notice?: readonly string[]
  }
  /** How sure the words make us that the document is of this family, from 0 to 1. */
  readonly recognise: (document: NormalDocument) => number
  readonly parse: (document: NormalDocument, report: Report) => Reading
}

export interface GradeScale {
  /** `csci-2008-capacity` */
  readonly id: string
  /** What is graded on it: `Capacity to improve`. */
  readonly name: string
  /** The best first. */
  readonly steps: readonly GradeStep[]
  /** Where the meanings come from: the document's own key, or a publication. */
  readonly source?: string
}

export interface GradeStep {
  readonly id: string
  readonly label: string
  readonly meaning?: string
  /** What the grade means, in easy-read lines. */
  readonly easyRead?: readonly string[]
  /** Other printed forms: `Excellently`. */
  readonly alsoPrinted?: readonly string[]
}

/** What a framework reads from a document; `build` adds ids, council and record. */
export interface Reading {
  readonly title?: Passage
  /** The council's name as printed: `LEICESTER CITY COUNCIL`. */
  readonly councilName?: Passage
  /** Who wrote it, as printed: `Director of Adult Social Care`; only where the family has no assessor. */
  readonly author?: Passage
  /** `2009-10` */
  readonly period?: string
  readonly dated?: string
  readonly judgements: readonly Judgement[]
  readonly sections: readonly Section[]
  readonly parts?: readonly Part[]
  readonly duties: readonly Duty[]
  readonly evidence: readonly EvidenceReference[]
  readonly proofs?: readonly Proof[]
  readonly furniture: readonly Furniture[]
}

/** Finds a printed grade on a scale, whatever its capitals: `ADEQUATE` → rank 3 of 4. */
export function findGrade(scale: GradeScale, printed: string): Grade | undefined {
  const wanted = fold(printed)
  // Stars may be printed as such, and a dash is no grade: neither has words to compare.
  const isPrinted = (form: string) => form === printed.trim() || (wanted !== '' && fold(form) === wanted)
  const index = scale.steps.findIndex((step) => [step.label, ...(step.alsoPrinted ?? [])].some(isPrinted))
  const step = scale.steps[index]
  if (!step) return
  const {id, label, meaning} = step
  return {id, label, rank: index + 1, of: scale.steps.length, scale: scale.id, ...(meaning ? {meaning} : {})}
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
