import {describe, expect, it} from 'vitest'
import {makeSectionRecords} from '../../src/search/records.ts'
import {listSameWords, listWords, normalise} from '../../src/search/words.ts'
import {content, readProject} from '../support/publication.ts'

// The script of the page, as the browser has it.
const page = await import('../../layouts/assets/search-words.js' as string)
const records = makeSectionRecords(readProject().publication, content)
const groups = listSameWords(records, content)
const words = listWords(records)

describe('the words of a query', () => {
  it('are made as small and plain as those of the index', () => {
    for (const text of ['Ynys Môn: Carers’ BREAK', '"direct  payments" & £5', 'E23/IR36'])
      expect(page.normalise(text)).toBe(normalise(text))
  })

  it('are told apart from exact phrases and from small words', () => {
    expect(page.readQuery('is "extra care" good for carers')).toEqual({
      phrases: ['extra care'],
      words: ['is', 'good', 'for', 'carers'],
      telling: ['carers'],
    })
    expect(page.readQuery('who is it').telling).toEqual(['who', 'is', 'it'])
  })
})

describe('a query as the index reads it', () => {
  it.each([
    ['CareFirst', '"Care First"'],
    ['self-directed support', 'self directed support'],
    ['DoLS and JSNA', 'DoLS and JSNA'],
    ['“Making it Real” 24/7', '"Making it Real" 24 7'],
  ])('%s is %s', (typed, read) => expect(page.prepare(typed)).toBe(read))
})

describe('words that mean the same', () => {
  const also = (query: string) =>
    page.findSameWords(query, groups).also.map(({form}: {form: string}) => form.toLowerCase())

  it('lead from everyday words to those of the documents', () => {
    expect(also('break for carers').join()).toMatch(/respite|short break/)
    expect(also("old people's home").join()).toMatch(/care home|residential/)
    expect(also('black and minority ethnic').join()).toMatch(/bme/)
  })

  it('are not looked for in an exact phrase, and hold nothing that is found already', () => {
    expect(also('"break for carers"')).toEqual([])
    expect(also('safeguarding').filter((form: string) => form.includes('safeguarding'))).toEqual([])
  })

  it('take the place of the words that they mean, beside the others', () => {
    const [first] = page.findSameWords("old people's home Leeds", groups).also
    expect(first.query).toMatch(/^leeds /)
    expect(first.query).not.toMatch(/old|people/)
  })
})

describe('a mistyped word', () => {
  it.each([
    ['safegaurding', 'safeguarding'],
    ['liecester', 'leicester'],
    ['dignaty', 'dignity'],
    ['carrers', 'carers'],
    ['acommodation', 'accommodation'],
  ])('%s is near %s', (typed, meant) => expect(page.findNearest(typed, words)).toBe(meant))

  it('is none when the index has it, when it is a number, or when nothing is near', () => {
    expect(page.findNearest('safeguarding', words)).toBeUndefined()
    expect(page.findNearest('20033', words)).toBeUndefined()
    expect(page.findNearest('xyzzyplugh', words)).toBeUndefined()
  })
})

describe('a query with words that no report has', () => {
  const index = {words, known: new Set(words), sameWords: groups}

  it('gets the nearest ones, or goes without', () => {
    expect(page.mend('Safegaurding in Liecester', index)).toEqual({query: 'safeguarding in leicester', missing: []})
    expect(page.mend('xyzzyplugh carers', index)).toEqual({query: 'carers', missing: ['xyzzyplugh']})
  })

  it('stays as it is with other endings, beginnings and exact phrases', () => {
    for (const query of ['carer', 'assessing', 'safeg', '"safegaurding"', 'policies', '2009', 'bed blocking', 'graded'])
      expect(page.mend(query, index)).toEqual({query, missing: []})
  })
})

describe('names in a query', () => {
  const values = {Council: ['Leeds City Council', 'Leicester City Council'], Grade: ['Poor', 'Good']}

  it('are councils, and grades where it asks for a grade', () => {
    expect(page.findNamed('is care in leeds good', values)).toEqual({words: ['leeds'], values: {Council: new Set([0])}})
    expect(page.findNamed('who was graded poor', values).values).toEqual({Grade: new Set([0])})
    expect(page.findNamed('the city council', values).words).toEqual([])
  })
})

describe('hits of several searches', () => {
  it('become one list, each section once, those that several searches find first', () => {
    const hit = (id: string, score: number) => ({id, score, data: () => ({})})
    const merged = page.merge([
      {hits: [hit('a', 4), hit('b', 2)], weight: 1},
      {hits: [hit('c', 9), hit('b', 9)], weight: 0.8},
    ])
    expect(merged.map(({id}: {id: string}) => id)).toEqual(['b', 'c', 'a'])
  })
})

describe('narrowing', () => {
  const facets = {Council: [0, 0, 1, 1], Grade: [0, 1, 0, -1]}

  it('keeps what has all that was chosen, and one of several values of a facet', () => {
    const {kept} = page.narrow([0, 1, 2, 3], facets, {Council: new Set([0, 1]), Grade: new Set([0])})
    expect(kept).toEqual([0, 2])
  })

  it('counts for each value what it would show besides the rest', () => {
    const {counts} = page.narrow([0, 1, 2, 3], facets, {Council: new Set([0])})
    expect([...counts.Council]).toEqual([
      [0, 2],
      [1, 2],
    ])
    expect([...counts.Grade]).toEqual([
      [0, 1],
      [1, 1],
    ])
  })
})
