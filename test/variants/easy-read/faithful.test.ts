import {describe, expect, it} from 'vitest'
import {type Held, holdAgainst} from '../../../src/variants/easy-read/faithful.ts'
import {logShares, softenPercent} from '../../../src/variants/easy-read/numbers.ts'

const hold = (line: string | string[], words: string, more: Partial<Held> = {}) =>
  holdAgainst([line].flat(), {words, names: ['Northwold City Council'], grades: ['Excellent', 'Poor'], ...more}).map(
    ({level, rule}) => `${level} ${rule}`,
  )

describe('lines held against the report’s words', () => {
  it.each([
    ['a number', 'People wait 15 weeks.', 'The wait is 14 weeks.', 'stop number-not-in-source'],
    ['a number in words', 'There are four teams.', 'There are three teams.', 'stop number-not-in-source'],
    ['a year', 'It began in 2009-10.', 'It began in 2008/09.', 'stop number-not-in-source'],
    ['a share', 'More than 8 out of every 10 came.', '94.4% came.', 'stop number-not-in-source'],
    ['a size', 'The number doubled.', 'The number rose.', 'stop number-not-in-source'],
    ['a name', 'The council works with Eastmere.', 'The council works with Westmarch.', 'stop name-not-in-source'],
    ['a grade', 'The grade is Poor.', 'The grade is Excellent.', 'stop grade-not-in-source'],
    ['a new negation', 'The plan is not good.', 'The plan is good.', 'stop negation-new'],
    ['a lost negation', 'The plan is good.', 'The plan isn’t good.', 'stop negation-lost'],
    ['a direction', 'Fewer people get help.', 'The number of people increased.', 'warn fewer-not-in-source'],
    ['a scope', 'All people get help.', 'People get help.', 'warn all-not-in-source'],
    ['a time', 'The council did improve it.', 'The council will improve it.', 'warn did-not-in-source'],
    ['something worse', 'Transport is bad.', 'Transport.', 'warn worse-not-in-source'],
  ])('show %s', (_, line, words, fault) => expect(hold(line, words)).toContain(fault))

  it.each([
    ['digits for a word', 'There are 3 teams.', 'There are three teams.'],
    ['a number with a space in it', 'The council helps 3,850 people.', 'ASC supports 3 850 people.'],
    ['a span of years', 'It began in 2008/09.', 'It began in 2008-09.'],
    ['a share by its size and exactly', 'More than 9 out of every 10 came.', '94.4% came.'],
    ['a share that is printed as one', 'It met 3 out of the 4.', 'It met 3 of the 4 targets.'],
    ['the council’s name', 'Here Northwold City Council is good.', 'The authority is good.'],
    ['as many negations', 'No child had to leave.', 'No child was excluded.'],
    ['more for an increase', 'More people get help.', 'The number of people has increased.'],
  ])('let %s pass', (_, line, words) => expect(hold(line, words)).toEqual([]))

  it('count a negation in all lines together', () => {
    expect(hold(['It is new.', 'It does not cost more.'], 'It is new and does not cost more.')).toEqual([])
    expect(hold(['It is not new.', 'It does not cost more.'], 'It is new and does not cost more.')).toEqual([
      'stop negation-new',
    ])
  })

  it('take licensed words for others that are there', () => {
    const because = {'4 times a year': 'quarterly'}
    expect(hold('It meets 4 times a year.', 'It meets quarterly.', {because})).toEqual([])
    expect(hold('It meets 4 times a year.', 'It meets monthly.', {because})).toContain('stop licence-without-words')
    expect(hold('It meets often.', 'It meets quarterly.', {because})).toContain('stop licence-unused')
  })

  it('expect an improvement to get better whatever its words are', () => {
    expect(hold('Transport needs to get better.', 'Transport', {isToImprove: true})).toEqual([])
    expect(hold('Transport needs to get better.', 'Transport')).toEqual(['warn better-not-in-source'])
  })
})

describe('a percentage', () => {
  it.each([
    [100, 'all'],
    [99.9, 'nearly all'],
    [95, 'nearly all'],
    [94.4, 'more than 9 out of every 10'],
    [90, '9 out of every 10'],
    [55, 'more than 5 out of every 10'],
    [50, 'half'],
    [49.9, 'more than 4 out of every 10'],
    [10, '1 out of every 10'],
    [7, '7 out of 100'],
  ])('of %s is told as “%s”', (percent, share) => {
    expect(softenPercent(percent)).toEqual({share, exact: `${percent} out of 100`})
  })

  it('is never rounded up, and only 100 is all', () => {
    for (let tenth = 0; tenth < 1000; tenth++) {
      const {share} = softenPercent(tenth / 10)
      expect(share).not.toBe('all')
      const [, told] = /^(?:more than )?(\d+) out of every 10$/.exec(share) ?? []
      if (told) expect(Number(told) * 100).toBeLessThanOrEqual(tenth)
    }
  })

  it('is logged with what may be said of it', () => {
    expect(logShares('96.1% of items, and 7 per cent').map(({printed, share}) => [printed, share.share])).toEqual([
      ['96.1%', 'nearly all'],
      ['96.1%', 'more than 9 out of every 10'],
      ['7 per cent', '7 out of 100'],
    ])
  })
})
