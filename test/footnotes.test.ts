import {describe, expect, it} from 'vitest'
import {findMarks, lowerMark, raiseMark, readNoteMark} from '../src/footnotes.ts'

describe('readNoteMark', () => {
  it.each([
    ['³ Direct Payments Blog', '3'],
    ['¹⁰Papers', '10'],
    ['3 Direct Payments', undefined],
    ['²/₃ of them', undefined],
  ])('reads %s', (text, mark) => expect(readNoteMark(text)).toBe(mark))
})

describe('findMarks', () => {
  it('finds superscripts with their places', () =>
    expect(findMarks('one (E25³) and two.¹⁰')).toEqual([
      {mark: '3', at: 8, to: 9},
      {mark: '10', at: 19, to: 21},
    ]))

  it.each(['120 m²', 'a km² of parks', '10⁶ people', '22nd'])('takes no mark from %s', (text) =>
    expect(findMarks(text)).toEqual([]),
  )
})

it('raises and lowers figures', () => expect(lowerMark(raiseMark('1029'))).toBe('1029'))
