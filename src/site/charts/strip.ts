import type {Grade} from '../../assessment.ts'
import {drawCanvas, drawElement} from './svg.ts'

const size = 11
const pitch = 15
const dot = 1.75

/**
 * Draws how a council did: a column for each thing that was graded, in printed order, with its one mark as high as its
 * grade on the scale that all of them share. The sentence beside the drawing says the same in words.
 */
export function drawStrip(grades: readonly Grade[]): string {
  const of = grades[0]?.of
  if (of === undefined || grades.some((grade) => grade.rank === undefined || grade.of !== of)) return ''
  const marks = grades.flatMap(({rank}, column) =>
    Array.from({length: of}, (_, row) => {
      const x = 1 + column * pitch
      const y = 1 + row * pitch
      return row + 1 === rank
        ? drawElement('rect', {class: 'chart__given', x, y, width: size, height: size})
        : drawElement('circle', {class: 'chart__dot', cx: x + size / 2, cy: y + size / 2, r: dot})
    }),
  )
  const across = (count: number) => count * pitch - (pitch - size) + 2
  return drawCanvas({width: across(grades.length), height: across(of), className: 'chart--strip'}, marks)
}
