import type {Block, FindingKind, Findings, Passage} from '../../assessment.ts'
import {isRemark} from '../remarks.ts'

/**
 * Takes the printed lists under such a heading for findings; a line such as `Carers:` before a list names it. A heading
 * with nothing under it is an empty list. Without a list, or with a table behind one, everything stays as it is printed.
 */
export function readLists(
  kind: FindingKind,
  heading: Passage,
  blocks: readonly Block[],
): {readonly body: readonly Block[]; readonly findings: readonly Findings[]} {
  const asPrinted = {body: blocks, findings: []}
  const empty = {
    kind,
    heading: heading.text,
    headingIsOurs: true,
    items: [],
    remarks: [],
    place: heading.place,
  } as const
  if (blocks.length === 0) return {body: [], findings: [empty]}
  const start = blocks.findIndex(
    (block) => block.kind === 'list' || (block.kind === 'paragraph' && isRemark(block.text)),
  )
  if (start < 0) return asPrinted
  const isLed = blocks[start]?.kind === 'list' && isLead(blocks[start - 1])
  const body = blocks.slice(0, isLed ? start - 1 : start)
  const findings: {heading: Passage; isOurs: boolean; items: Passage[]; remarks: Passage[]}[] = []
  const open = (printed: Passage, isOurs: boolean) => {
    const list = {heading: printed, isOurs, items: [] as Passage[], remarks: [] as Passage[]}
    findings.push(list)
    return list
  }
  for (const [index, block] of blocks.entries()) {
    if (index < body.length) continue
    if (block.kind === 'table') return asPrinted
    const last = findings.at(-1)
    if (block.kind !== 'list') {
      if (isLead(block) && blocks[index + 1]?.kind === 'list') open(block, false)
      else if ('text' in block) (last ?? open(heading, true)).remarks.push({text: block.text, place: block.place})
    } else if (last && last.items.length === 0 && last.remarks.length === 0) last.items.push(...block.items)
    else open(heading, true).items.push(...block.items)
  }
  return {
    body,
    findings: findings.map(({heading: {text, place}, isOurs, items, remarks}) => ({
      kind,
      heading: text,
      ...(isOurs ? {headingIsOurs: true} : {}),
      items: items.filter((item) => !isRemark(item.text)),
      remarks: [...items.filter((item) => isRemark(item.text)), ...remarks],
      place,
    })),
  }
}

const isLead = (block: Block | undefined): block is Extract<Block, {kind: 'paragraph'}> =>
  block?.kind === 'paragraph' && block.text.endsWith(':') && block.text.length < 150
