import {describe, expect, it} from 'vitest'
import {amend} from '../src/amend.ts'
import {takeLedger} from '../src/ledger.ts'
import {normalise} from '../src/normalise.ts'

const why = 'Personal data'
const redact = (text: string, ...patterns: string[]) =>
  amend(text.split('\n'), {corrections: [], redactions: patterns.map((pattern) => ({pattern, why}))})
const correct = (text: string, find: string, replace: string) =>
  amend(text.split('\n'), {corrections: [{find, replace, why}], redactions: []})
const textOf = ({lines}: ReturnType<typeof amend>) => lines.map(({text}) => text).join('\n')

describe('a redaction', () => {
  it.each([
    ['as written', 'Glen Marlow called.'],
    ['in capitals', 'GLEN MARLOW called.'],
    ['over the end of a line', 'Call Glen\nMarlow now.'],
    ['over the end of a line with spaces around it', 'Call Glen  \n   Marlow now.'],
    ['over the end of a line of HTML', 'Call Glen<br>Marlow now.'],
    ['over a hyphen at the end of a line', 'Call Glen Ma-\nrlow now.'],
    ['over a soft hyphen at the end of a line', 'Call Glen Ma\u00ad\nrlow now.'],
    ['with spaces', 'Call Glen   Marlow now.'],
    ['with a no-break space', 'Call Glen\u00a0Marlow now.'],
    ['with an entity for the space', 'Call Glen&nbsp;Marlow now.'],
    ['with an entity for a letter', 'Call Gl&#101;n M&#x61;rlow now.'],
    ['in bold, word by word', 'Call **Glen** **Marlow** now.'],
    ['in bold over a line end', 'Call **Glen\nMarlow** now.'],
    ['in tags', 'Call Glen <b>Marlow</b> now.'],
    ['with a tag inside a word', 'Call Gl<b>en</b> Marlow now.'],
    ['with marks of Markdown inside a word', 'Call Gl**en** Marlow now.'],
    ['with a soft hyphen', 'Call Glen Ma\u00adrlow now.'],
    ['with a zero-width space', 'Call Gl\u200ben Marlow now.'],
    ['with a grapheme joiner', 'Call Gl\u034fen Marlow now.'],
    ['in full-width letters', 'Call Ｇｌｅｎ　Ｍａｒｌｏｗ now.'],
    ['in a table, a cell each', '| Call | Glen | Marlow |'],
    ['in cells of HTML', '<td>Call</td><td>Glen</td><td>Marlow</td>'],
    ['with a footnote mark', 'Call Glen Marlow<sup>3</sup> now.'],
    ['with an escaped mark', 'Call Glen\\-Marlow now, or Glen Marlow.'],
    ['in a comment that no page shows', 'Call us. <!-- Glen Marlow -->'],
    ['in the address of a link', 'Call <a href="mailto:Glen Marlow">us</a>.'],
  ])('finds words %s', (_, text) => {
    const {lines, redactions, faults} = redact(text, 'Glen[ -]Marlow')
    expect(faults).toEqual([])
    expect(lines).toHaveLength(text.split('\n').length)
    const shown = lines.map((line) => line.text).join(' ')
    expect(shown).toContain('[withheld]')
    expect(shown.replaceAll('[withheld]', '')).not.toMatch(/gl?<|mar|low|glen|Ｍ|\u200b/i)
    for (const {text: line, withheld} of lines)
      for (const [start, end] of withheld) expect(line.slice(start, end)).toBe('[withheld]')
    expect(redactions[0]?.words.length).toBeGreaterThan(0)
  })

  it.each([
    ['José', 'Jose\u0301 spoke.'],
    ['Jose\u0301', 'José spoke.'],
    ["O'Brien", 'O’Brien spoke.'],
    ['O’Brien', "O'Brien spoke."],
    ['0116–252 8800', 'Call 0116-252 8800.'],
    ['[–-]3', 'From 2‑3.'],
    ['Office', 'The oﬃce.'],
  ])('finds %s in other characters that look the same', (pattern, text) =>
    expect(textOf(redact(text, pattern))).toContain('[withheld]'),
  )

  it('keeps a dot and the ends of a line within the line', () => {
    expect(textOf(redact('Tel: 1\nAll is well.\nMy name', 'Tel:.*', '^my\\b.*$'))).toBe(
      '[withheld]\nAll is well.\n[withheld]',
    )
    expect(redact('one\n\ntwo', 'one two').faults).toEqual([{kind: 'no-effect', list: 'redactions', index: 0}])
  })

  it('finds a whole word before a footnote mark, and understands classes and ranges', () => {
    expect(textOf(redact('Marlow³ and Marlowish', '\\bMarlow\\b'))).toBe('[withheld]³ and Marlowish')
    expect(textOf(redact('a b~c', '[ -~]b[^ ]'))).toBe('a [withheld]c')
    expect(textOf(redact('Dr\nGlen', 'Dr[ .]Glen'))).toBe('[withheld]\n[withheld]')
  })

  it('marks words once where two patterns meet, and counts both as used', () => {
    const {faults, lines} = redact('Mr Glen Marlow said.', 'Mr Glen', 'Glen Marlow')
    expect(faults).toEqual([])
    expect(lines).toEqual([{text: '[withheld] said.', withheld: [[0, 10, 2]]}])
  })

  it('says which lines it changed, from 1', () =>
    expect(redact('a\nGlen\nMarlow\nMarlow', 'Glen Marlow|^Marlow$').redactions[0]?.lines).toEqual([2, 3, 4]))

  it('gives up on a pattern that tries every way', () => {
    const redactions = [{pattern: '(a+)+$', why}]
    expect(amend([`${'a'.repeat(60)}!`], {corrections: [], redactions}, 50).faults).toEqual([
      {kind: 'too-slow', list: 'redactions', index: 0},
    ])
  })

  it('withholds words by the ten thousand in a line', () => {
    const line = 'over the hill '.repeat(7000)
    const {lines, redactions, faults} = redact(Array(20).fill(line).join('\n'), '\\bthe\\b')
    expect(faults).toEqual([])
    expect(redactions[0]?.lines).toHaveLength(20)
    for (const {text, withheld} of lines) {
      expect(text).toBe('over [withheld] hill '.repeat(7000))
      expect(withheld).toHaveLength(7000)
      expect(withheld.at(-1)).toEqual([text.length - 16, text.length - 6, 0])
    }
  })

  it('leaves a ledger that adds up to the words of the file', () => {
    const text = 'One (Glen\nMarlow), two Glen Marlow/Glen Marlow three'
    const source = {file: 'seeds/case.txt', sha256: '', lines: redact(text, 'Glen Marlow').lines}
    const ledger = takeLedger(source, normalise(source), {sections: []}, [
      {rule: 'x', text: 'One', place: {file: source.file, line: 1}},
    ])
    expect(ledger.words).toBe(text.split(/\s+/).length)
    expect(ledger.lines.map(({withheld}) => withheld)).toEqual([0, 0])
  })
})

describe('a correction', () => {
  it.each([
    ['as written', 'The counci1 plans.', 'The council plans.'],
    ['each time', 'counci1 counci1', 'council council'],
    ['with a tag inside', 'The coun<b>ci</b>1 plans.', 'The council plans.'],
    ['with an entity for a letter', 'The c&#111;unci1 plans.', 'The council plans.'],
  ])('puts words right %s', (_, text, expected) => expect(textOf(correct(text, 'counci1', 'council'))).toBe(expected))

  it('does not correct what it wrote', () =>
    expect(textOf(correct('The board met.', 'board', 'board of the board'))).toBe('The board of the board met.'))

  it('goes over a line end without moving a line', () => {
    expect(textOf(correct('by teh\ncounci1 of', 'teh counci1', 'the council'))).toBe('by the\ncouncil of')
    expect(textOf(correct('by teh\ncounci1', 'teh counci1', 'council'))).toBe('by \ncouncil')
    expect(textOf(correct('by teh\ncounci1', 'teh counci1', 'the good council'))).toBe('by the\ngood council')
    expect(correct('by teh\ncounci1', 'teh counci1', 'the council').corrections[0]?.lines).toEqual([1, 2])
    expect(correct('teh\n\ncounci1', 'teh counci1', 'the council').faults).toHaveLength(1)
  })

  it('keeps what it found from readers when that touches withheld words', () => {
    const make = (find: string, replace: string, pattern: string) =>
      amend(['Glen Marlw called nwo.'], {corrections: [{find, replace, why}], redactions: [{pattern, why}]})
        .corrections[0]?.isWithheld
    expect(make('Marlw', 'Marlow', 'Glen Marlow')).toBe(true)
    expect(make('Marlw', 'the officer', 'marlw|glen')).toBe(true)
    expect(make('nwo', 'now', 'Glen Marlw')).toBe(false)
  })

  it('grows and moves with what later ones write, and stays in the order of the line', () => {
    const corrections = [
      {find: 'bcd', replace: 'BCD', why},
      {find: 'C', replace: '', why},
      {find: 'a', replace: 'aaa', why},
      {find: 'Dx', replace: 'D x', why},
    ]
    const {lines, corrections: made} = amend(['a bcdx y'], {corrections, redactions: [{pattern: 'D x y', why}]})
    expect(lines).toEqual([{text: 'aaa B[withheld]', withheld: [[5, 15, 2]]}])
    expect(made.map(({isWithheld}) => isWithheld)).toEqual([true, true, false, true])
  })

  it('puts words right by the ten thousand in a line, and tells which of them touch withheld ones', () => {
    const corrections = [
      {find: 'q', replace: 'oo', why},
      {find: 'x', replace: 'y', why},
    ]
    const {lines, corrections: made} = amend([`${'q&#113; z '.repeat(9000)}. x`], {
      corrections,
      redactions: [{pattern: '\\bz\\b', why}],
    })
    expect(lines[0]?.text).toBe(`${'oooo [withheld] '.repeat(9000)}. y`)
    expect(lines[0]?.withheld).toHaveLength(9000)
    expect(made.map(({isWithheld}) => isWithheld)).toEqual([false, false])
  })
})
