import type {Block, Passage} from '../../assessment.ts'

/**
 * Marks paragraphs that stand wholly in quotation marks as quotations; a short line after one that ends no sentence
 * names its speaker: `Feedback from Peer Review`.
 */
export function markQuotations(blocks: readonly Block[]): Block[] {
  const marked: Block[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block
    const length = countQuoted(blocks, at)
    if (length === 0) {
      marked.push(block)
      continue
    }
    const speaker = readSpeaker(blocks[at + length])
    for (const [index, part] of blocks.slice(at, at + length).entries()) {
      const {text, place} = part as Passage
      marked.push({kind: 'quotation', text, place, ...(speaker && index === length - 1 ? {speaker} : {})})
    }
    at += length - 1 + (speaker ? 1 : 0)
  }
  return marked
}

const opening = /^["“]/u
const closing = /["”][.…]?$/u

/** How many paragraphs from here are one quotation; a long one may run over several, and closes in the last. */
function countQuoted(blocks: readonly Block[], at: number): number {
  const [block, next] = [blocks[at], blocks[at + 1]]
  if (block?.kind !== 'paragraph') return 0
  if (isQuoted(block.text)) return 1
  const isOpen = opening.test(block.text) && !/["”]/u.test(block.text.slice(1))
  const isClosed =
    next?.kind === 'paragraph' && closing.test(next.text) && !/["“”]/u.test(next.text.replace(closing, ''))
  return isOpen && isClosed ? 2 : 0
}

/** `"A" is what we say, and "B"` begins and ends with quotation marks too, but its first inner one closes. */
function isQuoted(text: string): boolean {
  if (/^‘[^’]{20,}(?:’\p{L}[^’]*)*’[.…]?$/u.test(text)) return true
  if (text.length < 20 || !opening.test(text) || !closing.test(text)) return false
  const inner = text.replace(opening, '').replace(closing, '')
  const first = inner.search(/["“”]/u)
  return first < 0 || inner[first] === '“' || (inner[first] === '"' && /(?:^|[\s([])$/u.test(inner.slice(0, first)))
}

/** A line such as `Martin Routledge, Social Care Future`; a dash before it reads as a list of one. */
function readSpeaker(block: Block | undefined): Passage | undefined {
  const passage = block?.kind === 'list' && block.items.length === 1 ? block.items[0] : block
  if (passage === undefined || !('text' in passage) || (block?.kind !== 'list' && block?.kind !== 'paragraph')) return
  const {text, place} = passage
  return text.length < 90 && /^\p{Lu}/u.test(text) && !/[.:;?!"”]$/u.test(text) ? {text, place} : undefined
}
