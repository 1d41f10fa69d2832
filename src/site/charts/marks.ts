import {drawCanvas, drawElement} from './svg.ts'

const size = 14
const pitch = 18
/** Ten to a row, so that many can still be counted. */
const inRow = 10

/** Draws one mark for each thing that was graded so; the number and the grade's word stand beside the drawing. */
export function drawMarks(count: number): string {
  if (count < 1) return ''
  const marks = Array.from({length: count}, (_, index) =>
    drawElement('rect', {
      class: 'chart__given',
      x: 1 + (index % inRow) * pitch,
      y: 1 + Math.floor(index / inRow) * pitch,
      width: size,
      height: size,
    }),
  )
  const across = Math.min(count, inRow)
  const down = Math.ceil(count / inRow)
  return drawCanvas(
    {width: across * pitch - (pitch - size) + 2, height: down * pitch - (pitch - size) + 2, className: 'chart--marks'},
    marks,
  )
}
