/** A kind of file that is no text, though it may be called `.txt`, and how its text is got out of it. */
export interface ForeignFormat {
  /** `a PDF file` */
  readonly what: string
  readonly wayOut: string
}

/** Knows by their first bytes the files that people drop in by mistake: `%PDF-1.4`, `PK\x03\x04`. */
export function findForeignFormat(bytes: Uint8Array): ForeignFormat | undefined {
  return formats.find(({starts, at = 0}) => starts.some((start) => hasBytes(bytes, start, at)))
}

interface Signature extends ForeignFormat {
  /** The bytes of its beginning, each a character of Latin-1. */
  readonly starts: readonly string[]
  /** Where they stand when that is not the very beginning. */
  readonly at?: number
}

const picture = {
  what: 'a picture',
  wayOut: 'Read the text off the picture first (OCR), check it against the picture, and put the text into seeds/',
}

const formats: readonly Signature[] = [
  {
    starts: ['%PDF', '\xef\xbb\xbf%PDF'],
    what: 'a PDF file',
    wayOut: 'Convert it to text first, such as with `pdftotext`, and put the text into seeds/',
  },
  {
    starts: ['PK\x03\x04', 'PK\x05\x06'],
    what: 'a Word, Excel or other ZIP file',
    wayOut: 'Open it in its own program, save it as plain text in UTF-8, and put the text into seeds/',
  },
  {
    starts: ['\xd0\xcf\x11\xe0'],
    what: 'an old Word or Excel file',
    wayOut: 'Open it in its own program, save it as plain text in UTF-8, and put the text into seeds/',
  },
  {
    starts: ['{\\rtf'],
    what: 'an RTF file',
    wayOut: 'Open it in a word processor, save it as plain text in UTF-8, and put the text into seeds/',
  },
  {
    starts: ['\x1f\x8b', '7z\xbc\xaf\x27\x1c', 'Rar!\x1a\x07', 'BZh91AY&SY', '\xfd7zXZ\0'],
    what: 'a packed file',
    wayOut: 'Unpack it first, and put the text that is in it into seeds/',
  },
  {starts: ['\x89PNG', '\xff\xd8\xff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*'], ...picture},
  // The bytes before this are `RIFF` and a length.
  {starts: ['WEBPVP8'], at: 8, ...picture},
]

const hasBytes = (bytes: Uint8Array, start: string, at: number) =>
  [...start].every((character, index) => bytes[at + index] === character.charCodeAt(0))
