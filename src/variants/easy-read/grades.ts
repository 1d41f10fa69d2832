import type {Judgement} from '../../assessment.ts'
import type {Content} from '../../content.ts'
import type {PublishedAssessment} from '../../publication.ts'
import {formatPeriod, withArticle} from '../phrases.ts'
import {findJudgedSection} from '../section.ts'
import type {Idea, Line} from './line.ts'
import {say, sayAll} from './sentences.ts'

/** The overall grade, each scale, then one idea for each thing that was graded, in the order of the report. */
export function tellGrades(published: PublishedAssessment, content: Content): Idea[] {
  const {assessment, framework} = published
  if (assessment.judgements.length === 0)
    return [
      {
        id: 'no-grades',
        picture: 'report',
        lines: [
          say(framework.takesAny ? 'no-grades-found' : 'no-grades'),
          ...(assessment.kind === 'self-assessment' ? [say('own-words')] : []),
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
        id: `scale-${id}`,
        picture: `grade-1-of-${steps.length}`,
        lines: [
          say('scale-has', {count: steps.length}),
          say('scale-best', {grade: steps[0]?.label ?? ''}),
          say('scale-worst', {grade: steps.at(-1)?.label ?? ''}),
        ],
      },
      ...rest.filter(({grade}) => grade.scale === id).map((judgement) => tellGrade(judgement, published, content)),
    ]),
    ...(unranked.length > 0
      ? [{id: 'unranked', picture: 'report', lines: [say('grades-given'), say('grades-unranked')]}]
      : []),
    ...unranked.map((judgement) => tellGrade(judgement, published, content)),
  ]
}

function tellGrade(judgement: Judgement, published: PublishedAssessment, content: Content): Idea {
  const {grade, of, place} = judgement
  const section = findJudgedSection(published, judgement)
  const topic = content.topics.find(({id}) => id === section?.topic)
  const isOutcome = section?.kind === 'outcome' && topic !== undefined
  const step = published.framework.scales.find(({id}) => id === grade.scale)?.steps.find(({id}) => id === grade.id)
  return {
    id: `grade-${of}`,
    picture: grade.rank === undefined ? 'grade' : `grade-${grade.rank}-of-${grade.of}`,
    title: isOutcome ? topic.name : judgement.subject.replace(/\s+/g, ' '),
    lines: [
      ...(isOutcome ? sayAll(topic.easyRead, `topic ${topic.id}`) : []),
      say('grade-is', {grade: grade.label}),
      ...sayAll(step?.easyRead ?? [], `grade ${grade.id}`),
      ...tellCarriedLines(judgement, published),
    ],
    ...(section ? {source: {words: `${judgement.subject} ${grade.label}`, place, anchor: section.id}} : {}),
  }
}

/** Says that no new grade was given: saying "they checked" would be false. */
function tellCarriedLines({carriedFrom}: Judgement, {assessment}: PublishedAssessment): Line[] {
  if (!carriedFrom) return []
  const {assessor = 'assessor', period} = assessment
  return [
    say('grade-carried', {assessor: withArticle(assessor), period: formatPeriod(period)}),
    say('grade-carried-from', {period: formatPeriod(carriedFrom)}),
  ]
}
