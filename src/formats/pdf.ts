import type {Nodes} from 'mdast'
import {drawPicture} from '../variants/easy-read/pictures.ts'
import {plainText} from '../variants/plain-text.ts'
import type {ReportFormat} from './format.ts'
import type {Paper} from './paper.ts'
import {readPdf} from './pdf/read.ts'
import {setPrint} from './pdf/typst.ts'

// Scripts whose letters change their order and form when they join: a PDF holds the forms, and what they were written as in
// a place that pdf.js does not read. The same with more than two marks piled on a letter, which no language of ours has.
// The other files of the report hold them as they are.
const joined =
  /(?<!\p{M})(?:\p{L}\p{M}+)*\p{L}\p{M}{3,}(?:\p{L}\p{M}+)*|[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Sinhala}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/gu
const common = {kind: 'PDF', carries: 'every word', read: readPdf, unread: joined} as const

/** The full report at 12 point, with its tables. */
export const standardPdf: ReportFormat = {
  ...common,
  file: 'standard.pdf',
  variant: 'standard',
  label: 'Full report',
  about: 'To print or to keep, with page numbers to quote.',
  make: (paper) => print('standard.typ', paper, {size: 12, bold: false}),
}

/** Large print in the sizes that people ask councils for. */
export const largePrintPdfs: readonly ReportFormat[] = [
  {size: 18, bold: false},
  {size: 24, bold: false},
  {size: 30, bold: true},
].map((type) => ({
  ...common,
  file: `large-print-${type.size}-point.pdf`,
  variant: 'large-print',
  label: `Large print, ${nameSize(type)}`,
  about: 'To print on A4 paper for someone with low vision.',
  make: (paper) => print('large-print.typ', paper, type),
}))

/** Easy read with its pictures. */
export const easyReadPdf: ReportFormat = {
  ...common,
  file: 'easy-read.pdf',
  variant: 'easy-read',
  label: 'Easy read',
  about: 'Short sentences and pictures, to print and read together.',
  make: (paper) => print('easy-read.typ', paper, {size: 16, bold: false}),
}

interface Type {
  /** Points. */
  readonly size: number
  readonly bold: boolean
}

function nameSize({size, bold}: Type): string {
  return `${size} point${bold ? ' bold' : ''}`
}

function print(template: string, {published, content, sheet, body}: Paper, type: Type) {
  const author = published.assessment.assessor ?? published.assessment.council.name
  return setPrint(template, {
    ...type,
    sizeInWords: nameSize(type),
    sheet: {...sheet, author, publisher: content.site.organisation},
    depth: body.children.filter(isPart).length < 4 ? 3 : 2,
    body: weighTables(body).children,
    pictures: Object.fromEntries(listPictures(body).map((name) => [name, drawPicture(name)])),
  })
}

const isPart = (node: Nodes) => node.type === 'heading' && node.depth === 2

const listPictures = (node: Nodes): string[] =>
  node.type === 'picture' ? [node.name] : 'children' in node ? node.children.flatMap(listPictures) : []

/** Cells of a table longer than this, in characters, may go on on the next sheet. */
const longCell = 400
/** About how many characters a line of the standard print holds, in bold letters. */
const lineLength = 66
/** A word longer than this may break, so that one address does not take the sheet from the other columns. */
const longWord = 18

/** Tells the template how the columns of each table share the sheet, by the words that they hold. */
function weighTables<Node extends Nodes>(node: Node): Node {
  if (node.type === 'table') {
    const rows = node.children.map((row) => row.children.map((cell) => plainText(cell)))
    const columns = Array.from({length: rows[0]?.length ?? 0}, (_, column) => rows.map((row) => row[column] ?? ''))
    const longest = columns.map((cells) => Math.max(...cells.map(({length}) => length)))
    // Each column has room for its longest word; a column of long sentences takes more of the rest.
    const words = columns.map((cells) => Math.min(longWord, Math.max(3, ...cells.flatMap(listLengths))))
    const rest = Math.max(0, lineLength - words.reduce((total, length) => total + length + 2, 0))
    const wishes = longest.map((length) => Math.sqrt(Math.min(length, longCell)))
    const wished = wishes.reduce((total, wish) => total + wish, 0)
    const widths = words.map((length, column) => length + 2 + (rest * (wishes[column] ?? 0)) / (wished || 1))
    const whole = widths.reduce((total, width) => total + width, 0)
    const isNarrow = longest.reduce((total, length) => total + length + 3, 0) < lineLength
    const marks = {
      shares: isNarrow ? null : widths,
      // In a table of many columns no word may have the room that it needs.
      longestWords: widths.map((width) =>
        isNarrow ? lineLength : Math.max(2, Math.floor((width / whole) * lineLength) - 2),
      ),
      isLong: longest.some((length) => length > longCell),
    }
    return {...node, data: {...node.data, ...marks}}
  }
  return 'children' in node ? ({...node, children: node.children.map(weighTables)} as Node) : node
}

const listLengths = (text: string) => text.split(/\s+/).map(({length}) => length)
