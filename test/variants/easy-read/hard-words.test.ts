import {describe, expect, it} from 'vitest'
import type {Term} from '../../../src/content.ts'
import {explainHardWords} from '../../../src/variants/easy-read/explain.ts'
import {locateHardWords} from '../../../src/variants/easy-read/hard-words.ts'
import type {Chapter, Idea} from '../../../src/variants/easy-read/line.ts'

const rest = {picture: 'words', kind: 'thing', number: 'one', lines: ['x'], alsoCalled: []} as const
const make = (term: string, forms: string[] = [], more: Partial<Term> = {}): Term => ({
  ...rest,
  lines: ['x'],
  alsoCalled: [],
  term,
  forms,
  ...more,
})
const glossary: Term[] = [
  make('care home', ['care homes']),
  make('care'),
  make('care needs', ['needs']),
  make('PA', ['PAs'], {full: 'Personal Assistant'}),
  make('council', ['councils']),
  make('staff', [], {everyday: true}),
]
const find = (text: string) => locateHardWords(text, glossary, []).map(({term}) => term.term)

describe('locateHardWords', () => {
  it('prefers the longer term, knows plurals, and takes no part of a word', () => {
    expect(find('People in care homes keep pace with PAs.')).toEqual(['care home', 'PA'])
    expect(find('carefully pa')).toEqual([])
    expect(find('It costs £2,000 PA.')).toEqual([])
  })

  it('says where a term stands, also over a hyphen and before an apostrophe', () => {
    const text = 'The council’s care homes'
    expect(locateHardWords(text, glossary, []).map(({at, end}) => text.slice(at, end))).toEqual([
      'council',
      'care homes',
    ])
  })

  it('takes no verb for a noun', () => {
    expect(find('The care home needs to get better.')).toEqual(['care home'])
    expect(find('People have needs.')).toEqual(['care needs'])
  })

  it('takes a short form only for what it stands for in the document', () => {
    const place = {file: 'seeds/case.txt', line: 1}
    const pa = glossary.filter(({term}) => term === 'PA').map((term) => ({...term, ambiguous: true as const}))
    const count = (full?: string) => locateHardWords('A PA came.', pa, full ? [{short: 'PA', full, place}] : []).length
    expect([count(), count('Per annum'), count('Personal Assistants')]).toEqual([0, 0, 1])
  })
})

describe('explainHardWords', () => {
  const idea = (id: string, text: string, quote?: string): Idea => ({
    id,
    picture: 'people',
    lines: [{text, origin: 'fixed', from: 'x'}],
    ...(quote ? {quote, source: {words: quote, place: {file: 'seeds/x.txt', line: 1}, anchor: id}} : {}),
  })
  const page = (...ideas: Idea[]): Chapter[] => [{id: 'x', question: 'What?', ideas}]
  const explain = (...ideas: Idea[]) => explainHardWords(page(...ideas), glossary, {acronyms: []})

  it('explains each word once, where the page first has it, and makes it bold there', () => {
    const [first, second] = [idea('a', 'The council has care homes.'), idea('b', 'The council has staff.')]
    const {ideas, terms} = explain(first, second)
    expect(terms.map(({term}) => term)).toEqual(['council', 'care home', 'staff'])
    expect(
      ideas
        .get(first)
        ?.lines[0]?.filter((part) => part.isHard)
        .map(({text}) => text),
    ).toEqual(['council', 'care homes'])
    expect(ideas.get(second)?.terms.map(({term}) => term)).toEqual(['staff'])
  })

  it('leaves a name as it is', () => {
    expect(explain(idea('a', 'The report is about Northwold City Council.')).terms).toEqual([])
  })

  it('explains the words of a quotation without touching it', () => {
    const quoted = idea('a', 'These are words from the report:', 'Better care needs')
    const {ideas, terms} = explain(quoted)
    expect(terms.map(({term}) => term)).toEqual(['care needs'])
    expect(ideas.get(quoted)?.lines[0]?.some((part) => part.isHard)).toBe(false)
  })

  it('names a word as the page does, when the glossary has another for it', () => {
    const terms = [make('collaborative', ['joint work']), make('carer', ['carers'])]
    const lines = idea('a', 'Carers like the joint work.')
    const {names} = explainHardWords(page(lines), terms, {acronyms: []})
    expect([...names].map(([{term}, name]) => [term, name])).toEqual([['collaborative', 'joint work']])
  })

  it('explains at most fifteen words, and those that most people know last', () => {
    const many = Array.from({length: 20}, (_, at) => make(`word${at}`))
    const everyday = many.map((term, at) => (at < 10 ? {...term, everyday: true as const} : term))
    const lines = everyday.map(({term}, at) => idea(`i${at}`, `It is ${term}.`))
    const {terms} = explainHardWords(page(...lines), everyday, {acronyms: []})
    expect(terms).toHaveLength(15)
    expect(terms.filter(({everyday: isKnown}) => !isKnown)).toHaveLength(10)
  })
})
