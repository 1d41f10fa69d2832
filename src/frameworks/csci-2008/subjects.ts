import type {GradeScale} from '../framework.ts'
import {foldHeading} from '../reading.ts'
import {capacityScale, outcomesScale, starsScale} from './scale.ts'

/** The seven outcomes, in the order of CSCI's framework. */
export const outcomes = [
  {id: 'outcome-1', topic: 'health', words: /^improv(?:ed|ing) health and (?:emotional )?well ?being$/},
  {id: 'outcome-2', topic: 'quality-of-life', words: /^improv(?:ed|ing) quality of life$/},
  {id: 'outcome-3', topic: 'taking-part', words: /^making a positive contribution$/},
  {id: 'outcome-4', topic: 'choice', words: /^(?:increased|exercise of) choice and control$/},
  {id: 'outcome-5', topic: 'fairness', words: /^freedom from discrimination (?:and|or) harassment$/},
  {id: 'outcome-6', topic: 'money-and-work', words: /^(?:achieving )?economic well ?being$/},
  {id: 'outcome-7', topic: 'dignity-and-safety', words: /^(?:maintaining )?(?:personal )?dignity and respect$/},
] as const

/** What a row of the table judges, and on which scale. */
export interface Subject {
  readonly of: string
  readonly scale: GradeScale
  readonly words: RegExp
}

export const subjects: readonly Subject[] = [
  ...outcomes.map(({id, words}) => ({of: id, scale: outcomesScale, words})),
  {of: 'by-outcome', scale: outcomesScale, words: /^delivering outcomes$/},
  {
    of: 'capacity-to-improve',
    scale: capacityScale,
    words: /^capacity (?:to improve|for improvement)(?: (?:a )?combined judge?ment)?$/,
  },
  {of: 'leadership', scale: capacityScale, words: /^leadership$/},
  {of: 'commissioning', scale: capacityScale, words: /^commissioning and use of resources$/},
  {of: 'overall', scale: starsScale, words: /^(?:overall )?(?:performance|star) rating$/},
]

/** Finds what the printed words name: `Economic well-being` → `outcome-6`. */
export function findSubject(printed: string): Subject | undefined {
  const folded = foldHeading(printed)
  return subjects.find(({words}) => words.test(folded))
}
