import {eachSection, type FindingKind, type Judgement} from '../assessment.ts'
import type {PublishedAssessment} from '../publication.ts'
import {formatList, tellCarried, tellNoGrades, tellRank} from './phrases.ts'
import {isOfOneSubject, tellTally} from './tally.ts'
import {group, note, type RootContent, strong} from './tree.ts'

/**
 * What most readers came for, before anything else: the overall grade with its meaning, how many things got which grade,
 * and how much there is that is good and that is to get better.
 */
export function tellAnswer(published: PublishedAssessment): RootContent[] {
  const {judgements} = published.assessment
  const overall = judgements.find(({of}) => of === 'overall')
  const findings = tellFindings(published)
  return [
    group(
      'answer',
      [
        ...(overall ? [tellOverall(overall, published)] : []),
        ...published.framework.scales.flatMap((scale) => tellScale(scale, published)),
        ...(judgements.length === 0 ? [note(tellNoGrades(published))] : []),
        ...(findings ? [note(findings)] : []),
      ],
      {isOurs: true},
    ),
  ]
}

function tellOverall(judgement: Judgement, published: PublishedAssessment): RootContent {
  const {grade} = judgement
  const meaning = grade.meaning ? ` It means: ${grade.meaning}.` : ''
  const carried = tellCarried(judgement, published)
  return {
    ...note('Overall grade: ', strong(grade.label), `, ${tellRank(grade)}.`, meaning, carried ? ` ${carried}` : ''),
    data: {isOurs: true, name: 'overall', drawn: [grade]},
  }
}

/** One sentence about the grades of one scale; a grade that is the only one of its scale is the overall one, or in the table. */
function tellScale(
  {id, name, steps}: PublishedAssessment['framework']['scales'][number],
  published: PublishedAssessment,
): RootContent[] {
  const given = published.assessment.judgements.filter(
    (judgement) => judgement.grade.scale === id && isOfOneSubject(judgement, published),
  )
  if (given.length < 2) return []
  const rows = steps.map(({label}) => ({label, entries: given.filter(({grade}) => grade.label === label)}))
  return [
    {
      ...note(strong(`${name}.`), ` ${tellTally({rows, total: given.length})}`),
      data: {isOurs: true, name: 'spread', drawn: given.map(({grade}) => grade)},
    },
  ]
}

const kinds: readonly (readonly [FindingKind, one: string, many: string])[] = [
  ['strength', 'strength', 'strengths'],
  ['progress', 'sign of progress', 'signs of progress'],
  ['improvement', 'thing to improve', 'things to improve'],
]

function tellFindings({assessment}: PublishedAssessment): string | undefined {
  const lists = [...eachSection(assessment.sections)].flatMap(({section}) => section.findings)
  const parts = kinds.flatMap(([kind, one, many]) => {
    const count = lists.filter((each) => each.kind === kind).reduce((total, {items}) => total + items.length, 0)
    return count > 0 ? [`${count} ${count === 1 ? one : many}`] : []
  })
  return parts.length > 0 ? `It lists ${formatList(parts, 'and')}.` : undefined
}
