import type {Part, Place, Section} from '../assessment.ts'
import {eachPassage} from '../ledger.ts'
import type {PublishedAssessment, Successor} from '../publication.ts'
import {endSentence, formatDate, formatPeriod, nameReport, tellAuthor, tellRank} from './phrases.ts'
import {type Look, renderSection} from './section.ts'
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
  return root([
    heading(1, nameReport(published), {isOurs: true}),
    ...tellFacts(published),
    ...tellGrades(published, look),
    ...tellDuties(published),
    ...listContents(assessment.sections),
    ...assessment.sections.flatMap((section) => [
      ...tellPart(section, assessment.parts ?? []),
      ...renderSection(section, 2, published, look),
    ]),
    ...tellChanges(published),
    ...tellMaking(published),
  ])
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
    ...(assessment.kind === 'self-assessment'
      ? [group('notice', [note(strong(tellAuthor(published)))], {isOurs: true})]
      : []),
    group(
      'facts',
      [
        list(
          facts.map(([name, value]) => [ours(strong(`${name}: `)), ...value]),
          {isOurs: true},
        ),
      ],
      {isOurs: true},
    ),
    ...(framework.history ? [note(framework.history)] : []),
    ...tellSuccessor(record?.supersededBy),
    ...(hasChanges(published)
      ? [note('We changed some words of this document. ', link('#changes-we-made', 'See the changes we made'))]
      : []),
  ]
}

/** Which report took the place of this one, when and why. */
function tellSuccessor(successor: Successor | undefined): RootContent[] {
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

const hasChanges = ({record}: PublishedAssessment) =>
  record !== undefined && record.corrections.length + record.redactions.length > 0

/** Every word that is not as the document has it, with the reason and the lines. */
function tellChanges(published: PublishedAssessment): RootContent[] {
  const {record} = published
  if (!record || !hasChanges(published)) return []
  const items = [
    ...record.corrections.map(({words, why, lines}) => [
      ours(strong('Put right: ')),
      ours(words ? `“${words.find}” now reads “${words.replace}”. ` : 'words beside those that are withheld. '),
      ours(`Reason: ${endSentence(why)} `),
      ...linkLines(published, lines),
    ]),
    ...record.redactions.map(({why, lines}) => [
      ours(strong('Withheld: ')),
      ours(`words, shown as [withheld]. Reason: ${endSentence(why)} `),
      ...linkLines(published, lines),
    ]),
  ]
  return [
    group(
      'changes',
      [
        heading(2, 'Changes we made', {id: 'changes-we-made', isOurs: true}),
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

function tellGrades(published: PublishedAssessment, look: Look): RootContent[] {
  const {judgements} = published.assessment
  if (judgements.length === 0)
    return [
      group(
        'grades',
        [heading(2, 'Grades', {id: 'the-grades', isOurs: true}), note('This document gives no grades.')],
        {tag: 'section', isOurs: true},
      ),
    ]
  const scales = published.framework.scales.flatMap((scale) => {
    const own = judgements.filter(({grade}) => grade.scale === scale.id)
    return own.length > 0 ? look.grades(published, own, `Grades for: ${scale.name}`) : []
  })
  const overall = judgements.find(({of}) => of === 'overall')
  return [
    group(
      'grades',
      [
        heading(2, 'Grades', {id: 'the-grades', isOurs: true}),
        ...(overall ? [note('Overall: ', strong(overall.grade.label), `, ${tellRank(overall.grade)}.`)] : []),
        ...scales,
      ],
      {tag: 'section', isOurs: true},
    ),
  ]
}

/** Each duty links to its place; the document's words stand there. */
function tellDuties({assessment}: PublishedAssessment): RootContent[] {
  const {duties, sections} = assessment
  if (duties.length === 0) return []
  return [
    group(
      'duties',
      [
        heading(2, 'What this document tells the council to do', {id: 'the-duties', isOurs: true}),
        list(
          duties.map(({text, place}) => [link(`#${findSection(sections, place)}`, text)]),
          {isOurs: true},
        ),
      ],
      {tag: 'section', isOurs: true},
    ),
  ]
}

function findSection(sections: readonly Section[], place: Place): string {
  for (const {passage, section} of eachPassage(sections)) {
    const {line, to = line} = passage.place
    if (place.line >= line && (place.to ?? place.line) <= to) return section
  }
  return sections[0]?.id ?? ''
}

function listContents(sections: readonly Section[]): RootContent[] {
  const item = (section: Section): PhrasingContent[] => [link(`#${section.id}`, section.heading.replace(/\s+/g, ' '))]
  const entries = list(sections.map(item), {isOurs: true})
  for (const [index, section] of sections.entries())
    if (section.sections.length > 0)
      entries.children[index]?.children.push(list(section.sections.map(item), {isOurs: true}))
  return [
    group('contents', [heading(2, 'Contents', {id: 'the-contents', isOurs: true}), entries], {
      tag: 'nav',
      label: 'Contents of this report',
      isOurs: true,
    }),
  ]
}

/** Says at its first section which part of a bound document begins, by whom and when. */
function tellPart({id}: Section, parts: readonly Part[]): RootContent[] {
  const index = parts.findIndex(({sections}) => sections[0] === id)
  const part = parts[index]
  if (!part) return []
  const {title, author, dated} = part
  const facts = [author ? `By: ${author}.` : '', dated ? `Date: ${formatDate(dated)}.` : 'Date: not stated.'].filter(
    Boolean,
  )
  return [
    group('part', [note(strong(`Part ${index + 1} of ${parts.length}: ${title}`)), note(facts.join(' '))], {
      isOurs: true,
      id: `part-${part.id}`,
    }),
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
    ...doubts.map(({message, place}) => [ours(`A doubt${place ? ` at line ${place.line}` : ''}: ${message}.`)]),
    [ours('Words in boxes and labels of ours are not part of the document. Everything else is, word for word.')],
  ]
  return [
    group(
      'making',
      [heading(2, 'How we made this page', {id: 'how-we-made-this-page', isOurs: true}), list(facts, {isOurs: true})],
      {tag: 'section', isOurs: true},
    ),
  ]
}
