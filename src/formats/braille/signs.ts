/**
 * Signs of Unified English Braille (Rules of Unified English Braille, 2nd edition 2013) in North American ASCII braille, one
 * character a cell. Letters are themselves; figures are the letters A to J behind `#` (section 6).
 */
export const signs: Readonly<Record<string, string>> = {
  // Section 7: punctuation. Opening and closing quotation marks are told apart by `findQuotes`.
  ',': '1',
  ';': '2',
  ':': '3',
  '.': '4',
  '!': '6',
  '?': '8',
  "'": "'",
  '-': '-',
  '–': ',-',
  '(': '"<',
  ')': '">',
  '[': '.<',
  ']': '.>',
  '{': '_<',
  '}': '_>',
  '“': '8',
  '”': '0',
  '‘': ',8',
  '’': ',0',
  '/': '_/',
  '\\': '_*',
  // Section 3: general symbols.
  '&': '@&',
  '@': '@A',
  '#': '_?',
  '%': '.0',
  '*': '"9',
  '+': '"6',
  '=': '"7',
  '<': '@<',
  '>': '@>',
  '~': '@9',
  _: '.-',
  '|': '_\\',
  '^': '@5',
  '£': '@L',
  $: '@S',
  '€': '@E',
  '°': '^J',
  '§': '^S',
  '¶': '^P',
  '©': '^C',
  '®': '^R',
  '™': '^T',
  '•': '_4',
  '†': '@,?',
  '×': '"8',
  '÷': '"/',
  '→': '\\O',
  '←': '\\[',
  '✓': '@%',
}

/** Section 4.2: what stands before a letter with an accent, by the accent as Unicode writes it apart. */
export const accents: Readonly<Record<string, string>> = {
  '\u0300': '^*',
  '\u0301': '^/',
  '\u0302': '^%',
  '\u0303': '^]',
  '\u0308': '^3',
  '\u030a': '^$',
  '\u030c': '^+',
  '\u0327': '^&',
  '\u0304': '@-',
  '\u0306': '@+',
}

/** Section 5, 6 and 8: what begins figures, raised figures and capitals, and keeps a letter behind figures a letter. */
export const indicators = {
  number: '#',
  letter: ';',
  raised: ';9',
  capital: ',',
  capitals: ',,',
  passage: ',,,',
  capitalsEnd: ",'",
} as const

/** `7` → `G` */
export const writeDigit = (digit: string): string => 'JABCDEFGHI'[Number(digit)] ?? ''
export const readDigit = (cell: string): string => String('JABCDEFGHI'.indexOf(cell))

/** What is written in the same way in braille, so that the one is taken for the other: dashes, kinds of quotation marks. */
export function plainMarks(text: string): string {
  return findQuotes(
    text
      .replace(/[—―]/g, '–')
      .replace(/[‐‑‒−]/g, '-')
      .replaceAll('…', '...')
      .replace(/[′´`]/g, "'")
      .replace(/[″„‟«»]/g, '"'),
  )
}

/** A mark opens behind a space or a bracket, closes elsewhere; one inside or at the end of a word is an apostrophe. */
function findQuotes(text: string): string {
  let isOpen = false
  return text.replace(/["“”'‘’]/g, (mark, at: number) => {
    const before = at === 0 || /[\s([{“‘–/-]/.test(text[at - 1] ?? '')
    if (/["“”]/.test(mark)) return mark === '“' || (mark === '"' && before) ? '“' : '”'
    const isBehindLetter = /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')
    if (mark === '‘' || (mark === "'" && before && /\p{L}/u.test(text[at + 1] ?? ''))) {
      isOpen = true
      return '‘'
    }
    if (isOpen && !/\p{L}/u.test(text[at + 1] ?? '') && (isBehindLetter || /[.,!?]/.test(text[at - 1] ?? ''))) {
      isOpen = false
      return '’'
    }
    return "'"
  })
}
