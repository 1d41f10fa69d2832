/** How a file shows a character that its kind has no sign for: `[U+1F469]`, its number in Unicode, so that nothing is lost. */
export const nameCharacter = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`

/** Words with such names read back as the characters. */
export const readCharacters = (text: string): string =>
  text.replace(/\[U\+([\dA-F]{4,6})\]/g, (name, hex: string) => {
    const code = Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : name
  })
