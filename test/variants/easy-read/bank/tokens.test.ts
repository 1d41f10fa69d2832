import {describe, expect, it} from 'vitest'
import {tokenise} from '../../../../src/variants/easy-read/bank/tokens.ts'

describe('tokenise', () => {
  it.each([
    ['Good home care.', ['good', 'home', 'care']],
    ['• “Self-directed” support!', ['self', 'directed', 'support']],
    ["the council's plans", ['the', 'council', '’s', 'plans']],
    ['the council’s plans', ['the', 'council', '’s', 'plans']],
    ['carers’ assessments', ['carers', '’s', 'assessments']],
    ['health & safety', ['health', 'and', 'safety']],
    [
      'reviews, visits; and (some) calls: day/night',
      ['reviews', ',', 'visits', ';', 'and', '(', 'some', ')', 'calls', ':', 'day', '/', 'night'],
    ],
    ['94.4% of people', ['94.4%', 'of', 'people']],
    ['94.4 % of people', ['94.4%', 'of', 'people']],
    ['£2,000 for 3,850 people', ['£2,000', 'for', '3,850', 'people']],
    ['£2.5 million', ['£2.5', 'million']],
    ['In 2009-10, 14.', ['in', '2009', '10', ',', '14']],
    ['2008/09', ['2008', '/', '09']],
    ['cafe\u0301 care', ['café', 'care']],
    ['', []],
    ['— … •', []],
  ])('splits %j into %j', (phrase, folded) => expect(tokenise(phrase).map((token) => token.folded)).toEqual(folded))

  it('keeps how a word is printed, by which names are known', () =>
    expect(tokenise('Leeds CARE').map(({printed}) => printed)).toEqual(['Leeds', 'CARE']))
})
