import {describe, expect, it} from 'vitest'
import {readContent, type Term} from '../src/content.ts'
import {checkGlossary} from '../src/glossary.ts'
import {listTerms} from '../src/site/collections.ts'
import {measure} from '../src/variants/easy-read/measures.ts'
import {content, projectWorld} from './support/publication.ts'

const term = (name: string, line: string, rest: Partial<Term> = {}): Term => ({
  term: name,
  forms: [],
  lines: [line],
  alsoCalled: [],
  picture: 'words',
  kind: 'thing',
  number: 'one',
  ...rest,
})

/** Each entry on a line of its own; a part of it is told behind the line. */
const check = (...data: Term[]) =>
  checkGlossary({data, placeOf: (index, ...path) => ({file: path.join('.'), line: Number(index) + 1})}).map(
    ({level, rule, place, other, hint, message}) => {
      expect([level, !hint, message.startsWith('Unexpected ')]).toEqual(['error', false, true])
      return `${rule} ${place?.line} ${place?.file}${other ? ` ${other.line}` : ''}`
    },
  )

describe('checkGlossary', () => {
  it('lets a glossary pass that explains hard words by easy ones, or by terms that are', () =>
    expect(
      check(
        term('council', 'The group that runs many services.', {forms: ['councils']}),
        term('councillor', 'A person who helps to run a council.', {easy: 'people who help to run councils'}),
      ),
    ).toEqual([]))

  it('stops at a line that breaks a line rule', () =>
    expect(
      check(
        term('a', 'We tackle it.'),
        term('b', 'It is old.', {lines: ['It is old.', 'It is new. It is good.']}),
        term('c', 'It is so, and it is so, and it is so, and it is so, or not.'),
        term('d', 'It is new.', {easy: 'the best 5% of people'}),
      ).filter((fault) => fault.startsWith('glossary-line')),
    ).toEqual([
      'glossary-line 1 lines.0',
      'glossary-line 2 lines.1',
      'glossary-line 3 lines.0',
      'glossary-line 4 easy',
    ]))

  it('stops at a hard word that is no term', () => {
    expect(check(term('audit', 'A methodical check.'))).toEqual(['glossary-hard-word 1 lines.0'])
    expect(check(term('audit', 'A check.', {easy: 'methodical checks'}))).toEqual(['glossary-hard-word 1 easy'])
    expect(check(term('audit', 'A methodical check.'), term('methodical', 'Done step by step.'))).toEqual([])
  })

  it('stops at explanations that run in a circle, and tells it once', () => {
    expect(check(term('audit', 'An audit.'))).toEqual(['glossary-circle 1 lines'])
    expect(check(term('audit', 'A review.'), term('scrutiny', 'An audit.'), term('review', 'Scrutiny.'))).toEqual([
      'glossary-circle 1 lines',
    ])
    expect(check(term('audit', 'A review.'), term('review', 'A look.'), term('scrutiny', 'An audit.'))).toEqual([])
  })

  it('stops at a form that two terms claim', () =>
    expect(
      check(
        term('day care', 'A place to go.', {forms: ['day centre']}),
        term('Day Centre', 'A place to go.'),
        term('clubs', 'A place to go.', {forms: ['club', 'Day care']}),
      ),
    ).toEqual(['glossary-form-twice 2 term 1', 'glossary-form-twice 3 forms.1 1']))
})

it('stops the reading of our content, naming the line of the file', () => {
  const yaml = '- term: audit\n  picture: check\n  lines:\n    - A check.\n    - A methodical check.\n'
  const read = (file: string) => (file.endsWith('glossary.yaml') ? yaml : projectWorld.readContent(file))
  expect(() => readContent(read)).toThrow(
    'content/plain-language/glossary.yaml:5: glossary-hard-word: Unexpected hard word `methodical`',
  )
})

it.each([
  ['picture', '- term: audit\n  lines: [A check.]\n', 1],
  ['picture', '- term: audit\n  lines: [A check.]\n  picture: chec\n', 3],
  ['lines', '- term: audit\n  picture: check\n  lines: [A check., A look., A test.]\n', 3],
])('stops at the `%s` of a term in %j', (entry, yaml, line) => {
  const read = (file: string) => (file.endsWith('glossary.yaml') ? yaml : projectWorld.readContent(file))
  expect(() => readContent(read)).toThrow(`glossary.yaml:${line}: bad-content: Unexpected \`0.${entry}\``)
})

describe('our glossary', () => {
  const {glossary} = content
  const lines = glossary.flatMap((each) => each.lines)

  it('is as easy as easy read has to be', () => {
    const measures = measure(lines, glossary)
    expect(measures.longest).toBeLessThanOrEqual(12)
    expect(measures.averageWords).toBeLessThanOrEqual(9)
    expect(measures.grade).toBeLessThanOrEqual(4)
    expect(measures.unfamiliar.spache).toBeLessThanOrEqual(0.1)
  })

  it('explains the words that reports use most', () => {
    const forms = new Set(glossary.flatMap((each) => [each.term, ...each.forms]))
    const needed = ['council', 'support', 'carer', 'outcome', 'safeguarding', 'assessment', 'commissioning', 'advocacy']
    expect(needed.filter((word) => !forms.has(word))).toEqual([])
    expect(glossary.length).toBeGreaterThanOrEqual(300)
  })

  it('has a phrase to say instead of each short form, which is not a short form itself', () => {
    const short = glossary.filter((each) => each.kind !== 'none' && (each.full || /\p{Lu}{2}/u.test(each.term)))
    expect(short.length).toBeGreaterThan(25)
    expect(short.filter(({easy}) => !easy).map((each) => each.term)).toEqual([])
    const phrases = glossary.flatMap(({easy}) => easy ?? [])
    expect(phrases.filter((phrase) => /\p{Lu}{2}/u.test(phrase))).toEqual([])
    expect(phrases.filter((phrase) => /[.!?]$/u.test(phrase))).toEqual([])
  })

  it('knows that its phrases about people and other plurals are plurals', () => {
    const plural = /^(?:people|children|staff|rules|checks|groups|plans|homes|things|numbers|the groups)\b(?! being)/u
    const wrong = glossary.filter(({easy, number}) => easy && plural.test(easy) && number === 'one')
    expect(wrong.map((each) => each.term)).toEqual([])
  })

  it('has no phrase for a word that is no noun', () =>
    expect(glossary.filter(({kind, easy}) => kind === 'none' && easy)).toEqual([]))

  it('ends each line as a sentence', () => expect(lines.filter((line) => !/^\p{Lu}.*[^.]\.$/u.test(line))).toEqual([]))
})

it('is listed from A to Z, each term with an anchor of its own and the acronym that readers look for', () => {
  const terms = listTerms(content).flatMap((group) => {
    expect(group.terms.filter(({term: name}) => name[0]?.toUpperCase() !== group.letter)).toEqual([])
    return group.terms
  })
  expect(terms).toHaveLength(content.glossary.length)
  expect(new Set(terms.map(({anchor}) => anchor)).size).toBe(terms.length)
  const shown = (name: string) => terms.find((each) => each.term === name)
  expect(shown('Deprivation of Liberty Safeguards')).toMatchObject({
    short: 'DoLS',
    anchor: 'term-deprivation-of-liberty-safeguards',
  })
  // One that is itself an acronym is followed by its full words.
  expect(shown('CQC')).not.toHaveProperty('short')
})
