import {describe, expect, it} from 'vitest'
import {formatProblem, type Problem} from '../../src/problem.ts'
import {readText} from '../../src/readers/text.ts'
import {encodeUtf16, encodeWindows1252} from '../support/encodings.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
function read(bytes: Uint8Array) {
  const problems: Problem[] = []
  const text = readText('seeds/case.txt', bytes, (problem) => problems.push(problem))
  return {text, problems, rules: problems.map(({level, rule, place}) => `${level} ${rule} ${place?.line}`)}
}

const printed = 'The council’s “Home First” – £1.2m\n\n• Café visits\nThe reablement service went on as planned.\n'

describe('readText', () => {
  it.each([
    ['UTF-8', utf8(printed)],
    ['UTF-8 with its mark', utf8(`\ufeff${printed}`)],
    ['UTF-16, little-endian, with its mark', encodeUtf16(`\ufeff${printed}`, 'little')],
    ['UTF-16, big-endian, with its mark', encodeUtf16(`\ufeff${printed}`, 'big')],
    ['UTF-16, little-endian, without a mark', encodeUtf16(printed, 'little')],
    ['UTF-16, big-endian, without a mark', encodeUtf16(printed, 'big')],
  ])('reads %s without a doubt', (_, bytes) => {
    const {text, rules} = read(bytes)
    expect(text).toBe(printed)
    expect(rules).toEqual([])
  })

  it('reads windows-1252, and says at which line it inferred that', () => {
    const {text, problems} = read(encodeWindows1252(`Performance report\r\n${printed}`))
    expect(text).toBe(`Performance report\r\n${printed}`)
    expect(problems.map(formatProblem)).toEqual([
      'seeds/case.txt:2: encoding-inferred: Unexpected bytes that are not UTF-8, expected UTF-8; they are read as windows-1252\n' +
        '  hint: Look at the dashes, quotation marks and pound signs of this line; when they are wrong, save the document as UTF-8 text',
    ])
    expect(problems[0]?.level).toBe('doubt')
  })

  it.each(['\r', '\n', '\r\n'])('counts lines that end with %j', (end) => {
    expect(read(encodeWindows1252(['one', 'two', '', 'a £5 note', 'and more words'].join(end))).rules).toEqual([
      'doubt encoding-inferred 4',
    ])
  })

  it('refuses UTF-8 in which a byte broke, rather than show `â€™` for each apostrophe', () => {
    const bytes = utf8('The council’s plan\nThe team’s café and the people’s views\nA cost of £5')
    const broken = Uint8Array.from([...bytes.subarray(0, -2), 0xc2, 0x20])
    expect(read(broken).rules).toEqual(['error unreadable-encoding 3'])
  })

  it.each([
    ['bytes of no encoding', [0x41, 0x0a, 0xff, 0xfe, 0x42], 2],
    ['bytes that windows-1252 gives no character', [...latin1('some words of a report\nand a '), 0x81, 0x20], 2],
    ['UTF-16 that ends in the middle of a letter', [...encodeUtf16('\ufeffone\ntwo', 'little'), 0x41], 2],
    ['a zero byte', [...latin1('one\ntwo\0')], 2],
    ['many control characters', [...latin1('one\r\rtwo\x01\x02\x03\x04')], 3],
  ])('refuses %s, with the line', (_, bytes, line) => {
    const {text, rules, problems} = read(Uint8Array.from(bytes))
    expect(text).toBeUndefined()
    expect(rules).toEqual([`error unreadable-encoding ${line}`])
    expect(problems[0]?.hint).toMatch(/UTF-8/)
  })

  it('reads a text in which a conversion left a page mark and a stray control character', () => {
    expect(read(utf8('The end of a page.\fThe next\x02 begins.')).rules).toEqual([])
  })

  it.each([
    ['a PDF file', '%PDF-1.4\n%\xe2\xe3\xcf\xd3', /pdftotext/],
    ['a Word, Excel or other ZIP file', 'PK\x03\x04\x14\0\x06\0', /save it as plain text/],
    ['an old Word or Excel file', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', /save it as plain text/],
    ['an RTF file', '{\\rtf1\\ansi Performance report}', /save it as plain text/],
    ['a packed file', '\x1f\x8b\x08\0', /Unpack/],
    ['a picture', '\x89PNG\r\n\x1a\n', /OCR/],
    ['a picture', '\xff\xd8\xff\xe0\0\x10JFIF', /OCR/],
    ['a picture', 'GIF89a\x01\0', /OCR/],
    ['a picture', 'RIFF\x24\x0a\0\0WEBPVP8 ', /OCR/],
  ])('refuses %s and says the way out', (what, bytes, wayOut) => {
    const {text, rules, problems} = read(latin1(bytes))
    expect(text).toBeUndefined()
    expect(rules).toEqual(['error not-text 1'])
    expect(problems[0]?.message).toBe(`Unexpected ${what}, expected plain text`)
    expect(problems[0]?.hint).toMatch(wayOut)
  })

  it.each(['PKU is a rare condition.', 'GIFT AID', 'BM Ltd', '%PD', 'RIFF raff', 'P'])(
    'reads a text that begins %j',
    (text) => {
      expect(read(utf8(text)).text).toBe(text)
    },
  )
})
