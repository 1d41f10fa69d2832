import type {Grade} from '../assessment.ts'
import type {Framework, GradeScale} from '../frameworks/framework.ts'
import type {JudgementEntry} from './judgements.ts'

/** How many things were given each grade of one scale, in the order of the scale. */
export interface Tally {
  /** `undefined` for printed words of which nobody knows the scale: they are words only. */
  readonly scale: GradeScale | undefined
  readonly framework: Framework
  readonly rows: readonly {readonly label: string; readonly entries: readonly JudgementEntry[]}[]
  readonly total: number
  /** In printed order. */
  readonly grades: readonly Grade[]
}

/** Counts the grades of one report or of many, each scale by itself. */
export function tallyGrades(entries: readonly JudgementEntry[]): Tally[] {
  const scaleOf = ({judgement, published}: JudgementEntry) =>
    published.framework.scales.find(({id}) => id === judgement.grade.scale)
  return [...Map.groupBy(entries, scaleOf)].flatMap(([scale, graded]) => {
    const framework = graded[0]?.published.framework
    if (!framework) return []
    const labels = scale ? scale.steps.map(({label}) => label) : [...new Set(graded.map(labelOf))]
    const rows = labels.map((label) => ({label, entries: graded.filter((entry) => labelOf(entry) === label)}))
    return [{scale, framework, total: graded.length, grades: graded.map(({judgement}) => judgement.grade), rows}]
  })
}

const labelOf = ({judgement}: JudgementEntry) => judgement.grade.label
