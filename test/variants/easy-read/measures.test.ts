import {describe, expect, it} from 'vitest'
import {familiarBritishWords, isOnDaleChall, isOnSpache} from '../../../src/variants/easy-read/familiar-words.ts'
import {findUnfamiliar, measure} from '../../../src/variants/easy-read/measures.ts'

const glossary = [
  {term: 'carer', forms: ['carers']},
  {term: 'direct payment', forms: ['direct payments', 'DP']},
  {term: 'direct payment support', forms: []},
]

describe('measure', () => {
  it('counts lines and words, the average and the longest', () => {
    expect(measure(['People wait 14 weeks.', 'It is good – so far.', ''], [])).toMatchObject({
      lines: 2,
      words: 9,
      averageWords: 4.5,
      longest: 5,
    })
  })

  it('gives the Flesch–Kincaid grade by its formula', () => {
    // Six words, six syllables, one sentence.
    expect(measure(['The cat sat on the mat.'], []).grade).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 10)
    // Two sentences, five words, nine syllables; digits are one.
    expect(measure(['People waited.', 'Carers waited 14.'], []).grade).toBeCloseTo(
      0.39 * (5 / 2) + 11.8 * (9 / 5) - 15.59,
      10,
    )
  })

  it('gives shares by both lists, the words of the glossary left aside', () => {
    // `improve` is on Dale–Chall's list and not on Spache's; `implementation` is on neither.
    const {unfamiliar} = measure(['Carers improve the implementation.'], glossary)
    expect(unfamiliar.daleChall).toBeCloseTo(1 / 3)
    expect(unfamiliar.spache).toBeCloseTo(2 / 3)
  })

  it('knows a name at the start of a line by its use inside another', () => {
    expect(measure(['Northwold wrote it.'], []).unfamiliar.daleChall).toBeCloseTo(1 / 3)
    expect(measure(['Northwold’s staff wrote it.', 'It is about Northwold.'], []).unfamiliar.daleChall).toBeCloseTo(
      1 / 8,
    )
  })

  it('gives noughts for no lines', () =>
    expect(measure([], [])).toEqual({
      lines: 0,
      words: 0,
      averageWords: 0,
      longest: 0,
      grade: 0,
      unfamiliar: {daleChall: 0, spache: 0},
    }))
})

describe('findUnfamiliar', () => {
  it.each([
    ['The council has robust governance.', ['council', 'robust', 'governance']],
    // Inflections of listed words, one of each kind.
    ['She stopped running, carries bigger boxes, is kindest and happily helped; a boy’s meetings.', []],
    ['The horses tried hoping, slowly and simply.', []],
    // British spellings of listed words, and words that Britain has and the lists lack.
    ['My neighbour’s favourite colour is grey, and Mum is at the day centre.', []],
    ['My mum posts an email online.', []],
    // Names and numbers.
    ['The report is about Northwold in 2009-10 and costs £2,000.', []],
    ['Write to help@example.org or see www.example.org/help.', []],
    ['A well-known and multi-agency problem.', ['multi-agency', 'problem']],
    ['Procurement is hard.', ['Procurement']],
  ])('in "%s" finds %j', (line, words) => expect(findUnfamiliar(line, [])).toEqual(words))

  it('leaves the words of a term aside only where the whole term stands', () => {
    expect(findUnfamiliar('A Direct payment support carer’s DP.', glossary)).toEqual([])
    expect(findUnfamiliar('Carers need payment support.', glossary)).toEqual(['support'])
  })

  it('takes names that are handed in', () =>
    expect(findUnfamiliar('Northwold wrote it.', [], new Set(['Northwold']))).toEqual([]))

  it.each(['jumpinged', 'bing', 'caress', 'provider', 'information', 'x'])('does not take %s for familiar', (word) =>
    expect(findUnfamiliar(`The ${word}`, [])).toEqual([word]),
  )
})

describe('familiarBritishWords', () => {
  it('has only words that a list lacks, each once', () => {
    expect(familiarBritishWords.filter((word, index) => familiarBritishWords.indexOf(word) !== index)).toEqual([])
    expect(familiarBritishWords.filter((word) => word.length < 2 || word !== word.toLowerCase())).toEqual([])
    expect(familiarBritishWords.every((word) => isOnDaleChall(word) && isOnSpache(word))).toBe(true)
  })

  it('has no word of the trade', () =>
    expect(
      ['council', 'service', 'support', 'carer', 'outcome'].filter((w) => familiarBritishWords.includes(w)),
    ).toEqual([]))
})
