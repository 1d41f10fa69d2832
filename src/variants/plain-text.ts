import type {Nodes} from 'mdast'

/** The words of a tree in reading order, a line a block; for search and for tests. */
export function plainText(node: Nodes, isOursKept = true): string {
  if (!isOursKept && isOurs(node)) return ''
  if (node.type === 'text') return node.value
  if (node.type === 'break') return '\n'
  if (!('children' in node)) return ''
  const parts = node.children.map((child) => plainText(child, isOursKept))
  const isInline =
    node.type === 'paragraph' ||
    node.type === 'heading' ||
    node.type === 'ours' ||
    node.type === 'strong' ||
    node.type === 'link' ||
    node.type === 'tableCell'
  return parts.filter(Boolean).join(isInline ? '' : node.type === 'tableRow' ? ' ' : '\n')
}

const isOurs = (node: Nodes) => node.type === 'ours' || ('data' in node && node.data?.isOurs === true)
