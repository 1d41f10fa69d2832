import {eachSection} from '../assessment.ts'
import {type LedgerLine, layoutMarks} from '../ledger.ts'
import type {PublicCorrection, PublishedAssessment} from '../publication.ts'
import {endSentence} from '../variants/phrases.ts'
import {formatCount} from './filters.ts'

/** A row of the source page: one line of the document and what became of its words. */
export interface Fate {
  readonly line: number
  readonly raw: string
  readonly published: readonly PublishedIn[]
  readonly furniture: readonly {readonly words: string; readonly reason: string}[]
  /** `2 words withheld` */
  readonly withheld?: string
  /** What was put right here: `“counci1” became “council”: misread` */
  readonly corrected: readonly string[]
}

export interface PublishedIn {
  /** Heading of the section. */
  readonly heading: string
  /** Fragment on the standard page; only where the section is not the one of the row above. */
  readonly id?: string
}

/** The ledger of a document for people: for each line, where its words went. */
export function tellFates({assessment, ledger, record}: PublishedAssessment): Fate[] {
  const headings = new Map(
    [...eachSection(assessment.sections)].map(({section}) => [section.id, section.heading.replace(/\s+/gu, ' ')]),
  )
  let before: readonly string[] = []
  return ledger.lines.map((line) => {
    const published = line.sections.map((id) => ({
      heading: headings.get(id) ?? id,
      ...(before.includes(id) ? {} : {id}),
    }))
    // Lines of layout marks alone stand between lines of one section and do not part them.
    if (line.sections.length > 0) before = line.sections
    return {
      line: line.line,
      raw: line.raw,
      published,
      furniture: tellFurniture(line),
      corrected: (record?.corrections ?? []).filter(({lines}) => lines.includes(line.line)).map(tellCorrection),
      ...(line.withheld > 0 ? {withheld: `${formatCount(line.withheld, 'word')} withheld`} : {}),
    }
  })
}

const tellCorrection = ({words, why}: PublicCorrection) =>
  words ? `“${words.find}” became “${words.replace}”: ${endSentence(why)}` : endSentence(why)

function tellFurniture({furniture, published}: LedgerLine): Fate['furniture'] {
  return furniture
    .filter(({rule}) => rule !== layoutMarks || published === 0)
    .map(({rule, words}) => ({words, reason: reasons[rule] ?? rule.replaceAll('-', ' ')}))
}

/** Why words of each rule are not on the page, in plain words. */
const reasons: Readonly<Record<string, string>> = {
  [layoutMarks]: 'marks that lay out the document, such as bullets, tags and table lines: the page has its own layout',
  'running-title': 'a title that the paper document repeats on every page',
  'page-number': 'a page number of the paper document: the page here has no such pages',
  'printed-contents': 'an entry of the printed list of contents: the page has its own, made from the headings',
  'repeated-heading': 'a heading printed again: the page shows it once, where its text begins',
  'column-bullet': 'a bullet between two columns that were read straight across: the page has its own',
  'template-residue': 'words of an empty form that nobody filled in',
}
