import {type Assessment, type Block, eachSection} from '../assessment.ts'
import type {Text} from '../texts.ts'
import type {Insert} from './inserts.ts'

/** Paragraphs that the document numbers, each with an anchor, and with its number as a link to it. */
export interface Numbered {
  readonly numbers: ReadonlyMap<Block, string>
  readonly links: readonly (readonly [Text, Insert])[]
}

/** Lets a reader link to paragraph 2.1: `#committee-summary-2-1`; a number printed twice in a section is linked once. */
export function linkNumbered({sections}: Pick<Assessment, 'sections'>): Numbered {
  const numbers = new Map<Block, string>()
  const taken = new Set<string>()
  const links = [...eachSection(sections)].flatMap(({section}) =>
    section.body.flatMap((block): (readonly [Text, Insert])[] => {
      if (block.kind !== 'paragraph' || !block.number) return []
      const id = `${section.id}-${block.number.replaceAll('.', '-')}`
      if (taken.has(id)) return []
      taken.add(id)
      numbers.set(block, id)
      return [
        [
          {owner: block, text: block.text, kind: 'text'},
          {kind: 'number', at: 0, to: block.number.length, id},
        ],
      ]
    }),
  )
  return {numbers, links}
}
