import type {Block, Passage} from '../assessment.ts'
import type {Line} from '../normalise.ts'
import {groupAtBlanks, joinLines, readBlocks, spanPlaces} from '../outline.ts'

/**
 * Reads a letter: what stands above the salutation line by line, as its writer set it; the salutation; the text; and the
 * signature with all that follows the close, or the name and office in bold where there is none.
 */
export function readLetterBlocks(lines: readonly Line[]): Block[] {
  const salutationAt = lines.findIndex(isSalutation)
  const closeAt = lines.findIndex((line, index) => index > salutationAt && isClose(line))
  const head = salutationAt < 0 ? [] : lines.slice(0, salutationAt)
  const text = lines.slice(Math.max(0, salutationAt), closeAt < 0 ? undefined : closeAt)
  const foot = closeAt < 0 ? [] : lines.slice(closeAt)
  return [...readLetterHead(head), ...readLetterText(text), ...readSignature(foot)]
}

export const isSalutation = ({shape, text}: Line) => shape === 'text' && /^Dear\s+\p{Lu}[^.!?]{0,60}$/u.test(text)
export const isClose = ({shape, text}: Line) =>
  shape === 'text' && /^Yours\s+(?:sincerely|faithfully|truly)\b.{0,3}$/i.test(text)

/** The lines above the salutation, none joined with another: an address is set in lines, however they were parted. */
export function readLetterHead(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  let address: Line[] = []
  const close = () => {
    if (address.length > 0) blocks.push({kind: 'address', ...joinAsPrinted(address)})
    address = []
  }
  let isAddressed = false
  for (const group of groupAtBlanks(lines)) {
    // Whoever is written to opens the address; places and postcodes go on with it.
    const isOwn =
      group.every(({shape}) => shape === 'text') &&
      (group.some(isAddressee) || (isAddressed && group.every(isPlaceLine)))
    if (isOwn) {
      isAddressed = true
      address.push(...group)
    } else {
      close()
      blocks.push(...readBlocks(group.map((line) => (line.shape === 'text' ? {...line, isBroken: true} : line))))
    }
  }
  close()
  return blocks
}

// `Mrs Sandie Keene Director of Adults' Social Services Leeds City Council`, `Chief Executive`
export const isAddressee = ({text}: Line) =>
  /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor)\.?\s+\p{Lu}/u.test(text) ||
  /^(?:The\s+)?(?:Corporate\s+|Strategic\s+|Acting\s+|Interim\s+)?(?:Director|Chief\s+Executive)\b/.test(text)
/** `Leeds`, `LS2 8QB`, `Welford Place`: capitalised words, and a postcode. */
const isPlaceLine = ({text}: Line) =>
  postcode.test(text) ||
  (/^(?:\d+\p{L}?\s+)?(?:\p{Lu}[\p{L}'’.-]*,?\s*){1,6}$/u.test(text) && text !== text.toUpperCase())
const postcode = /\b[A-Z]{1,2}\d[\dA-Z]?\s*\d[A-Z]{2}\b/

function readLetterText(lines: readonly Line[]): Block[] {
  const [first, ...rest] = lines
  const isOpened = first !== undefined && isSalutation(first)
  const blocks = readBlocks(isOpened ? rest : lines)
  return [
    ...(isOpened ? [{kind: 'salutation', text: first.text, place: first.place} as const] : []),
    ...blocks.map((block): Block => (isNameAndOffice(block, lines) ? {...block, kind: 'signature'} : block)),
  ]
}

/** `**Glen Mason**` ⏎ `**SSI Director**`: two to four bold lines that begin with a person's name, where no close is printed. */
function isNameAndOffice(block: Block, lines: readonly Line[]): block is Extract<Block, {kind: 'paragraph'}> {
  if (block.kind !== 'paragraph' || !/^\p{Lu}\p{L}+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}\n/u.test(block.text)) return false
  const {line, to = line} = block.place
  return lines.every(
    ({place, isStrong, shape}) => place.line < line || place.line > to || isStrong || shape === 'blank',
  )
}

/** The close and what stands under it, a line each. */
export function readSignature(lines: readonly Line[]): Block[] {
  const printed = lines.filter(({shape}) => shape !== 'blank')
  if (printed.length === 0) return []
  if (printed.some(({shape}) => shape !== 'text')) return readBlocks(lines)
  return [{kind: 'signature', ...joinAsPrinted(printed)}]
}

const joinAsPrinted = (lines: readonly Line[]): Passage => ({
  text: joinLines(lines.map((line) => ({...line, isBroken: true}))).text,
  place: spanPlaces(lines.map(({place}) => place)),
})
