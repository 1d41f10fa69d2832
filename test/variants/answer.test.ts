import {expect, it} from 'vitest'
import {tellAnswer} from '../../src/variants/answer.ts'
import {toHtml} from '../../src/variants/html.ts'
import {toMarkdown} from '../../src/variants/markdown.ts'
import {root} from '../../src/variants/tree.ts'
import {readProject} from '../support/publication.ts'

const {assessments} = readProject().publication
const find = (id: string) => {
  const found = assessments.find(({assessment}) => assessment.id === id)
  if (!found) throw new Error(`No report ${id}`)
  return found
}
const tell = (id: string) => toMarkdown(root(tellAnswer(find(id)))).trim()

it('gives the overall grade with its place and its meaning, then a sentence about the others, then how much is listed', () => {
  expect(
    tell('leicester/2009-10-performance-assessment'),
  ).toBe(`Overall grade: **Well**, second of 4 grades, best first. It means: Consistently delivering above the minimum requirements for people.

**Delivering outcomes.** Of 7 grades, 2 are Excellent, 4 are Well and 1 is Adequate.

It lists 16 strengths and 16 things to improve.`)
})

it('tells each scale by itself, and counts no grade that sums up others', () => {
  const told = tell('leeds/2007-08-performance-summary')
  expect(told).toContain('Overall grade: **1 Star**')
  expect(told).toContain('**Delivering outcomes.** Of 7 grades, 5 are Good, 1 is Adequate and 1 is Poor.')
  expect(told).toContain('**Capacity to improve.** Of 2 grades, 1 is Promising and 1 is Uncertain.')
  // As many as the data has: those by people stand by outcome again.
  expect(told).toContain('It lists 59 strengths and 41 things to improve.')
})

it('says that there are no grades where there are none', () => {
  expect(tell('leicester/2024-self-assessment')).toMatch(
    /^This document gives no grades\.\n\nIt lists \d+ strengths and \d+ things to improve\.$/,
  )
})

it('is drawn only where the page can draw, and only in scales that are known', () => {
  const answer = root(tellAnswer(find('leicester/2009-10-performance-assessment')))
  expect(toHtml(answer)).not.toContain('<svg')
  const drawn: string[] = []
  toHtml(answer, {
    draw: (grades) => {
      drawn.push(grades.map(({label}) => label).join(' '))
      return ''
    },
  })
  expect(drawn).toEqual(['Well', 'Adequate Well Excellent Well Excellent Well Well'])
})
