import type {Line} from '../normalise.ts'
import {endsSentence} from '../outline.ts'

const numberAlone = /^(?:\d{1,2}[.)]?|\d{1,2}(?:\.\d{1,2}){1,3}\.?|[A-Z][.)]|\(?[a-z]\)|\(?[ivx]{1,5}\))$/

/** `1.2⇥The purpose of this report` is a paragraph with its number, unless it stands in a table. */
export function joinTabbed(lines: readonly Line[]): Line[] {
  const isNumbered = (line: Line | undefined) => line?.cells.length === 2 && numberAlone.test(line.cells[0] ?? '')
  // A cell between pipes has at least two of them more.
  const isTabbed = (line: Line) => line.width - line.indent - line.text.length <= 1
  return lines.map((line, index): Line => {
    if (line.shape !== 'row' || !isNumbered(line) || !isTabbed(line)) return line
    const isInTable = [lines[index - 1], lines[index + 1]].some((other) => other?.shape === 'row' && !isNumbered(other))
    return isInTable ? line : {...line, shape: 'text', cells: []}
  })
}

const paragraphNumber = /^(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}[.)]|\(\d{1,2}\)|\(?[a-z]\))\s+\p{Lu}/u

/** A blank line before each numbered paragraph that stands close under the end of another. */
export function partNumbered(lines: readonly Line[]): Line[] {
  return lines.flatMap((line, index): Line[] => {
    const before = lines[index - 1]
    const isParted =
      line.shape === 'text' && before?.shape === 'text' && paragraphNumber.test(line.text) && endsSentence(before.text)
    return isParted ? [{...line, text: '', shape: 'blank', cells: []}, line] : [line]
  })
}
