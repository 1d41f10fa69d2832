import type {Block, Passage} from './assessment.ts'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const noteMark = /^(?<mark>[⁰¹²³⁴-⁹]+)(?:\s|(?=\p{Lu}))/u
const anyMark = /[⁰¹²³⁴-⁹]+/gu
// `120 m²`, `10⁶`: a power, whatever notes the document has.
const power = /(?:(?<![\p{L}\p{N}])(?:[kcm]?m|ft|in|yd|x|y|r|χ|R)|(?<!\d)10)$/u

/** Plain figures of superscript ones: `¹⁰` → `10`. */
export const lowerMark = (mark: string): string => [...mark].map((digit) => superscripts.indexOf(digit)).join('')

/** Superscript figures of plain ones: `10` → `¹⁰`. */
export const raiseMark = (digits: string): string => [...digits].map((digit) => superscripts[Number(digit)]).join('')

/** The number by which the text refers to a note, when the words begin as one: `³ Direct Payments Blog` → `3`. */
export function readNoteMark(text: string): string | undefined {
  const mark = noteMark.exec(text)?.groups?.['mark']
  return mark ? lowerMark(mark) : undefined
}

/** A footnote of the words that begin with its number. */
export function toFootnote({text, place}: Passage): Extract<Block, {kind: 'footnote'}> {
  return {kind: 'footnote', mark: readNoteMark(text) ?? '', text, place}
}

/** A superscript in running text that may refer to a note. */
export interface Mark {
  readonly mark: string
  readonly at: number
  readonly to: number
}

/** Superscripts that may refer to notes: `(E25³)` has one at 4; powers such as `m²` have none. */
export function findMarks(text: string): Mark[] {
  return [...text.matchAll(anyMark)].flatMap(({0: printed, index}) =>
    power.test(text.slice(Math.max(0, index - 4), index))
      ? []
      : [{mark: lowerMark(printed), at: index, to: index + printed.length}],
  )
}
