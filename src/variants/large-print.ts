import type {Table as SourceTable, TableRow} from '../assessment.ts'
import {eachPassage} from '../ledger.ts'
import type {PublishedAssessment} from '../publication.ts'
import {tellCarried, tellRank} from './phrases.ts'
import {renderReport} from './report.ts'
import {findJudgedSection, type Look, type TellCell} from './section.ts'
import {group, link, note, ours, type PhrasingContent, type RootContent, strong} from './tree.ts'
import type {Variant} from './variant.ts'

/** The same words, re-laid: tables as labelled blocks, no blocks of capitals, numbers kept with what they count. */
export const largePrint: Variant = {
  id: 'large-print',
  label: 'Large print',
  about: 'The same words, bigger, to read or print',
  render: (published) => renderReport(published, makeLook(published)),
}

function makeLook(published: PublishedAssessment): Look {
  const acronyms = findAcronyms(published)
  return {
    hasAnchors: false,
    lay: (text) => keepTogether(recase(text, acronyms)),
    table: (table, _, tellCell) => [group('rows', layRows(table, tellCell))],
    grades: (entry, judgements) => [
      group(
        'rows',
        judgements.map((judgement) => {
          const section = findJudgedSection(entry, judgement)
          const {grade, subject} = judgement
          const carried = tellCarried(judgement, entry)
          return note(
            section ? link(`#${section.id}`, subject) : strong(subject),
            '. Grade: ',
            strong(grade.label),
            `, ${tellRank(grade)}.`,
            grade.meaning ? ` It means: ${grade.meaning}.` : '',
            carried ? ` ${carried}` : '',
          )
        }),
        {isOurs: true},
      ),
    ],
  }
}

/** One block a row: the first cell leads, the others follow a label. Each word of the table stands once. */
function layRows({rows, hasHeader}: SourceTable, tellCell: TellCell): RootContent[] {
  const [head, ...rest] = hasHeader ? rows : [undefined, ...rows]
  return [
    ...(head ? [{type: 'paragraph', children: join(head, tellCell), data: {name: 'columns'}} as const] : []),
    ...rest.flatMap((row): RootContent[] =>
      row ? [{type: 'paragraph', children: join(row, tellCell), data: {name: 'row'}}] : [],
    ),
  ]
}

function join(row: TableRow, tellCell: TellCell): PhrasingContent[] {
  const filled = row.cells.flatMap((text, cell) => (text ? [tellCell(row, cell)] : []))
  return filled.flatMap((children, index): PhrasingContent[] =>
    index === 0 ? [{type: 'strong', children}] : [ours(index === 1 ? ': ' : '; '), ...children],
  )
}

// Three words or more in capitals, with figures, dots and dashes between them; the first has two letters at least.
const capitals = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}'’]+(?:[\s\d/,.:;&()–-]+\p{Lu}[\p{Lu}'’]*){2,}(?![\p{L}\p{N}])/gu

/**
 * Rule `capitals-recased` (UKAAF G003: no blocks of capitals): three or more words in capitals get small letters, but
 * for the first, for names, and for acronyms that the document writes in capitals among small letters elsewhere.
 */
export function recase(text: string, kept: ReadonlySet<string>): string {
  return text.replace(capitals, (block) => {
    // A row of acronyms (`ASC, NHS and LLR`) is no shouting.
    if (block.split(/[^\p{L}'’]+/u).every((word) => kept.has(word) || word.length < 3)) return block
    let isFirst = true
    return block.replace(/\p{Lu}[\p{Lu}'’]*/gu, (word) => {
      const named = `${word[0] ?? ''}${word.slice(1).toLowerCase()}`
      const result = kept.has(word) ? word : isFirst || kept.has(named) ? named : word.toLowerCase()
      isFirst = false
      return result
    })
  })
}

/**
 * Words that keep their capitals: acronyms (`NHS`, in capitals inside a line that has small letters), and names (words
 * with a capital in the middle of a sentence).
 */
function findAcronyms({assessment}: PublishedAssessment): Set<string> {
  const kept = new Set(assessment.council.name.split(' ').filter((word) => !/^(?:of|and|the)$/i.test(word)))
  for (const {passage} of eachPassage(assessment.sections)) {
    if (!/\p{Ll}{3}/u.test(passage.text)) continue
    for (const [acronym] of passage.text.matchAll(/\b\p{Lu}{2,6}\b/gu)) kept.add(acronym)
  }
  return kept
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const joints = [
  // `14 weeks`, `38 communities`
  /(?<=\b\d[\d,.]*) (?=(?!(?:of|and|or|in|to|for|on|at|by|the|a|an|from|with|as|is|are|was|were|has|have|had|when|which|that|this|but)\b)\p{Ll}+\b)/gu,
  // `Outcome 1`, `page 3`, `level 2`
  /(?<=\b(?:Outcome|Section|Standard|Part|Page|Level|Rule|Appendix|page|level|section|paragraph)) (?=\d)/gu,
  // `27th October 2008`
  new RegExp(`(?<=\\b\\d{1,2}(?:st|nd|rd|th)?) (?=(?:${months})\\b)|(?<=\\b(?:${months})) (?=\\d{4}\\b)`, 'giu'),
  // `0116 252 8300`
  /(?<=\b\d{3,5}) (?=\d{3,4}\b)/gu,
  // `Mr Cozens`
  /(?<=\b(?:Mr|Mrs|Ms|Miss|Dr|Sir)\.?) (?=\p{Lu})/gu,
]

/** Puts no-break spaces where a line end would part what belongs together. */
export function keepTogether(text: string): string {
  return joints.reduce((laid, joint) => laid.replace(joint, '\u00a0'), text)
}
