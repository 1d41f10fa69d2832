import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {findAcronyms, findExpansions, findUses} from '../src/acronyms.ts'
import type {Section} from '../src/assessment.ts'
import {readContent, type Term} from '../src/content.ts'
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
const term = (name: string, forms: string[] = [], full?: string, rest: Partial<Term> = {}): Term => ({
  term: name,
  forms,
  lines: ['x'],
  alsoCalled: [],
  picture: 'words',
  kind: 'thing',
  number: 'one',
  ...(full ? {full} : {}),
  ...rest,
})
function find(texts: string[], glossary: Term[] = [], period = '2009-10') {
  const problems: Problem[] = []
  const acronyms = findAcronyms([section(...texts)], glossary, period, (problem) => problems.push(problem))
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

  it.each([
    ['under fair access to care services (FACS)', 'fair access to care services'],
    ['of black and minority ethnic (BME) people', 'black and minority ethnic'],
    ['a multidisciplinary team (MDT)', 'multidisciplinary team'],
    // These only happen to begin with its letters.
    ['training for staff and partners (SAP)', undefined],
    ['work with carers and partners (WCP)', undefined],
    ['support for carers (SC)', undefined],
  ])('takes small letters for the full words only where they must be: "%s"', (text, full) =>
    expect(findExpansions(text).map((expansion) => expansion.full)).toEqual(full ? [full] : []),
  )
})

it('finds uses with their plurals, and none inside an address or a longer word', () =>
  expect(findUses("The SAB's and DPs, www.NHS.uk NHS-funded X1 (LLR)⁶").map(({short}) => short)).toEqual([
    'SAB',
    'DP',
    'LLR',
  ]))

it('takes nothing behind a sum of money or a number alone for a short form', () =>
  expect(
    findUses('It is £2,000 PA, £5m PA, 30 PA and 12 PA. But 30 PAs, 54 SSI figures and in 2003 SSI.').map(
      ({short}) => short,
    ),
  ).toEqual(['PA', 'SSI', 'SSI']))

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

  it.each([
    ['2002-03', undefined],
    ['2021-22', 'Integrated Care System'],
    ['2024', 'Integrated Care System'],
    ['not-stated', undefined],
  ])('explains a short form by the glossary only in its years: %s', (period, full) => {
    const ics = term('ICB', ['ICS', 'Integrated Care System'], 'Integrated Care Board', {years: {from: 2022}})
    expect(find(['The ICS for looked after children.'], [ics], period).acronyms).toEqual([
      ['ICS', full, full && 'glossary', 2],
    ])
  })

  it('explains an ambiguous short form only where the document prints the full words', () => {
    const sar = term('SAR', ['Safeguarding Adults Reviews'], 'Safeguarding Adults Review', {ambiguous: true})
    const text = 'All SARs are logged.'
    expect(find([text], [sar]).acronyms).toEqual([['SAR', undefined, undefined, 2]])
    expect(find([text, 'We learn from safeguarding adults reviews.'], [sar]).acronyms).toEqual([
      ['SAR', 'Safeguarding Adults Review', 'glossary', 2],
    ])
  })

  it('tells by our own glossary no later meaning of an older short form', () => {
    const {glossary} = readContent((file) => readFileSync(file, 'utf8'))
    const text = 'The ICS for looked after children costs £2,000 PA. A PA and all SARs and CHCs and DPs.'
    expect(find([text], [...glossary], '2002-03').acronyms.filter(([, full]) => full)).toEqual([])
  })

  it('tells of a second meaning, and keeps the first', () => {
    const {acronyms, problems} = find(['Safeguarding Adults Review (SAR)', 'Subject Access Request (SAR)'])
    expect(acronyms).toEqual([['SAR', 'Safeguarding Adults Review', 'document', 2]])
    expect(problems).toEqual(['note two-meanings 3'])
  })
})
