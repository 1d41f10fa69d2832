import {describe, expect, it} from 'vitest'
import {liftFurniture} from '../../src/frameworks/furniture.ts'
import {normalise} from '../../src/normalise.ts'
import {readBlocks} from '../../src/outline.ts'

const lift = (...lines: string[]) =>
  liftFurniture(normalise({file: 'seeds/case.txt', sha256: '', lines: lines.map((text) => ({text, withheld: []}))}))
const paragraphs = (...lines: string[]) =>
  readBlocks(lift(...lines).lines).map((block) => (block.kind === 'paragraph' ? block.text : block.kind))

it('parts a heading of the family from the text that a conversion ran it into', () => {
  const runIn = /^Key strengths\s*:?\s/
  const part = (text: string) =>
    liftFurniture(normalise({file: 'seeds/case.txt', sha256: '', lines: [{text, withheld: []}]}), runIn).lines.map(
      (line) => line.text,
    )
  expect(part('Key strengths The council has a clear vision.')).toEqual([
    'Key strengths',
    'The council has a clear vision.',
  ])
  expect(part('Key strengths: Partnerships are strong here.')).toEqual([
    'Key strengths:',
    'Partnerships are strong here.',
  ])
  expect(part('Key strengths include a clear vision.')).toHaveLength(1)
  expect(part('Key strengths Leadership')).toHaveLength(1)
})

const body = [
  '',
  'Leadership',
  '',
  'Words.',
  '',
  'Fair access',
  '',
  'Words.',
  '',
  'Safe systems and',
  'pathways',
  '',
  'Words.',
]

describe('a contents list', () => {
  it('is lifted with its title, behind dots or tabs, its rows wrapped or not', () => {
    const {furniture, listed} = lift(
      '1. Contents',
      '',
      'Leadership ........ 2',
      'Fair access\t5',
      'Safe systems and',
      'pathways …… 11',
      ...body,
    )
    expect(furniture.map(({text}) => text)).toEqual([
      '1. Contents',
      'Leadership ........ 2',
      'Fair access 5',
      'Safe systems and',
      'pathways …… 11',
    ])
    expect([...listed]).toEqual(['leadership', 'fair access', 'safe systems and pathways'])
  })

  it('is never a table of scores, which go up and down or are all one', () => {
    expect(lift('Leadership\t3', 'Fair access\t2', 'Safe systems and pathways\t3', ...body).furniture).toEqual([])
    expect(lift('Leadership\t3', 'Fair access\t3', 'Safe systems and pathways\t3', ...body).furniture).toEqual([])
  })
})

describe('a page end', () => {
  const sentence = 'A service user survey for the Inspection of Children’s'

  it('is closed in the middle of a sentence, whatever its next letter', () => {
    const wrapped = [
      'The council has a plan for people who',
      'live in the city. Words to fill a line',
      'go on here.',
      '',
    ]
    expect(paragraphs(...wrapped, sentence, '', 'Page 3', '', 'Services found general satisfaction.').at(-1)).toBe(
      `${sentence} Services found general satisfaction.`,
    )
  })

  it('parts paragraphs when the sentence has ended', () => {
    expect(paragraphs('The first page ends with a sentence of its own here.', '', 'Page 3', '', 'The next.')).toEqual([
      'The first page ends with a sentence of its own here.',
      'The next.',
    ])
  })

  it('leaves a heading above the text of the next page alone', () => {
    expect(
      paragraphs('**Freedom from discrimination and harassment in all services**', 'Page 3', '', 'The next.'),
    ).toEqual(['Freedom from discrimination and harassment in all services', 'The next.'])
  })
})
