import type {FindingKind} from '../assessment.ts'
import type {Line} from '../normalise.ts'
import {foldHeading} from './reading.ts'

const whose =
  '(?:(?:our|the|key|main|identified|its|their|council s|summary of|some|further|priority|\\d{1,2}|two|three|four|five) )*'
const whoever = '(?:the council|the service|the department|we|it)'
const listHeadings: readonly (readonly [FindingKind, RegExp])[] = [
  [
    'strength',
    new RegExp(
      `^(?:${whose}(?:areas of )?(?:strengths?|good practice)|what (?:is|s) (?:working )?(?:well|good|strong)|what works well|what (?:went|has gone) well|what ${whoever} (?:does|do|did) well)$`,
    ),
  ],
  [
    'improvement',
    new RegExp(
      `^(?:${whose}(?:areas|priorities) (?:for|of) (?:further )?(?:improvements?|development)|${whose}areas to (?:improve|develop)|${whose}areas (?:which|that) need (?:to improve|improvement|improving|development)|${whose}(?:areas? of )?(?:weakness(?:es)?|concerns?)|what (?:needs|could|should) (?:to )?(?:improve|be improved|be better|get better)|what ${whoever} (?:needs?|could|should|must) (?:to )?(?:improve|do better|develop)|what (?:is|s) not working(?: well)?|what (?:has|s) (?:got|gotten|become) worse(?: since .{1,40})?)$`,
    ),
  ],
  [
    'progress',
    /^(?:(?:key |main )?(?:improvements?|progress)(?: made)? since\b.{0,40}|what (?:has|s) (?:improved|got better|changed for the better)(?: since .{1,40})?)$/,
  ],
]

/**
 * The kind of list that a heading plainly names, in whatever family: `Key strengths`, `What needs to improve`.
 * `Recommendations` is none of them: a committee is recommended to note a report, and that is nothing to improve.
 */
export function findListKind(heading: string): FindingKind | undefined {
  if (heading.length > 80) return
  const folded = foldHeading(heading)
  return listHeadings.find(([, words]) => words.test(folded))?.[0]
}

/**
 * The kind of list that a line heads in words which its family does not print, but others do. The end of a wrapped
 * sentence may say the same words, `… and good practice.`, and over running text they head no list.
 */
export function findOtherListKind(line: Line, following: readonly Line[]): FindingKind | undefined {
  if (line.shape !== 'text' || !/^[\p{Lu}\d]/u.test(line.text) || /[.,;!?]["”’')]*$/u.test(line.text)) return
  const next = following.find(({shape}) => shape !== 'blank')
  return next?.shape === 'text' && next.text.length > 120 ? undefined : findListKind(line.text)
}
