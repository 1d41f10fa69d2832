import {describe, expect, it} from 'vitest'
import {composeEasyRead} from '../../../src/variants/easy-read/compose.ts'
import {checkGates} from '../../../src/variants/easy-read/gates.ts'
import {describeStatus, findStatus, hashPage, tellStatus} from '../../../src/variants/easy-read/status.ts'
import {content, readReport, reportWith, writeIdea} from '../../support/easy-read.ts'

const zebras = writeIdea('outcome-1-strength-2', 'Zebras at zoos', ['People can see zebras.'])
const hashOf = (ideas: readonly string[], report = reportWith()) =>
  composeEasyRead(readReport(report, ideas).published, content).hash
const checked = (by: string, hash: string) => `checked: {${by}, date: 2026-05-06, hash: "${hash}"}\n`
const byRole = (hash: string) => checked('role: the editor in chief', hash)
const byGroup = (hash: string) => checked('group: the Tuesday group', hash)

/** What a page says of itself, at its start and at its foot. */
function readStatus(ideas: readonly string[] | undefined, head = '', report = reportWith()) {
  const {published, text} = readReport(report, ideas, head)
  const page = composeEasyRead(published, content)
  const said = tellStatus(page.status).lines.map((line) => line.text)
  expect(text.split(said.join('\n'))).toHaveLength(3)
  expect(checkGates(page, published, content).filter(({level}) => level === 'stop')).toEqual([])
  return {letter: page.status.letter, said, picture: tellStatus(page.status).picture, ...describeStatus(page.status)}
}

describe('the status of a page', () => {
  it('is (a) where a computer made it and nobody checked it', () =>
    expect(readStatus(undefined)).toEqual({
      letter: 'a',
      said: ['A computer made this from the full report.', 'No person has checked it yet.'],
      picture: 'computer',
      status: 'drafted',
      checkedBy: null,
    }))

  it('is (a) where a person wrote some lines, and says so', () =>
    expect(readStatus([zebras])).toMatchObject({
      letter: 'a',
      said: [
        'A computer made this from the full report.',
        'A person wrote some parts of it.',
        'No person has checked it yet.',
      ],
      checkedBy: null,
    }))

  it('is (a) without a word of a person where a file has no lines', () =>
    expect(readStatus([]).said).toEqual([
      'A computer made this from the full report.',
      'No person has checked it yet.',
    ]))

  it('is (b) where a person checked this very page', () =>
    expect(readStatus([zebras], byRole(hashOf([zebras])))).toEqual({
      letter: 'b',
      said: [
        'A person wrote or checked this:',
        'The editor in chief, 6 May 2026.',
        'People with learning disabilities have not checked it yet.',
      ],
      picture: 'person-checked',
      status: 'reviewed',
      checkedBy: 'the editor in chief, 2026-05-06',
    }))

  it('is (c), and the data calls it checked, where people with learning disabilities checked this very page', () =>
    expect(readStatus([zebras], byGroup(hashOf([zebras])))).toEqual({
      letter: 'c',
      said: ['People with learning disabilities checked this:', 'The Tuesday group, 6 May 2026.'],
      picture: 'group-checked',
      status: 'checked',
      checkedBy: 'the Tuesday group, 2026-05-06',
    }))

  it.each([
    ['that another line was on', [zebras.replace('can see', 'like')]],
    ['on which a computer told everything', []],
  ])('counts no check of a page %s', (_, other) => {
    expect(readStatus([zebras], byGroup(hashOf(other))).letter).toBe('a')
    expect(readStatus([zebras], byRole(hashOf(other))).letter).toBe('a')
  })

  it('counts no check of the page before the report changed elsewhere', () => {
    const before = hashOf([zebras])
    const now = reportWith({improvements: ['Waiting times for home care', 'Access to zebras']})
    expect(readStatus([zebras], byGroup(before), now)).toMatchObject({letter: 'a', checkedBy: null})
    expect(readStatus([zebras], byGroup(hashOf([zebras], now)), now).letter).toBe('c')
  })

  it('is (d) where the words changed that lines were written for, whoever checked them', () => {
    const now = reportWith({strengths: ['Good home care', 'Zebras in the wild']})
    const gone = 'The report changed after this was checked.'
    expect(readStatus([zebras], '', now)).toEqual({
      letter: 'd',
      said: ['A person wrote or checked this:', 'The editor, 4 March 2026.', gone],
      picture: 'report-changed',
      status: 'changed',
      checkedBy: null,
    })
    expect(readStatus([zebras], byGroup(hashOf([zebras])), now).said).toEqual([
      'A person wrote or checked this:',
      'The Tuesday group, 6 May 2026.',
      gone,
    ])
    // Not even a check of the page as it is now: its writer has lines to mend first.
    expect(readStatus([zebras], byGroup(hashOf([zebras], now)), now).letter).toBe('d')
  })

  it('calls nothing but (c) checked by readers', () => {
    const now = reportWith({strengths: ['Good home care', 'Zebras in the wild']})
    const all = [
      readStatus(undefined),
      readStatus([zebras]),
      readStatus([zebras], byRole(hashOf([zebras]))),
      readStatus([zebras], '', now),
    ]
    expect(all.map(({letter}) => letter)).toEqual(['a', 'a', 'b', 'd'])
    expect(all.filter(({status}) => status === 'checked')).toEqual([])
    expect(
      all.flatMap(({said}) => said).filter((line) => line.startsWith('People with learning disabilities checked')),
    ).toEqual([])
  })
})

describe('hashPage', () => {
  const none = {terms: [], names: new Map()}
  const {chapters} = composeEasyRead(readReport(reportWith(), [zebras]).published, content)
  const [chapter, ...others] = chapters
  const [idea, ...ideas] = chapter?.ideas ?? []
  if (!chapter || !idea) throw new Error('The page is empty')
  const withIdea = (change: object) =>
    hashPage([{...chapter, ideas: [{...idea, ...change}, ...ideas]}, ...others], none)

  it.each([
    ['a line', {lines: [...idea.lines, {text: 'One more.', origin: 'fixed', from: 'x'}]}],
    ['a picture', {picture: 'other'}],
    ['a title', {title: 'Other'}],
    ['a quotation', {quote: 'Other'}],
  ])('changes with %s', (_, change) => expect(withIdea(change)).not.toBe(hashPage(chapters, none)))

  it('changes with a question and with the order of ideas', () => {
    expect(hashPage([{...chapter, question: 'What?'}, ...others], none)).not.toBe(hashPage(chapters, none))
    expect(hashPage([...others, chapter], none)).not.toBe(hashPage(chapters, none))
  })

  it('stays when where a line comes from is named otherwise', () =>
    expect(withIdea({lines: idea.lines.map((line) => ({...line, from: 'elsewhere'}))})).toBe(hashPage(chapters, none)))
})

it('hashPage changes with an explanation', () => {
  const [term] = content.glossary
  if (!term) throw new Error('The glossary is empty')
  const hash = (lines: string[]) => hashPage([], {terms: [{...term, lines}], names: new Map()})
  expect(hash(['Something else.'])).not.toBe(hash(term.lines))
})

it('findStatus says (a) of a page without a file', () => expect(findStatus(undefined, '')).toEqual({letter: 'a'}))
