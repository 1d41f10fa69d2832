import {describe, expect, it} from 'vitest'
import {tellPhrase} from '../../../../src/variants/easy-read/bank/grammar.ts'
import {moreInReport, tellFinding} from '../../../../src/variants/easy-read/bank/tell-finding.ts'
import {tokenise} from '../../../../src/variants/easy-read/bank/tokens.ts'
import {readSmallBank, words} from '../../../support/small-bank.ts'

const bank = readSmallBank({
  ...words,
  good: `
- says: ["{thing}", "{quality} {thing}"]
  lines: ["{Thing is} good."]
  example: Strong transport
- says: ["we are {doing}"]
  lines: ["The council is {doing}."]
  example: we are improving transport
- says: ["{percent} of {people} get {thing}"]
  lines: ["{Percent share} people get {thing}.", "The exact number is {percent exact}."]
  example: 94.4% of people get transport
`,
  better: `
- says: ["{thing}"]
  lines: ["{Thing needs} to get better."]
  example: Day services
- says: ["waiting times for {thing}"]
  lines: ["People wait for {thing}.", "This needs to get better."]
  example: Waiting times for transport
- says: ["{deed}", "(to) {do}"]
  lines: ["The council needs to {do}."]
  example: To improve transport
`,
})
const tell = (text: string, polarity: 'good' | 'better' = 'better', lead?: string) => {
  const telling = tellFinding(text, polarity, bank, lead)
  return 'told' in telling ? telling.told.lines : telling.why
}

describe('tellFinding', () => {
  it('tells a phrase by its list', () => {
    expect(tell('Transport', 'good')).toEqual(['Transport is good.'])
    expect(tell('Transport', 'better')).toEqual(['Transport needs to get better.'])
  })

  it('lets the words agree in number', () => {
    expect(tell('Day services')).toEqual(['Services need to get better.'])
    expect(tell('Transport and day services', 'good')).toEqual(['Transport and services are good.'])
  })

  it('takes the way that needs the fewest entries', () => {
    expect(tell('Waiting times for transport')).toEqual(['People wait for transport.', 'This needs to get better.'])
    expect(tell('Waits for transport')).toEqual(['The wait for transport needs to get better.'])
  })

  it('meets a verb in each of its forms', () => {
    for (const phrase of ['Improve transport', 'To improve transport', 'Improvement in transport.'])
      expect(tell(phrase), phrase).toEqual(['The council needs to make transport better.'])
  })

  it('begins with what the heading of the list says', () => {
    expect(tell('Improving transport', 'good')).toBe('no-match')
    expect(tell('Improving transport', 'good', 'we are')).toEqual(['The council is making transport better.'])
  })

  it('tells a share by its size and exactly', () => {
    expect(tell('94.4% of older people get transport', 'good')).toEqual([
      'More than 9 out of every 10 people get transport.',
      'The exact number is 94.4 out of 100.',
    ])
  })

  it('tells nothing of a phrase of which a word belongs to no entry', () => {
    expect(tell('Purple transport')).toBe('no-match')
    expect(tell('Transport in the dark')).toBe('no-match')
    expect(tell('')).toBe('no-match')
  })

  it('tells each sentence, or the first one when the others take nothing back', () => {
    expect(tell('Transport. Day services.')).toEqual(['Transport needs to get better.', 'Services need to get better.'])
    expect(tell('Transport. It runs on Mondays.')).toEqual(['Transport needs to get better.', moreInReport])
    for (const turn of ['However, it runs.', 'It is not late.', 'But few use it.', 'It doesn’t run.'])
      expect(tell(`Transport. ${turn}`), turn).toBe('no-match')
  })

  it('ends with long and with deep phrases', () => {
    const many = Array.from({length: 20}, () => 'transport').join(' and ')
    expect(tell(many)).not.toBe('')
    expect(tell('transport '.repeat(5000))).toBe('no-match')
    expect(tell('Transport. '.repeat(2000))).toEqual(['Transport needs to get better.', moreInReport])
  })
})

describe('two ways to tell a phrase', () => {
  it('that say the same are one, and that say something else are none', () => {
    expect(tellPhrase(tokenise('transport and transport and transport'), 'thing', bank.grammars.good)).toHaveLength(1)
    const things = `
- says: [lifts]
  easy: rides
- says: [lifts]
  easy: lifts in a house
- says: [stairs]
  easy: stairs
`
    const entries = `
- says: ["better {thing}"]
  lines: ["There should be {thing}."]
  example: better stairs
`
    const unsure = readSmallBank({things, better: entries})
    expect(tellFinding('better lifts', 'better', unsure)).toEqual({why: 'ambiguous'})
  })
})
