import type {Assessment, Part} from '../assessment.ts'
import {formatDate} from './phrases.ts'
import {group, heading, link, list, note, ours, type PhrasingContent, type RootContent, text} from './tree.ts'

/** The parts of a bound document; one that has a single part is no bound document. */
export const listParts = ({parts = []}: Pick<Assessment, 'parts'>): readonly Part[] => (parts.length > 1 ? parts : [])

const anchorOf = ({id}: Part) => `part-${id}`

/** `Corporate Director of Social Care and Health. 17 September 2003.` */
const tellOrigin = ({author, dated}: Part): string =>
  [
    author ? `By ${author}.` : 'Author not stated.',
    dated ? `${formatDate(dated).replaceAll(' ', '\u00a0')}.` : 'Date not stated.',
  ].join(' ')

/** What is bound into the document, each part linked, with who wrote it and when. */
export function tellParts(parts: readonly Part[]): RootContent[] {
  if (parts.length === 0) return []
  const tell = (part: Part, index: number): PhrasingContent[] => [
    text(`Part ${index + 1}: `),
    link(`#${anchorOf(part)}`, part.title),
    {type: 'break'},
    text(tellOrigin(part)),
  ]
  return [
    group(
      'parts',
      [
        heading(2, 'Parts of this document', {id: 'the-parts', isOurs: true}),
        note(`This document is ${parts.length} documents in one.`),
        list(parts.map(tell), {isOurs: true}),
      ],
      {tag: 'section', isOurs: true},
    ),
  ]
}

/** A part's heading, with who wrote it and when, and the way to its neighbours; `id` is that of a section it stands for. */
export function tellPart(part: Part, parts: readonly Part[], id?: string): RootContent[] {
  const index = parts.indexOf(part)
  const neighbours = [
    ['Previous part: ', parts[index - 1]],
    ['Next part: ', parts[index + 1]],
  ] as const
  return [
    group(
      'part',
      [
        heading(2, `Part ${index + 1} of ${parts.length}: ${part.title}`, {isOurs: true, ...(id ? {id} : {})}),
        note(tellOrigin(part)),
        list(
          neighbours.flatMap(([label, other]) =>
            other ? [[ours(label), link(`#${anchorOf(other)}`, other.title)]] : [],
          ),
          {isOurs: true},
        ),
      ],
      {isOurs: true, id: anchorOf(part)},
    ),
  ]
}

/** The entry of a part in the contents. */
export const linkPart = (part: Part, parts: readonly Part[]): PhrasingContent[] => [
  link(`#${anchorOf(part)}`, `Part ${parts.indexOf(part) + 1}: ${part.title}`),
]
