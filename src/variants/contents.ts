import type {Assessment, Part, Section} from '../assessment.ts'
import {changesHeading, changesId} from './changes.ts'
import {evidenceHeading, evidenceId} from './evidence.ts'
import {shortFormsHeading, shortFormsId} from './glosses.ts'
import {linkPart} from './parts.ts'
import {group, heading, link, list, type PhrasingContent, type RootContent} from './tree.ts'

interface Entry {
  readonly words: PhrasingContent[]
  readonly entries: readonly Entry[]
}

/** Anchor and heading of what we say about the making of a page. */
export const makingId = 'how-we-made-this-page'
export const makingHeading = 'How we made this page'

/** Sections to two levels, under the part that they belong to, and what we add at the end. */
export function tellContents(
  {sections, evidence, acronyms}: Assessment,
  parts: readonly Part[],
  isChanged: boolean,
): RootContent[] {
  const entries = [
    ...parts.map((part) => ({
      words: linkPart(part, parts),
      entries: sections.filter(isIn(part)).filter(isNotThe(part)).map(toEntry),
    })),
    ...sections.filter((section) => !parts.some((part) => isIn(part)(section))).map(toEntry),
    ...(acronyms.length > 0 ? [ofOurs(shortFormsId, shortFormsHeading)] : []),
    ...(evidence.length > 0 ? [ofOurs(evidenceId, evidenceHeading)] : []),
    ...(isChanged ? [ofOurs(changesId, changesHeading)] : []),
    ofOurs(makingId, makingHeading),
  ]
  return [
    group(
      'contents',
      // Beside the report, the outer box is as long as the report and the inner one stays in sight.
      [group('contents__inner', [heading(2, 'Contents', {id: 'the-contents', isOurs: true}), listEntries(entries)])],
      {
        tag: 'nav',
        label: 'Contents of this report',
        isOurs: true,
      },
    ),
  ]
}

const isIn =
  (part: Part) =>
  ({id}: Section) =>
    part.sections.includes(id)

/** A part that is one section under its own title needs one entry. */
const isNotThe = (part: Part) => (section: Section) => !isWhole(section, part)

/** Whether a section under a heading of ours says no more than the heading of its part. */
export const isWhole = ({headingIsOurs, heading: own}: Section, {title}: Part): boolean =>
  headingIsOurs === true && own === title

const linkSection = ({id, heading: own}: Section): PhrasingContent[] => [link(`#${id}`, own.replace(/\s+/g, ' '))]
const ofOurs = (id: string, words: string): Entry => ({words: [link(`#${id}`, words)], entries: []})
const toEntry = (section: Section): Entry => ({
  words: linkSection(section),
  entries: section.sections.map((inner) => ({words: linkSection(inner), entries: []})),
})

function listEntries(entries: readonly Entry[]): ReturnType<typeof list> {
  const listed = list(
    entries.map(({words}) => words),
    {isOurs: true},
  )
  for (const [index, {entries: inner}] of entries.entries())
    if (inner.length > 0) listed.children[index]?.children.push(listEntries(inner))
  return listed
}
