import {expect, test} from 'vitest'
import type {Grade} from '../../../src/assessment.ts'
import {drawGradeSteps} from '../../../src/site/charts/grade-steps.ts'
import {drawMarks} from '../../../src/site/charts/marks.ts'
import {drawStrip} from '../../../src/site/charts/strip.ts'
import {drawTimeline} from '../../../src/site/charts/timeline.ts'
import {wrapWords} from '../../../src/site/charts/words.ts'
import {gradeOf, makeScale} from './graded.ts'

const count = (svg: string, name: string) => svg.split(`class="${name}`).length - 1
const four = makeScale(4)
const row = (year: string, overall: Grade | undefined, isBroken = false) => ({
  year,
  overall,
  instead: 'No grades',
  isBroken,
})

test.each([1, 2, 4, 9])('draws each place on a scale of %i steps, with one step given', (of) => {
  const drawings = makeScale(of).steps.map((_, index) => drawGradeSteps(gradeOf(makeScale(of), index + 1)))
  for (const drawing of drawings)
    expect([count(drawing, 'chart__given'), count(drawing, 'chart__step'), count(drawing, 'chart__pointer')]).toEqual([
      1,
      of - 1,
      1,
    ])
  expect(new Set(drawings).size).toBe(of)
})

test('draws nothing for a grade of no known scale, which has only its word', () => {
  const unknown = {id: 'good', label: 'Good'}
  expect(drawGradeSteps(unknown)).toBe('')
  expect(drawStrip([unknown])).toBe('')
  const timeline = drawTimeline([row('2009/10', unknown)], 'One report')
  expect(timeline).toContain('Overall: Good')
  expect(count(timeline, 'chart__given')).toBe(0)
})

test('draws a mark for each thing that was graded so, ten to a row', () => {
  expect(drawMarks(0)).toBe('')
  expect(count(drawMarks(40), 'chart__given')).toBe(40)
  expect(drawMarks(40)).toContain('viewBox="0 0 178 70"')
})

test('draws a strip with one mark a subject, and none when scales are mixed', () => {
  const strip = drawStrip([gradeOf(four, 1), gradeOf(four, 4)])
  expect([count(strip, 'chart__given'), count(strip, 'chart__dot')]).toEqual([2, 6])
  expect(drawStrip([gradeOf(four, 1), gradeOf(makeScale(9), 1)])).toBe('')
  expect(drawStrip([])).toBe('')
})

test('joins two overall grades only where they stand on one scale and nothing broke in between', () => {
  const joins = (...rows: ReturnType<typeof row>[]) => count(drawTimeline(rows, 'Reports'), 'chart__join')
  const good = gradeOf(four, 2)
  expect(joins(row('2008/09', good), row('2009/10', gradeOf(four, 3)))).toBe(1)
  expect(joins(row('2008/09', good), row('2009/10', good, true))).toBe(0)
  expect(joins(row('2008/09', good), row('2009/10', gradeOf(makeScale(9), 3)))).toBe(0)
  expect(joins(row('2007/08', good), row('2008/09', undefined), row('2009/10', good))).toBe(0)
})

test('draws two saws where the rules change, and says why', () => {
  const svg = drawTimeline([row('2002/03', undefined), row('2009/10', gradeOf(four, 2), true)], 'Reports')
  expect(count(svg, 'chart__break')).toBe(2)
  expect(svg).toContain('Other rules from here on')
  expect(svg).toContain('No grades')
})

test('has a name when it speaks for itself, and is left out where words stand beside it', () => {
  expect(drawTimeline([row('2024', undefined)], 'One "report" & <no> grade')).toContain(
    'role="img" aria-label="One &quot;report&quot; &amp; &lt;no&gt; grade"',
  )
  expect(drawGradeSteps(gradeOf(four, 2))).toContain('aria-hidden="true"')
})

test('takes its size and place from attributes alone, which the headers let in', () => {
  const svg = drawTimeline([row('2024', gradeOf(makeScale(9), 9))], 'One report')
  expect(svg).not.toMatch(/style|NaN|undefined/)
  expect(svg).toMatch(/width="16em"/)
})

test('keeps long labels within the drawing', () => {
  const label = 'Outstandingly and consistently excellent in every single one of the respects that were assessed'
  for (const line of wrapWords(label, 284)) expect(line.length).toBeLessThanOrEqual(27)
  expect(wrapWords(label, 284).join(' ')).toBe(label)
  expect(wrapWords('x'.repeat(60), 284).join('')).toBe('x'.repeat(60))
})
