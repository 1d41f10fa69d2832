import type {Block, Section, TableRow} from './assessment.ts'

/** A stretch of the document's words on a page, and the part of the model that holds it. */
export interface Text {
  /** The passage, row, section or list that the words belong to; what is put into them is kept by it. */
  readonly owner: object
  /** Of a row: which cell. */
  readonly cell?: number
  readonly text: string
  readonly kind: 'text' | 'heading' | 'note'
}

/** The words of a section in the order of the page, without those of the sections inside it. */
export function* eachText(section: Section): Generator<Text> {
  yield {owner: section, text: section.heading, kind: 'heading'}
  if (section.expectation) yield {owner: section.expectation, text: section.expectation.text, kind: 'text'}
  for (const block of section.body) yield* textsOfBlock(block)
  for (const findings of section.findings) {
    yield {owner: findings, text: findings.heading, kind: 'heading'}
    for (const passage of [...findings.items, ...findings.remarks])
      yield {owner: passage, text: passage.text, kind: 'text'}
  }
}

function* textsOfBlock(block: Block): Generator<Text> {
  switch (block.kind) {
    case 'list':
      for (const item of block.items) yield {owner: item, text: item.text, kind: 'text'}
      return
    case 'table':
      for (const [index, row] of block.rows.entries()) yield* textsOfRow(row, block.hasHeader && index === 0)
      return
    case 'lost-picture':
      return
    case 'subheading':
      yield {owner: block, text: block.text, kind: 'heading'}
      return
    case 'footnote':
      yield {owner: block, text: block.text, kind: 'note'}
      return
    case 'quotation':
      yield {owner: block, text: block.text, kind: 'text'}
      if (block.speaker) yield {owner: block.speaker, text: block.speaker.text, kind: 'text'}
      return
    case 'address':
    case 'salutation':
    case 'signature':
      // Names and offices as their bearers write them, set in lines: nothing of ours goes in between.
      yield {owner: block, text: block.text, kind: 'heading'}
      return
    case 'paragraph':
    case 'unsorted':
      yield {owner: block, text: block.text, kind: 'text'}
  }
}

/** The cells of a head, and the first of each row, are headings of their columns and rows. */
function* textsOfRow(row: TableRow, isHead: boolean): Generator<Text> {
  for (const [cell, text] of row.cells.entries())
    yield {owner: row, cell, text, kind: isHead || cell === 0 ? 'heading' : 'text'}
}
