import {type Block, eachSection, type Section} from '../assessment.ts'
import type {Content} from '../content.ts'
import type {Publication, PublishedAssessment} from '../publication.ts'
import {composeEasyRead} from '../variants/easy-read/compose.ts'
import {formatPeriod} from '../variants/phrases.ts'
import {variantPath} from '../variants/variant.ts'

/** What the index holds of one section: outcome and grade belong together, so a record is a section, not a page. */
export interface SearchRecord {
  /** Site path with the section's anchor, without the path prefix. */
  readonly url: string
  readonly content: string
  readonly meta: Readonly<Record<string, string>>
  readonly filters: Readonly<Record<string, string[]>>
}

/** One record for each section that has words of its own, in the order of the site. */
export function makeSectionRecords({assessments}: Publication, content: Content): SearchRecord[] {
  return assessments.flatMap((published) => {
    const sections = [...eachSection(published.assessment.sections)].map(({section}) => section)
    const themes = sections.filter(({kind}) => kind === 'theme')
    return sections.flatMap((section) => makeSectionRecord(section, themes, published, content))
  })
}

/** One record for each easy-read page, apart from the sections, whose words it has already. */
export const makeEasyReadRecords = ({assessments}: Publication, content: Content): SearchRecord[] =>
  assessments.map((published) => makeEasyReadRecord(published, content))

function makeSectionRecord(
  section: Section,
  themes: readonly Section[],
  published: PublishedAssessment,
  content: Content,
): SearchRecord[] {
  const {assessment} = published
  const judgement = assessment.judgements.find(({of}) => of === section.id)
  const text = readText(section)
  if (!text && !judgement) return []
  const topic = content.topics.find(({id}) => id === section.topic)
  const grade = judgement?.grade.label
  return [
    {
      url: `${variantPath(assessment.id, 'standard')}#${section.id}`,
      content: [section.heading, text].filter(Boolean).join('. '),
      meta: {
        ...describe(published),
        title: nameSection(section, themes),
        ...(grade ? {grade} : {}),
        ...(topic ? {topic: topic.name} : {}),
      },
      filters: {
        ...filtersOf(published),
        Reading: ['Standard'],
        ...(topic ? {Topic: [topic.name]} : {}),
        ...(grade ? {Grade: [grade]} : {}),
      },
    },
  ]
}

/** `Summary` alone says little: a section inside a theme is named with it. */
function nameSection(section: Section, themes: readonly Section[]): string {
  const holds = (outer: Section): boolean => outer.sections.some((inner) => inner === section || holds(inner))
  const theme = themes.find(holds)
  return [theme?.heading, section.heading].filter(Boolean).join(': ').replace(/\s+/g, ' ')
}

function makeEasyReadRecord(published: PublishedAssessment, content: Content): SearchRecord {
  const {id, council, period} = published.assessment
  return {
    url: variantPath(id, 'easy-read'),
    content: readEasyRead(published, content),
    meta: {...describe(published), title: `${council.name}, ${formatPeriod(period)}, in easy read`},
    filters: {...filtersOf(published), Reading: ['Easy read']},
  }
}

/** The lines of the page, without links and explanations that every page has. */
const readEasyRead = (published: PublishedAssessment, content: Content) =>
  composeEasyRead(published, content)
    .chapters.flatMap(({question, ideas}) => [
      question,
      ...ideas.flatMap(({title, lines, quote}) => [title, ...lines.map(({text}) => text), quote]),
    ])
    .filter(Boolean)
    .join(' ')

const describe = ({assessment, framework}: PublishedAssessment) => ({
  council: assessment.council.name,
  year: formatPeriod(assessment.period),
  inspection: framework.name,
})

const filtersOf = ({assessment, framework}: PublishedAssessment): Record<string, string[]> => ({
  Council: [assessment.council.name],
  Year: [formatPeriod(assessment.period)],
  Inspection: [framework.name],
})

/** The section's own words. The expectation says what should be and is the same in every report, so it is left out. */
function readText({body, findings}: Section): string {
  return [
    ...body.map(readBlock),
    ...findings.flatMap(({heading, items, remarks}) =>
      items.length + remarks.length > 0
        ? [heading, ...items.map(({text}) => text), ...remarks.map(({text}) => text)]
        : [],
    ),
  ]
    .filter(Boolean)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .map((part) => (/[.!?:;]["”’)]?$/.test(part) ? part : `${part}.`))
    .join(' ')
}

function readBlock(block: Block): string {
  if (block.kind === 'list') return block.items.map(({text}) => text).join('. ')
  if (block.kind === 'table') return block.rows.map(({cells}) => cells.filter(Boolean).join(', ')).join('. ')
  return block.kind === 'subheading' || block.kind === 'lost-picture' ? '' : block.text
}
