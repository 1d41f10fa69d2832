/** A word of a phrase as it is compared, and as it is printed. */
export interface Token {
  readonly folded: string
  readonly printed: string
}

const piece =
  /’s(?![\p{L}\p{N}])|(?<=s)’(?![\p{L}\p{N}])|£?\p{N}[\p{N}.,]*\p{N}%?|£?\p{N}+%?|[\p{L}\p{M}\p{N}&]+|[,;:()/]/gu

/** The number of a list's item, `2.` or `b)`, says nothing about what it is. */
const number = /^\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+/i
/** Codes of the evidence: `(E56)`, `(E23, IR36)`. */
const codes = /\(\s*\p{Lu}{1,3}\d+(?:\s*[,;&/]?\s*\p{Lu}{1,3}\d+)*\s*\)/gu

/**
 * Splits a phrase into what patterns are written of: words in small letters, commas and brackets. Hyphens part words
 * and a possessive is a word of its own, so that `self-directed` is met by `self directed` and `the council’s plans` by
 * `{who}’s plans`. Full stops, quotation marks and bullets are no words.
 */
export function tokenise(phrase: string): Token[] {
  const even = phrase
    .normalize('NFC')
    .replace(number, '')
    .replace(codes, '')
    .replace(/['‘’ʼ]/g, '’')
    .replace(/&/g, ' and ')
    // `94.4 %` without its sign would be another number.
    .replace(/(?<=\p{N})\s+(?=%)/gu, '')
  return [...even.matchAll(piece)].map(([printed]) => ({
    folded: printed === '’' ? '’s' : printed.toLowerCase(),
    printed,
  }))
}
