const small = /^(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with|&)$/i

interface Piece {
  readonly letters: string
  /** It need not give a letter: a small word, or what follows a hyphen. */
  readonly isOptional: boolean
}

/**
 * Whether a short form is made of the words' first letters: `DoLS` of `Deprivation of Liberty Safeguards`. Small words
 * may give a letter or none; a word may give a second one (`MDT`: multidisciplinary team).
 */
export function matchesInitials(short: string, words: readonly string[]): boolean {
  if (words.length < 2 || small.test(words[0] ?? '')) return false
  const letters = [...short.toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter))
  const pieces = words.flatMap((word): Piece[] => {
    const isSmall = small.test(word)
    return (word.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? []).map((part, index) => ({
      letters: part,
      isOptional: isSmall || index > 0,
    }))
  })
  const match = (letter: number, piece: number): boolean => {
    const wanted = letters[letter]
    const own = pieces[piece]
    if (!own) return letter === letters.length
    if (own.isOptional && match(letter, piece + 1)) return true
    if (wanted === undefined || own.letters[0] !== wanted) return false
    if (match(letter + 1, piece + 1)) return true
    const second = letters[letter + 1]
    return (
      second !== undefined &&
      own.letters.length > 5 &&
      own.letters.indexOf(second, 2) > 0 &&
      match(letter + 2, piece + 1)
    )
  }
  return letters.length >= 2 && match(0, 0)
}

/** Whether a short form has the words' first letters in whatever order. */
export function hasInitials(short: string, words: readonly string[]): boolean {
  const sort = (letters: string) => [...letters.toLowerCase()].sort().join('')
  return (
    words.length > 1 &&
    sort(short) ===
      sort(
        words
          .filter((word) => !small.test(word))
          .map(([first]) => first)
          .join(''),
      )
  )
}
