import {describe, expect, it} from 'vitest'
import {findAcronyms, findExpansions, findUses} from '../src/acronyms.ts'
import type {Section} from '../src/assessment.ts'
import type {Term} from '../src/content.ts'
import type {Problem} from '../src/problem.ts'

const place = (line: number) => ({file: 'seeds/case.txt', line})
const section = (...texts: string[]): Section => ({
  id: 'a',
  kind: 'background',
  heading: 'SERVICES FOR ADULTS IN TOWN',
  body: texts.map((text, index) => ({kind: 'paragraph', text, place: place(index + 2)})),
  findings: [],
  sections: [],
  place: place(1),
})
const term = (name: string, forms: string[] = [], full?: string): Term => ({
  term: name,
  forms,
  lines: ['x'],
  alsoCalled: [],
  ...(full ? {full} : {}),
})
function find(texts: string[], glossary: Term[] = []) {
  const problems: Problem[] = []
  const acronyms = findAcronyms([section(...texts)], glossary, (problem) => problems.push(problem))
  return {
    acronyms: acronyms.map(({short, full, explainedBy, place: at}) => [short, full, explainedBy, at.line]),
    problems: problems.map(({level, rule, place: at}) => `${level} ${rule} ${at?.line}`),
  }
}

describe('findExpansions', () => {
  it.each([
    ['See the Joint Strategic Needs Assessment (JSNA).', 'JSNA', 'Joint Strategic Needs Assessment'],
    [
      'part of the CPA (Comprehensive Performance Assessment) of the Council',
      'CPA',
      'Comprehensive Performance Assessment',
    ],
    ['took up Direct Payments (DPs) again', 'DP', 'Direct Payments'],
    ['under Deprivation of Liberty Safeguards (DoLS)', 'DOLS', 'Deprivation of Liberty Safeguards'],
    ['from Black and Minority Ethnic (BME) groups', 'BME', 'Black and Minority Ethnic'],
    ['across Leicester, Leicestershire and Rutland (LLR)', 'LLR', 'Leicester, Leicestershire and Rutland'],
  ])('reads "%s"', (text, key, full) =>
    expect(findExpansions(text).map((expansion) => [expansion.key, expansion.full])).toEqual([[key, full]]),
  )

  it.each(['We asked our colleagues (NHS).', 'The board met (ALL of it).', 'It ended. Care Quality (CQC)'])(
    'finds none in "%s"',
    (text) => expect(findExpansions(text)).toEqual([]),
  )
})

it('finds uses with their plurals, and none inside an address or a longer word', () =>
  expect(findUses("The SAB's and DPs, www.NHS.uk NHS-funded X1 (LLR)⁶").map(({short}) => short)).toEqual([
    'SAB',
    'DP',
    'LLR',
  ]))

describe('findAcronyms', () => {
  it('takes what the document explains, then the glossary, and tells the officer of the rest', () => {
    const {acronyms, problems} = find(
      [
        'The JSNA and the PCT met the KPMG team.',
        'The Joint Strategic Needs Assessment (JSNA) is new; PCTS agree. An AMPH came.',
      ],
      [term('PCT', ['PCTs'], 'Primary Care Trust'), term('Approved Mental Health Professional', ['AMHP', 'AMPH'])],
    )
    expect(acronyms).toEqual([
      ['AMPH', 'Approved Mental Health Professional', 'glossary', 3],
      ['JSNA', 'Joint Strategic Needs Assessment', 'document', 3],
      ['KPMG', undefined, undefined, 2],
      ['PCT', 'Primary Care Trust', 'glossary', 2],
    ])
    expect(problems).toEqual(['note term-not-explained 2'])
  })

  it('takes no grade, roman number, code, postcode, initials or word in capitals for a short form', () =>
    expect(
      find([
        'The grade is POOR for ALL of Part IV, and poor again (E23, IR35a).',
        'Ref: DC, at LE1 6ZH. The impact of IMPACT is known.',
        'NORTHWOLD CITY COUNCIL and more words',
      ]).acronyms,
    ).toEqual([]))

  it('tells of a second meaning, and keeps the first', () => {
    const {acronyms, problems} = find(['Safeguarding Adults Review (SAR)', 'Subject Access Request (SAR)'])
    expect(acronyms).toEqual([['SAR', 'Safeguarding Adults Review', 'document', 2]])
    expect(problems).toEqual(['note two-meanings 3'])
  })
})
