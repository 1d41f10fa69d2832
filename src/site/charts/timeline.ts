import type {Grade} from '../../assessment.ts'
import {drawCanvas, drawElement, round} from './svg.ts'
import {drawWords, lineHeight, wrapWords} from './words.ts'

/** One report in the timeline, the oldest first. */
export interface TimelineRow {
  /** `2009/10` */
  readonly year: string
  readonly overall: Grade | undefined
  /** What stands in place of an overall grade: `No overall grade`. */
  readonly instead: string
  /** Whether grades before this one stand on other scales, or may do: the line of time is broken here. */
  readonly isBroken: boolean
}

const width = 320
const axis = 12
const left = 36
const room = width - left
const bar = 16
const between = 28

/**
 * Draws the reports of a council down a line of time. Each overall grade is marked on its own scale, the best on the left;
 * two marks are joined only where both stand on one scale, and where the rules change the line of time is broken.
 */
export function drawTimeline(rows: readonly TimelineRow[], label: string): string {
  if (rows.length === 0) return ''
  const drawn: string[] = []
  let y = 4
  let before: {readonly grade: Grade; readonly x: number; readonly y: number} | undefined
  let from: number | undefined
  for (const row of rows) {
    if (row.isBroken && from !== undefined) {
      const lines = wrapWords('Other rules from here on', room)
      drawn.unshift(drawAxis(from, y))
      drawn.push(drawBreak(y + 4), ...drawWords(lines, {x: left, y: y + 20, className: 'chart__note'}))
      y += 20 + lines.length * lineHeight + 24
      drawn.push(drawBreak(y - 18))
      from = y
      before = undefined
    }
    from ??= y
    const top = y
    drawn.push(
      drawElement('circle', {class: 'chart__year', cx: axis, cy: top + lineHeight / 2, r: 7}),
      ...drawWords([row.year], {x: left, y, className: 'chart__word chart__word--strong'}),
    )
    y += lineHeight
    const lines = wrapWords(row.overall ? `Overall: ${row.overall.label}` : row.instead, room)
    drawn.push(...drawWords(lines, {x: left, y, className: 'chart__word'}))
    y += lines.length * lineHeight
    const mark = row.overall && drawScale(row.overall, y + 6)
    if (mark && row.overall) {
      const {grade, x} = {grade: row.overall, x: mark.x}
      if (before && isOneScale(before.grade, grade))
        // First, so that words stand over it.
        drawn.unshift(drawElement('path', {class: 'chart__join', d: `M${before.x} ${before.y}L${x} ${y + 6}`}))
      drawn.push(...mark.drawn)
      before = {grade, x, y: y + 6 + bar}
      y += bar + 6 + lineHeight
    } else before = undefined
    y += between
  }
  if (from !== undefined) drawn.unshift(drawAxis(from, y - between))
  return drawCanvas({width, height: y - between + 6, className: 'chart--timeline', label}, drawn)
}

const isOneScale = (one: Grade, other: Grade) =>
  one.scale !== undefined && one.scale === other.scale && one.of === other.of

const drawAxis = (from: number, to: number) =>
  drawElement('path', {class: 'chart__axis', d: `M${axis} ${round(from)}V${round(to)}`})

/** A saw's teeth across the whole drawing: nothing passes here. */
const drawBreak = (y: number) =>
  drawElement('path', {class: 'chart__break', d: `M2 ${round(y)}${'l8 6l8 -6'.repeat(Math.floor((width - 4) / 16))}`})

/** The steps of a scale in a row, with the given one full; `undefined` when nobody knows the scale. */
function drawScale({rank, of}: Grade, y: number): {readonly x: number; readonly drawn: string[]} | undefined {
  if (rank === undefined || of === undefined || of < 1 || rank > of) return
  const pitch = Math.min(64, (room - 2) / of)
  const drawn = Array.from({length: of}, (_, index) =>
    drawElement('rect', {
      class: index + 1 === rank ? 'chart__given' : 'chart__step',
      x: round(left + 1 + index * pitch),
      y,
      width: round(pitch - 5),
      height: bar,
    }),
  )
  const under = y + bar
  const end = round(left + of * pitch - 4)
  const ends = [
    ...drawWords(['best'], {x: left + 1, y: under, className: 'chart__note'}),
    ...drawWords(['lowest'], {x: end, y: under, className: 'chart__note chart__note--end'}),
  ]
  return {x: round(left + 1 + (rank - 1) * pitch + (pitch - 5) / 2), drawn: of > 1 ? [...drawn, ...ends] : drawn}
}
