import type {List, Nodes, Root} from 'mdast'
import {plainText} from '../variants/plain-text.ts'
import type {FirstSheet} from './first-sheet.ts'
import type {ReportFormat} from './format.ts'
import type {Paper} from './paper.ts'
import {speakAcronyms} from './read-aloud.ts'

const common = {
  // Its tables are told row by row, which a voice can read.
  variant: 'large-print',
  kind: 'Plain text',
  carries: 'every word',
  read: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
} as const

/** The words in reading order, for e-mail, old screen readers and any other program. */
export const plainTextFile: ReportFormat = {
  ...common,
  file: 'report.txt',
  label: 'Full report',
  about: 'Words alone, for any device and for e-mail.',
  make: ({sheet, body}) => encode(sheet, 'Full report as plain text', body),
}

/** The same to be read by a voice, or by a person into a microphone: short forms are spoken in full. */
export const readAloud: ReportFormat = {
  ...common,
  file: 'read-aloud.txt',
  label: 'To read aloud',
  about: 'For a voice on a computer, or for a person who records the report: short forms are written out.',
  make: (paper) => encode(paper.sheet, 'Text to read aloud', spoken(paper)),
  expects: (paper) => plainText(spoken(paper)),
}

const spoken = ({published, body}: Paper): Root => speakAcronyms(body, published.assessment)

function encode({name, facts, ask}: FirstSheet, kind: string, body: Root) {
  const front = [name, `${kind}.`, facts.map(([label, value]) => `${label}: ${value}`).join('\n'), ask.join('\n')]
  return {bytes: new TextEncoder().encode(`${[...front, ...listBlocks(body)].join('\n\n')}\n`)}
}

/** A block a paragraph, with a blank line between; no line is broken, so that each device breaks its own. */
function listBlocks(node: Nodes): string[] {
  switch (node.type) {
    case 'root':
    case 'group':
    case 'blockquote':
      return node.children.flatMap(listBlocks)
    case 'list':
      return [writeList(node, '').replaceAll('\u00a0', ' ')]
    case 'picture':
      return []
    default: {
      const words = plainText(node).replaceAll('\u00a0', ' ')
      return words ? [words] : []
    }
  }
}

const writeList = ({children}: List, indent: string): string =>
  children
    .flatMap((item) =>
      item.children.map((child, index) =>
        child.type === 'list'
          ? writeList(child, `${indent}  `)
          : `${indent}${index === 0 ? '• ' : '  '}${plainText(child)}`,
      ),
    )
    .join('\n')
