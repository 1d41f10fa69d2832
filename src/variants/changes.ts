import type {PublishedAssessment, Successor} from '../publication.ts'
import {endSentence, formatDate} from './phrases.ts'
import {group, heading, link, list, note, ours, type PhrasingContent, type RootContent, strong} from './tree.ts'
import {variantPath} from './variant.ts'

/** Anchor and heading of the list of changes. */
export const changesId = 'changes-we-made'
export const changesHeading = 'Changes we made'

/** Which report took the place of this one, when and why. */
export function tellSuccessor(successor: Successor | undefined): RootContent[] {
  if (!successor) return []
  const {id, name, when, why} = successor
  return [
    group(
      'notice',
      [
        note(
          strong(`Another report took the place of this one${when ? ` on ${formatDate(when)}` : ''}.`),
          ' Read instead: ',
          link(variantPath(id, 'standard'), name),
        ),
        ...(why ? [note(`Reason: ${endSentence(why)}`)] : []),
      ],
      {isOurs: true},
    ),
  ]
}

/** Whether the page differs from its document by a correction or by withheld words. */
export const hasChanges = ({record}: PublishedAssessment) =>
  record !== undefined && record.corrections.length + record.redactions.length > 0

/** Every word that is not as the document has it, with the reason and the lines. */
export function tellChanges(published: PublishedAssessment): RootContent[] {
  const {record} = published
  if (!record || !hasChanges(published)) return []
  const items = [
    ...record.corrections.map(({words, why, lines}) => [
      ours(strong('Put right:'), ' '),
      ours(words ? `“${words.find}” now reads “${words.replace}”. ` : 'words beside those that are withheld. '),
      ours(`Reason: ${endSentence(why)} `),
      ...linkLines(published, lines),
    ]),
    ...record.redactions.map(({why, lines}) => [
      ours(strong('Withheld:'), ' '),
      ours(`words, shown as [withheld]. Reason: ${endSentence(why)} `),
      ...linkLines(published, lines),
    ]),
  ]
  return [
    group(
      'changes',
      [
        heading(2, changesHeading, {id: changesId, isOurs: true}),
        note('Apart from these words, this page says what the document says.'),
        list(items, {isOurs: true}),
      ],
      {tag: 'section', isOurs: true},
    ),
  ]
}

/** Links to lines on the source page: the first ones, since a name may stand on a hundred. */
function linkLines({assessment, ledger}: PublishedAssessment, lines: readonly number[]): PhrasingContent[] {
  const shown = new Set(ledger.lines.map(({line}) => line))
  const linked = lines.filter((line) => shown.has(line))
  const source = variantPath(assessment.id, 'source')
  return [
    ...linked
      .slice(0, 5)
      .flatMap((line, index) => [
        ours(index === 0 ? 'See ' : ', '),
        link(`${source}#line-${line}`, index === 0 ? `line ${line} of the source` : `line ${line}`),
      ]),
    ours(linked.length > 5 ? ` and ${linked.length - 5} more.` : linked.length > 0 ? '.' : ''),
  ]
}
