import fc from 'fast-check'
import {expect, it} from 'vitest'
import {readMarkdown} from '../../src/formats/markdown.ts'
import {toMarkdown} from '../../src/variants/markdown.ts'
import {plainText} from '../../src/variants/plain-text.ts'
import {
  heading,
  link,
  list,
  note,
  ours,
  type PhrasingContent,
  quote,
  root,
  strong,
  table,
  text,
  words,
} from '../../src/variants/tree.ts'
import {nastyTexts} from '../support/nasty.ts'

// What CommonMark takes for a sign, in all neighbourhoods, with letters, spaces and line ends between.
const signs = fc
  .array(
    fc.constantFrom(
      ...'\\`*_{}[]()<>#+-.!|&;=~:"\'1a é“”—\n'.split(''),
      '&amp;',
      '&#65;',
      '<b>',
      '**',
      '](',
      '1. ',
      '- ',
      '# ',
      '---',
      '```',
      'http://a.b/',
      '\t',
      '~~',
      '👪',
      '| --- | --- |',
      ':-- | --:',
    ),
    {maxLength: 12},
  )
  .map((parts) => parts.join(''))
const fold = (value: string) => value.replace(/\s+/g, '')

const phrasing: fc.Arbitrary<PhrasingContent[]> = fc.array(
  fc.oneof(
    signs.map((value) => text(value)),
    signs.filter((value) => value.trim() !== '').map((value) => strong(value)),
    signs.map((value) => link('/data/', value)),
    signs.map((value) => ours(value)),
  ),
  {minLength: 1, maxLength: 4},
)

it('is read by another program as the words that were written, whatever signs they hold', () => {
  fc.assert(
    fc.property(phrasing, phrasing, (one, other) => {
      const tree = root([
        heading(2, one),
        {type: 'paragraph', children: other},
        list([one, other]),
        list([other]),
        quote([{type: 'paragraph', children: one}]),
        table(
          [
            [one, other],
            [other, one],
          ],
          {caption: '', hasHeader: true},
        ),
        table([[other]], {caption: '', hasHeader: false}),
        note('The end.'),
      ])
      expect(fold(readMarkdown(toMarkdown(tree)))).toBe(fold(plainText(tree)))
    }),
    {numRuns: 3000},
  )
})

it.each(nastyTexts)('keeps %s', (nasty) => {
  const tree = root([
    heading(3, nasty),
    {type: 'paragraph', children: words(nasty)},
    list([[strong(nasty)], words(nasty)]),
    table([[words(nasty), words(nasty)]], {caption: '', hasHeader: false}),
  ])
  expect(fold(readMarkdown(toMarkdown(tree)))).toBe(fold(plainText(tree)))
})

it('marks strong words beside letters and signs so that they are strong', () => {
  const paragraph = (...children: PhrasingContent[]) => toMarkdown(root([{type: 'paragraph', children}])).trim()
  expect(paragraph(strong('Who: '), text('the council'))).toBe('**Who:** the council')
  expect(paragraph(text('a'), strong('“b”'), text('c'))).toBe('&#x61;**“b”**&#x63;')
  expect(paragraph(text('a'), strong('b'), text('c'))).toBe('a**b**c')
})
