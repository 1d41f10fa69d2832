/** Forty cells by twenty-five lines, as embossers and displays take them; the last line has the number of the page. */
export const width = 40
export const height = 25

/** Words of braille that belong together, and how they stand. Cells count from 1. */
export interface BrailleBlock {
  readonly kind: 'heading' | 'subheading' | 'paragraph' | 'item' | 'quotation' | 'facts'
  /** Level of a list, from 0. */
  readonly level?: number
  readonly cells: string
}

/** Where the first line of a block begins, and the others. */
function findIndents({kind, level = 0}: BrailleBlock): readonly [first: number, others: number] {
  if (kind === 'paragraph') return [2, 0]
  if (kind === 'item') return [level * 2, level * 2 + 2]
  if (kind === 'quotation') return [4, 4]
  return kind === 'subheading' ? [4, 4] : [0, 2]
}

/** The lines of a block: broken at spaces alone; a heading of the highest level stands in the middle. */
export function breakLines(block: BrailleBlock): string[] {
  const [first, others] = findIndents(block)
  const isCentred = block.kind === 'heading'
  const lines: string[] = []
  let line = ''
  const room = () => (isCentred ? width - 6 : width - (lines.length === 0 ? first : others))
  const close = () => {
    const indent = isCentred ? Math.floor((width - line.length) / 2) : lines.length === 0 ? first : others
    lines.push(' '.repeat(Math.max(0, indent)) + line)
    line = ''
  }
  for (const word of block.cells.split(' ').filter(Boolean)) {
    if (line && line.length + 1 + word.length > room()) close()
    line = line ? `${line} ${word}` : word
    // Only what has no space in forty cells is cut.
    while (line.length > room()) {
      const rest = line.slice(room())
      line = line.slice(0, room())
      close()
      line = rest
    }
  }
  if (line) close()
  return lines
}

/** Pages of lines; a heading has a blank line before it, and is never the last of a page. */
export function layPages(blocks: readonly BrailleBlock[]): {readonly pages: string[][]; readonly starts: number[]} {
  const pages: string[][] = [[]]
  const starts: number[] = []
  const textLines = height - 1
  const last = () => pages.at(-1) ?? []
  for (const [index, block] of blocks.entries()) {
    const lines = breakLines(block)
    const isHeading = block.kind === 'heading' || block.kind === 'subheading'
    // What follows a heading must have room for two lines.
    const needed = isHeading ? lines.length + 3 : Math.min(lines.length, 2)
    if (last().length + needed > textLines) pages.push([])
    else if (isHeading && last().length > 0) last().push('')
    starts.push(pages.length)
    for (const line of lines) {
      if (last().length >= textLines) pages.push([])
      last().push(line)
    }
    if (block.kind === 'heading' && last().length < textLines && blocks[index + 1]) last().push('')
  }
  return {pages, starts}
}

/** Writes pages as a BRF file: each of 25 lines at most, with its number at the right of the last. */
export function writePages(pages: readonly (readonly string[])[], writeNumber: (page: number) => string): string {
  return pages
    .map((lines, index) => {
      const number = writeNumber(index + 1).padStart(width)
      const filled = [...lines, ...Array.from({length: height - 1 - lines.length}, () => '')]
      return [...filled, number].map((line) => `${line.trimEnd()}\r\n`).join('')
    })
    .join('\f')
}

/** The lines of a BRF file without the numbers of its pages. */
export const readPages = (brf: string): string[][] =>
  brf.split('\f').map((page) => page.split('\r\n').slice(0, height - 1))
