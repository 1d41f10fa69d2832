import {describe, expect, it} from 'vitest'
import {normalise} from '../src/normalise.ts'
import {readBlocks, readItems} from '../src/outline.ts'
import type {RawLine} from '../src/source.ts'

const lines = (...texts: string[]) =>
  normalise({file: 'seeds/case.txt', sha256: '', lines: texts.map((text): RawLine => ({text, withheld: []}))}).lines
const blocks = (...texts: string[]) =>
  readBlocks(lines(...texts)).map((block) =>
    'text' in block
      ? `${block.kind}: ${block.text}`
      : block.kind === 'list'
        ? block.items.map(({text}) => text)
        : block.kind === 'table'
          ? block.rows.map(({cells}) => cells)
          : [],
  )

describe('readBlocks', () => {
  it('joins the lines of a wrapped paragraph', () => {
    expect(blocks('The council works', 'with its partners.', '', 'It plans.')).toEqual([
      'paragraph: The council works with its partners.',
      'paragraph: It plans.',
    ])
  })

  it('parts a lone heading from the long line it was run into', () => {
    const long = 'The council and its partners have agreed how people leave hospital, and who looks after them at home.'
    expect(blocks('Hospital discharge', long)).toEqual(['subheading: Hospital discharge', `paragraph: ${long}`])
    // A sentence, an address and a line that the margin ended are none.
    expect(blocks('Much has improved.', long)).toEqual([`paragraph: Much has improved. ${long}`])
    expect(blocks('Northwold  ', long)).toEqual([`paragraph: Northwold\n${long}`])
    expect(blocks('Hospital discharge and the', long)).toEqual([`paragraph: Hospital discharge and the ${long}`])
    expect(blocks('Hospital discharge', 'Town Hall')).toEqual(['paragraph: Hospital discharge Town Hall'])
  })

  it('knows the number of a paragraph, and a figure that is none', () => {
    const number = (text: string) => readBlocks(lines(text)).map((block) => 'number' in block && block.number)
    expect(number('**2.1** Since 2001 the Department has assessed.')).toEqual(['2.1'])
    expect(number('3.2.1. The Director be asked.')).toEqual(['3.2.1'])
    expect(number('2.5 million people live here.')).toEqual([false])
    expect(number('2009/10 Performance')).toEqual([false])
  })

  it('rejoins a paragraph that a page end cut', () => {
    expect(blocks('Risk management is well', '', 'developed.')).toEqual([
      'paragraph: Risk management is well developed.',
    ])
    expect(blocks('from 2008-09 year into the', '', '2009-10 assessment.')).toEqual([
      'paragraph: from 2008-09 year into the 2009-10 assessment.',
    ])
    expect(blocks('Steering Group (See Outcome', '', 'Seven). The IMCAs visit.')).toEqual([
      'paragraph: Steering Group (See Outcome Seven). The IMCAs visit.',
    ])
  })

  it('rejoins a cut paragraph over the footnotes at the page end, which stay footnotes', () => {
    expect(blocks('to enhance', '', '<sup>1</sup> SCIE Toolkit', '', 'our offer.')).toEqual([
      'paragraph: to enhance our offer.',
      'footnote: ¹ SCIE Toolkit',
    ])
  })

  it('leaves two whole paragraphs apart', () => {
    expect(blocks('Work on phase two has begun', '', 'The council has a budget.')).toEqual([
      'paragraph: Work on phase two has begun',
      'paragraph: The council has a budget.',
    ])
  })

  it('keeps printed line breaks of an address', () => {
    expect(blocks('Welford Place  ', 'Leicester  ', 'LE1 6ZH')).toEqual([
      'paragraph: Welford Place\nLeicester\nLE1 6ZH',
    ])
  })

  it('joins list items over blank lines into one list', () => {
    expect(blocks('- One', '- Two', '', '- Three')).toEqual([['One', 'Two', 'Three']])
  })

  it('pads short rows so that a table keeps its columns', () => {
    expect(blocks('OTHER IMPLICATIONS\tYES/NO\tReferences', 'Policy\tYes')).toEqual([
      [
        ['OTHER IMPLICATIONS', 'YES/NO', 'References'],
        ['Policy', 'Yes', ''],
      ],
    ])
  })
})

describe('readItems', () => {
  const items = (...texts: string[]) => readItems(lines(...texts)).map(({text}) => text)

  it('reads an unbulleted item after a hard line break as its own', () => {
    expect(
      items(
        "- To develop a children's services commissioning strategy.  ",
        'To further progress and implement the Local Development Strategy.',
        '- To continue.',
      ),
    ).toEqual([
      "To develop a children's services commissioning strategy.",
      'To further progress and implement the Local Development Strategy.',
      'To continue.',
    ])
  })

  it('joins a wrapped item', () => {
    expect(
      items('- Clarity of vision, which the people who use services', 'and their carers confirm', '- Partnership'),
    ).toEqual(['Clarity of vision, which the people who use services and their carers confirm', 'Partnership'])
  })

  it('reads one item a line from a list that lost its bullets', () => {
    expect(items('Clarity of vision', 'Partnership working', '', 'Workforce')).toEqual([
      'Clarity of vision',
      'Partnership working',
      'Workforce',
    ])
  })

  it('reads nothing from nothing', () => {
    expect(items('', '--')).toEqual([])
  })
})
