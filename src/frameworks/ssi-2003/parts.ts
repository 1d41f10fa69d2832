import type {Part, Section} from '../../assessment.ts'
import type {Line} from '../../normalise.ts'
import {readDate} from '../dates.ts'
import {findSignature} from './signature.ts'

/** The services that are reviewed, each a part of its own. */
export const services = [
  {
    id: 'children',
    section: 'children-and-families',
    part: 'review-children-and-families',
    words: /^services for children(?: and families)?$|^childrens?(?: and families)? services$/,
  },
  {
    id: 'adults',
    section: 'adults',
    part: 'review-adults',
    words: /^services for adults?$|^adults?(?: social(?: care)?)? services$/,
  },
] as const

/** A date in a line of its own: `17th September 2003`. */
export const isDateLine = ({text}: Line): boolean =>
  /^(?:Date:?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+\p{L}+,?\s+\d{4}$/iu.test(text)

/** `Report of the Director of Social Services` */
export const reportOf = /^Report (?:of|by):?\s+(?:the )?(?<author>\p{L}.+)$/iu

/** The parts of the bound document, each with its author and date as printed, and its sections. */
export function listParts(
  {committee, letter, review}: {committee: readonly Section[]; letter: readonly Section[]; review: readonly Section[]},
  {committeeLines, letterLines, dated}: {committeeLines: readonly Line[]; letterLines: readonly Line[]; dated?: string},
): Part[] {
  const ids = (sections: readonly Section[]) => sections.map(({id}) => id)
  const author = committeeLines
    .map((line) => (line.text.length < 120 ? reportOf.exec(line.text) : undefined)?.groups?.['author'])
    .find(Boolean)
  const meeting = committeeLines
    .filter(isDateLine)
    .map(({text}) => readDate(text))
    .find(Boolean)
  const signature = findSignature(letterLines)?.signer
  return [
    ...(committee.length > 0
      ? [
          {
            id: 'committee-report',
            title: 'Committee report',
            ...(author ? {author} : {}),
            ...(meeting ? {dated: meeting} : {}),
            sections: ids(committee),
          },
        ]
      : []),
    ...(letter.length > 0
      ? [
          {
            id: 'letter',
            title: 'Letter to the council',
            ...(signature ? {author: signature} : {}),
            ...(dated ? {dated} : {}),
            sections: ids(letter),
          },
        ]
      : []),
    ...services.flatMap(({section, part}) => {
      const isOwn = ({id}: Section) => id === section || id.startsWith(`${section}-`)
      // What stands above both services goes with the one that comes first.
      const isFirst = review.find(({id}) => id !== 'review')?.id === section
      const own = review.filter((entry) => isOwn(entry) || (isFirst && entry.id === 'review'))
      const heading = own.find(isOwn)?.heading
      // The heading stands in capitals as often as not; the title is ours.
      const title = `Review: ${heading?.toLowerCase().replace(/[\s.:]+$/, '')}`
      return heading ? [{id: part, title, author: 'Social Services Inspectorate', sections: ids(own)}] : []
    }),
  ]
}
