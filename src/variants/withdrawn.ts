import type {Content} from '../content.ts'
import type {WithdrawnReport} from '../publication.ts'
import {tellReason} from './easy-read/index.ts'
import {endSentence, formatDate, formatPeriod, nameReport} from './phrases.ts'
import {group, heading, link, note, picture, type Root, type RootContent, root, strong} from './tree.ts'
import type {Variant} from './variant.ts'

/** The page at each address of a withdrawn report: that it is gone, since when and why, and nothing of its words. */
export function renderWithdrawn(withdrawn: WithdrawnReport, way: Variant['id'] | 'source', content: Content): Root {
  return way === 'easy-read' ? renderEasyRead(withdrawn, content) : renderNotice(withdrawn)
}

function renderNotice(withdrawn: WithdrawnReport): Root {
  const {assessment, when, why} = withdrawn
  const {council} = assessment
  return root([
    heading(1, nameReport(withdrawn), {isOurs: true}),
    group(
      'notice',
      [note(strong(`This report was withdrawn on ${formatDate(when)}.`)), note(`Reason: ${endSentence(why)}`)],
      {isOurs: true},
    ),
    note(
      'We publish none of its words any more, on pages, in data or in the search. This page stays for those who follow an old link.',
    ),
    note(
      'You can ',
      link(`/councils/${council.id}/`, `see the reports about ${council.name}`),
      ' or ',
      link('#another-format', 'ask us about this one'),
      '.',
    ),
  ])
}

function renderEasyRead({assessment, when, why}: WithdrawnReport, {site}: Content): Root {
  const {council, period} = assessment
  return root([
    heading(1, `${council.name}: ${formatPeriod(period)} report in easy read`, {isOurs: true}),
    heading(2, 'Where is the report?', {id: 'where-is-the-report', isOurs: true}),
    idea('report', [
      note(`There was a report about ${council.name}.`),
      note('We took the report away.'),
      note(`We did this on ${formatDate(when)}.`),
    ]),
    heading(2, 'Why did we take it away?', {id: 'why', isOurs: true}),
    idea('words', tellReason(why)),
    heading(2, 'Where can you find out more?', {id: 'find-out-more', isOurs: true}),
    idea('more', [note('You can ', link(`/councils/${council.id}/`, 'see what else we have'), '.')]),
    idea('ask', [
      note('You can ask us about this report.'),
      note('Email: ', link(`mailto:${site.email}`, site.email)),
      note(`Phone: ${site.phone}`),
    ]),
  ])
}

const idea = (drawing: string, lines: RootContent[]): RootContent =>
  group('idea', [picture(drawing), group('idea-words', lines)])
