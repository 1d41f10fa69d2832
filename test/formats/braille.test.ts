import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {breakLines, height, readPages, width} from '../../src/formats/braille/pages.ts'
import {plainMarks, signs} from '../../src/formats/braille/signs.ts'
import {findTranslator, uncontracted} from '../../src/formats/braille/translator.ts'
import {readUncontracted, writeUncontracted} from '../../src/formats/braille/uncontracted.ts'
import {makeBrailleFormat} from '../../src/formats/braille.ts'
import {layPaper} from '../../src/formats/paper.ts'
import {findDifference} from '../../src/formats/parity.ts'
import {readCharacters} from '../../src/formats/unshown.ts'
import {plainText} from '../../src/variants/plain-text.ts'
import {makeNasty} from '../support/nasty.ts'
import {content, readProject} from '../support/publication.ts'

const {publication} = readProject()
const reports = [...publication.assessments, makeNasty()]
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('uncontracted braille', () => {
  // Lines of the seeds and others, as liblouis 3.24 translates them with en-ueb-g1.ctb.
  const vectors = JSON.parse(readFileSync('test/formats/braille/vectors.json', 'utf8')) as [
    print: string,
    cells: string,
  ][]

  it.each(vectors)('writes %j as liblouis does', (print, cells) => {
    expect(writeUncontracted(print)).toBe(cells)
    expect(readUncontracted(cells)).toBe(plainMarks(print))
  })

  it('keeps a letter behind figures a letter, and knows capitals, raised figures and fractions', () => {
    for (const [print, cells] of [
      ['2a 2k 2A', '#B;A #BK #B,A'],
      ['É and ÉLAN', ',^/E AND ,,^/ELAN'],
      ['DoLS, PCTs', ",DO,,LS1 ,,PCT,'S"],
      ['KEY AREAS FOR change', ",,,KEY AREAS FOR,' CHANGE"],
      ['SAB⁶ ½', ',,SAB;9#F #A/B'],
      ['“Is it?” he said', '8,IS IT80 HE SAID'],
    ] as const) {
      expect(writeUncontracted(print)).toBe(cells)
      expect(readUncontracted(cells)).toBe(plainMarks(print))
    }
  })

  it('reads back what it wrote, whatever the words', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyzABCJXYZ0123456789éèñçÜ½²'
    const marks = Object.keys(signs)
      .filter((mark) => !/["“”'‘’?]/.test(mark))
      .join('')
    const word = fc.string({unit: fc.constantFrom(...letters, ...marks), minLength: 1, maxLength: 8})
    fc.assert(
      fc.property(fc.array(word, {minLength: 1, maxLength: 8}), (words) => {
        const print = words.join(' ')
        expect(readUncontracted(writeUncontracted(print))).toBe(plainMarks(print))
      }),
      {numRuns: 1000},
    )
  })

  it('writes nothing but braille ASCII, and a sign without braille by its number', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', maxLength: 60}), (print) => {
        expect(writeUncontracted(print)).toMatch(/^[\x20-\x5f]*$/)
      }),
    )
    expect(readCharacters(readUncontracted(writeUncontracted('汉 👩')))).toBe('汉 👩')
  })
})

const translators = [uncontracted, ...(findTranslator() === uncontracted ? [] : [findTranslator()])]

describe.each(translators)('a report in $grade', (translator) => {
  const format = makeBrailleFormat(() => translator)

  it.each(reports)('fits 40 cells and 25 lines, and says what the page says: $assessment.id', async (published) => {
    const paper = layPaper(published, format.variant, content)
    const {bytes, pages, note} = await format.make(paper)
    expect(note).toBe(translator.grade)
    const sheets = decode(bytes).split('\f')
    expect(sheets.length).toBe(pages)
    for (const [index, sheet] of sheets.entries()) {
      const lines = sheet.split('\r\n')
      expect(lines.pop()).toBe('')
      expect(lines.length).toBe(height)
      expect(lines.filter((line) => line.length > width || /[^\x20-\x5f]/.test(line) || / $/.test(line))).toEqual([])
      expect(lines.at(-1)?.trim()).toBe(writeUncontracted(String(index + 1)))
    }
    expect(findDifference(format, await format.read(bytes), paper)).toBeUndefined()
  })

  it('names its grade and its origin in a note on the first page', async () => {
    const paper = layPaper(reports[0] ?? makeNasty(), format.variant, content)
    const [first = [], second = []] = readPages(decode((await format.make(paper)).bytes))
    const cells = [...first, ...second].join(' ').replace(/\s+/g, ' ')
    for (const words of ["Transcriber's note", translator.grade.replace('UEB ', '').split(',')[0] ?? ''])
      expect(cells).toContain(translator.translate([words])[0])
    expect(cells).toContain(translator.translate([translator.name])[0]?.split(' ')[0])
  })

  it('has contents whose page numbers are right', async () => {
    const paper = layPaper(reports[0] ?? makeNasty(), format.variant, content)
    const pages = readPages(decode((await format.make(paper)).bytes))
    const [heading] = translator.translate(['Grades'])
    const listed = pages.flat().find((line) => line.startsWith(`${heading} #`))
    const page = Number(readUncontracted(listed?.split(' ').at(-1) ?? ''))
    expect(pages[page - 1]?.some((line) => line.trim() === heading)).toBe(true)
  })

  it('has the same bytes each time', async () => {
    const make = async () =>
      decode((await format.make(layPaper(reports[0] ?? makeNasty(), format.variant, content))).bytes)
    expect(await make()).toBe(await make())
  })
})

describe.skipIf(translators.length < 2)('contracted braille', () => {
  const contracted = translators[1] ?? uncontracted

  it('has no escapes of its translator: raised figures are signs, and unknown ones stand by their numbers', () => {
    const [cells = ''] = contracted.translate(['SAB¹² and CO₂, ◆ 汉 a\\b'])
    expect(cells).not.toContain("'\\X")
    expect(cells).toContain(';9#AB')
    for (const published of publication.assessments)
      for (const line of contracted.translate([plainText(layPaper(published, 'large-print', content).body)]))
        expect(line).not.toMatch(/'\\X[0-9A-F]{4}'/)
  })

  it('keeps every sign when it is read back', () => {
    const print = 'our outcomes without you'
    expect(contracted.readBack(contracted.translate([print]).join('\n'))).toBe(print)
  })
})

describe('uncontracted braille of a report', () => {
  it('is read back word for word', async () => {
    const format = makeBrailleFormat(() => uncontracted)
    // Which way a quotation mark turns depends on the words beside it in its line.
    const fold = (text: string) =>
      readCharacters(text.replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '').replace(/["“”'‘’]/g, '"'))
    for (const published of publication.assessments) {
      const paper = layPaper(published, format.variant, content)
      const print = String(await format.read((await format.make(paper)).bytes))
      const wanted = fold(plainMarks(plainText(paper.body).replace(/(?<=\S{22})(?=\S{3})/gu, '')).normalize('NFC'))
      expect(fold(print).includes(wanted) || describeFirst(fold(print), wanted)).toBe(true)
    }
  })
})

/** What differs first, since both are long. */
function describeFirst(told: string, wanted: string): string {
  let at = 0
  while (told.includes(wanted.slice(0, at + 200)) && at < wanted.length) at += 50
  return wanted.slice(at, at + 250)
}

describe('the lines of a block', () => {
  it('break at spaces, begin where their kind begins, and cut only what no line can hold', () => {
    expect(breakLines({kind: 'paragraph', cells: 'A'.repeat(20).concat(' ', 'B'.repeat(30))})).toEqual([
      `  ${'A'.repeat(20)}`,
      'B'.repeat(30),
    ])
    expect(breakLines({kind: 'item', level: 1, cells: 'ONE TWO'})).toEqual(['  ONE TWO'])
    expect(breakLines({kind: 'heading', cells: 'GRADES'})).toEqual([`${' '.repeat(17)}GRADES`])
    expect(breakLines({kind: 'facts', cells: 'C'.repeat(90)}).map(({length}) => length)).toEqual([40, 40, 14])
  })
})
