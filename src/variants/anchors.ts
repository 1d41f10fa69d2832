import {type Assessment, type Block, eachSection, type FindingKind, type Passage, type Section} from '../assessment.ts'
import type {PublishedAssessment} from '../publication.ts'

/** Words of the document that easy read may stand for, and where the standard page has them. */
export interface Anchored {
  /** Id on the standard page: `outcome-1-improvement-2`, `outcome-2-words-4`. */
  readonly id: string
  readonly passage: Passage
  readonly section: Section
  /** Of a finding; any other words are neither good nor bad by themselves. */
  readonly kind?: FindingKind
  /** Words of a list in the body, which are cited with the paragraph before them. */
  readonly isListItem?: boolean
}

/**
 * Every finding, and every passage of a section's body, with an id that stays while the section's earlier ones do: the
 * second improvement of outcome 1 is `outcome-1-improvement-2`, the fourth passage of its body `outcome-1-words-4`.
 */
export function listAnchored({sections}: Pick<Assessment, 'sections'>): Anchored[] {
  return [...eachSection(sections)].flatMap(({section}): Anchored[] => {
    const counts = new Map<string, number>()
    const next = (what: string) => {
      const count = (counts.get(what) ?? 0) + 1
      counts.set(what, count)
      return `${section.id}-${what}-${count}`
    }
    return [
      ...section.body.flatMap((block) =>
        passagesOf(block).map((passage) => ({
          id: next('words'),
          passage,
          section,
          ...(block.kind === 'list' ? {isListItem: true} : {}),
        })),
      ),
      ...section.findings.flatMap(({kind, items}) =>
        items.map((passage) => ({id: next(kind), passage, section, kind})),
      ),
    ]
  })
}

/** Passages that the page can name one by one: a table and words in a lost order are one thing. */
function passagesOf(block: Block): readonly Passage[] {
  if (block.kind === 'list') return block.items
  return block.kind === 'paragraph' || block.kind === 'quotation' ? [block] : []
}

/** The anchors that a page needs: of all that people cite, and of other words that easy read stands for. */
export function listAnchors({assessment, easyRead}: PublishedAssessment): ReadonlyMap<object, string> {
  const used = new Set(easyRead?.fitting.map(({anchor}) => anchor))
  return new Map(
    listAnchored(assessment).flatMap(({id, passage, kind, isListItem}) =>
      kind || !isListItem || used.has(id) ? [[passage, id] as const] : [],
    ),
  )
}
