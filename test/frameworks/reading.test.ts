import {describe, expect, it} from 'vitest'
import {cutAtHeadings, foldHeading, slugify} from '../../src/frameworks/reading.ts'
import {normalise} from '../../src/normalise.ts'

const read = (...lines: string[]) =>
  normalise({file: 'seeds/case.txt', sha256: '', lines: lines.map((text) => ({text, withheld: []}))})

it('makes anchors of whole words', () => {
  expect(slugify('About us: Council’s “plan” & more')).toBe('about-us-councils-plan-more')
  expect(slugify('Effective leadership and management that fosters "More Good Days"')).toBe(
    'effective-leadership-and-management-that-fosters-more-good',
  )
  expect(slugify('—')).toBe('section')
})

it.each([
  ['3. Key strengths', 'key strengths'],
  ['1.2 Leadership', 'leadership'],
  ['4.1.3. Leadership', 'leadership'],
  ['(b) Fair access', 'fair access'],
  ['B. Fair access', 'fair access'],
  ['3 key strengths', '3 key strengths'],
  ['2009/10 performance', '2009 10 performance'],
  ['A clear vision', 'a clear vision'],
])('folds the heading %s without its number', (text, folded) => expect(foldHeading(text)).toBe(folded))

it('gives a heading the same anchor under any number', () => {
  expect(slugify('2.1 Our vision')).toBe(slugify('Our vision'))
})

describe('cutAtHeadings', () => {
  const heads = (...lines: string[]) =>
    cutAtHeadings(
      read(...lines).lines,
      ({text}) => /^(?:key strengths|people\b.*)$/.test(foldHeading(text)) || undefined,
    )
      .map(({heading}) => heading?.text)
      .filter(Boolean)

  it('takes the whole of a heading that was wrapped over two lines', () => {
    expect(heads('', 'KEY', 'STRENGTHS', '', 'Words.')).toEqual(['KEY STRENGTHS'])
    expect(heads('', 'People with physical', 'and sensory disabilities', '')).toEqual([
      'People with physical and sensory disabilities',
    ])
    expect(heads('', '**People with', 'Autism**', '')).toEqual(['People with Autism'])
  })

  it('takes no end of a wrapped sentence for a heading', () => {
    expect(heads('- Projects that assist', 'people with autism', '- More.')).toEqual([])
  })

  it('leaves two headings in two lines as two', () => {
    expect(heads('', '**People with autism**', '**Key strengths**', '')).toEqual([
      'People with autism',
      'Key strengths',
    ])
  })
})
