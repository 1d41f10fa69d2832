import type {ListItem, Nodes, Root, Table} from 'mdast'

/** Writes a tree as Markdown (CommonMark 0.31 with tables), the document's words escaped so that they stay words. */
export function toMarkdown(tree: Root): string {
  return `${writeBlocks(tree.children)}\n`
}

/** Blocks with an empty line between them; pictures carry no words. */
function writeBlocks(nodes: readonly Nodes[], between = '\n\n'): string {
  const written: string[] = []
  let last: Nodes['type'] | undefined
  for (const node of nodes) {
    const block = writeBlock(node)
    if (block === '') continue
    // Two lists in a row would be one.
    if (node.type === 'list' && last === 'list') written.push('<!-- -->')
    written.push(block)
    last = node.type
  }
  return written.join(between)
}

function writeBlock(node: Nodes): string {
  switch (node.type) {
    case 'root':
    case 'group':
      return writeBlocks(node.children)
    case 'heading':
      return `${'#'.repeat(node.depth)} ${protectEnd(writeLine(node.children))}`
    case 'paragraph':
      return protectStarts(writeLine(node.children, '\\\n'))
    case 'blockquote':
      return indent(writeBlocks(node.children), '> ')
    case 'list':
      return node.children.map(writeItem).join('\n')
    case 'table':
      return writeTable(node)
    case 'picture':
    case 'anchor':
      return ''
    default:
      throw new Error(`Markdown has no block of the type \`${node.type}\``)
  }
}

const indent = (block: string, by: string) =>
  block
    .split('\n')
    .map((line) => `${by}${line}`.trimEnd())
    .join('\n')

function writeItem({children}: ListItem): string {
  // Two paragraphs need an empty line between them; a list inside an item needs none.
  const between = children.some(({type}, index) => type === 'paragraph' && children[index - 1]?.type === 'paragraph')
  const [first = '', ...rest] = writeBlocks(children, between ? '\n\n' : '\n').split('\n')
  return [`- ${first}`, ...rest.map((line) => `  ${line}`.trimEnd())].join('\n')
}

/** A table that names no columns gets the empty head that Markdown asks for. */
function writeTable({children, data}: Table): string {
  const rows = children.map((row) => row.children.map((cell) => writeLine(cell.children).replaceAll('|', '\\|')))
  const columns = rows[0]?.length ?? 1
  const [head, ...body] = data?.hasHeader ? rows : [Array.from({length: columns}, () => ''), ...rows]
  const write = (cells: readonly string[]) => `|${cells.map((cell) => (cell ? ` ${cell} |` : ' |')).join('')}`
  return [write(head ?? []), `|${' - |'.repeat(columns)}`, ...body.map(write)].join('\n')
}

/** A stretch of a line. */
interface Piece {
  readonly text: string
  /** Words that are still to be escaped, with what stands beside them. */
  readonly isRaw?: boolean
  /** Opens or closes strong words. */
  readonly isMark?: boolean
}

/** The words of a line; `lineBreak` stands for a printed line end, which a heading and a cell cannot have. */
function writeLine(nodes: readonly Nodes[], lineBreak = ' '): string {
  const pieces = nodes.flatMap((node) => listPieces(node, lineBreak))
  return joinPieces(pieces).replace(/^[ \t]+|[ \t]+$/g, encodeAll)
}

function listPieces(node: Nodes, lineBreak: string): Piece[] {
  const inner = (children: readonly Nodes[]) => children.flatMap((child) => listPieces(child, lineBreak))
  switch (node.type) {
    case 'text':
      return [{text: node.value.replace(/[\r\n]/g, ' '), isRaw: true}]
    case 'ours':
      return inner(node.children)
    case 'strong':
      return writeStrong(inner(node.children))
    case 'link': {
      const label = joinPieces(inner(node.children)).replaceAll(']', '\\]')
      return [{text: `[${label}](${writeAddress(node.url)})`}]
    }
    case 'break':
      return [{text: lineBreak}]
    case 'anchor':
      return []
    default:
      throw new Error(`A line of Markdown has no \`${node.type}\``)
  }
}

/** Spaces at the ends of strong words go outside of the marks, which would not be marks beside them. */
function writeStrong(pieces: readonly Piece[]): Piece[] {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(joinPieces(pieces)) ?? []
  const space = (text: string): Piece => ({text, isRaw: true})
  if (words === '') return [space(before)]
  return [space(before), {text: '**', isMark: true}, {text: words}, {text: '**', isMark: true}, space(after)]
}

const isPunctuation = (character: string | undefined) => character !== undefined && /[\p{P}\p{S}]/u.test(character)
const isSpace = (character: string | undefined) => character === undefined || /\s/u.test(character)

/**
 * Joins stretches. CommonMark 6.2: a mark with a sign on its inside needs a space or a sign on its outside, so a letter
 * there is written as its number.
 */
function joinPieces(pieces: readonly Piece[]): string {
  const texts: {text: string; isMark?: boolean; isRaw?: boolean}[] = []
  for (const piece of pieces) {
    const last = texts.at(-1)
    if (piece.text === '') continue
    // The end of strong words right before others: they are one stretch.
    if (piece.isMark && last?.isMark) texts.pop()
    else if (piece.isRaw && last?.isRaw) last.text += piece.text
    else texts.push({...piece})
  }
  for (const [index, piece] of texts.entries()) {
    if (!piece.isRaw) continue
    piece.text = escapeWords(piece.text)
    if (piece.text.endsWith('!') && texts[index + 1]?.text.startsWith('[')) piece.text = `${piece.text.slice(0, -1)}\\!`
  }
  let isOpen = false
  for (const [index, {isMark}] of texts.entries()) {
    if (!isMark) continue
    isOpen = !isOpen
    const [outside, inside] = isOpen ? [texts[index - 1], texts[index + 1]] : [texts[index + 1], texts[index - 1]]
    const [near, letters] = [
      isOpen ? [...(inside?.text ?? '')][0] : [...(inside?.text ?? '')].at(-1),
      [...(outside?.text ?? '')],
    ]
    const far = isOpen ? letters.at(-1) : letters[0]
    if (!outside || !isPunctuation(near) || isSpace(far) || isPunctuation(far)) continue
    outside.text = isOpen
      ? letters.slice(0, -1).join('') + encodeAll(far ?? '')
      : encodeAll(far ?? '') + letters.slice(1).join('')
  }
  return texts.map(({text}) => text).join('')
}

const encodeAll = (text: string): string =>
  [...text].map((character) => `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`).join('')

/** Signs that would mean something anywhere in a line. */
const escapeWords = (text: string): string =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/[*`[]|~(?=~)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/\]\(/g, ']\\(')
    .replace(/<(?=[!/?A-Za-z])/g, '\\<')
    .replace(/&(?=[#A-Za-z])/g, '\\&')

/** Signs that would mean something at the start of a line: a heading, a quotation, a list, a line under a heading. */
const protectStarts = (text: string): string =>
  text
    .replace(/^[#>=]/gm, '\\$&')
    .replace(/^[+-](?=[ \t+-]|$)/gm, '\\$&')
    // A table begins with its line of columns, which only a printed line end can bring about.
    .replace(/^(?=[ |:-]*-[ |:-]*$)(.*)/gm, (line) => line.replaceAll('|', '\\|'))
    .replace(/^(\d{1,9})([.)])(?=[ \t]|$)/gm, '$1\\$2')

/** Marks of `#` that end a heading would be taken for its frame. */
const protectEnd = (text: string): string => text.replace(/(#+)$/, (marks) => marks.replaceAll('#', '\\#'))

/** An address as CommonMark 6.3 wants it: between angles when it holds spaces. */
const writeAddress = (url: string): string =>
  /[\s<>]/.test(url)
    ? `<${url.replace(/[\n<>\\]/g, (sign) => encodeURIComponent(sign))}>`
    : url.replace(/[()\\]|&(?=[#A-Za-z])/g, '\\$&')
