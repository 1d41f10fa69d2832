import {
  type Assessment,
  eachSection,
  type FindingKind,
  type Judgement,
  notStated,
  type Section,
} from '../../assessment.ts'
import type {Content, Term} from '../../content.ts'
import type {PublishedAssessment} from '../../publication.ts'
import {formatDate, formatPeriod, tellCarried, withArticle} from '../phrases.ts'
import {findJudgedSection} from '../section.ts'
import {findHardWords} from './hard-words.ts'

/** One thought: a picture, one to four lines of ours, and the report's own words where it is about them. */
export interface Idea {
  readonly picture: string
  readonly title?: string
  readonly lines: readonly string[]
  readonly quote?: string
  readonly hardWords?: readonly Term[]
  /** Id of the section where the report says this. */
  readonly section?: string
}

/** How many findings of a kind a person can take in. */
const most = 12

/** Who wrote the report, and when; a self-assessment says that the council wrote it about itself. */
export function tellWho(published: PublishedAssessment): Idea[] {
  const {assessment, framework} = published
  return [
    tellAuthor(published),
    {
      picture: 'next',
      lines: [
        assessment.period === notStated
          ? 'We do not know which year the report is about.'
          : `The report is about ${formatPeriod(assessment.period)}.`,
        assessment.dated
          ? `The date on the report is ${formatDate(assessment.dated)}.`
          : framework.takesAny
            ? 'We found no date on the report.'
            : 'The report does not give its date.',
        ...(Number(assessment.period.slice(0, 4)) < 2015
          ? ['It is an old report.', 'Things may be different now.']
          : []),
      ],
    },
  ]
}

function tellAuthor({assessment: {kind, council, assessor}, framework}: PublishedAssessment): Idea {
  const picture = 'author'
  if (kind === 'self-assessment')
    return {
      picture,
      lines: [`${council.name} wrote the report.`, 'The council wrote it about itself.', 'No inspector checked it.'],
    }
  if (assessor === undefined) return {picture, lines: ['We do not know who wrote the report.']}
  // A printed author may be a long list of offices.
  if (!framework.assessor) return {picture, lines: ['The report says that this is who wrote it.'], quote: assessor}
  return {picture, lines: [`${withArticle(assessor)} wrote the report.`, ...(framework.easyRead.who ?? [])]}
}

/** The overall grade, the scale, then one idea for each thing that was graded. */
export function tellGrades(published: PublishedAssessment, content: Content): Idea[] {
  const {assessment, framework} = published
  if (assessment.judgements.length === 0)
    return [
      {
        picture: 'report',
        lines: [
          framework.takesAny ? 'We found no table of grades in the report.' : 'This report does not give grades.',
          ...(assessment.kind === 'self-assessment' ? ['The council says in its own words how it did.'] : []),
        ],
      },
    ]
  const overall = assessment.judgements.filter(({of}) => of === 'overall')
  const rest = assessment.judgements.filter(({of}) => of !== 'overall')
  const scales = framework.scales.filter(({id}) => rest.some(({grade}) => grade.scale === id))
  const unranked = rest.filter(({grade}) => grade.scale === undefined)
  return [
    ...overall.map((judgement) => ({...tellGrade(judgement, published, content), title: 'Overall'})),
    ...scales.flatMap(({id, steps}): Idea[] => [
      {
        picture: `grade-1-of-${steps.length}`,
        lines: [
          `The next part has ${steps.length} grades.`,
          `The best grade is ${steps[0]?.label}.`,
          `The worst grade is ${steps.at(-1)?.label}.`,
        ],
      },
      ...rest.filter(({grade}) => grade.scale === id).map((judgement) => tellGrade(judgement, published, content)),
    ]),
    ...(unranked.length > 0
      ? [{picture: 'report', lines: ['The report gives grades.', 'It does not say which grade is best.']}]
      : []),
    ...unranked.map((judgement) => tellGrade(judgement, published, content)),
  ]
}

function tellGrade(judgement: Judgement, published: PublishedAssessment, content: Content): Idea {
  const {grade, of} = judgement
  const section = findJudgedSection(published, judgement)
  const topic = content.topics.find(({id}) => id === section?.topic)
  const step = published.framework.scales.find(({id}) => id === grade.scale)?.steps.find(({id}) => id === grade.id)
  const carried = tellCarried(judgement, published)
  return {
    picture: grade.rank === undefined ? 'grade' : `grade-${grade.rank}-of-${grade.of}`,
    title: section?.kind === 'outcome' && topic ? topic.name : judgement.subject,
    lines: [
      ...(of === 'overall' ? [] : section?.kind === 'outcome' ? (topic?.easyRead ?? []) : []),
      `The grade is ${grade.label}.`,
      ...(step?.easyRead ?? []),
      ...(carried ? carried.split(/(?<=\.) /) : []),
    ],
    ...(section ? {section: section.id} : {}),
  }
}

/** Findings of a kind, quoted word for word with their hard words: the first of each section, then the second, … */
export function quoteFindings(
  published: PublishedAssessment,
  content: Content,
  kinds: readonly FindingKind[],
): {ideas: Idea[]; left: number} {
  const lists = [...eachSection(published.assessment.sections)].flatMap(({section}) => {
    const items = section.findings.filter(({kind}) => kinds.includes(kind)).flatMap((findings) => findings.items)
    return items.length > 0 ? [{section, items}] : []
  })
  const turns = Math.max(0, ...lists.map(({items}) => items.length))
  const inTurn = Array.from({length: turns}, (_, turn) =>
    lists.flatMap(({section, items}) => (items[turn] ? [{section, text: items[turn].text, turn}] : [])),
  ).flat()
  const chosen = inTurn.slice(0, most)
  // In the order of the report, so that a reader can follow it there.
  const ordered = lists.flatMap(({section}) => chosen.filter((finding) => finding.section === section))
  return {
    ideas: ordered.map(({section, text}) => quoteIdea(text, section, published.assessment, content)),
    left: inTurn.length - chosen.length,
  }
}

function quoteIdea(text: string, section: Section, assessment: Assessment, content: Content): Idea {
  return {
    picture: section.topic ? `topic-${section.topic}` : 'people',
    lines: [],
    quote: text,
    hardWords: findHardWords(text, content.glossary, assessment.acronyms),
    section: section.id,
  }
}

/** What the report tells the council to do, in its words. */
export function quoteDuties(
  {assessment}: PublishedAssessment,
  content: Content,
  findSection: (line: number) => string | undefined,
): Idea[] {
  return assessment.duties.map(({text, place}) => {
    const section = findSection(place.line)
    return {
      picture: 'next',
      lines: [],
      quote: text,
      hardWords: findHardWords(text, content.glossary, assessment.acronyms),
      ...(section ? {section} : {}),
    }
  })
}
