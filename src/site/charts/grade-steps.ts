import type {Grade} from '../../assessment.ts'
import {drawCanvas, drawElement, round} from './svg.ts'

const stepWidth = 15
const gap = 4
const tallest = 24
const lowest = 8
const pointer = 8
const edge = 1

/** Where the steps of a scale stand, the best first, as its words say: `third of 4 grades, best first`. */
export function placeSteps(of: number): {readonly x: number; readonly height: number}[] {
  return Array.from({length: of}, (_, index) => ({
    x: edge + index * (stepWidth + gap),
    height: of === 1 ? tallest : round(tallest - (index * (tallest - lowest)) / (of - 1)),
  }))
}

/**
 * Draws the stairs of a grade's own scale, the best first and highest. The given step is the only full one and has a
 * pointer under it; its word stands beside the drawing. A grade of no known scale has only its word.
 */
export function drawGradeSteps({rank, of}: Grade): string {
  if (rank === undefined || of === undefined || of < 1 || rank > of) return ''
  const steps = placeSteps(of)
  const base = tallest + edge
  const bars = steps.map(({x, height}, index) =>
    drawElement('rect', {
      class: index + 1 === rank ? 'chart__given' : 'chart__step',
      x,
      y: round(base - height),
      width: stepWidth,
      height,
    }),
  )
  const middle = (steps[rank - 1]?.x ?? 0) + stepWidth / 2
  const point = drawElement('path', {
    class: 'chart__pointer',
    d: `M${middle} ${base + 3}l${stepWidth / 2 - 1} ${pointer - 1}h-${stepWidth - 2}z`,
  })
  const width = 2 * edge + of * (stepWidth + gap) - gap
  return drawCanvas({width, height: base + 3 + pointer, className: 'chart--steps'}, [...bars, point])
}
