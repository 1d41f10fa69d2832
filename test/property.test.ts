import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Passage, Section} from '../src/assessment.ts'
import type {Framework} from '../src/frameworks/framework.ts'
import {frameworks} from '../src/frameworks/index.ts'
import {eachPassage, type LedgerFault, takeLedger} from '../src/ledger.ts'
import {normalise, splitWords} from '../src/normalise.ts'
import {readSource} from '../src/source.ts'
import {readAs} from './support/golden-reading.ts'
import {randomDocument} from './support/random-document.ts'

// The same texts in each run, so that what fails once fails again.
const seed = 20_240_901
const largest = 200_000

describe.each(frameworks.map((framework) => [framework.id, framework] as const))('%s', (_, framework) => {
  it('accounts for every word of any text', () => {
    fc.assert(
      fc.property(randomDocument(4_000), (text) => expectAccount(framework, text)),
      {seed, numRuns: 100},
    )
  })

  it('accounts for every word of any text of up to 200 KB', () => {
    fc.assert(
      fc.property(randomDocument(largest), (text) => expectAccount(framework, text)),
      {seed, numRuns: 8, endOnFailure: true},
    )
  })
})

/** Reads a text, hostile or not, and adds up what became of its words. */
function expectAccount(framework: Framework, text: string): void {
  const refusals: string[] = []
  const source = readSource(
    'seeds/case.txt',
    new TextEncoder().encode(text),
    {corrections: [], redactions: [{pattern: 'secret', why: 'personal data'}]},
    ({rule}) => refusals.push(rule),
  )
  if (!source) {
    // Blank lines by the ten thousand are past the limits of a source.
    expect(refusals).toEqual(['source-too-large'])
    return
  }
  const document = normalise(source)
  const likeness = framework.recognise(document)
  expect(likeness >= 0 && likeness <= 1).toBe(true)
  const reading = framework.parse(document, () => {})
  const {words, published, furniture, withheld, faults} = takeLedger(source, document, reading, reading.furniture)
  expect(faults).toEqual([])
  expect(words).toBe(source.lines.reduce((total, line) => total + splitWords(line.text).length, 0))
  expect(published + furniture + withheld).toBe(words)
}

describe('a text sixteen times as long', () => {
  // A reading whose time grew with the square would stall here; `npm run benchmark` prints how it grows.
  const times = 16
  const samples = fc.sample(randomDocument(largest / times), {seed, numRuns: 6})
  // In lines, and in lines of nearly the greatest length allowed.
  const texts = samples.flatMap((text) => [text, text.replace(/[\r\n\u2028]+/g, ' ')])

  it.each(texts.map((text) => [text.length, text] as const))('is read to its end (%# of %i characters)', (_, text) => {
    for (const framework of frameworks) expectAccount(framework, `${text} \n`.repeat(times))
  })
})

describe.each([
  ['cqc-2009', '000_8772cd5ce74a4bca.txt'],
  ['cqc-2009', '001_83ee4f9766c43bce.txt'],
  ['ssi-2003', '002_c429787cb75dd07d.txt'],
  ['csci-2008', '003_3bb8e0a064ff2e81.txt'],
  ['cqc-2024-self', '004_a1a9899148769102.txt'],
  ['generic', '002_c429787cb75dd07d.txt'],
])('a fault planted in the reading of %s: %s', (id, name) => {
  const framework = frameworks.find((entry) => entry.id === id)
  if (!framework) throw new Error(`There is no framework ${id}`)
  const {reading, document, source} = readAs(framework, readFileSync(`seeds/${name}`, 'utf8'))
  // A quotation is a passage that carries another, its speaker, so each is taken by itself.
  const passages = [...eachPassage(reading.sections)].map(({passage: {text, place}}) => ({text, place}))
  const findFaults = (parts: readonly Passage[]): readonly LedgerFault[] =>
    takeLedger(source, document, {sections: parts.map(toSection)}, reading.furniture).faults
  const words = (faults: readonly LedgerFault[], kind: LedgerFault['kind']) =>
    faults.filter((fault) => fault.kind === kind).flatMap((fault) => splitWords(fault.words))

  /** Tries the fault in passages from everywhere in the document. */
  const plant = (check: (passage: Passage, at: number, word: number) => void) =>
    fc.assert(
      fc.property(fc.nat({max: passages.length - 1}), fc.nat(), (at, any) => {
        const passage = passages[at] as Passage
        check(passage, at, any % splitWords(passage.text).length)
      }),
      {seed, numRuns: 20},
    )

  it('finds none in what was read', () => expect(findFaults(passages)).toEqual([]))

  it('is caught when a word is dropped', () => {
    plant((passage, at, word) => {
      const kept = splitWords(passage.text)
      const [dropped = ''] = kept.splice(word, 1)
      const faults = findFaults(passages.with(at, {...passage, text: kept.join(' ')}))
      expect(faults.map(({kind}) => kind)).toEqual(['unaccounted'])
      // A raw token may carry its marks: `**clear**`.
      expect(normaliseWords(words(faults, 'unaccounted'))).toContain(normaliseWords([dropped]))
    })
  })

  it('is caught when a passage is doubled', () => {
    plant((passage, at) => {
      const faults = findFaults(passages.toSpliced(at, 0, passage))
      expect(words(faults, 'doubled').sort()).toEqual(splitWords(passage.text).sort())
      expect(faults.every(({kind}) => kind === 'doubled')).toBe(true)
    })
  })

  it('is caught when a word is changed', () => {
    plant((passage, at, word) => {
      const text = splitWords(passage.text).with(word, 'unprinted').join(' ')
      const faults = findFaults(passages.with(at, {...passage, text}))
      expect(words(faults, 'invented')).toEqual(['unprinted'])
      expect(words(faults, 'unaccounted')).toHaveLength(1)
    })
  })
})

/** A passage as a section of its own: the ledger counts words, wherever they stand in the outline. */
const toSection = (passage: Passage, index: number): Section => ({
  id: `passage-${index}`,
  kind: 'group',
  heading: '',
  headingIsOurs: true,
  body: [{kind: 'paragraph', ...passage}],
  findings: [],
  sections: [],
  place: passage.place,
})

const normaliseWords = (words: readonly string[]) =>
  normalise({file: 'seeds/case.txt', sha256: '', lines: [{text: words.join(' '), withheld: []}]})
    .lines.map(({text}) => text)
    .join(' ')
