import type {Block, Findings, Judgement, Section, Table as SourceTable} from '../assessment.ts'
import {eachSection} from '../assessment.ts'
import type {PublishedAssessment} from '../publication.ts'
import {tellCarried, tellRank} from './phrases.ts'
import {group, heading, link, list, note, ours, type PhrasingContent, quote, type RootContent, strong} from './tree.ts'
import {variantPath} from './variant.ts'

/** How a variant lays out the document's words; the words themselves are the same. */
export interface Look {
  readonly words: (text: string) => PhrasingContent[]
  readonly table: (table: SourceTable, caption: string) => RootContent[]
  /** The grades at the top of the page. */
  readonly grades: (published: PublishedAssessment, judgements: readonly Judgement[], caption: string) => RootContent[]
}

/** A section from its heading down, with what it was graded, its findings and the sections inside it. */
export function renderSection(
  section: Section,
  level: number,
  published: PublishedAssessment,
  look: Look,
): RootContent[] {
  const judgements = published.assessment.judgements.filter(({of}) => of === section.id)
  return [
    heading(level, look.words(section.heading), {id: section.id, ...(section.headingIsOurs ? {isOurs: true} : {})}),
    ...judgements.flatMap((judgement) => tellJudgement(judgement, published)),
    ...tellProofs(section, published),
    ...(section.expectation
      ? [
          group('expectation', [
            note('What should be. The council was judged against these words:'),
            quote([{type: 'paragraph', children: look.words(section.expectation.text)}]),
          ]),
        ]
      : []),
    ...section.body.flatMap((block) => renderBlock(block, level + 1, look)),
    ...section.findings.map((findings) => renderFindings(findings, level + 1, look)),
    ...section.sections.flatMap((inner) => renderSection(inner, level + 1, published, look)),
  ]
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

function renderBlock(block: Block, level: number, look: Look): RootContent[] {
  switch (block.kind) {
    case 'paragraph':
      return [{type: 'paragraph', children: look.words(block.text)}]
    case 'subheading':
      return [heading(level, look.words(block.text))]
    case 'footnote':
      return [{type: 'paragraph', children: look.words(block.text), data: {name: 'footnote'}}]
    case 'quotation':
      return [
        quote([
          {type: 'paragraph', children: look.words(block.text)},
          ...(block.speaker
            ? [{type: 'paragraph', children: look.words(block.speaker.text), data: {name: 'speaker'}} as const]
            : []),
        ]),
      ]
    case 'list':
      return [list(block.items.map(({text}) => look.words(text)))]
    case 'table':
      // With its line, so that two tables of a page do not have one name.
      return look.table(block, `Table from the document, line ${block.place.line}`)
    case 'unsorted':
      return [
        group('unsorted', [
          note(
            strong('The order of these words was lost'),
            ' when the document was converted: two columns were read straight across. We publish them as they stand, and do not guess.',
          ),
          {type: 'paragraph', children: look.words(block.text)},
        ]),
      ]
  }
}

const kindNames = {strength: 'Strengths', improvement: 'To improve', progress: 'Progress'} as const

/** A printed list; where its heading does not say of what kind it is, a word of ours does. */
function renderFindings(
  {kind, heading: printed, headingIsOurs, items, remarks}: Findings,
  level: number,
  look: Look,
): RootContent {
  const saysKind = {
    strength: /strength/i,
    improvement: /areas? (?:for|of)|improvement/i,
    progress: /improvements? since|progress/i,
  }[kind].test(printed)
  const title = headingIsOurs ? [ours(printed)] : look.words(printed)
  return group(`findings findings-${kind}`, [
    heading(level, saysKind ? title : [ours(`${kindNames[kind]}: `), ...title], headingIsOurs ? {isOurs: true} : {}),
    ...(items.length > 0 ? [list(items.map(({text}) => look.words(text)))] : []),
    ...remarks.map(({text}): RootContent => ({type: 'paragraph', children: look.words(text)})),
    ...(items.length === 0 && remarks.length === 0 ? [note('The report lists nothing here.')] : []),
  ])
}

/** The section that a judgement belongs to, for a link from its grade. */
export function findJudgedSection({assessment}: PublishedAssessment, {of}: Judgement): Section | undefined {
  for (const {section} of eachSection(assessment.sections)) if (section.id === of) return section
  return
}
