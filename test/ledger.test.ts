import {describe, expect, it} from 'vitest'
import type {Section} from '../src/assessment.ts'
import {takeLedger} from '../src/ledger.ts'
import {normalise} from '../src/normalise.ts'
import type {Source} from '../src/source.ts'

const source: Source = {
  file: 'seeds/case.txt',
  sha256: '',
  lines: ['# Leadership', 'The council has a <b>clear</b> vision.', 'Page 3', ''].map((text) => ({text, withheld: []})),
}
const document = normalise(source)
const place = (line: number) => ({file: source.file, line})
const section = (text: string): Section => ({
  id: 'leadership',
  kind: 'domain',
  heading: 'Leadership',
  body: [{kind: 'paragraph', text, place: place(2)}],
  findings: [],
  sections: [],
  place: place(1),
})
const furniture = [{rule: 'page-number', text: 'Page 3', place: place(3)}]
const take = (text: string, pieces = furniture) => takeLedger(source, document, {sections: [section(text)]}, pieces)

describe('takeLedger', () => {
  it('accounts for every word of the file once', () => {
    const {words, published, furniture: rest, unaccounted, doubled, faults} = take('The council has a clear vision.')
    expect({words, published, rest, unaccounted, doubled}).toEqual({
      words: 10,
      published: 7,
      rest: 3,
      unaccounted: 0,
      doubled: 0,
    })
    expect(faults).toEqual([])
  })

  it('catches a lost word with its line', () => {
    expect(take('The council has a vision.').faults).toEqual([
      {kind: 'unaccounted', words: '<b>clear</b>', place: place(2)},
    ])
  })

  it('catches a doubled word', () => {
    expect(take('The council has a clear clear vision.').faults).toEqual([
      {kind: 'doubled', words: 'clear', place: place(2)},
    ])
  })

  it('catches an invented word, and the one it displaced', () => {
    expect(take('The council has a vague vision.').faults.map(({kind, words}) => [kind, words])).toEqual([
      ['invented', 'vague'],
      ['unaccounted', '<b>clear</b>'],
    ])
  })

  it('catches words that are neither published nor furniture', () => {
    expect(take('The council has a clear vision.', []).faults).toEqual([
      {kind: 'unaccounted', words: 'Page 3', place: place(3)},
    ])
  })

  it('tells for each line what became of it', () => {
    const {lines} = take('The council has a clear vision.')
    expect(lines.map(({line, published, sections, furniture: runs}) => ({line, published, sections, runs}))).toEqual([
      {line: 1, published: 1, sections: ['leadership'], runs: [{rule: 'layout-marks', words: '#'}]},
      {line: 2, published: 6, sections: ['leadership'], runs: []},
      {line: 3, published: 0, sections: [], runs: [{rule: 'page-number', words: 'Page 3'}]},
    ])
  })
})
