import type {Nodes} from 'mdast'
import {plainText} from '../variants/plain-text.ts'
import {type BrailleBlock, layPages, readPages, writePages} from './braille/pages.ts'
import {findTranslator, type Translator} from './braille/translator.ts'
import {writeUncontracted} from './braille/uncontracted.ts'
import type {Made, ReportFormat} from './format.ts'
import type {Paper} from './paper.ts'

/** The full report in braille, contracted when liblouis is on the machine. */
export const braille: ReportFormat = makeBrailleFormat(findTranslator)

/** The same with a translator of one's choice. */
export function makeBrailleFormat(find: () => Translator): ReportFormat {
  return {
    file: 'braille.brf',
    // Its tables are told row by row, and it has no blocks of capitals.
    variant: 'large-print',
    label: 'Full report',
    kind: 'Braille (BRF)',
    about: 'For a braille display, or an embosser with 40 cells and 25 lines.',
    carries: 'every word',
    tool: () => find().name,
    make: (paper) => makeBraille(paper, find()),
    read: (bytes) => readBraille(bytes, find()),
    expects: ({body}) =>
      listBlocks(body, find().translate)
        .map(({cells}) => cells)
        .join('\n'),
  }
}

/** Print, before it is translated. */
interface PrintBlock extends Omit<BrailleBlock, 'cells'> {
  readonly text: string
}

const translateAll = (blocks: readonly PrintBlock[], translate: Translator['translate']): BrailleBlock[] => {
  const lines = translate(blocks.map(({text}) => partLongWords(text)))
  return blocks.map(({text: _, ...block}, index) => ({...block, cells: lines[index] ?? ''}))
}

const listBlocks = (body: Nodes, translate: Translator['translate']) => translateAll([...eachBlock(body)], translate)

// An address of more letters may not fit a line of cells: its pieces are translated one by one, so that each can be read.
const partLongWords = (text: string) => text.replace(/\S{22}(?=\S{3})/gu, '$& ')

function* eachBlock(node: Nodes, level = 0, kind: BrailleBlock['kind'] = 'paragraph'): Generator<PrintBlock> {
  switch (node.type) {
    case 'root':
    case 'group':
      for (const child of node.children) yield* eachBlock(child, level, kind)
      return
    case 'blockquote':
      for (const child of node.children) yield* eachBlock(child, level, 'quotation')
      return
    case 'list':
      for (const item of node.children)
        for (const child of item.children) yield* eachBlock(child, level + (child.type === 'list' ? 1 : 0), 'item')
      return
    case 'heading':
      yield {kind: node.depth < 3 ? 'heading' : 'subheading', text: plainText(node)}
      return
    case 'picture':
      return
    default: {
      const text = plainText(node)
      if (text.trim()) yield {kind, level, text}
    }
  }
}

function makeBraille({sheet, body}: Paper, translator: Translator): Made {
  const {translate, grade, name} = translator
  const front: PrintBlock[] = [
    {kind: 'heading', text: sheet.name},
    ...sheet.facts.map(([label, value]) => ({kind: 'facts' as const, text: `${label}: ${value}`})),
    ...sheet.ask.map((text) => ({kind: 'paragraph' as const, text})),
    {kind: 'subheading', text: "Transcriber's note"},
    {
      kind: 'paragraph',
      text: `Unified English Braille, ${grade.replace('UEB ', '')}, made by computer with ${name} from the text at ${sheet.url}. No braille reader has proofread it. Bold letters are not shown. The print pages are not marked.`,
    },
  ]
  const blocks = listBlocks(body, translate)
  const main = layPages(blocks)
  const opening = layPages(translateAll(front, translate))
  // The contents take as many pages whatever the numbers in them are, so they are laid out twice.
  const headings = blocks.flatMap((block, index) =>
    block.kind === 'heading' ? [{block, page: main.starts[index] ?? 1}] : [],
  )
  const listContents = (before: number): BrailleBlock[] => [
    ...translateAll([{kind: 'heading', text: 'Contents'}], translate),
    ...headings.map(({block, page}) => ({
      kind: 'facts' as const,
      cells: `${block.cells} ${writeUncontracted(String(page + before))}`,
    })),
  ]
  const contents = layPages(listContents(opening.pages.length + layPages(listContents(99)).pages.length))
  const pages = [...opening.pages, ...contents.pages, ...main.pages]
  const brf = writePages(pages, (page) => writeUncontracted(String(page)))
  return {bytes: new TextEncoder().encode(brf), pages: pages.length, note: grade}
}

/** What the braille says in print, and after it the cells themselves, which alone are certain in contracted braille. */
function readBraille(bytes: Uint8Array, {readBack}: Translator): string {
  const lines = readPages(new TextDecoder().decode(bytes)).flat()
  return `${readBack(lines.join('\n'))}\n${lines.join('\n')}`
}
