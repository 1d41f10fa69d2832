import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {readPublication, type World} from '../../../src/build.ts'
import {formatEasyRead} from '../../../src/easy-read-tool.ts'
import {describeAssessment} from '../../../src/formats/json.ts'
import {formatProblem} from '../../../src/problem.ts'
import {composeEasyRead} from '../../../src/variants/easy-read/compose.ts'
import {easyRead} from '../../../src/variants/easy-read/index.ts'
import {hashWords} from '../../../src/variants/easy-read/overrides.ts'
import {plainText} from '../../../src/variants/plain-text.ts'
import {content} from '../../support/publication.ts'

const id = 'northwold/2009-10-performance-assessment'
const document = (improvements: readonly string[], prose = 'People wait six weeks for a stairlift.') => `
Northwold City Council

Assessment of Performance Report 2009/10

2009/10 Council APA Performance
Delivering outcomes assessment Overall council is:\tWell
Outcome 2: Improved quality of life\tWell

Council overall summary of 2009/10 performance

The council listens.

Outcome 2: Improved quality of life

Conclusion of 2009/10 performance

${prose}

Key strengths
- Partnership working

Areas for improvement
${improvements.map((improvement) => `- ${improvement}`).join('\n')}
`
const wait = 'Waiting times for major adaptations'

interface Lines {
  readonly idea: string
  readonly words: string
  readonly lines: readonly string[]
  readonly more?: string
}
const file = (ideas: readonly Lines[], head = '') => `by: an editor
date: 2026-05-31
${head}ideas:
${ideas
  .map(
    ({idea, words, lines, more = ''}) => `  - idea: ${idea}
    words: ${JSON.stringify(words)}
    hash: "${hashWords(words)}"
    lines: ${JSON.stringify(lines)}
    picture: wait
${more}`,
  )
  .join('')}`
const ours: Lines = {
  idea: 'outcome-2-improvement-1',
  words: wait,
  lines: ['The wait for big changes needs to get better.'],
}

function read(text: string, files: Readonly<Record<string, string>>, more: Partial<World> = {}) {
  const world: World = {
    listSeeds: () => ['a.txt'],
    readSeed: () => new TextEncoder().encode(text),
    listRecords: () => [],
    findMedia: () => undefined,
    readRecord: () => '',
    listEasyRead: () => Object.keys(files),
    readEasyRead: (path) => files[path] ?? '',
    readContent: (path) => readFileSync(path, 'utf8'),
    today: '2026-06-01',
    progress: () => {},
    ...more,
  }
  const {publication, problems} = readPublication(world, content)
  const [published] = publication.assessments
  if (!published) throw new Error(problems.map(formatProblem).join('\n'))
  const page = composeEasyRead(published, content)
  const idea = (wanted: string) => page.chapters.flatMap(({ideas}) => ideas).find((each) => each.id === wanted)
  return {
    published,
    page,
    text: plainText(easyRead.render(published, content)),
    linesOf: (wanted: string) => idea(wanted)?.lines.map((line) => line.text),
    originOf: (wanted: string) => idea(wanted)?.lines[0]?.origin,
    errors: problems.filter(({level}) => level === 'error').map(formatProblem),
    notes: problems.filter(({level}) => level === 'note').map(({rule}) => rule),
  }
}
const withFile = (ideas: readonly Lines[], head?: string, text = document([wait])) =>
  read(text, {[`${id}.yaml`]: file(ideas, head)})

describe('lines that a person wrote', () => {
  it('take the place of the program’s', () => {
    const {linesOf, originOf, errors} = withFile([ours])
    expect(errors).toEqual([])
    expect(linesOf('outcome-2-improvement-1')).toEqual(ours.lines)
    expect(originOf('outcome-2-improvement-1')).toBe('override')
  })

  it('tell words of the prose under the question that the file names', () => {
    const prose: Lines = {
      idea: 'outcome-2-words-1',
      words: 'People wait six weeks for a stairlift.',
      lines: ['People wait 6 weeks for a stairlift.'],
    }
    const {page, errors} = withFile([{...prose, more: '    under: better\n    tells: [outcome-2-improvement-1]\n'}])
    expect(errors).toEqual([])
    const better = page.chapters.find(({polarity}) => polarity === 'better')?.ideas.map((idea) => idea.id)
    expect(better).toEqual(['intro-better', 'outcome-2-words-1'])
  })

  it('follow their words when findings come before them', () => {
    const {linesOf, page, errors} = withFile([ours], '', document(['Transport', wait]))
    expect(errors).toEqual([])
    expect(linesOf('outcome-2-improvement-2')).toEqual(ours.lines)
    expect(linesOf('outcome-2-improvement-1')).not.toEqual(ours.lines)
    expect(page.status.letter).toBe('a')
  })

  it('are used no more when the report’s words change, and the page says so', () => {
    const {linesOf, originOf, text, published, errors} = withFile(
      [ours],
      '',
      document(['Waiting times for minor adaptations']),
    )
    expect(errors).toEqual([])
    expect(linesOf('outcome-2-improvement-1')).not.toEqual(ours.lines)
    expect(originOf('outcome-2-improvement-1')).not.toBe('override')
    expect(text.split('The report changed after this was checked.')).toHaveLength(3)
    expect(describeAssessment(published, content).easyRead).toEqual({status: 'changed', checkedBy: null})
    const printed = formatEasyRead(published, content)
    expect(printed).toContain(ours.lines[0])
    expect(printed).toContain(`then: ${wait}`)
    expect(printed).toContain('now:  Waiting times for minor adaptations')
  })
})

describe('what a page says of itself', () => {
  const hash = withFile([ours]).page.hash
  const checked = (who: string, of = hash) => `checked: {${who}, date: 2026-06-04, hash: "${of}"}\n`

  it.each([
    ['that nobody checked it', '', 'a', 'No person has checked it yet.', {status: 'drafted', checkedBy: null}],
    [
      'that a person checked it',
      checked('role: an editor'),
      'b',
      'An editor, 4 June 2026.',
      {status: 'reviewed', checkedBy: 'an editor, 2026-06-04'},
    ],
    [
      'that people with learning disabilities checked it',
      checked('group: the Northwold reading group'),
      'c',
      'People with learning disabilities checked this:',
      {status: 'checked', checkedBy: 'the Northwold reading group, 2026-06-04'},
    ],
    [
      'nothing about the check of another page',
      checked('group: the Northwold reading group', '0123456789ab'),
      'a',
      'No person has checked it yet.',
      {status: 'drafted', checkedBy: null},
    ],
  ])('is %s', (_, head, letter, line, data) => {
    const {page, text, published, errors} = withFile([ours], head)
    expect(errors).toEqual([])
    expect(page.status.letter).toBe(letter)
    expect(text.split(line)).toHaveLength(3)
    expect(describeAssessment(published, content).easyRead).toEqual(data)
    expect(text.includes('People with learning disabilities checked this')).toBe(letter === 'c')
  })
})

describe('a file of easy read is refused, with file, line and hint, when it', () => {
  const prose = {
    idea: 'outcome-2-words-1',
    words: 'People wait six weeks for a stairlift.',
    lines: ['People wait 6 weeks.'],
  }
  it.each([
    [
      'names an idea that the document does not have',
      [{...ours, idea: 'outcome-9-improvement-1', words: 'Lifts'}],
      /Unexpected idea `outcome-9-improvement-1`.*\n {2}hint: The nearest are `outcome-2-improvement-1`/,
    ],
    ['does not say where words of the prose belong', [prose], /without `under`/],
    ['puts a finding under another question', [{...ours, more: '    under: good\n'}], /Unexpected `under: good`/],
    ['tells a finding twice', [ours, ours], /Unexpected second override/],
    [
      'says that it tells what is no finding of that list',
      [{...prose, more: '    under: better\n    tells: [outcome-2-strength-1]\n'}],
      /Unexpected `outcome-2-strength-1` in `tells`/,
    ],
    [
      'breaks a rule for lines',
      [{...ours, lines: ['The wait needs to get 9% better.']}],
      /easy-read-gate: .*per cent sign/,
    ],
    [
      'says what the words do not',
      [{...ours, lines: ['People wait 9 weeks.']}],
      /easy-read-gate: .*number-not-in-source/,
    ],
  ] as const)('%s', (_, ideas, message) => {
    const {errors} = withFile(ideas)
    expect(errors.join('\n')).toMatch(message)
    expect(errors[0]).toMatch(
      /^content\/easy-read\/northwold\/2009-10-performance-assessment\.yaml:\d+: .*\n {2}hint: /s,
    )
  })

  it.each([
    ['has another hash', file([ours]).replace(/hash: "./, 'hash: "x'), /expected 12 hexadecimal digits/],
    ['has no lines', file([{...ours, lines: []}]), /ideas\.0\.lines/],
    [
      'says both who checked it',
      file([ours], 'checked: {role: a, group: b, date: 2026-06-04, hash: "0123456789ab"}\n'),
      /expected either `role` or `group`/,
    ],
  ])('%s', (_, yaml, message) => expect(() => read(document([wait]), {[`${id}.yaml`]: yaml})).toThrow(message))

  it('was changed by hand without its hash', () => {
    const yaml = file([ours]).replace(/hash: "\w+"/, 'hash: "0123456789ab"')
    expect(read(document([wait]), {[`${id}.yaml`]: yaml}).errors[0]).toMatch(
      new RegExp(`Unexpected hash of the words.*expected \`${hashWords(wait)}\``),
    )
  })

  it('has a picture that there is not', () => {
    const yaml = file([ours]).replace('picture: wait', 'picture: unicorn')
    expect(read(document([wait]), {[`${id}.yaml`]: yaml}).errors.join()).toMatch(/idea-without-picture: unicorn/)
  })

  it('belongs to no report, unless it may wait for one', () => {
    const files = {'northwold/2010-11-performance-assessment.yaml': file([ours])}
    expect(read(document([wait]), files).errors[0]).toMatch(
      /^content\/easy-read\/northwold\/2010-11-performance-assessment\.yaml:1: easy-read-without-report: .*\n {2}hint: .*`northwold\/2009-10/s,
    )
    const borrowed = read(document([wait]), files, {areOverridesBorrowed: true})
    expect(borrowed.errors).toEqual([])
    expect(borrowed.notes).toContain('easy-read-without-report')
  })
})
