/** One published evaluation of one council, read from one source document. */
export interface Assessment {
  /** Permanent, in the address, never reused: `leicester/2009-10-performance-assessment`. */
  readonly id: string
  /** As printed: `Assessment of Performance Report 2009/10`. */
  readonly title: string
  /** Id of the family of documents it belongs to: `cqc-2009`. */
  readonly framework: string
  readonly council: Council
  /** Who judged; in a self-assessment, the council itself. Absent when the document does not say who wrote it. */
  readonly assessor?: string
  readonly kind: AssessmentKind
  /** What the assessment covers: `2002-03`, `2009-10`, `2024`; `not-stated` when nothing says. */
  readonly period: string
  /** ISO date printed on the document, as exact as printed: `2008-10-27`, `2024-09`. */
  readonly dated?: string
  /** In printed order; empty when the document gives no grades. */
  readonly judgements: readonly Judgement[]
  readonly sections: readonly Section[]
  /** Codes by which the document cites its evidence, each with every place that cites it. */
  readonly evidence: readonly EvidenceReference[]
  /** In the order of the document; empty when no columns were read across, or none could be proved. */
  readonly proofs: readonly Proof[]
  /** Short forms such as `JSNA`, from A to Z. */
  readonly acronyms: readonly Acronym[]
  /** A committee report that encloses a letter that encloses an annex. */
  readonly parts?: readonly Part[]
  /** What the document tells the council to do, and by when. */
  readonly duties: readonly Duty[]
}

/** Stands for the council or the period of a document that names none. */
export const notStated = 'not-stated'

export type AssessmentKind = 'inspection' | 'self-assessment' | 'report'

export interface Council {
  /** `leicester` */
  readonly id: string
  /** `Leicester City Council` */
  readonly name: string
}

/** A grade given to something, such as `Outcome 3: Making a positive contribution⇥Excellent`. */
export interface Judgement {
  /** Id of the section judged, or `overall`; a name of its own where a printed table alone grades it. */
  readonly of: string
  /** The name printed beside the grade; it may differ from the section's heading. */
  readonly subject: string
  readonly grade: Grade
  /** `2008-09` when last year's judgement was accepted instead of a new one. */
  readonly carriedFrom?: string
  readonly place: Place
}

/** One step on a scale; only the printed word, without rank, number and scale, where the document does not say on which. */
export interface Grade {
  /** `well` */
  readonly id: string
  /** `Well` */
  readonly label: string
  /** 1 is the best. */
  readonly rank?: number
  /** How many steps the scale has. */
  readonly of?: number
  /** Id of the scale; scales are never merged: `cqc-2009`, `csci-2008-capacity`. */
  readonly scale?: string
  /** What the grade means: `consistently delivering above the minimum requirements for people`. */
  readonly meaning?: string
}

export type SectionKind =
  | 'overview'
  | 'outcome'
  | 'domain'
  | 'standard'
  | 'theme'
  | 'statement'
  | 'group'
  | 'background'

export interface Section {
  /** Heading anchor, stable across builds: `outcome-1`. */
  readonly id: string
  readonly kind: SectionKind
  /** Id of the plain-language topic that joins outcomes across frameworks: `health`. */
  readonly topic?: string
  /** As printed, unless `headingIsOurs`. */
  readonly heading: string
  /** The document prints no heading here; ours says what the section is. */
  readonly headingIsOurs?: true
  /** The quoted standard the assessor judged against: what should be, not a finding. */
  readonly expectation?: Passage
  readonly body: readonly Block[]
  readonly findings: readonly Findings[]
  readonly sections: readonly Section[]
  readonly place: Place
}

/** Words of the source and where they stand. One space between words; `\n` is a printed line break. */
export interface Passage {
  readonly text: string
  readonly place: Place
  /** What it was put together from, when words that are not its own stand in between. */
  readonly parts?: readonly Passage[]
}

export type Block =
  /** `number` is the one that its words begin with, by which others refer to it: `2.1`. */
  | ({readonly kind: 'paragraph'; readonly number?: string} & Passage)
  | ({readonly kind: 'subheading'} & Passage)
  /** A note with the number that the text refers to it by: `3`. */
  | ({readonly kind: 'footnote'; readonly mark: string} & Passage)
  /** Of a letter: to whom and where it went, `Dear Mrs Keene`, and the close with who signed. */
  | ({readonly kind: 'address' | 'salutation' | 'signature'} & Passage)
  /** Words whose order was lost: published word for word, with a note to the reader. */
  | ({readonly kind: 'unsorted'} & Passage)
  | ({readonly kind: 'quotation'; readonly speaker?: Passage} & Passage)
  /** Where the document shows a picture that was lost; `refers` are the words that refer to it, if any do. No passage. */
  | {readonly kind: 'lost-picture'; readonly refers: string; readonly place: Place}
  | {readonly kind: 'list'; readonly items: readonly Passage[]; readonly place: Place}
  | Table

export interface Table {
  readonly kind: 'table'
  /** The first row names the columns. */
  readonly hasHeader: boolean
  readonly rows: readonly TableRow[]
  readonly place: Place
}

export interface TableRow {
  readonly cells: readonly string[]
  readonly place: Place
}

export type FindingKind = 'strength' | 'improvement' | 'progress'

/** One printed list, such as `Key strengths`; an empty printed list stays, as an empty list. */
export interface Findings {
  readonly kind: FindingKind
  /** The source's words: `Key strengths`, `Key Areas for Development`. */
  readonly heading: string
  /** The heading was printed once for several lists, and stands at the first of them. */
  readonly headingIsOurs?: true
  readonly items: readonly Finding[]
  /** What the document says instead of, or around, a list: `No specific areas for improvement have been identified`. */
  readonly remarks: readonly Passage[]
  readonly place: Place
}

/** One printed strength, improvement or sign of progress. */
export type Finding = Passage

/**
 * Why a finding is taken for a strength or an improvement that stands under no heading of its own, because a conversion
 * read two columns straight across: the same words stand in a list that has one.
 */
export interface Proof {
  readonly kind: FindingKind
  readonly finding: Finding
  /** Id of the section that publishes the finding. */
  readonly section: string
  /** Where it also stands, in all its words or nearly; without it, it stands between two of its kind in one list. */
  readonly alsoStands?: Passage & {readonly likeness: 'whole' | 'nearly'}
}

export interface EvidenceReference {
  /** `E23`, `IR36` */
  readonly code: string
  readonly places: readonly Place[]
}

/** A short form that the document uses, and what it stands for when someone says so. */
export interface Acronym {
  /** `JSNA`, without a plural's `s` */
  readonly short: string
  /** `Joint Strategic Needs Assessment`, as printed or as our glossary has it */
  readonly full?: string
  readonly explainedBy?: 'document' | 'glossary'
  /** Where it is explained, else where it is first used. */
  readonly place: Place
}

/** One of several documents bound into one, such as the letter that a committee report encloses. */
export interface Part {
  /** `letter` */
  readonly id: string
  readonly title: string
  readonly author?: string
  readonly dated?: string
  /** Ids of its top-level sections, in order. */
  readonly sections: readonly string[]
}

/** Something the document tells the council to do. */
export interface Duty extends Passage {
  /** As printed: `within two months of the date of this letter`. */
  readonly deadline?: string
}

/** File and lines that something was read from; lines count from 1, `to` is included. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly to?: number
}

/** Every section of an assessment in document order, each with the section that encloses it. */
export function* eachSection(
  sections: readonly Section[],
  partOf?: Section,
): Generator<{readonly section: Section; readonly partOf: Section | undefined}> {
  for (const section of sections) {
    yield {section, partOf}
    yield* eachSection(section.sections, section)
  }
}

/** Writes a place as people and editors read it: `seeds/000.txt:39`. */
export function formatPlace(place: Place): string {
  return `${place.file}:${place.line}`
}
