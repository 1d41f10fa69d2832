import {runInNewContext} from 'node:vm'

/**
 * One form for what looks the same to a reader, so that a pattern need not foresee the conversion: accents joined to
 * their letters, full-width letters, curly apostrophes and the many dashes. Small raised digits stay, since they are
 * footnote marks and no part of the word before them.
 */
export function foldCharacter(character: string): string {
  if (/^[\x20-\x7e]$/.test(character)) return character
  const joined = character.normalize('NFC')
  const folded = looksAlike[joined] ?? joined
  const compatible = folded.normalize('NFKC')
  return /^[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{Nd}]+$/u.test(compatible) && !/\p{No}/u.test(folded) ? compatible : folded
}

const looksAlike: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'‘’‛ʼ´`′＇'].map((mark) => [mark, "'"])),
  ...Object.fromEntries([...'“”„‟″＂'].map((mark) => [mark, '"'])),
  ...Object.fromEntries([...'‐‑‒–—―−－'].map((dash) => [dash, '-'])),
  '＠': '@',
  '．': '.',
}

/**
 * Compiles a redaction's pattern. A space in it stands for any white space between two words, a line's end too; a dot
 * still ends with its line, and `^` and `$` mean the ends of a line. Throws when it is no regular expression.
 */
export function compilePattern(source: string): RegExp {
  let isClass = false
  const tokens = source.normalize('NFC').match(/\\(?:[pPu]\{[^}]*\}|k<[^>]*>|.)| +|./gsu) ?? []
  const pattern = tokens.map((token, index) => {
    if (token.startsWith('\\')) return token
    if (token === '[' && !isClass) isClass = true
    else if (token === ']') isClass = false
    // `[ -~]` is a range that begins with a space; `[ -]` is none.
    const isRange = isClass && tokens[index + 1] === '-' && tokens[index + 2] !== ']'
    if (token.startsWith(' ')) return isRange ? token : '\\s'
    const folded = foldCharacter(token)
    return isClass && folded === '-' && token !== '-' ? '\\-' : folded
  })
  return new RegExp(pattern.join(''), 'gimu')
}

/** Compiles words to be found as they are written, with any white space between them. */
export const compileWords = (words: string): RegExp =>
  new RegExp(words.normalize('NFC').trim().split(/\s+/u).map(RegExp.escape).join('[ \\n]'), 'gu')

/** Every match that is not empty; `undefined` when the search takes longer than `limit` milliseconds. */
export function findMatches(
  pattern: RegExp,
  text: string,
  limit: number,
): {readonly start: number; readonly end: number}[] | undefined {
  const search = () =>
    [...text.matchAll(pattern)].map(({0: found, index}) => ({start: index, end: index + found.length}))
  try {
    // A time limit reaches a regular expression only through a context of its own.
    const found: ReturnType<typeof search> = runInNewContext('search()', {search}, {timeout: limit})
    return found.filter(({start, end}) => end > start)
  } catch (error) {
    // It is an error of that context, and so no instance of the class that is called Error here.
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return
    throw error
  }
}
