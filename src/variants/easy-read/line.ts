import type {Place} from '../../assessment.ts'
import type {Polarity} from './bank/entry.ts'

/** Where a line of easy read comes from; EASY-READ allows these four, and a quotation is none of them. */
export type Origin = 'fixed' | 'template' | 'phrase-bank' | 'override'

/** One sentence of ours. */
export interface Line {
  readonly text: string
  readonly origin: Origin
  /** Name of the sentence, or where the entries stand that it was made of: `grade-is`, `content/…/good.yaml:12`. */
  readonly from: string
}

/** Words of the document that an idea stands for. */
export interface Source {
  readonly words: string
  readonly place: Place
  /** Id on the standard page. */
  readonly anchor: string
}

/** One thought: a picture, one to four lines of ours, and the report's own words where no line of ours tells them. */
export interface Idea {
  /** Stable: an anchor of the standard page (`outcome-1-improvement-2`), `grade-outcome-1`, or the name of a fixed idea. */
  readonly id: string
  readonly picture: string
  readonly title?: string
  readonly lines: readonly Line[]
  readonly quote?: string
  readonly source?: Source
  /** Of a finding, what its list says of it. */
  readonly polarity?: Polarity
  /** Why words of the lines stand for other words of the report: `{"not enough": "insufficient"}`. */
  readonly because?: Readonly<Record<string, string>>
}

/** A question and the ideas that answer it. */
export interface Chapter {
  readonly id: string
  readonly question: string
  readonly polarity?: Polarity
  readonly ideas: readonly Idea[]
}

/** Who stands behind a page; see EASY-READ, status. */
export type Status =
  | {readonly letter: 'a'; readonly wroteSome?: {readonly role: string; readonly date: string}}
  | {readonly letter: 'b'; readonly role: string; readonly date: string}
  | {readonly letter: 'c'; readonly group: string; readonly date: string}
  | {readonly letter: 'd'; readonly role: string; readonly date: string}

/** A whole easy-read page, before it is laid out. */
export interface EasyReadDocument {
  readonly status: Status
  readonly chapters: readonly Chapter[]
  /** Pins all that a reader sees, for whoever checks the page. */
  readonly hash: string
}
