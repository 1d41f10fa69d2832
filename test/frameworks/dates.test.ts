import {expect, it} from 'vitest'
import {readDate, readPeriod} from '../../src/frameworks/dates.ts'

it.each([
  ['2009/10', '2009-10'],
  ['2002/2003', '2002-03'],
  ['2007 – 08', '2007-08'],
  ['1999-2000', '1999-00'],
  ['2009-2019', undefined],
  ['in 2024', undefined],
])('reads the period %s', (text, period) => expect(readPeriod(text)).toBe(period))

it.each([
  ['27th October 2008', '2008-10-27'],
  ['26TH August 2003', '2003-08-26'],
  ['September 2024', '2024-09'],
  ['no date', undefined],
])('reads the date %s', (text, date) => expect(readDate(text)).toBe(date))
