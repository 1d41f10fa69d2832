import {expect, it} from 'vitest'
import {keepTogether, recase} from '../../src/variants/large-print.ts'

it.each([
  ['KEY STRENGTHS AND AREAS FOR DEVELOPMENT BY OUTCOME', 'Key strengths and areas for development by outcome'],
  ['LETTER FROM THE NHS IN LEEDS', 'Letter from the NHS in Leeds'],
  ['WARDS AFFECTED', 'WARDS AFFECTED'],
  [
    'ADULT SOCIAL SERVICES ASSESSMENT OF PERFORMANCE 2009/10 :Leicester',
    'Adult social services assessment of performance 2009/10 :Leicester',
  ],
  ['The NHS, PCT and NHS work', 'The NHS, PCT and NHS work'],
  ['SERVICES FOR THE NHS, then more', 'Services for the NHS, then more'],
])('sets %s without a block of capitals', (printed, laid) =>
  expect(recase(printed, new Set(['NHS', 'PCT', 'Leeds']))).toBe(laid),
)

it.each([
  ['They wait 14 weeks in all', 'They wait 14\u00a0weeks in all'],
  ['See Outcome 7 of the report', 'See Outcome\u00a07 of the report'],
  ['on 27th October 2008 at noon', 'on 27th\u00a0October\u00a02008 at noon'],
  ['call 0116 252 8300.', 'call 0116\u00a0252\u00a08300.'],
  ['Dear Mr Cozens', 'Dear Mr\u00a0Cozens'],
])('keeps together what belongs together in "%s"', (printed, laid) => expect(keepTogether(printed)).toBe(laid))
