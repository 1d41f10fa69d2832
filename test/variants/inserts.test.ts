import {expect, it} from 'vitest'
import {toHtml} from '../../src/variants/html.ts'
import {type Insert, tellWords} from '../../src/variants/inserts.ts'
import {root} from '../../src/variants/tree.ts'

const inserts: Insert[] = [
  {kind: 'gloss', at: 8, to: 8, full: 'Safeguarding Adults Board'},
  {kind: 'reference', at: 7, to: 8, id: 'r_6', url: '#n_6', label: 'Footnote 6'},
  {kind: 'anchor', at: 0, to: 0, id: 'd_1'},
]
const tell = (lay: (text: string) => string) =>
  toHtml(root([{type: 'paragraph', children: tellWords('The SAB⁶, and m²', inserts, lay)}]))

it('puts links and explanations into words without changing one', () =>
  expect(tell((text) => text)).toBe(
    '<p><span id="d_1"></span>The SAB<a href="#n_6" id="r_6" class="ref" aria-label="Footnote 6"><sup>6</sup></a>' +
      '<span class="gloss" data-ours> [Safeguarding Adults Board]</span>, and m<sup>2</sup></p>',
  ))

it('sets words as the look does, unless that changes their length', () => {
  expect(tell((text) => text.replaceAll(' ', '\u00a0'))).toContain(',\u00a0and\u00a0m')
  expect(tell((text) => `${text}!`)).toContain(', and m<sup>2</sup></p>')
})
