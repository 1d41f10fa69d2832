import {describe, expect, it} from 'vitest'
import type {Block, Section} from '../../src/assessment.ts'
import {toFootnote} from '../../src/footnotes.ts'
import {linkNotes} from '../../src/variants/note-links.ts'

const place = {file: 'seeds/case.txt', line: 1}
const paragraph = (text: string): Block => ({kind: 'paragraph', text, place})
const note = (text: string): Block => toFootnote({text, place})
const section = (id: string, ...body: Block[]): Section => ({
  id,
  kind: 'background',
  heading: id,
  body,
  findings: [],
  sections: [],
  place,
})
const link = (sections: Section[], parts: {id: string; title: string; sections: string[]}[] = []) => {
  const {notes, references} = linkNotes({sections, parts})
  return {
    notes: [...notes.values()],
    references: references.map(([{text}, insert]) =>
      insert.kind === 'reference' ? `${text.slice(0, insert.at)}|${insert.id} ${insert.url}` : '',
    ),
  }
}

describe('linkNotes', () => {
  it('joins each reference to its note, and a note to all that refer to it', () => {
    expect(
      link([section('a', paragraph('One¹ and two²'), note('¹ First'), paragraph('Again¹'), note('² Second'))]),
    ).toEqual({
      notes: [
        {id: 'n_1', references: ['r_1', 'r_1-2']},
        {id: 'n_2', references: ['r_2']},
      ],
      references: ['One|r_1 #n_1', 'One¹ and two|r_2 #n_2', 'Again|r_1-2 #n_1'],
    })
  })

  it('keeps notes apart that are numbered anew in each part', () => {
    const sections = [
      section('a', paragraph('One¹')),
      section('b', note('¹ First')),
      section('c', paragraph('Two¹'), note('¹ Second'), paragraph('Three¹')),
    ]
    const parts = [
      {id: 'x', title: 'X', sections: ['a', 'b']},
      {id: 'y', title: 'Y', sections: ['c']},
    ]
    for (const given of [parts, []])
      expect(link(sections, given)).toEqual({
        notes: [
          {id: 'n_1', references: ['r_1']},
          {id: 'n_1_2', references: ['r_1_2', 'r_1_2-2']},
        ],
        references: ['One|r_1 #n_1', 'Two|r_1_2 #n_1_2', 'Three|r_1_2-2 #n_1_2'],
      })
  })

  it('leaves a superscript without a note as it is', () =>
    expect(link([section('a', paragraph('120 m² and E25³'), note('² Second'))]).references).toEqual([]))

  it('reads marks and notes of one number by the ten thousand', () => {
    const count = 24_000
    const last = section('b', paragraph('Last¹'))
    const body = Array.from({length: count}, () => [paragraph('Word¹'), note('¹ Note')]).flat()
    const {notes, references} = link([section('a', ...body), last])
    expect(references).toHaveLength(count + 1)
    expect(references.at(-2)).toBe(`Word|r_1_${count} #n_1_${count}`)
    expect(references.at(-1)).toBe(`Last|r_1_${count}-2 #n_1_${count}`)
    expect(notes[1]).toEqual({id: 'n_1_2', references: ['r_1_2']})
  })
})
