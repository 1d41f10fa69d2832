import type {Nodes, Root} from 'mdast'
import {gfmTableToMarkdown} from 'mdast-util-gfm-table'
import {type Options, toMarkdown as writeMarkdown} from 'mdast-util-to-markdown'
import type {Group, Ours} from './tree.ts'

const options: Options = {
  bullet: '-',
  extensions: [gfmTableToMarkdown({tablePipeAlign: false})],
  handlers: {
    group: (node: Group, _parent: unknown, state, info) => state.containerFlow(node as never, info),
    ours: (node: Ours, _parent: unknown, state, info) => state.containerPhrasing(node as never, info),
    anchor: () => '',
    picture: () => '',
  },
}

/** Writes a tree as Markdown (CommonMark with tables), the document's words escaped so that they stay words. */
export function toMarkdown(tree: Root): string {
  return writeMarkdown(withoutPictures(tree) as Root, options)
}

/** Pictures carry no words; a table that names no columns gets the empty head that Markdown asks for. */
function withoutPictures(node: Nodes): Nodes {
  if (!('children' in node)) return node
  const children = node.children.filter((child) => child.type !== 'picture').map((child) => withoutPictures(child))
  if (node.type !== 'table' || node.data?.hasHeader) return {...node, children} as Nodes
  const columns = node.children[0]?.children.length ?? 1
  const head = {type: 'tableRow', children: Array.from({length: columns}, () => ({type: 'tableCell', children: []}))}
  return {...node, children: [head, ...children]} as Nodes
}
