import type {Content} from '../content.ts'
import type {Publication} from '../publication.ts'
import type {Paper} from './paper.ts'

/** A file to download that gathers all assessments. */
export interface DataFormat {
  /** Address: `/data/judgements.csv`. */
  readonly path: string
  readonly write: (publication: Publication, content: Content) => string
}

/** Files that hold one thing each: an assessment, a council, a topic. */
export interface DataFiles {
  readonly list: (publication: Publication, content: Content) => readonly DataFile[]
}

/** A file of data that is written. */
export interface DataFile {
  readonly path: string
  readonly text: string
}

/** A file to download of one report. */
export interface ReportFormat {
  /** Its name, beside the page: `large-print-24-point.pdf`. */
  readonly file: string
  /** Which of the three pages it is made from. */
  readonly variant: Paper['variant']
  /** What it is, for the list: `Large print, 24 point`. */
  readonly label: string
  /** In what kind of file: `PDF`. */
  readonly kind: string
  /** Who may want it, as a sentence: `For a braille display or an embosser.` */
  readonly about: string
  readonly carries: Carried
  /** Only in the package of all files: the site itself has the page. */
  readonly isPackedOnly?: true
  /** The program outside this project that makes it, with its version, where machines differ in that. */
  readonly tool?: () => string
  /** Throws {@link ToolMissing} where a program that it needs is not on the machine. */
  readonly make: (paper: Paper) => Made | Promise<Made>
  /**
   * Reads a file back, so that it can be held against the page. What stands on the first sheet and in the contents may
   * come before the words of the page; running titles and page numbers are left out. Of data, a line a fact; see facts.ts.
   */
  readonly read: (bytes: Uint8Array) => string | Promise<string>
  /** Characters that cannot be read back as they were written, and so are left out of the comparison. */
  readonly unread?: RegExp
  /** What a file that says things in other characters than its page must say; without it, the words of its page. */
  readonly expects?: (paper: Paper) => string
}

/** All words of a page, or some of its facts alone. */
export type Carried = 'every word' | 'grades and findings' | 'grades' | 'findings'

/** A file that was made. */
export interface Made {
  readonly bytes: Uint8Array
  /** How many sheets of paper, or pages of braille. */
  readonly pages?: number
  /** What a reader should know before they take it: `UEB grade 1, uncontracted`. */
  readonly note?: string
}

/** A program that is not on this machine. */
export class ToolMissing extends Error {
  override readonly name = 'ToolMissing'
  /** What to install. */
  readonly hint: string

  constructor(tool: string, hint: string, options?: ErrorOptions) {
    super(tool, options)
    this.hint = hint
  }
}
