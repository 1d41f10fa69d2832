import type {Part, Section} from '../assessment.ts'
import type {PublishedAssessment} from '../publication.ts'
import {listAnchors} from './anchors.ts'
import {tellAnswer} from './answer.ts'
import {changesId, hasChanges, tellChanges, tellSuccessor} from './changes.ts'
import {isWhole, makingHeading, makingId, tellContents} from './contents.ts'
import {anchorDuties, tellDuties} from './duties.ts'
import {tellEvidence} from './evidence.ts'
import {glossAcronyms, tellShortForms} from './glosses.ts'
import {gather} from './inserts.ts'
import {linkNotes} from './note-links.ts'
import {linkNumbered} from './numbered.ts'
import {listParts, tellPart, tellParts} from './parts.ts'
import {formatDate, formatPeriod, nameReport, tellAuthor, tellDoubt} from './phrases.ts'
import {type Look, type Making, renderSection, renderWithin} from './section.ts'
import {
  group,
  heading,
  link,
  list,
  note,
  ours,
  type PhrasingContent,
  type Root,
  type RootContent,
  root,
  strong,
} from './tree.ts'
import {variantPath} from './variant.ts'

/** The whole report in its own words: what is the same on the standard and the large-print page. */
export function renderReport(published: PublishedAssessment, look: Look): Root {
  const {assessment} = published
  const {notes, references} = linkNotes(assessment)
  const {numbers, links} = linkNumbered(assessment)
  const making = {
    published,
    look,
    notes,
    numbers,
    anchors: look.hasAnchors ? listAnchors(published) : new Map<object, string>(),
    inserts: gather([...references, ...links, ...anchorDuties(assessment), ...glossAcronyms(assessment)]),
  }
  const parts = listParts(assessment)
  return root([
    heading(1, look.lay(nameReport(published)), {isOurs: true}),
    ...tellNotices(published),
    ...tellAnswer(published),
    ...tellFacts(published),
    ...tellGrades(published, look),
    ...tellDuties(assessment),
    ...tellParts(parts),
    ...tellContents(assessment, parts, hasChanges(published)),
    ...assessment.sections.flatMap((section) => renderTop(section, parts, making)),
    ...tellShortForms(assessment),
    ...tellEvidence(assessment),
    ...tellChanges(published),
    ...tellMaking(published),
  ])
}

/** A section of the first level; where a part of a bound document begins, the part's heading stands above it. */
function renderTop(section: Section, parts: readonly Part[], making: Making): RootContent[] {
  const part = parts.find(({sections}) => sections.includes(section.id))
  if (!part) return renderSection(section, 2, making)
  const begins = part.sections[0] === section.id
  if (begins && isWhole(section, part))
    return [...tellPart(part, parts, section.id), ...renderWithin(section, 2, making)]
  return [...(begins ? tellPart(part, parts) : []), ...renderSection(section, 3, making)]
}

function tellNotices(published: PublishedAssessment): RootContent[] {
  const {assessment, framework} = published
  return [
    ...(assessment.kind === 'self-assessment'
      ? [group('notice', [note(strong(tellAuthor(published)))], {isOurs: true})]
      : []),
    ...(framework.notice ? [group('notice', [note(framework.notice)], {isOurs: true})] : []),
  ]
}

function tellFacts(published: PublishedAssessment): RootContent[] {
  const {assessment, framework, record} = published
  const facts: [string, PhrasingContent[]][] = [
    ['Who wrote it', [ours(tellAuthor(published))]],
    ['What it covers', [ours(formatPeriod(assessment.period))]],
    ['Date on the document', [ours(assessment.dated ? formatDate(assessment.dated) : 'not stated')]],
    ['Kind of report', [link(`/frameworks/${framework.id}/`, framework.name)]],
  ]
  return [
    group(
      'facts',
      [
        list(
          facts.map(([name, value]) => [ours(strong(`${name}:`), ' '), ...value]),
          {isOurs: true},
        ),
      ],
      {isOurs: true},
    ),
    ...(framework.history ? [note(framework.history)] : []),
    ...tellSuccessor(record?.supersededBy),
    ...(hasChanges(published)
      ? [note('We changed some words of this document. ', link(`#${changesId}`, 'See the changes we made'))]
      : []),
  ]
}

function tellGrades(published: PublishedAssessment, look: Look): RootContent[] {
  const {judgements} = published.assessment
  if (judgements.length === 0) return []
  const scales = published.framework.scales.flatMap((scale) => {
    const own = judgements.filter(({grade}) => grade.scale === scale.id)
    return own.length > 0 ? look.grades(published, own, `Grades for: ${scale.name}`) : []
  })
  const unranked = judgements.filter(({grade}) => grade.scale === undefined)
  return [
    group(
      'grades',
      [
        heading(2, 'Grades', {id: 'the-grades', isOurs: true}),
        ...scales,
        ...(unranked.length > 0
          ? [
              note('The document does not say where each grade stands on its scale.'),
              ...look.grades(published, unranked, 'Grades that the document prints in tables'),
            ]
          : []),
      ],
      {tag: 'section', isOurs: true},
    ),
  ]
}

function tellMaking({source, ledger, record, doubts, assessment}: PublishedAssessment): RootContent[] {
  const count = (number: number) => number.toLocaleString('en-GB')
  const facts: PhrasingContent[][] = [
    [ours(`Made from the file ${source.name}, SHA-256 ${source.sha256}.`)],
    [
      ours(
        `The file has ${count(ledger.words)} words. ${count(ledger.published)} are on this page, ${count(ledger.furniture)} are page furniture such as bullets and page numbers, ${count(ledger.withheld)} are withheld, ${count(ledger.unaccounted)} are unaccounted for. `,
      ),
      link(variantPath(assessment.id, 'source'), 'See what became of every line'),
    ],
    ...(record?.release
      ? [
          [
            ours(
              `The document is stamped. It was released for publication on ${formatDate(record.release.when)} by: ${record.release.who}. Reason: ${record.release.basis}`,
            ),
          ],
        ]
      : []),
    ...doubts.map((doubt) => [
      ours(`We are not sure${doubt.place ? `, line ${doubt.place.line}` : ''}: ${tellDoubt(doubt)}`),
    ]),
    [
      ours(
        'Words in boxes, labels of ours, and [the full words] behind a short form are not part of the document. Everything else is, word for word.',
      ),
    ],
  ]
  return [
    group('making', [heading(2, makingHeading, {id: makingId, isOurs: true}), list(facts, {isOurs: true})], {
      tag: 'section',
      isOurs: true,
    }),
  ]
}
