import type {Assessment, Finding, FindingKind, Grade, Section} from '../../../src/assessment.ts'
import type {Framework, GradeScale} from '../../../src/frameworks/framework.ts'
import {frameworks} from '../../../src/frameworks/index.ts'
import type {PublishedAssessment} from '../../../src/publication.ts'
import {makePublished} from './published.ts'

const place = {file: 'seeds/case.txt', line: 1}

/** A scale of so many steps, with a name that is too long for a narrow screen. */
export const makeScale = (of: number): GradeScale => ({
  id: `scale-of-${of}`,
  name: `Scale of ${of}`,
  steps: Array.from({length: of}, (_, index) => ({
    id: `step-${index + 1}`,
    label: index === 0 ? 'Outstandingly and consistently excellent' : `Step ${index + 1}`,
    meaning: `What step ${index + 1} means`,
  })),
})

export function gradeOf(scale: GradeScale, rank: number): Grade {
  const step = scale.steps[rank - 1]
  if (!step) throw new Error(`The scale has no step ${rank}`)
  const {id, label, meaning} = step
  return {id, label, rank, of: scale.steps.length, scale: scale.id, ...(meaning ? {meaning} : {})}
}

const words = (text: string): Finding => ({text, place})

/** A section with lists of findings on a topic. */
export const makeSection = (
  id: string,
  topic: string | undefined,
  lists: Partial<Record<FindingKind, readonly string[]>> = {},
): Section => ({
  id,
  kind: 'outcome',
  heading: `Heading of ${id}`,
  body: [],
  findings: Object.entries(lists).map(([kind, items]) => ({
    kind: kind as FindingKind,
    heading: `List of ${kind}`,
    items: items.map(words),
    remarks: [],
    place,
  })),
  sections: [],
  place,
  ...(topic ? {topic} : {}),
})

interface Case {
  readonly council: string
  readonly period: string
  readonly framework?: Partial<Framework>
  readonly scale?: GradeScale
  /** Ranks by section id, and `overall`. */
  readonly ranks?: Readonly<Record<string, number>>
  readonly sections?: readonly Section[]
  readonly changes?: Partial<Assessment>
}

/** A report of a council with grades on a scale and what it lists. */
export function makeGraded({council, period, framework, scale, ranks = {}, sections = [], changes}: Case) {
  const known = frameworks.find(({id}) => id === framework?.id)
  const published = makePublished({
    id: `${council.toLowerCase()}/${period}-performance-assessment`,
    council: {id: council.toLowerCase(), name: council},
    period,
    judgements: Object.entries(ranks).flatMap(([of, rank]) =>
      scale ? [{of, subject: `Subject ${of}`, grade: gradeOf(scale, rank), place}] : [],
    ),
    sections,
    ...changes,
  })
  const scales = scale ? [scale] : []
  const whole: PublishedAssessment = {...published, framework: {...published.framework, ...known, scales, ...framework}}
  return whole
}
