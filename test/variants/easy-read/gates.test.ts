import {describe, expect, it} from 'vitest'
import {composeEasyRead} from '../../../src/variants/easy-read/compose.ts'
import {checkGates} from '../../../src/variants/easy-read/gates.ts'
import type {EasyReadDocument, Idea, Line} from '../../../src/variants/easy-read/line.ts'
import {content, readProject} from '../../support/publication.ts'

const {assessments} = readProject().publication
// One with a grade carried forward, and with more findings than a page has room for.
const published = assessments.find(
  (entry) =>
    entry.assessment.judgements.some(({carriedFrom}) => carriedFrom) &&
    composeEasyRead(entry, content).chapters.some(({ideas}) => ideas.some(({id}) => id === 'more-good')),
)
if (!published) throw new Error('No seed has a carried-forward grade and many findings')
const page = composeEasyRead(published, content)
const carried = published.assessment.judgements.find(({carriedFrom}) => carriedFrom)
const stopsOf = (changed: EasyReadDocument) =>
  checkGates(changed, published, content).flatMap(({level, rule}) => (level === 'stop' ? [rule] : []))

/** The page with the ideas of an id changed, or taken out. */
const change = (isMeant: (idea: Idea) => boolean, make: (idea: Idea) => Idea | undefined): EasyReadDocument => ({
  ...page,
  chapters: page.chapters.map((chapter) => ({
    ...chapter,
    ideas: chapter.ideas.flatMap((idea) => (isMeant(idea) ? (make(idea) ?? []) : idea)),
  })),
})
const isGrade = ({id}: Idea) => id === `grade-${carried?.of}`
const isFinding = ({id}: Idea) => id === page.chapters.find(({polarity}) => polarity === 'good')?.ideas[1]?.id
const withText = (line: Line | undefined, text: string): Line => ({origin: 'fixed', from: 'x', ...line, text})
const edit = (idea: Idea, text: (before: string) => string): Idea => ({
  ...idea,
  lines: idea.lines.map((line) => withText(line, text(line.text))),
})

it('lets the unchanged page pass', () => expect(stopsOf(page)).toEqual([]))

describe('a page stops when', () => {
  it.each([
    ['a grade is missing', change(isGrade, () => undefined), 'grade-missing'],
    [
      'a grade is another one',
      change(isGrade, (idea) => edit(idea, (text) => text.replace(/The grade is \w+/, 'The grade is Poor'))),
      'grade-different',
    ],
    [
      'a grade has the meaning of another',
      change(isGrade, (idea) => ({
        ...idea,
        lines: [...idea.lines, withText(idea.lines[0], 'The council did not do all that it must do.')],
      })),
      'meaning-of-another-grade',
    ],
    [
      'a grade has no meaning',
      change(isGrade, (idea) => ({...idea, lines: idea.lines.filter(({text}) => !text.startsWith('The council did'))})),
      'grade-without-meaning',
    ],
    [
      'a grade that was carried forward looks new',
      change(isGrade, (idea) => ({...idea, lines: idea.lines.filter(({text}) => !/new grade|It used/.test(text))})),
      'carried-grade-as-new',
    ],
    [
      'a sentence is none of ours',
      change(
        ({id}) => id === 'about',
        (idea) => edit(idea, (text) => `${text.slice(0, -1)} now.`),
      ),
      'sentence-not-ours',
    ],
    [
      'a finding says another number',
      change(isFinding, (idea) => edit(idea, () => 'It helped 777 people.')),
      'number-not-in-source',
    ],
    ['a line breaks a rule', change(isFinding, (idea) => edit(idea, () => 'It is 5% better.')), 'per cent sign'],
    [
      'a finding is of words that the report does not have',
      change(isFinding, (idea) => ({...idea, ...(idea.source ? {source: {...idea.source, words: 'Lifts'}} : {})})),
      'source-changed',
    ],
    [
      'a finding stands for nothing',
      change(isFinding, (idea) => ({...idea, id: 'outcome-99-strength-1'})),
      'source-not-found',
    ],
    [
      'a quotation is changed',
      change(isFinding, (idea) => ({...idea, quote: `${idea.source?.words} not`})),
      'quotation-changed',
    ],
    ['an idea has no picture', change(isFinding, (idea) => ({...idea, picture: ''})), 'idea-without-picture'],
    ['an idea has no words', change(isFinding, (idea) => ({...idea, lines: []})), 'idea-without-words'],
    [
      'a finding is called what it is not',
      change(isFinding, (idea) => ({...idea, polarity: 'better'})),
      'other-polarity',
    ],
    [
      'the count of what is left is wrong',
      change(
        ({id}) => id === 'more-good',
        (idea) => edit(idea, (text) => text.replace(/\d+/, '999')),
      ),
      'sentence-not-ours',
    ],
    [
      'it claims a check that nobody made',
      {...page, status: {letter: 'c', group: 'a group', date: '2026-01-01'}},
      'status-not-of-hashes',
    ],
  ] as const)('%s', (_, changed, rule) => {
    expect(stopsOf(changed)).toContain(rule)
  })
})

it('counts what its editor should look at', () => {
  const long = change(isFinding, (idea) => ({
    ...idea,
    lines: Array.from({length: 6}, () => withText(idea.lines[0], 'It is fine.')),
  }))
  expect(checkGates(long, published, content)).toContainEqual(
    expect.objectContaining({level: 'warn', rule: 'more than 5 lines'}),
  )
})
