import {nameCharacter} from '../unshown.ts'
import {accents, indicators, plainMarks, readDigit, signs, writeDigit} from './signs.ts'

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const fractions: Readonly<Record<string, string>> = {'½': '1/2', '¼': '1/4', '¾': '3/4', '⅓': '1/3', '⅔': '2/3'}

/**
 * Writes a line in uncontracted Unified English Braille: `Halton, 2009/10` → `,HALTON1 #BJJI_/#AJ`. Bold is left out; a
 * sign that has no braille stands as its number in Unicode.
 */
export function writeUncontracted(text: string): string {
  const characters = [...plainMarks(text).normalize('NFC')].flatMap(spell)
  const passages = [...characters.join('').matchAll(passage)].map(
    ({0: {length}, index}) => [index, index + length] as const,
  )
  let cells = ''
  let mode: 'number' | 'fraction' | 'capitals' | '' = ''
  for (const [at, character] of characters.entries()) {
    const next = characters[at + 1] ?? ''
    if (passages.some(([from]) => from === at)) cells += indicators.passage
    if (passages.some(([, to]) => to === at)) cells += indicators.capitalsEnd
    const isCapital = /\p{Lu}/u.test(character) && !passages.some(([from, to]) => from <= at && at < to)
    if (/^\d$/.test(character)) {
      cells += (mode === 'number' ? '' : indicators.number) + writeDigit(character)
      mode = 'number'
    } else if (mode === 'number' && /[,.]/.test(character)) {
      cells += signs[character]
      if (!/^\d$/.test(next)) mode = 'fraction'
    } else if (/\p{L}/u.test(character)) {
      if (mode === 'capitals' && !isCapital) {
        cells += indicators.capitalsEnd
        mode = ''
      }
      const isBehindFigure = mode === 'number' || mode === 'fraction'
      if (isBehindFigure && /[a-jA-J]/.test(character) && !isCapital) cells += indicators.letter
      if (isBehindFigure) mode = ''
      if (isCapital && mode !== 'capitals') {
        const isWord = /\p{Lu}/u.test(next)
        cells += isWord ? indicators.capitals : indicators.capital
        if (isWord) mode = 'capitals'
      }
      cells += writeLetter(character)
    } else {
      // Behind a fraction or a raised figure, as behind a figure, a letter would be read as one.
      mode = fractions[character] || raised.includes(character) ? 'fraction' : ''
      cells += character === ' ' ? ' ' : (writeFraction(character) ?? writeRaised(character) ?? signs[character] ?? '')
    }
  }
  return passages.some(([, to]) => to === characters.length) ? cells + indicators.capitalsEnd : cells
}

// Section 8.5: three words in capitals or more, with figures and marks among them.
const passage = /(?<!\S)(?=\p{Lu})[^\s\p{Ll}]+(?: (?=[^\s\p{Ll}]*\p{Lu})[^\s\p{Ll}]+){2,}(?!\S)/gu

/** A character as those that there are signs for. */
function spell(character: string): string[] {
  if (character === '\u00a0' || /^\s$/u.test(character)) return [' ']
  if (/[A-Za-z\d]/.test(character) || signs[character] || fractions[character] || raised.includes(character))
    return [character]
  if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return []
  const [base = '', ...marks] = character.normalize('NFD')
  if (/[A-Za-z]/.test(base) && marks.length === 1 && accents[marks[0] ?? '']) return [character]
  const compatible = character.normalize('NFKD')
  if (/^[A-Za-z\d ./-]+$/.test(compatible)) return [...compatible]
  return [...nameCharacter(character)]
}

function writeLetter(character: string): string {
  const [base = '', mark] = character.normalize('NFD')
  return `${mark ? (accents[mark] ?? '') : ''}${base.toUpperCase()}`
}

function writeFraction(character: string): string | undefined {
  const [above, below] = fractions[character]?.split('/') ?? []
  return above && below ? `${indicators.number}${writeDigit(above)}/${writeDigit(below)}` : undefined
}

const writeRaised = (character: string): string | undefined =>
  raised.includes(character)
    ? `${indicators.raised}${indicators.number}${writeDigit(String(raised.indexOf(character)))}`
    : undefined

const bySign = Object.entries(signs).sort(([, a], [, b]) => b.length - a.length)
const byAccent = Object.entries(accents)

/** Reads such a line back: the characters of {@link plainMarks}. */
export function readUncontracted(cells: string): string {
  let [text, at, capitals] = ['', 0, 0]
  const takes = (sign: string) => cells.startsWith(sign, at)
  while (at < cells.length) {
    const cell = cells[at] ?? ''
    if (/\s/.test(cell)) {
      text += ' '
      if (capitals < 3) capitals = 0
      at++
    } else if (takes(indicators.raised)) {
      if (capitals === 2) capitals = 0
      text += raised[Number(readDigit(cells[at + 3] ?? ''))]
      at += 4
    } else if (cell === indicators.number) {
      if (capitals === 2) capitals = 0
      const [whole, above, below] = /^#([A-J])\/([A-J])/.exec(cells.slice(at)) ?? []
      const fraction = above && below && `${readDigit(above)}/${readDigit(below)}`
      const number = /^#((?:[A-J]|[14](?=[A-J]))+)/.exec(cells.slice(at))
      if (whole && fraction) {
        text += Object.keys(fractions).find((key) => fractions[key] === fraction) ?? fraction
        at += whole.length
      } else {
        text += (number?.[1] ?? '').replace(/./g, (each) => (each === '1' ? ',' : each === '4' ? '.' : readDigit(each)))
        at += number?.[0].length ?? 1
      }
    } else if (cell === indicators.letter) at++
    else if (takes(indicators.capitalsEnd) && capitals > 1) {
      capitals = 0
      at += 2
    } else if (takes(indicators.capitals) && !isSignOfCapital(cells, at + 1)) {
      capitals = takes(indicators.passage) ? 3 : 2
      at += capitals
    } else {
      const accent = byAccent.find(([, sign]) => takes(sign) && /[A-Z]/.test(cells[at + sign.length] ?? ''))
      const letter = accent ? cells[at + accent[1].length] : cell
      const sign = bySign.find(([, written]) => takes(written))
      if (accent || /[A-Z]/.test(cell)) {
        const base = capitals > 0 ? (letter ?? '') : (letter ?? '').toLowerCase()
        text += (base + (accent?.[0] ?? '')).normalize('NFC')
        if (capitals === 1) capitals = 0
        at += accent ? accent[1].length + 1 : 1
      } else if (sign && !(cell === indicators.capital && !isSignOfCapital(cells, at))) {
        text += readMark(sign[0], cells, at)
        if (capitals === 2) capitals = 0
        at += sign[1].length
      } else if (cell === indicators.capital) {
        capitals = 1
        at++
      } else at++
    }
  }
  return text
}

/** `,-`, `,8` and `,0` are marks of two cells; before anything else the cell makes the next letter a capital. */
const isSignOfCapital = (cells: string, at: number) => /^,[-80]/.test(cells.slice(at, at + 2))

/** One cell is a question mark behind a word and an opening quotation mark before one. */
function readMark(mark: string, cells: string, at: number): string {
  if (mark !== '?' && mark !== '“') return mark
  return at === 0 || /[\s<\-/]/.test(cells[at - 1] ?? '') || cells.slice(at - 2, at) === ',8' ? '“' : '?'
}
