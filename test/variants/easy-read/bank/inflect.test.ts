import {describe, expect, it} from 'vitest'
import {agree, conjugate, inflectPhrase} from '../../../../src/variants/easy-read/bank/inflect.ts'

describe('conjugate', () => {
  it.each([
    ['improve', 'improves', 'improving', 'improved'],
    ['help', 'helps', 'helping', 'helped'],
    ['carry', 'carries', 'carrying', 'carried'],
    ['stay', 'stays', 'staying', 'stayed'],
    ['reach', 'reaches', 'reaching', 'reached'],
    ['assess', 'assesses', 'assessing', 'assessed'],
    ['use', 'uses', 'using', 'used'],
    ['agree', 'agrees', 'agreeing', 'agreed'],
    ['plan', 'plans', 'planning', 'planned'],
    ['refer', 'refers', 'referring', 'referred'],
    ['offer', 'offers', 'offering', 'offered'],
    ['develop', 'develops', 'developing', 'developed'],
    ['visit', 'visits', 'visiting', 'visited'],
    ['travel', 'travels', 'travelling', 'travelled'],
    ['show', 'shows', 'showing', 'showed'],
    ['fix', 'fixes', 'fixing', 'fixed'],
    ['be', 'is', 'being', 'was'],
    ['have', 'has', 'having', 'had'],
    ['make', 'makes', 'making', 'made'],
    ['get', 'gets', 'getting', 'got'],
    ['see', 'sees', 'seeing', 'saw'],
    ['give', 'gives', 'giving', 'gave'],
    ['seek', 'seeks', 'seeking', 'sought'],
    ['lose', 'loses', 'losing', 'lost'],
    ['fall', 'falls', 'falling', 'fell'],
    ['leave', 'leaves', 'leaving', 'left'],
  ])('%s: %s, %s, %s', (verb, does, doing, did) => expect(conjugate(verb)).toMatchObject({do: verb, does, doing, did}))

  it('knows a participle that is another word than the past', () =>
    expect([conjugate('give').done, conjugate('undertake').done, conjugate('help').done]).toEqual([
      'given',
      'undertaken',
      undefined,
    ]))
})

describe('inflectPhrase', () => {
  it.each([
    ['make it better', 'doing', 'making it better'],
    ['find and keep staff', 'did', 'found and kept staff'],
    ['plan and buy {thing}', 'does', 'plans and buys {thing}'],
    ['listen', 'doing', 'listening'],
    ['help carers and staff', 'does', 'helps carers and staff'],
  ] as const)('sets the verb of `%s` in the form `%s`', (phrase, form, expected) =>
    expect(inflectPhrase(phrase, form)).toBe(expected),
  )
})

describe('agree', () => {
  it.each([
    ['is', 'are'],
    ['has', 'have'],
    ['was', 'were'],
    ['does', 'do'],
    ['goes', 'go'],
    ['needs', 'need'],
    ['makes', 'make'],
    ['uses', 'use'],
    ['closes', 'close'],
    ['increases', 'increase'],
    ['reaches', 'reach'],
    ['passes', 'pass'],
    ['fixes', 'fix'],
    ['tries', 'try'],
    ['must', 'must'],
    ['can', 'can'],
  ])('says `%s` of one and `%s` of several', (one, many) =>
    expect([agree(one, 'one'), agree(one, 'many')]).toEqual([one, many]),
  )
})
