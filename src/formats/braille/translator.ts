import {spawnSync} from 'node:child_process'
import {nameCharacter} from '../unshown.ts'
import {readUncontracted, writeUncontracted} from './uncontracted.ts'

/** Turns lines of print into lines of braille ASCII, and back. */
export interface Translator {
  /** For the list of files and the first page: `UEB grade 2, contracted`. */
  readonly grade: string
  /** Who translates, with the version: `liblouis 3.24.0`. */
  readonly name: string
  readonly translate: (lines: readonly string[]) => string[]
  /** Contracted braille cannot be read back for certain: `isExact` says so. */
  readonly readBack: (cells: string) => string
  readonly isExact: boolean
}

/** Our own table: Unified English Braille, uncontracted. */
export const uncontracted: Translator = {
  grade: 'UEB grade 1, uncontracted',
  name: 'Plain Account',
  translate: (lines) => lines.map(writeUncontracted),
  readBack: readUncontracted,
  isExact: true,
}

// A longer line comes back as two.
const longest = 200

/** liblouis, when `lou_translate` is on the machine (Debian: `liblouis-bin`). */
function openLiblouis(): Translator | undefined {
  const version = /\d+(?:\.\d+)+/.exec(spawnSync('lou_translate', ['--version'], {encoding: 'utf8'}).stdout ?? '')?.[0]
  if (!version) return
  const run = (direction: '-f' | '-b', lines: readonly string[]) => {
    // A backslash begins an escape for liblouis, and is a sign of braille ASCII too.
    const input = `${lines.map((line) => (line || '.').replaceAll('\\', '\\\\')).join('\n')}\n`
    const {stdout} = spawnSync('lou_translate', [direction, 'en-us-brf.dis,en-ueb-g2.ctb'], {input, encoding: 'utf8'})
    const translated = (stdout ?? '').split('\n').slice(0, -1)
    return translated.length === lines.length ? translated : undefined
  }
  return {
    grade: 'UEB grade 2, contracted',
    name: `liblouis ${version}`,
    // Where it gives back another number of lines, which belongs to which is lost: then ours is sure.
    translate: (lines) => {
      const pieces = lines.map(cut)
      const translated = run('-f', pieces.flat())
      if (!translated) return lines.map(writeUncontracted)
      let at = 0
      return pieces.map((own) => {
        const joined = translated
          .slice(at, at + own.length)
          .join(' ')
          .toUpperCase()
        at += own.length
        return lines.length > 0 && own.join('') === '' ? '' : joined
      })
    },
    readBack: (cells) =>
      (
        run(
          '-b',
          cells.split('\n').map((line) => line.toLowerCase()),
        ) ?? []
      ).join('\n'),
    isExact: false,
  }
}

/** What liblouis has signs for; others it would write as an escape of its own. */
const foreign = /[^\x20-\x7e\u00a0-\u00ff\p{Script=Latin}–—‘’“”„…•†€™→←✓⅓⅔]/gu
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const digits = '⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊'

/** Pieces of a line in signs that liblouis knows: raised figures as braille (UEB section 3.24), others by their numbers. */
function cut(line: string): string[] {
  const known = line
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[⁰¹²³⁴-⁹]+/gu, (marks) => `⠰⠔⠼${[...marks].map((mark) => digits[raised.indexOf(mark)]).join('')}`)
    .replace(/[₀-₉ﬀ-ﬆ]/gu, (sign) => sign.normalize('NFKD'))
    .replace(foreign, (sign) => {
      if (/[\u2800-\u28ff]/.test(sign)) return sign
      return /\p{Default_Ignorable_Code_Point}|\s/u.test(sign) ? ' ' : nameCharacter(sign)
    })
  const pieces = ['']
  for (const word of known.split(/\s+/)) {
    const last = pieces.at(-1) ?? ''
    if (last.length + word.length >= longest) pieces.push(word)
    else pieces[pieces.length - 1] = last ? `${last} ${word}` : word
  }
  return pieces
}

let found: Translator | undefined

/** The best translator of this machine. */
export function findTranslator(): Translator {
  found ??= openLiblouis() ?? uncontracted
  return found
}
