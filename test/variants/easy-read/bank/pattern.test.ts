import {describe, expect, it} from 'vitest'
import {agree, conjugate, inflectPhrase} from '../../../../src/variants/easy-read/bank/inflect.ts'
import {
  conjugatePattern,
  countSlots,
  countWords,
  listRequired,
  PatternError,
  readPattern,
} from '../../../../src/variants/easy-read/bank/pattern.ts'
import {tokenise} from '../../../../src/variants/easy-read/bank/tokens.ts'

describe('readPattern', () => {
  it('reads words, choices, optional words and slots', () => {
    expect(readPattern('[rate|number] of (the) {thing2}')).toEqual([
      {ways: [[{literal: 'rate'}], [{literal: 'number'}]], isOptional: false},
      {literal: 'of'},
      {ways: [[{literal: 'the'}]], isOptional: true},
      {slot: 'thing', name: 'thing2'},
    ])
  })

  it('reads a bracket that the report prints', () => {
    expect(readPattern(String.raw`Fair Access \( FAC \)`)).toEqual(
      ['fair', 'access', '(', 'fac', ')'].map((literal) => ({literal})),
    )
  })

  it('gives all forms of what is done one name', () => {
    expect(readPattern('{doing} and {deed2}')).toMatchObject([
      {slot: 'doing', name: 'do'},
      {},
      {slot: 'deed', name: 'do2'},
    ])
  })

  it.each([
    ['(the) (a)', /may be nothing/],
    ['the [a|b', /expected `\]`/],
    ['the {thing', /expected `}`/],
    ['the {colour}', /Unexpected slot `{colour}`, expected one of thing, /],
    ['the ) thing', /Unexpected `\)`/],
  ])('refuses %s', (pattern, message) => {
    expect(() => readPattern(pattern)).toThrow(PatternError)
    expect(() => readPattern(pattern)).toThrow(message)
  })

  it('knows which slots and words a pattern always has', () => {
    const pattern = readPattern('[more {thing}|{thing} and {people}] (in {place})')
    const {always, most} = countSlots(pattern)
    expect([...always]).toEqual(['thing'])
    expect(Object.fromEntries(most)).toEqual({thing: 1, people: 1, place: 1})
    expect(countSlots(readPattern('{thing} or {thing}')).most.get('thing')).toBe(2)
    expect(countWords(pattern)).toBe(2)
    expect(listRequired(pattern).map((words) => [...words])).toEqual([['more', 'and']])
  })

  it('conjugates the verb that a pattern begins with', () => {
    const forms = Object.fromEntries(
      conjugatePattern(readPattern('[give|plan] {thing}')).map(({form, pattern}) => [form, JSON.stringify(pattern[0])]),
    )
    expect(forms['doing']).toContain('"giving"')
    expect(forms['doing']).toContain('"planning"')
    expect(forms['did']).toContain('"given"')
    expect(() => conjugatePattern(readPattern('{thing} grows'))).toThrow('expected a verb')
  })
})

describe('verbs', () => {
  it.each([
    ['improve', 'improves', 'improving', 'improved'],
    ['carry', 'carries', 'carrying', 'carried'],
    ['plan', 'plans', 'planning', 'planned'],
    ['reach', 'reaches', 'reaching', 'reached'],
    ['make', 'makes', 'making', 'made'],
    ['get', 'gets', 'getting', 'got'],
    ['agree', 'agrees', 'agreeing', 'agreed'],
  ])('have their forms: %s', (verb, does, doing, did) => expect(conjugate(verb)).toMatchObject({does, doing, did}))

  it('agree with one and with many', () => {
    expect(['is', 'needs', 'has', 'reaches', 'works', 'was'].map((verb) => agree(verb, 'many'))).toEqual([
      'are',
      'need',
      'have',
      'reach',
      'work',
      'were',
    ])
    expect(agree('needs', 'one')).toBe('needs')
  })

  it('are set in one form, both of two', () => {
    expect(inflectPhrase('find and keep staff', 'doing')).toBe('finding and keeping staff')
    expect(inflectPhrase('find staff and keep them', 'does')).toBe('finds staff and keep them')
  })
})

describe('tokenise', () => {
  const fold = (phrase: string) => tokenise(phrase).map(({folded}) => folded)
  it('parts hyphens and possessives, and leaves bullets, quotation marks and full stops out', () => {
    expect(fold('• Self-directed support.')).toEqual(['self', 'directed', 'support'])
    expect(fold("The council's “cost”, carers’ needs")).toEqual([
      'the',
      'council',
      '’s',
      'cost',
      ',',
      'carers',
      '’s',
      'needs',
    ])
    expect(fold('R&D')).toEqual(['r', 'and', 'd'])
  })
  it('leaves the number of an item and the codes of evidence out', () => {
    expect(fold('2. Waiting lists (E56)')).toEqual(['waiting', 'lists'])
    expect(fold('b) Reviews (E23, IR36).')).toEqual(['reviews'])
    expect(fold('24 reviews (E is a code)')).toEqual(['24', 'reviews', '(', 'e', 'is', 'a', 'code', ')'])
  })
  it('keeps amounts and percentages whole', () => expect(fold('96.1% of £1,000')).toEqual(['96.1%', 'of', '£1,000']))
})
