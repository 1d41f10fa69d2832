import {
  Bookmark,
  ExternalHyperlink,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type {List, Nodes, Root, Table as SourceTable} from 'mdast'
import type {Group} from '../../variants/tree.ts'
import {dropUnwritable} from '../xml.ts'

type Block = Paragraph | Table
type Options = Omit<ConstructorParameters<typeof Paragraph>[0] & object, 'children'>

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
]

/** The words of a page as Word's own headings, lists and tables. */
export function writeBlocks(body: Root): Block[] {
  return body.children.flatMap((node) => writeBlock(node, {}))
}

function writeBlock(node: Nodes, options: Options): Block[] {
  switch (node.type) {
    case 'heading':
      return [paragraph(node, {heading: levels[node.depth - 1] ?? HeadingLevel.HEADING_6})]
    case 'paragraph':
      return [paragraph(node, options)]
    case 'blockquote':
      return node.children.flatMap((child) => writeBlock(child, {style: 'Quote'}))
    case 'list':
      return writeList(node, 0)
    case 'table':
      return writeTable(node)
    case 'group':
      return markPlace(node).flatMap((child) => writeBlock(child, options))
    case 'picture':
      return []
    default:
      throw new Error(`A Word document has no block of the type \`${node.type}\``)
  }
}

/** A group has no words of its own to link to, so its place is before the first words in it. */
function markPlace({children, data}: Group): Nodes[] {
  const [first, ...rest] = children
  if (!data?.id || (first?.type !== 'heading' && first?.type !== 'paragraph')) return children
  return [{...first, children: [{type: 'anchor', data: {id: data.id}}, ...first.children]}, ...rest]
}

/** A paragraph, with a bookmark where others link to it. */
function paragraph(node: Nodes & {children: readonly Nodes[]}, options: Options, bold = false): Paragraph {
  const children = node.children.flatMap((child) => writeRun(child, bold))
  const id = 'data' in node ? node.data?.id : undefined
  return new Paragraph({...options, children: id ? [new Bookmark({id: nameBookmark(id), children})] : children})
}

/** Word takes forty letters, figures and underlines that begin with a letter; a long name keeps its end, which tells it apart. */
const nameBookmark = (id: string) => `a_${id.replace(/[^A-Za-z0-9]/g, '_').slice(-38)}`

function writeRun(node: Nodes, bold: boolean): ParagraphChild[] {
  switch (node.type) {
    case 'text':
      return splitMarks(node.value).map(
        ({text, isRaised}) => new TextRun({text: dropUnwritable(text), bold, superScript: isRaised}),
      )
    case 'break':
      return [new TextRun({break: 1})]
    case 'strong':
      return node.children.flatMap((child) => writeRun(child, true))
    case 'ours':
      return node.children.flatMap((child) => writeRun(child, bold))
    case 'anchor':
      return node.data.id ? [new Bookmark({id: nameBookmark(node.data.id), children: []})] : []
    case 'link': {
      const children = node.children.flatMap((child) => writeLinkRun(child, bold))
      return node.url.startsWith('#')
        ? [new InternalHyperlink({anchor: nameBookmark(node.url.slice(1)), children})]
        : [new ExternalHyperlink({link: node.url, children})]
    }
    default:
      throw new Error(`A line of a Word document has no part of the type \`${node.type}\``)
  }
}

/** Only what differs from the style is said, so that a style can be changed; a raised mark keeps its size. */
const look = (bold: boolean, superScript: boolean) => ({
  ...(bold ? {bold} : {}),
  ...(superScript ? {position: '6pt' as const} : {}),
})

const writeLinkRun = (node: Nodes, bold: boolean): ParagraphChild[] =>
  node.type === 'text'
    ? splitMarks(node.value).map(
        ({text, isRaised}) => new TextRun({text: dropUnwritable(text), ...look(bold, isRaised), style: 'Hyperlink'}),
      )
    : writeRun(node, bold)

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The mark of a footnote becomes plain figures that Word raises, so that they grow with the text. */
const splitMarks = (value: string) =>
  value
    .split(/([⁰¹²³⁴-⁹]+)/)
    .filter(Boolean)
    .map((text) =>
      /^[⁰¹²³⁴-⁹]/.test(text)
        ? {text: [...text].map((mark) => digits.indexOf(mark)).join(''), isRaised: true}
        : {text, isRaised: false},
    )

function writeList({children}: List, level: number): Block[] {
  return children.flatMap((item) =>
    item.children.flatMap((child, index): Block[] => {
      if (child.type === 'list') return writeList(child, level + 1)
      if (child.type !== 'paragraph') return writeBlock(child, {})
      const id = index === 0 ? item.data?.id : undefined
      const numbering = {reference: 'bullets', level: Math.min(level, 2)}
      return [
        paragraph(
          {...child, data: id ? {id} : child.data},
          index === 0 ? {numbering} : {indent: {left: 454 * (level + 1)}},
        ),
      ]
    }),
  )
}

/** The head is repeated on each sheet; the first cell of a row names it. */
function writeTable({children, data}: SourceTable): Block[] {
  const rows = children.map((row, index) => {
    const isHead = data?.hasHeader === true && index === 0
    return new TableRow({
      ...(isHead ? {tableHeader: true} : {}),
      cantSplit: true,
      children: row.children.map(
        (cell, column) => new TableCell({children: [paragraph(cell, {}, isHead || column === 0)]}),
      ),
    })
  })
  return [
    ...(data?.caption ? [new Paragraph({text: data.caption, style: 'Caption'})] : []),
    new Table({rows, width: {size: 100, type: WidthType.PERCENTAGE}}),
    new Paragraph({}),
  ]
}
