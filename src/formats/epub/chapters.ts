import type {Nodes, Root, RootContent} from 'mdast'
import {plainText} from '../../variants/plain-text.ts'

/** A part of a book in a file of its own, so that an old reader opens it quickly. */
export interface Chapter {
  /** `part-2.xhtml` */
  readonly file: string
  readonly title: string
  readonly body: Root
  /** Headings below its own that can be linked to, for the contents. */
  readonly entries: readonly {readonly title: string; readonly id: string}[]
}

/** Cuts a page at its headings of level 2; what stands before the first is a part too. */
export function cutChapters(body: Root, opening: string): Chapter[] {
  const parts: RootContent[][] = []
  for (const node of body.children) {
    if (parts.length === 0 || findHeading(node, 2)) parts.push([])
    parts.at(-1)?.push(node)
  }
  return parts.map((children, index) => {
    const [first] = children
    const heading = first && findHeading(first, 2)
    return {
      file: `part-${index + 1}.xhtml`,
      title: heading ? plainText(heading).replace(/\s+/g, ' ') : opening,
      body: {type: 'root', children},
      entries: children.flatMap(listEntries),
    }
  })
}

/** The heading that a node is or begins with. */
function findHeading(node: Nodes, depth: number): Nodes | undefined {
  if (node.type === 'heading') return node.depth === depth ? node : undefined
  return node.type === 'group' && node.children[0] ? findHeading(node.children[0], depth) : undefined
}

function listEntries(node: Nodes): {title: string; id: string}[] {
  if (node.type === 'heading' && node.depth === 3 && node.data?.id)
    return [{title: plainText(node).replace(/\s+/g, ' '), id: node.data.id}]
  return node.type === 'group' ? node.children.flatMap(listEntries) : []
}

/** Which file holds each place that can be linked to; of two places of one name, the first. */
export function locatePlaces(chapters: readonly Chapter[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const note = (node: Nodes, file: string): void => {
    const id = 'data' in node ? node.data?.id : undefined
    if (id && !files.has(id)) files.set(id, file)
    if ('children' in node) for (const child of node.children) note(child, file)
  }
  for (const {body, file} of chapters) note(body, file)
  return files
}
