import type {Judgement, Table as SourceTable} from '../assessment.ts'
import type {PublishedAssessment} from '../publication.ts'
import {tellCarried, tellRank} from './phrases.ts'
import {renderReport} from './report.ts'
import {findJudgedSection, type Look} from './section.ts'
import {link, type PhrasingContent, strong, table, text} from './tree.ts'
import type {Variant} from './variant.ts'

/** The printed words as a clean page: the grades first, then the document from beginning to end. */
export const standard: Variant = {
  id: 'standard',
  label: 'Full report',
  about: 'The exact words of the report',
  render: (published) => renderReport(published, look),
}

const look: Look = {
  hasAnchors: true,
  lay: (words) => words,
  table: ({rows, hasHeader}: SourceTable, caption, tellCell) => [
    table(
      rows.map((row) => row.cells.map((_, cell) => tellCell(row, cell))),
      {caption, hasHeader},
    ),
  ],
  grades: (published, judgements, caption) => [
    table(
      [
        ['What was graded', 'Grade', 'What the grade means'].map((name) => [text(name)]),
        ...judgements.map((judgement) => gradeRow(published, judgement)),
      ],
      {
        caption,
        hasHeader: true,
        isOurs: true,
      },
    ),
  ],
}

function gradeRow(published: PublishedAssessment, judgement: Judgement): PhrasingContent[][] {
  const {subject, grade} = judgement
  const section = findJudgedSection(published, judgement)
  const carried = tellCarried(judgement, published)
  return [
    [section ? link(`#${section.id}`, subject) : text(subject)],
    [{...strong(grade.label), data: {drawn: [grade]}}, text(`, ${tellRank(grade)}`)],
    [text([grade.meaning ? `${grade.meaning}.` : 'not stated.', carried ?? ''].filter(Boolean).join(' '))],
  ]
}
