import {describe, expect, it} from 'vitest'
import {frameworks} from '../../../src/frameworks/index.ts'
import {checkLine, listStops} from '../../../src/variants/easy-read/line-rules.ts'
import {sentences} from '../../../src/variants/easy-read/sentences.ts'
import {content} from '../../support/publication.ts'

describe('the words of ours that easy read takes up', () => {
  it('obey the rules in the glossary, the topics, the frameworks, the grades and the sentences', () => {
    const lines = [
      ...content.glossary.flatMap((term) => term.lines),
      ...content.topics.flatMap((topic) => topic.easyRead),
      ...frameworks.flatMap(({easyRead: own, scales}) => [
        ...(own.who ?? []),
        ...own.lookedAt,
        ...scales.flatMap(({steps}) => steps.flatMap((step) => step.easyRead ?? [])),
      ]),
      ...Object.values(sentences),
    ]
    expect(listStops(lines)).toEqual([])
  })
})

describe('a line', () => {
  it.each([
    [
      'One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.',
      'more than 15 words',
    ],
    ['This is one. This is two.', 'more than one sentence'],
    ['It is 94% of people.', 'per cent sign'],
    ['The council will strengthen its plan.', 'word we never use'],
    ['Part IV is next.', 'roman numeral'],
    ['The ICB pays for this.', 'short form alone'],
    ['This is hy\u00adphened.', 'soft hyphen'],
  ])('stops at "%s"', (line, rule) => expect(listStops([line]).map((fault) => fault.rule)).toContain(rule))

  it.each([
    ['The council and the NHS have a plan for all the people in the area.', 'more than 12 words'],
    ['The plan was written by staff.', 'passive voice'],
    ['No person did not know.', 'more than one negative'],
  ])('is on the editor’s list for "%s"', (line, rule) =>
    expect(checkLine(line)).toContainEqual({level: 'warn', rule, line}),
  )

  it.each(['People wait 14 weeks.', 'The NHS pays for this.', 'The council has foster carers.', 'Mr. Gray wrote it.'])(
    'passes when it is plain: %s',
    (line) => expect(checkLine(line)).toEqual([]),
  )

  it('counts a printed name as one word', () => {
    const name = 'The Joint Committee of the Councils of the North and of the South of Northwold'
    expect(listStops([`${name} wrote the report.`]).length).toBeGreaterThan(0)
    expect(listStops([`${name} wrote the report.`], [name])).toEqual([])
  })
})
