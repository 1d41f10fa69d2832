import type {Nodes, Root, RootContent} from 'mdast'
import type {Content} from '../content.ts'
import type {PublishedAssessment} from '../publication.ts'
import {variants} from '../variants/index.ts'
import type {Variant} from '../variants/variant.ts'
import {type FirstSheet, fillFirstSheet} from './first-sheet.ts'
import {joinPlaces} from './places.ts'

/** A report as the makers of files take it: one of its pages without what works on a screen alone. */
export interface Paper {
  readonly published: PublishedAssessment
  readonly content: Content
  readonly variant: Variant['id']
  readonly sheet: FirstSheet
  /** The whole page, as the site has it. */
  readonly page: Root
  /** From below the `h1`, which stands on the first sheet; addresses of links are whole, or begin with `#`. */
  readonly body: Root
}

/** Lays a variant of a report out for a file. */
export function layPaper(published: PublishedAssessment, id: Variant['id'], content: Content): Paper {
  const variant = variants.find((each) => each.id === id)
  if (!variant) throw new Error(`No variant has the id \`${id}\``)
  const page = variant.render(published, content)
  const children = page.children.filter((node) => !isScreenOnly(node) && !(node.type === 'heading' && node.depth === 1))
  const body = joinPlaces({
    type: 'root',
    children: children.map((node) => strip(node, content.site.url) as RootContent),
  })
  return {published, content, variant: id, sheet: fillFirstSheet(published, id, content), page, body}
}

/**
 * The contents, which paper has with page numbers; the way back from a note, which stands right there on paper; words that
 * are heard alone; and links that a sheet of easy read cannot follow.
 */
const isScreenOnly = (node: Nodes) =>
  (node.type === 'group' && node.name === 'contents') ||
  (node.type === 'ours' && (node.data?.name === 'hidden' || node.data?.name === 'back')) ||
  (node.type === 'paragraph' && node.data?.name === 'where')

function strip(node: Nodes, base: string): Nodes {
  if (!('children' in node)) return node
  const children = node.children.filter((child) => !isScreenOnly(child)).map((child) => strip(child, base))
  const whole = {...node, children} as Nodes
  return whole.type === 'link' && whole.url.startsWith('/') ? {...whole, url: `${base}${whole.url}`} : whole
}
