import type {Line} from '../../normalise.ts'
import {isClose} from '../letters.ts'

/** Where a letter is signed: from its close, or else from the name, to behind the office. */
export interface Signature {
  readonly at: number
  readonly to: number
  /** `Glen Mason, SSI Director` */
  readonly signer?: string
  /** `Yours sincerely` stands over the name. */
  readonly isClosed: boolean
}

/** The close and the name and office under it; where there is no close, the last name in bold that has an office under it. */
export function findSignature(lines: readonly Line[]): Signature | undefined {
  const close = lines.findLastIndex(isClose)
  if (close >= 0) {
    // Room for a hand-written name.
    const name = lines.findIndex((line, index) => index > close && index <= close + 6 && isName(line))
    return {at: close, ...(name < 0 ? {to: close + 1} : readSigner(lines, name)), isClosed: true}
  }
  const at = lines.findLastIndex((line, index) => line.isStrong && isName(line) && findOffice(lines, index) > index)
  return at < 0 ? undefined : {at, ...readSigner(lines, at), isClosed: false}
}

function readSigner(lines: readonly Line[], name: number): {readonly to: number; readonly signer: string} {
  const office = findOffice(lines, name)
  const signer = [lines[name], lines[office]].flatMap((line) => (line ? [line.text] : [])).join(', ')
  return {to: Math.max(name, office) + 1, signer}
}

/** The office that stands within three lines under a name. */
const findOffice = (lines: readonly Line[], name: number) =>
  lines.findIndex((line, index) => index > name && index <= name + 3 && line.text.length < 90 && isOffice(line))

const isOffice = ({text}: Line) => /director|inspector|chief|\bhead of\b/i.test(text)

/** `Glen Mason`: two to four capitalised words, and no office. */
const isName = (line: Line) =>
  line.shape === 'text' && /^\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3}$/u.test(line.text) && !isOffice(line)
