import {drawElement, escapeWords} from './svg.ts'

/** How far apart lines of words stand. */
export const lineHeight = 24
/** How wide a letter of the widest typeface that may stand in for ours is, at the size of charts. */
const letterWidth = 10.5

/** Breaks words into lines that fit, since SVG does not; a word that is too long for a line is cut. */
export function wrapWords(words: string, width: number): string[] {
  const most = Math.max(1, Math.floor(width / letterWidth))
  const lines: string[] = []
  for (const word of words.split(/\s+/).flatMap((each) => each.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [])) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Writes lines of words below each other; `y` is the top of the first. */
export function drawWords(
  lines: readonly string[],
  {x, y, className}: {readonly x: number; readonly y: number; readonly className: string},
): string[] {
  return lines.map((line, index) =>
    drawElement('text', {class: className, x, y: y + index * lineHeight + lineHeight * 0.75}, [escapeWords(line)]),
  )
}
