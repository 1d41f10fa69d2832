import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {eachSection} from '../../src/assessment.ts'
import {generic} from '../../src/frameworks/generic/index.ts'
import {checkGolden} from '../support/golden.ts'
import {describeReading, listCases, readAs} from '../support/golden-reading.ts'

describe('golden cases', () => {
  for (const {name, text, expected} of listCases('generic'))
    it(name.replaceAll('-', ' '), () => {
      const result = readAs(generic, text)
      checkGolden(expected, describeReading(result))
      expect([result.ledger.unaccounted, result.ledger.doubled]).toEqual([0, 0])
    })
})

describe('duties', () => {
  const asked = 'Thank you. The council is asked to publish this letter within six weeks.'
  const find = (text: string) =>
    readAs(generic, text).reading.duties.map(({text: words, deadline}) => [words, deadline])
  it('reads what a document asks of the council, under any heading', () =>
    expect(
      find(`Review of Northwold Council 2019\n\n1. Summary\n\nAll is well.\n\n1.1 Next steps\n\n${asked}`),
    ).toEqual([['The council is asked to publish this letter within six weeks.', 'within six weeks']]))

  it.each([
    ['its officer wrote it', `Review 2019\n\nReport of the Director of Social Services\n\n${asked}`],
    ['it is a plan', `Northwold Council\n\nBusiness plan 2019\n\n${asked}`],
    ['it speaks as the council', `Review 2019\n\n${asked}\n\nWe will do it with our residents.`],
  ])('reads none in a council’s own paper: %s', (_, text) => expect(find(text)).toEqual([]))
})

/** The headings of a text, each behind a dot for every heading that it stands under. */
function outline(text: string): string[] {
  const depths = new Map<string, number>()
  return [...eachSection(readAs(generic, text).reading.sections)].flatMap(({section, partOf}) => {
    const depth = partOf ? (depths.get(partOf.id) ?? 0) + 1 : 0
    depths.set(section.id, depth)
    return section.headingIsOurs ? [] : [`${'.'.repeat(depth)}${section.heading}`]
  })
}

const sentence = 'The council supports people well, and it knows what it has to do to support them better.'
const under = (...headings: readonly string[]) => headings.map((heading) => `${heading}\n\n${sentence}`).join('\n\n')

describe('the outline', () => {
  it.each([
    [
      'numbers, whatever Markdown says',
      under('### 1. A plan', '# 1.1 Its aim', '## 2. A team'),
      ['1. A plan', '.1.1 Its aim', '2. A team'],
    ],
    ['figures alone that count on', under('1 Summary', '2 Carers', '3 Homes'), ['1 Summary', '2 Carers', '3 Homes']],
    ['letters that count on', under('A. Summary', 'B. Carers'), ['A. Summary', 'B. Carers']],
    [
      'parts, sections and appendices',
      under('Part 1: People', '1. Carers', '1.1 Breaks', 'Part 2: Places', '1. Homes', 'Appendix A', 'Annex: Sources'),
      ['Part 1: People', '.1. Carers', '..1.1 Breaks', 'Part 2: Places', '.1. Homes', 'Appendix A', 'Annex: Sources'],
    ],
    ['no level left out', under('1. People', '1.2.3 Carers', '2. Homes'), ['1. People', '.1.2.3 Carers', '2. Homes']],
    ['bold lines', under('**People**', '**Homes**'), ['People', 'Homes']],
    [
      'capitals above small letters',
      under('OUR PEOPLE', 'Carers', 'OUR HOMES'),
      ['OUR PEOPLE', '.Carers', 'OUR HOMES'],
    ],
    [
      'capitals above small letters at one Markdown level',
      under('## OUR PEOPLE', '## Carers', '## Nurses', '## OUR HOMES'),
      ['OUR PEOPLE', '.Carers', '.Nurses', 'OUR HOMES'],
    ],
    [
      'an unnumbered heading that looks as the numbered ones do',
      under('## Foreword', '## 1. People', '## 1.1 Carers', '## 2. Homes', '## 3. Money', '## Thanks'),
      ['Foreword', '1. People', '.1.1 Carers', '2. Homes', '3. Money', 'Thanks'],
    ],
    [
      'a title over all',
      `# A review\n\n${under('## People', '### Carers', '## Homes')}`,
      ['A review', 'People', '.Carers', 'Homes'],
    ],
    [
      'a heading that was wrapped',
      under('Support for people and for the', 'People').replace('for the\n\n', 'for the\npeople they love\n\n'),
      ['Support for people and for the people they love', 'People'],
    ],
  ])('is read from %s', (_, text, expected) => expect(outline(text)).toEqual(expected))

  it.each([
    ['a sentence', `${sentence}\n\nIt went well.\n\n${sentence}`],
    ['a sentence that Markdown marks', `## ${sentence}\n\n${sentence}`],
    ['the tail of a wrapped sentence', `The council works in partnership with\n\nNorthwold Carers\n\n${sentence}`],
    ['the middle of one', `The team works in partnership with\n**Northwold Carers**\nand ${sentence}`],
    ['a list item', `${sentence}\n\n- Carers\n\n${sentence}`],
    ['a numbered item', `${sentence}\n\n1. To note the report\n\n2. To agree the plan\n\n${sentence}`],
    ['a numbered paragraph', `1.1 ${sentence}\n\n1.2 ${sentence}`],
    ['a number of a house, or an amount', `12 High Street\n\n${sentence}\n\n14 Carers\n\n${sentence}`],
    ['a date or an address', `${sentence}\n\n3 May 2019\n\n${sentence}\n\nNorthwold NW1 2AB\n\n${sentence}`],
    ['initials', `${sentence}\n\nA. Person\n\n${sentence}`],
    ['a speaker', `“We are happy.”\n\nCarer, Northwold\n\n${sentence}`],
    ['a caption', `${sentence}\n\nTable 3: Carers\n\n${sentence}`],
    ['a line that is printed again and again', `Northwold Review\n\n${sentence}\n\n`.repeat(5)],
    ['a run of short lines', `${sentence}\n\nHelp at night\n\nBetter phone line\n\nMore sitters\n\n${sentence}`],
  ])('takes no heading from %s', (_, text) => expect(outline(text)).toEqual([]))

  it('gives ids that are unique, stable, and no ids of our page', () => {
    const text = under('Carers', 'Carers', '## Carers 2', '## The grades', '## Overall', '## 社会福祉')
    const ids = [...eachSection(readAs(generic, text).reading.sections)].map(({section}) => section.id)
    expect(ids).toEqual([...new Set(ids)])
    expect(ids).not.toContain('the-grades')
    expect(ids).not.toContain('overall')
  })

  it('finds in documents of the known families what their own readers find', () => {
    const names = '000_8772cd5ce74a4bca 001_83ee4f9766c43bce 003_3bb8e0a064ff2e81'.split(' ')
    const counts = names.map((name) => {
      const {reading, ledger} = readAs(generic, readFileSync(`seeds/${name}.txt`))
      expect(ledger.faults).toEqual([])
      return [...eachSection(reading.sections)].filter(({section}) => section.topic && section.findings.length === 0)
        .length
    })
    // Two domains and six of the seven outcomes, whose heading says a joined name; eight and a part of capacity.
    expect(counts.every((count) => count >= 7)).toBe(true)
  })
})

describe('findings', () => {
  const findings = (text: string) =>
    [...eachSection(readAs(generic, text).reading.sections)].flatMap(({section}) =>
      section.findings.map(({kind, items}) => [kind, items.map((item) => item.text)]),
    )
  const under2 = (heading: string) => `## ${heading}\n\n- One\n- Two\n`

  it.each([
    ['Strengths', 'strength'],
    ['Key strengths:', 'strength'],
    ["What's working well", 'strength'],
    ['3.2 Areas for development', 'improvement'],
    ['What needs to improve?', 'improvement'],
    ['Progress since the last review', 'progress'],
  ])('are read under "%s"', (heading, kind) => expect(findings(under2(heading))).toEqual([[kind, ['One', 'Two']]]))

  it.each(['Recommendations', 'A strengths-based approach', 'Summary', 'Strengths and areas for improvement'])(
    'are not read under "%s"',
    (heading) => expect(findings(under2(heading))).toEqual([]),
  )

  it('are not made from prose', () => expect(findings(`## Strengths\n\n${sentence}`)).toEqual([]))
})

describe('grades', () => {
  const grades = (table: string) =>
    readAs(generic, `# Northwold review\n\n${table}`).reading.judgements.map(
      ({of, subject, grade}) => `${of}: ${subject}: ${grade.label}`,
    )

  it('are the words under a column that names them, in pipes or tabs, with or without blank lines', () => {
    const expected = ['graded-carers: Carers: Good', 'overall: Overall rating: Inadequate']
    expect(grades('| Area | Rating |\n|---|---|\n| Carers | Good |\n| Overall rating | Inadequate |')).toEqual(expected)
    expect(grades('Area\tRating\nCarers\tGood\nOverall rating\tInadequate')).toEqual(expected)
    expect(grades('Area\tRating\n\nCarers\tGood\n\nOverall rating\tInadequate')).toEqual(expected)
  })

  it.each([
    ['figures', 'Area\tScore\nCarers\t4'],
    ['risks', 'Risk\tImpact\tRating\nStaff\tHigh\tRed'],
    ['two years', 'Area\tRating\tRating\nCarers\tGood\tFair'],
    ['sentences', 'Area\tJudgement\nCarers\tThey told us that breaks are hard to get.'],
    ['no name', 'Carers\tGood\nHomes\tFair'],
  ])('are not read from a table of %s', (_, table) => expect(grades(table)).toEqual([]))

  it('have no rank, no number and no scale, even where another family has such a word', () => {
    const {reading} = readAs(generic, 'Area\tGrade\nCarers\tExcellent')
    expect(reading.judgements.map(({grade}) => grade)).toEqual([{id: 'excellent', label: 'Excellent'}])
  })
})

describe('what a document says of itself', () => {
  const read = (text: string) => {
    const {title, councilName, author, period, dated} = readAs(generic, `${text}\n\n${sentence}`).reading
    return {title: title?.text, council: councilName?.text, author: author?.text, period, dated}
  }

  it.each([
    ['Report of the Director of Adult Social Care', 'Director of Adult Social Care'],
    ['Author: Jo Person, Head of Quality', 'Jo Person, Head of Quality'],
    ['Report by: the Care Board', 'the Care Board'],
    ['Report author\tJo Person', 'Jo Person'],
    ['Report of the Inspection of Adult Services', undefined],
    ['Written by hand', undefined],
  ])('has the author that "%s" names', (line, author) => expect(read(line).author).toBe(author))

  it.each([
    ['Review of care 2021/22', '2021-22'],
    ['Review of care 2021', '2021'],
    ['Plan for care 2021-2026', undefined],
    ['Review under the Care Act 2014', undefined],
    ['Review of care\n\n4 June 2020', '2020'],
    ['Review of care', undefined],
  ])('has the period of "%s"', (line, period) => expect(read(line).period).toBe(period))

  it('has the title that names a document, and none of a council or a first section', () => {
    expect(read('EASTMERE COUNCIL\n\nAdult Social Care\n\nPeer review').title).toBe('Peer review')
    expect(read('Eastmere Council\n\nIntroduction').title).toBe(undefined)
    expect(read('Title: Breaks for carers').title).toBe('Breaks for carers')
  })
})

it('reads thousands of headings, items and rows without stalling or losing a word', () => {
  for (const text of [
    '# A\n'.repeat(6_000),
    '1. A\n\n'.repeat(5_000),
    `1.1 Carers\n\n${sentence}\n\n`.repeat(3_000),
    `Strengths\n\n- a\n\n`.repeat(4_000),
    'Area\tGrade\n\n'.repeat(5_000),
    `Area\tGrade\n${'Carers\tGood\n'.repeat(6_000)}`,
    `Carers and\n\n`.repeat(5_000),
  ]) {
    const {ledger} = readAs(generic, text)
    expect([ledger.unaccounted, ledger.doubled]).toEqual([0, 0])
  }
})
