/** A text as UTF-16; its mark is in the text, or is not. */
export function encodeUtf16(text: string, order: 'little' | 'big'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), order === 'little')
  return bytes
}

// From the decoder itself, so that the two cannot disagree.
const bytesOf = new Map(
  Array.from({length: 256}, (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const),
)

/** A text as windows-1252; a character that it has not becomes the question mark that a program would write. */
export const encodeWindows1252 = (text: string): Uint8Array =>
  Uint8Array.from([...text], (character) => bytesOf.get(character) ?? 0x3f)
