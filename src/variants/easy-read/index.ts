import {type Assessment, notStated} from '../../assessment.ts'
import type {Content, Term} from '../../content.ts'
import type {PublishedAssessment} from '../../publication.ts'
import {writeAskAddress} from '../ask.ts'
import {endSentence, formatDate, formatPeriod, nameReport} from '../phrases.ts'
import {
  group,
  heading,
  hidden,
  link,
  list,
  note,
  type PhrasingContent,
  picture,
  quote,
  type RootContent,
  root,
  strong,
  text,
  words,
} from '../tree.ts'
import {type Variant, variantPath} from '../variant.ts'
import {composeEasyRead} from './compose.ts'
import {type Explained, explainHardWords} from './explain.ts'
import type {Idea} from './line.ts'
import {tellStatus} from './status.ts'

/** Short sentences and pictures. Every line is fixed text, a template filled with facts, the phrase bank’s or a person’s. */
export const easyRead: Variant = {
  id: 'easy-read',
  label: 'Easy read',
  about: 'Short sentences and pictures',
  render: (published, content) => {
    const {status, chapters} = composeEasyRead(published, content)
    const explained = explainHardWords(chapters, content.glossary, published.assessment)
    const layOut = (idea: Idea) => layOutIdea(idea, explained, published)
    const state = tellStatus(status)
    return root([
      heading(1, nameEasyRead(published.assessment), {isOurs: true}),
      ...chapters.flatMap(({id, question, ideas}, index) => [
        heading(2, question, {id, isOurs: true}),
        ...ideas.map(layOut),
        ...(index === 0 ? [layOut(state), ...tellSuccessor(published)] : []),
      ]),
      ...(explained.terms.length > 0
        ? [heading(2, 'What do the hard words mean?', {id: 'hard-words', isOurs: true}), listTerms(explained)]
        : []),
      heading(2, 'Where can you find out more?', {id: 'find-out-more', isOurs: true}),
      ...tellMore(published, content),
      layOut(state),
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

/** The picture stands left of the words; under them stand their hard words, and where the report says this. */
function layOutIdea(idea: Idea, {ideas, names}: Explained, {assessment}: PublishedAssessment): RootContent {
  const {lines = idea.lines.map(({text: value}) => [{text: value}]), terms = []} = ideas.get(idea) ?? {}
  const name = idea.id === 'status' ? 'idea status' : 'idea'
  return group(name, [
    picture(idea.picture),
    group('idea-words', [
      ...(idea.title ? [heading(3, idea.title, {isOurs: true})] : []),
      ...lines.map((line) => note(...line.map((part) => ('isHard' in part ? strong(part.text) : text(part.text))))),
      ...(idea.quote ? [quote([{type: 'paragraph', children: words(idea.quote)}])] : []),
      ...(terms.length > 0
        ? [
            group('hard-words', [
              list(
                terms.map((term) => tellTerm(term, names)),
                {isOurs: true},
              ),
            ]),
          ]
        : []),
      ...(idea.source ? [tellWhere(idea, assessment)] : []),
    ]),
  ])
}

/** A quiet link to the exact place, which says aloud what of. */
function tellWhere({source, title, lines, quote: quoted}: Idea, {id}: Assessment): RootContent {
  const about = (title ?? quoted ?? lines[0]?.text ?? '').replace(/\.$/, '')
  const heard = hidden(`: ${about.length > 60 ? `${about.slice(0, 60).replace(/\s+\S*$/, '')} …` : about}`)
  const anchor = source?.anchor ? `#${source.anchor}` : ''
  return {
    ...note(link(`${variantPath(id, 'standard')}${anchor}`, 'Where the report says this', heard)),
    data: {isOurs: true, name: 'where'},
  }
}

const askedFor = (published: PublishedAssessment, {url}: Content['site']) => ({
  name: nameReport(published),
  url: `${url}${variantPath(published.assessment.id, 'easy-read')}`,
})

const tellTerm = (term: Term, names: Explained['names']): PhrasingContent[] => [
  strong(nameTerm(term, names)),
  text(`${term.full ? ` is short for ${term.full}` : ''}: ${term.lines.join(' ')}`),
]

const nameTerm = (term: Term, names: Explained['names']) => names.get(term) ?? term.term

/** The words explained on the page, from A to Z. */
function listTerms({terms, names}: Explained): RootContent {
  const key = (term: Term) => nameTerm(term, names).toLowerCase()
  const ordered = [...terms].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return group('idea', [
    picture('words'),
    group('idea-words', [
      list(
        ordered.map((term) => tellTerm(term, names)),
        {isOurs: true},
      ),
    ]),
  ])
}

function tellMore(published: PublishedAssessment, {site}: Content): RootContent[] {
  const {assessment} = published
  return [
    group('idea', [
      picture('full-report'),
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
        note('Email: ', link(writeAskAddress(site, askedFor(published, site)), site.email)),
        note(`Phone: ${site.phone}`),
      ]),
    ]),
  ]
}
