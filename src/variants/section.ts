import type {Block, Findings, Judgement, Section, Table as SourceTable, TableRow} from '../assessment.ts'
import {eachSection} from '../assessment.ts'
import type {PublishedAssessment} from '../publication.ts'
import {type Inserts, tellWords} from './inserts.ts'
import type {Footnotes} from './note-links.ts'
import {tellCarried, tellRank} from './phrases.ts'
import {
  group,
  heading,
  hidden,
  link,
  list,
  note,
  ours,
  type PhrasingContent,
  quote,
  type RootContent,
  strong,
  text,
} from './tree.ts'
import {variantPath} from './variant.ts'

/** How a variant lays out the document's words; the words themselves are the same. */
export interface Look {
  /** Whether others link to single findings and passages of the page: easy read does, to the standard page alone. */
  readonly hasAnchors: boolean
  /** Sets words without changing their length: spaces that do not break, small letters for a block of capitals. */
  readonly lay: (text: string) => string
  readonly table: (table: SourceTable, caption: string, tellCell: TellCell) => RootContent[]
  /** The grades at the top of the page. */
  readonly grades: (published: PublishedAssessment, judgements: readonly Judgement[], caption: string) => RootContent[]
}

/** A cell's words with what is put into them. */
export type TellCell = (row: TableRow, cell: number) => PhrasingContent[]

/** What a page is made of: the assessment, its look, and what of ours goes into the document's words. */
export interface Making {
  readonly published: PublishedAssessment
  readonly look: Look
  readonly inserts: Inserts
  readonly notes: Footnotes['notes']
  /** Anchors of numbered paragraphs. */
  readonly numbers: ReadonlyMap<Block, string>
  /** Anchors of words that easy read stands for. */
  readonly anchors: ReadonlyMap<object, string>
}

/** A section from its heading down, with what it was graded, its findings and the sections inside it. */
export function renderSection(section: Section, level: number, making: Making): RootContent[] {
  return [
    heading(level, tell(section, section.heading, making), {
      id: section.id,
      ...(section.headingIsOurs ? {isOurs: true} : {}),
    }),
    ...renderWithin(section, level, making),
  ]
}

/** What stands under a section's heading. */
export function renderWithin(section: Section, level: number, making: Making): RootContent[] {
  const {published} = making
  const judgements = published.assessment.judgements.filter(({of}) => of === section.id)
  return [
    ...judgements.flatMap((judgement) => tellJudgement(judgement, published)),
    ...tellProofs(section, published),
    ...(section.expectation
      ? [
          group('expectation', [
            note('What should be. The council was judged against these words:'),
            quote([{type: 'paragraph', children: tell(section.expectation, section.expectation.text, making)}]),
          ]),
        ]
      : []),
    ...section.body.flatMap((block) => renderBlock(block, level + 1, making)),
    ...section.findings.map((findings) => renderFindings(findings, section.heading, level + 1, making)),
    ...section.sections.flatMap((inner) => renderSection(inner, level + 1, making)),
  ]
}

/** The words that a part of the model holds. */
const tell = (owner: object, text: string, {inserts, look}: Making): PhrasingContent[] =>
  tellWords(text, inserts.get(owner) ?? [], look.lay)

/** The same, after the place to link to when easy read stands for them. */
function tellAnchored(owner: object, text: string, making: Making): PhrasingContent[] {
  const id = making.anchors.get(owner)
  const told = tell(owner, text, making)
  // The number of a numbered paragraph is a link to it, and stands first.
  const at = told[0]?.type === 'link' ? 1 : 0
  return id ? told.toSpliced(at, 0, {type: 'anchor', data: {id}}) : told
}

function tellJudgement(judgement: Judgement, published: PublishedAssessment): RootContent[] {
  const {grade} = judgement
  const carried = tellCarried(judgement, published)
  return [
    group(
      'judgement',
      [
        note(
          'Grade: ',
          strong(grade.label),
          `, ${tellRank(grade)}.`,
          grade.meaning ? ` It means: ${grade.meaning}.` : '',
        ),
        ...(carried ? [note(carried)] : []),
        ...tellContradictions(judgement, published),
      ],
      {isOurs: true},
    ),
  ]
}

/** Where the document's own words give another grade, readers see both. */
const tellContradictions = (judgement: Judgement, {doubts}: PublishedAssessment): RootContent[] =>
  doubts
    .filter(({rule, other}) => rule === 'contradicting-grades' && other?.line === judgement.place.line)
    .map(({place}) => note(`The document contradicts itself: line ${place?.line} gives another grade than the table.`))

/** Says that findings were put under their headings by us, and where the reasons stand. */
function tellProofs({id}: Section, {assessment}: PublishedAssessment): RootContent[] {
  if (!assessment.proofs.some(({section}) => section === id)) return []
  return [
    group(
      'notice',
      [
        note(
          'The conversion of this document mixed up two columns here. We put the findings back under their headings, since the same words stand under such headings elsewhere in the document. ',
          link(`${variantPath(assessment.id, 'source')}#proofs`, 'See where each one also stands'),
        ),
      ],
      {isOurs: true},
    ),
  ]
}

function renderBlock(block: Block, level: number, making: Making): RootContent[] {
  switch (block.kind) {
    case 'paragraph': {
      const number = making.numbers.get(block)
      if (number) return [{type: 'paragraph', children: tellAnchored(block, block.text, making), data: {id: number}}]
      const id = making.anchors.get(block)
      return [{type: 'paragraph', children: tell(block, block.text, making), ...(id ? {data: {id}} : {})}]
    }
    case 'address':
    case 'salutation':
    case 'signature':
      return [{type: 'paragraph', children: tell(block, block.text, making), data: {name: block.kind}}]
    case 'subheading':
      return [heading(level, tell(block, block.text, making))]
    case 'footnote':
      return [renderFootnote(block, making)]
    case 'quotation':
      return [
        quote([
          {type: 'paragraph', children: tellAnchored(block, block.text, making)},
          ...(block.speaker
            ? [
                {
                  type: 'paragraph',
                  children: tell(block.speaker, block.speaker.text, making),
                  data: {name: 'speaker'},
                } as const,
              ]
            : []),
        ]),
      ]
    case 'list':
      return [list(block.items.map((item) => tellAnchored(item, item.text, making)))]
    case 'table':
      // With its line, so that two tables of a page do not have one name.
      return making.look.table(block, `Table from the document, line ${block.place.line}`, (row, cell) =>
        tellWords(
          row.cells[cell] ?? '',
          (making.inserts.get(row) ?? []).filter((insert) => insert.cell === cell),
          making.look.lay,
        ),
      )
    case 'lost-picture':
      return [
        {
          ...note('The document shows a picture here. It was lost when the document was converted to text.'),
          data: {isOurs: true, name: 'lost'},
        },
      ]
    case 'unsorted':
      return [
        group('unsorted', [
          note(
            strong('The order of these words was lost'),
            ' when the document was converted: two columns were read straight across. We publish them as they stand, and do not guess.',
          ),
          {type: 'paragraph', children: tell(block, block.text, making)},
        ]),
      ]
  }
}

/** A note under the words that refer to it, with the way back to each of them. */
function renderFootnote(block: Extract<Block, {kind: 'footnote'}>, making: Making): RootContent {
  const {id, references = []} = making.notes.get(block) ?? {}
  const backs = references.flatMap((reference, index): PhrasingContent[] => [
    text(' '),
    {
      type: 'link',
      url: `#${reference}`,
      children: [
        text(references.length > 1 ? `Back to the text (${index + 1} of ${references.length})` : 'Back to the text'),
        hidden(`, where footnote ${block.mark} is mentioned`),
      ],
    },
  ])
  return {
    type: 'paragraph',
    children: [
      ours('Footnote '),
      ...tell(block, block.text, making),
      ...(backs.length > 0 ? [{...ours(...backs), data: {name: 'back'}}] : []),
    ],
    data: {name: 'footnote', ...(id ? {id} : {})},
  }
}

const kindNames = {strength: 'Strengths', improvement: 'To improve', progress: 'Progress'} as const

/**
 * A printed list; where its heading does not say of what kind it is, a word of ours does. The heading of a section that
 * is nothing but a list stands above it already.
 */
function renderFindings(findings: Findings, sectionHeading: string, level: number, making: Making): RootContent {
  const {kind, heading: printed, headingIsOurs, items, remarks} = findings
  const saysKind = {
    strength: /strength/i,
    improvement: /areas? (?:for|of)|improvement/i,
    progress: /improvements? since|progress/i,
  }[kind].test(printed)
  const title = headingIsOurs ? [ours(printed)] : tell(findings, printed, making)
  const isRepeated = headingIsOurs && saysKind && printed === sectionHeading
  return group(`findings findings-${kind}`, [
    ...(isRepeated
      ? []
      : [
          heading(
            level,
            saysKind ? title : [ours(`${kindNames[kind]}: `), ...title],
            headingIsOurs ? {isOurs: true} : {},
          ),
        ]),
    ...(items.length > 0
      ? [
          list(
            items.map((item) => tell(item, item.text, making)),
            {ids: items.map((item) => making.anchors.get(item))},
          ),
        ]
      : []),
    ...remarks.map((remark): RootContent => ({type: 'paragraph', children: tell(remark, remark.text, making)})),
    ...(items.length === 0 && remarks.length === 0 ? [note('The report lists nothing here.')] : []),
  ])
}

/** The section that a judgement belongs to, for a link from its grade. */
export function findJudgedSection({assessment}: PublishedAssessment, {of}: Judgement): Section | undefined {
  for (const {section} of eachSection(assessment.sections)) if (section.id === of) return section
  return
}
