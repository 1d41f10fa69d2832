import {describe, expect, it} from 'vitest'
import {readLetterBlocks} from '../../src/frameworks/letters.ts'
import {normalise} from '../../src/normalise.ts'

function read(text: string): string[] {
  const lines = text.split('\n').map((line) => ({text: line, withheld: []}))
  const document = normalise({file: 'seeds/case.txt', sha256: '', lines})
  return readLetterBlocks(document.lines).map((block) => `${block.kind}: ${'text' in block ? block.text : ''}`)
}

describe('a letter', () => {
  it('keeps its address line by line, its salutation and its signature', () => {
    const text = `27th October 2008

Mrs A Example
Director of Adult Services
Northwold City Council

Northwold

NW1 1AA

Ref: DC

Dear Mrs Example

Thank you for the information.

Yours sincerely

B Example

Regional Director`
    expect(read(text)).toEqual([
      'paragraph: 27th October 2008',
      'address: Mrs A Example\nDirector of Adult Services\nNorthwold City Council\nNorthwold\nNW1 1AA',
      'paragraph: Ref: DC',
      'salutation: Dear Mrs Example',
      'paragraph: Thank you for the information.',
      'signature: Yours sincerely\nB Example\nRegional Director',
    ])
  })

  it('is signed by the name and office in bold where no close is printed', () => {
    expect(
      read('Dear Ms Example,\n\nThank you.\n\n**Jo Example**  \n**SSI Director**\n\n*Copy: Chief Executive*'),
    ).toEqual([
      'salutation: Dear Ms Example,',
      'paragraph: Thank you.',
      'signature: Jo Example\nSSI Director',
      'paragraph: Copy: Chief Executive',
    ])
  })

  it('does not join the lines of its head, whatever they end in', () => {
    expect(read('Making Social Care\n\nbetter for people\n\nDear Ms Example')).toEqual([
      'paragraph: Making Social Care',
      'paragraph: better for people',
      'salutation: Dear Ms Example',
    ])
  })
})
