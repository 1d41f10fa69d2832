import {describe, expect, it} from 'vitest'
import {normalise} from '../src/normalise.ts'
import type {RawLine} from '../src/source.ts'

const read = (...lines: string[]) =>
  normalise({file: 'seeds/case.txt', sha256: '', lines: lines.map((text): RawLine => ({text, withheld: []}))})
const texts = (...lines: string[]) => read(...lines).lines.map(({shape, text}) => `${shape}: ${text}`)

describe('normalise', () => {
  it('takes list items apart that a conversion glued into one table cell', () => {
    const cell =
      '| <ul style="list-style-type: none">• Clarity of vision• Partnership working• Performance management. |'
    expect(texts(cell)).toEqual([
      'item: Clarity of vision',
      'item: Partnership working',
      'item: Performance management.',
    ])
  })

  it('reads two columns of lists one after the other, under the head of each', () => {
    expect(
      texts(
        '| Key strengths | Areas for improvement |',
        '|---|---|',
        '| • Stroke<br>• Falls | • Dental |',
        '| • Sight | <ul><li>Smoking</li></ul> |',
      ).filter((text) => text !== 'blank: '),
    ).toEqual([
      'text: Key strengths',
      'item: Stroke',
      'item: Falls',
      'item: Sight',
      'text: Areas for improvement',
      'item: Dental',
      'item: Smoking',
    ])
  })

  it('takes the lines of a single cell out of it, and leaves those of others in their row', () => {
    expect(texts('| - Vision<br>- Ambition |')).toEqual(['item: Vision', 'item: Ambition'])
    const [row] = read('| Telecare | Alarms<br>Sensors | | 2008 |').lines
    expect(row?.cells).toEqual(['Telecare', 'Alarms Sensors', '', '2008'])
  })

  it('leaves a bullet glyph inside running text alone', () => {
    expect(texts('developed. • Partnership relationships have been strengthened')).toEqual([
      'text: developed. • Partnership relationships have been strengthened',
    ])
  })

  it.each([
    '- ◆ To publish',
    '• To publish',
    '* To publish',
    '▪To publish',
    '– To publish',
    '\u{f0b7} To publish',
    '<li>To publish</li>',
    '· To publish',
    'o To publish',
    '_ To publish',
    '   + To publish',
  ])('reads %s as an item', (line) =>
    expect(texts(line).filter((text) => text !== 'blank: ')).toEqual(['item: To publish']),
  )

  it('unwraps HTML paragraphs into paragraphs', () => {
    expect(texts('<p>One.</p> <p>Two<br>lines.</p>\t').filter((text) => text !== 'blank: ')).toEqual([
      'text: One.',
      'text: Two',
      'text: lines.',
    ])
  })

  it('keeps what only looks like a tag', () => {
    expect(texts('<script>alert(1)</script> for <5 people & {{ braces }}')).toEqual([
      'text: <script>alert(1)</script> for <5 people & {{ braces }}',
    ])
  })

  it('decodes entities, keeps superscript figures apart from the code they are glued to, lifts escaped tags', () => {
    expect(
      texts(
        '(E25<sup>3</sup>)',
        '<sup>&lt;sup>1</sup> SCIE Toolkit',
        '<sup>&lt;u>6 Strategic Plan</u>',
        '<sup>&</sup>lt;sup>10</sup> Papers',
        '<sup>&</sup>lt;u>7 Board Structure</u>',
        '26<sup>TH</sup> August',
      ),
    ).toEqual([
      'text: (E25³)',
      'text: ¹ SCIE Toolkit',
      'text: ⁶ Strategic Plan',
      'text: ¹⁰ Papers',
      'text: ⁷ Board Structure',
      'text: 26TH August',
    ])
  })

  it('lifts emphasis, also over a line end, and keeps an asterisk that stands for itself', () => {
    expect(
      texts(
        '**WARDS AFFECTED',
        'ALL**',
        '*Copy: Chief Executive*',
        'Delivering *HomeFirst* and (*LiveWell*)',
        '7*7 is 49, *see below',
        '5 * 3 ***',
        'é*2*3 and x**2',
      ),
    ).toEqual([
      'text: WARDS AFFECTED',
      'text: ALL',
      'text: Copy: Chief Executive',
      'text: Delivering HomeFirst and (LiveWell)',
      'text: 7*7 is 49, *see below',
      'text: 5 * 3 ***',
      'text: é*2*3 and x**2',
    ])
  })

  it('sets joined letters apart, and drops what is unseen on paper', () => {
    expect(texts('the ﬁnancial eﬀect of\u0002 safe\u00adguarding\u202e', '\u200b')).toEqual([
      'text: the financial effect of safeguarding',
      'blank: ',
    ])
  })

  it('never decodes a control character out of an entity', () => {
    expect(texts('a&#0;b &#x1b; &#xd800;')).toEqual(['text: a&#0;b &#x1b; &#xd800;'])
  })

  it('reads rows of tabs and pipes with their empty cells, and no line for the rule under a head', () => {
    const {lines} = read('Policy\tYes\tSome text\t', '| a | b |', '|---|---|', '| c | d |')
    expect(lines.map(({cells}) => cells)).toEqual([
      ['Policy', 'Yes', 'Some text', ''],
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('knows heading marks, bold lines and hard breaks as hints', () => {
    const [heading, strong, broken] = read('### **Summary:**', '**WARDS AFFECTED**', 'Leicester  ').lines
    expect([heading?.text, heading?.level, heading?.isStrong]).toEqual(['Summary:', 3, true])
    expect([strong?.level, strong?.isStrong]).toEqual([undefined, true])
    expect(broken?.isBroken).toBe(true)
  })

  it('traces every visible word to the token it came from', () => {
    const {words} = read('<p>The report</p> <p>will</p>')
    expect(words.map(({text, token}) => [text, token])).toEqual([
      ['The', 0],
      ['report', 1],
      ['will', 2],
    ])
  })
})
