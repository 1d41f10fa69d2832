import {type Assessment, notStated} from '../../assessment.ts'
import type {Content, Term} from '../../content.ts'
import {eachPassage} from '../../ledger.ts'
import type {PublishedAssessment} from '../../publication.ts'
import {endSentence, formatDate, formatPeriod} from '../phrases.ts'
import {group, heading, link, list, note, picture, quote, type RootContent, root, strong, words} from '../tree.ts'
import {type Variant, variantPath} from '../variant.ts'
import {type Idea, quoteDuties, quoteFindings, tellGrades, tellWho} from './ideas.ts'

/** Short sentences and pictures. Every line is fixed text, a template filled with facts, or the report's words as a quotation. */
export const easyRead: Variant = {
  id: 'easy-read',
  label: 'Easy read',
  about: 'Short sentences and pictures',
  render: (published, content) => {
    const {assessment} = published
    const isStated = assessment.council.id !== notStated
    const name = isStated ? assessment.council.name : 'the council'
    const {notice} = published.framework.easyRead
    const good = quoteFindings(published, content, ['strength', 'progress'])
    const better = quoteFindings(published, content, ['improvement'])
    const duties = quoteDuties(published, content, (line) => findSection(published, line))
    const isOwn = assessment.kind === 'self-assessment'
    const says = isOwn ? ['The council says these things.'] : ['These are words from the report.']
    const hardWords = listHardWords([...good.ideas, ...better.ideas, ...duties])
    return root([
      heading(1, nameEasyRead(assessment), {isOurs: true}),
      ...tell(
        'about-this-document',
        'What is this document?',
        [
          {
            picture: 'report',
            lines: [
              'This is an easy read version of a report.',
              isStated ? `The report is about ${name}.` : 'We do not know which council the report is about.',
              'The full report is longer.',
            ],
          },
          ...(notice ? [{picture: 'more', lines: notice}] : []),
          status,
        ],
        published,
      ),
      ...tellSuccessor(published),
      ...tell('who-wrote-it', 'Who wrote the report?', tellWho(published), published),
      ...tell(
        'what-they-looked-at',
        'What did they look at?',
        [{picture: 'looked', lines: published.framework.easyRead.lookedAt}],
        published,
      ),
      ...tell('how-did-they-do', `How did ${name} do?`, tellGrades(published, content), published),
      ...tell('what-is-good', 'What is good?', listed('good', says, good, published), published),
      ...tell(
        'what-needs-to-get-better',
        'What needs to get better?',
        listed('better', says, better, published),
        published,
      ),
      ...(duties.length > 0
        ? tell(
            'what-happens-next',
            'What happens next?',
            [{picture: 'next', lines: ['The report tells the council to do these things.']}, ...duties],
            published,
          )
        : []),
      ...(hardWords.length > 0
        ? [heading(2, 'What do the hard words mean?', {id: 'hard-words', isOurs: true}), explain(hardWords)]
        : []),
      heading(2, 'Where can you find out more?', {id: 'find-out-more', isOurs: true}),
      ...tellMore(published, content),
      renderIdea(status, published),
    ])
  },
}

function nameEasyRead({council: {name}, period}: Assessment): string {
  return period === notStated
    ? `${name}: report in easy read, ${formatPeriod(period)}`
    : `${name}: ${formatPeriod(period)} report in easy read`
}

/** That another report took the place of this one, and where it is. */
function tellSuccessor({record}: PublishedAssessment): RootContent[] {
  if (!record?.supersededBy) return []
  const {id, period, why, when} = record.supersededBy
  return [
    heading(2, 'Is there another report?', {id: 'another-report', isOurs: true}),
    group('idea', [
      picture('next'),
      group('idea-words', [
        note('Yes.'),
        note('Another report took the place of this report.'),
        ...(when ? [note(`This was on ${formatDate(when)}.`)] : []),
        note(`The other report is about ${formatPeriod(period)}.`),
        note('You can ', link(variantPath(id, 'easy-read'), 'read the other report in easy read'), '.'),
        ...tellReason(why),
      ]),
    ]),
  ]
}

/** A reason in the words of whoever wrote the record: a quotation, since nobody made them easy. */
export const tellReason = (why: string | undefined): RootContent[] =>
  why ? [note('This is the reason:'), quote([note(endSentence(why))], {isOurs: true})] : []

/** Status (a) of the rules for easy read: on the first page and at the foot. */
const status: Idea = {
  picture: 'computer',
  lines: ['A computer made this from the full report.', 'No person has checked it yet.'],
}

function listed(
  kind: 'good' | 'better',
  says: readonly string[],
  {ideas, left}: {ideas: readonly Idea[]; left: number},
  {framework}: PublishedAssessment,
): Idea[] {
  // A document of no known family may say such things under any heading.
  const none = framework.takesAny
    ? 'We found no list about this in the report.'
    : 'The report does not list anything here.'
  if (ideas.length === 0) return [{picture: kind, lines: [none]}]
  const more = left === 1 ? 'There is 1 more in the full report.' : `There are ${left} more in the full report.`
  return [{picture: kind, lines: says}, ...ideas, ...(left > 0 ? [{picture: 'report', lines: [more]}] : [])]
}

const tell = (id: string, question: string, ideas: readonly Idea[], published: PublishedAssessment): RootContent[] => [
  heading(2, question, {id, isOurs: true}),
  ...ideas.map((idea) => renderIdea(idea, published)),
]

/** The picture stands left of the words; under quoted words stand their hard words, and where the report says this. */
function renderIdea(idea: Idea, {assessment}: PublishedAssessment): RootContent {
  const {lines, hardWords = []} = idea
  return group('idea', [
    picture(idea.picture),
    group('idea-words', [
      ...(idea.title ? [heading(3, idea.title.replace(/\s+/g, ' '), {isOurs: true})] : []),
      ...lines.map((line) => note(line)),
      ...(idea.quote ? [quote([{type: 'paragraph', children: words(idea.quote)}])] : []),
      ...(hardWords.length > 0 ? [group('hard-words', [list(hardWords.map(tellTerm), {isOurs: true})])] : []),
      ...(idea.section
        ? [
            {
              ...note(link(`${variantPath(assessment.id, 'standard')}#${idea.section}`, 'Where the report says this')),
              data: {isOurs: true, name: 'where'},
            },
          ]
        : []),
    ]),
  ])
}

const tellTerm = ({term, full, lines}: Term) => [
  strong(term),
  {type: 'text', value: `${full ? ` is short for ${full}` : ''}: ${lines.join(' ')}`} as const,
]

/** The words explained under quotations, once each, at most fifteen. */
function listHardWords(ideas: readonly Idea[]): Term[] {
  return [...new Set(ideas.flatMap(({hardWords = []}) => hardWords))]
    .sort((a, b) => (a.term.toLowerCase() < b.term.toLowerCase() ? -1 : 1))
    .slice(0, 15)
}

const explain = (terms: readonly Term[]): RootContent =>
  group('idea', [picture('words'), group('idea-words', [list(terms.map(tellTerm), {isOurs: true})])])

function tellMore({assessment}: PublishedAssessment, {site}: Content): RootContent[] {
  return [
    group('idea', [
      picture('more'),
      group('idea-words', [
        note('You can ', link(variantPath(assessment.id, 'standard'), 'read the full report'), '.'),
        note('You can ', link(variantPath(assessment.id, 'large-print'), 'read it in large print'), '.'),
        note('You can ', link('/glossary/', 'look up more hard words'), '.'),
      ]),
    ]),
    group('idea', [
      picture('ask'),
      group('idea-words', [
        note('You can ask us for help, or for the report in another form.'),
        note('Email: ', link(`mailto:${site.email}`, site.email)),
        note(`Phone: ${site.phone}`),
      ]),
    ]),
  ]
}

function findSection({assessment}: PublishedAssessment, line: number): string | undefined {
  for (const {passage, section} of eachPassage(assessment.sections)) {
    if (line >= passage.place.line && line <= (passage.place.to ?? passage.place.line)) return section
  }
  return
}
