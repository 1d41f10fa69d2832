import type {Root} from 'mdast'
import type {Content} from '../content.ts'
import type {PublishedAssessment} from '../publication.ts'

/** A way to read a page. */
export interface Variant {
  readonly id: 'standard' | 'easy-read' | 'large-print'
  /** `Easy read` */
  readonly label: string
  /** For the switcher: `Short sentences and pictures`. */
  readonly about: string
  /** The whole page from its `h1` on, as a Markdown syntax tree; see markdown.ts for the nodes of our own. */
  readonly render: (published: PublishedAssessment, content: Content) => Root
}

/** Address of a variant of an assessment: `/councils/leicester/2009-10-performance-assessment/easy-read/`. */
export function variantPath(id: string, variant: Variant['id'] | 'source'): string {
  return variant === 'standard' ? `/councils/${id}/` : `/councils/${id}/${variant}/`
}
