import {findExpansions, findUses} from '../acronyms.ts'
import {type Assessment, eachSection} from '../assessment.ts'
import {findMarks} from '../footnotes.ts'
import {eachText, type Text} from '../texts.ts'
import {nameSections} from './evidence.ts'
import type {Insert} from './inserts.ts'
import {group, heading, link, list, note, type PhrasingContent, type RootContent, strong, text} from './tree.ts'

/** Anchor and heading of the list of short forms. */
export const shortFormsId = 'short-forms'
export const shortFormsHeading = 'Short forms in this document'

/**
 * What each short form stands for, behind its first use in each section: a reader who comes by a link to one section has
 * not read the others. By the nearest explanation before it in the document, else by our glossary.
 */
export function glossAcronyms({acronyms, sections}: Assessment): (readonly [Text, Insert])[] {
  const meanings = new Map(acronyms.map(({short, full}) => [short.toUpperCase(), full]))
  return [...eachSection(sections)].flatMap(({section}) => {
    const told = new Set<string>()
    return [...eachText(section)].flatMap((own) => {
      const expansions = findExpansions(own.text)
      return findUses(own.text).flatMap(({key, at: start, to}): (readonly [Text, Insert])[] => {
        const expansion = expansions.find((printed) => printed.key === key && printed.at === start)
        if (expansion) meanings.set(key, expansion.full)
        const full = meanings.get(key)
        if (expansion) told.add(key)
        if (expansion || !full || told.has(key) || own.kind !== 'text') return []
        told.add(key)
        // Behind the mark of a footnote: `SAB⁶ [Safeguarding Adults Board]`.
        const end = findMarks(own.text.slice(to, to + 3))[0]
        const at = to + (end?.at === 0 ? end.to : 0)
        return [[own, {kind: 'gloss', at, to: at, full}]]
      })
    })
  })
}

/** The short forms of a document from A to Z: what they stand for, and who says so. */
export function tellShortForms({acronyms, sections}: Assessment): RootContent[] {
  if (acronyms.length === 0) return []
  const names = nameSections(sections)
  const explaining = new Map<string, PhrasingContent>()
  for (const {section} of eachSection(sections))
    for (const own of eachText(section))
      for (const {key} of findExpansions(own.text))
        if (!explaining.has(key)) explaining.set(key, link(`#${section.id}`, `explained in ${names.get(section)}`))
  const tell = (
    by: 'document' | 'glossary' | undefined,
    title: string,
    lead: readonly RootContent[] = [],
  ): RootContent[] => {
    const own = acronyms.filter(({explainedBy}) => explainedBy === by)
    if (own.length === 0) return []
    const items = own.map(({short, full}): PhrasingContent[] => {
      const place = by === 'document' ? explaining.get(short.toUpperCase()) : undefined
      return [strong(short), ...(full ? [text(`: ${full}`)] : []), ...(place ? [text(', '), place] : [])]
    })
    return [heading(3, title, {isOurs: true}), ...lead, list(items, {isOurs: true})]
  }
  return [
    group(
      'index',
      [
        heading(2, shortFormsHeading, {id: shortFormsId, isOurs: true}),
        ...tell('document', 'Explained in this document'),
        ...tell('glossary', 'From our glossary', [
          note('The document does not explain these. ', link('/glossary/', 'See our glossary'), '.'),
        ]),
        ...tell(undefined, 'Not explained in this document'),
      ],
      {tag: 'section', isOurs: true},
    ),
  ]
}
