import {describe, expect, it} from 'vitest'
import {inferMarks} from '../src/infer-marks.ts'
import {normalise} from '../src/normalise.ts'
import type {Problem} from '../src/problem.ts'
import type {RawLine} from '../src/source.ts'

function infer(...lines: string[]) {
  const problems: Problem[] = []
  const source = {file: 'seeds/case.txt', sha256: '', lines: lines.map((text): RawLine => ({text, withheld: []}))}
  const document = inferMarks(normalise(source), (problem) => problems.push(problem))
  return {
    document,
    texts: document.lines.map(({text}) => text).filter(Boolean),
    problems: problems.map(({level, rule, place}) => `${level} ${rule} ${place?.line}`),
  }
}

describe('inferMarks', () => {
  it('reads figures behind a code as a mark where nothing else can refer to the note', () => {
    const {texts, problems, document} = infer(
      'It is known (E19), (E20) and (E23).',
      'A toolkit (E211) and more (E24<sup>2</sup>).',
      '<sup>1</sup> The toolkit',
      '<sup>2</sup> More',
    )
    expect(texts.slice(0, 2)).toEqual(['It is known (E19), (E20) and (E23).', 'A toolkit (E21¹) and more (E24²).'])
    expect(problems).toEqual(['note footnote-mark-inferred 2'])
    expect(document.words.filter(({line}) => line === 2).map(({text}) => text)).toEqual(
      'A toolkit (E21¹) and more (E24²).'.split(' '),
    )
  })

  it('reads figures behind a word, and in the cell of a row', () => {
    expect(infer('The toolkit1 helps.', '<sup>1</sup> Where it is').texts[0]).toBe('The toolkit¹ helps.')
    const {document} = infer('The SAB meets.\tThe SAB1 leads', '<sup>1</sup> A board')
    expect(document.lines[0]?.cells).toEqual(['The SAB meets.', 'The SAB¹ leads'])
    expect(document.lines[0]?.text).toBe('The SAB meets. The SAB¹ leads')
  })

  it.each([
    ['two words can carry it', 'The toolkit1 and the framework1 help.'],
    ['the word counts things', 'At level1 it helps.'],
    ['the word is counted elsewhere', 'See Annexes1 and Annexes2.'],
    ['the code may be a code', 'It is known (E99), (E100), (E101) and (E104).'],
    ['there are too few codes to tell', 'It is known (E19) and (E211).'],
    ['it is part of an address', 'See www.example.org/toolkit1 for more.'],
    ['nothing can carry it', 'It helps.'],
  ])('leaves the words as they are when %s', (_, words) => {
    const {texts, problems} = infer(words, '<sup>1</sup> A note')
    expect(texts[0]).toBe(words)
    expect(problems).toEqual(['note footnote-without-mark 2'])
  })

  it('looks between the references before and after, in each run of notes', () => {
    const {texts, problems} = infer(
      'A plan2 came first<sup>1</sup>, then a scheme2, then a board<sup>3</sup>.',
      ...['<sup>1</sup> One', '<sup>2</sup> Two', '<sup>3</sup> Three'],
      'The second part has a forum1.',
      '<sup>1</sup> Anew',
    )
    expect(texts[0]).toBe('A plan2 came first¹, then a scheme², then a board³.')
    expect(texts[4]).toBe('The second part has a forum¹.')
    expect(problems).toHaveLength(2)
  })

  it('proves nothing by notes of which a number is left out', () => {
    expect(infer('The toolkit3 helps<sup>1</sup>.', '<sup>1</sup> One', '<sup>3</sup> Three').texts[0]).toBe(
      'The toolkit3 helps¹.',
    )
  })
})
