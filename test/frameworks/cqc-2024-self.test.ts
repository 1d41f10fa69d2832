import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {eachSection} from '../../src/assessment.ts'
import {cqc2024Self} from '../../src/frameworks/cqc-2024-self/index.ts'
import {checkGolden} from '../support/golden.ts'
import {describeReading, listCases, readAs} from '../support/golden-reading.ts'

describe('golden cases', () => {
  for (const {name, text, expected} of listCases('cqc-2024-self'))
    it(name.replaceAll('-', ' '), () => {
      const result = readAs(cqc2024Self, text)
      checkGolden(expected, describeReading(result))
      expect([result.ledger.unaccounted, result.ledger.doubled]).toEqual([0, 0])
    })
})

it('finds the same strengths, priorities and statements when every heading lost its marks', () => {
  const printed = readFileSync('seeds/004_a1a9899148769102.txt', 'utf8')
  const count = (text: string) =>
    [...eachSection(readAs(cqc2024Self, text).reading.sections)].flatMap(({section}) => [
      ...section.findings.map(({items}) => [section.id, items.length]),
      ...(section.kind === 'statement' ? [section.id] : []),
    ])
  const marks = /^#+ |\*\*/gm
  expect(count(printed.replace(marks, ''))).toEqual(count(printed))
  expect(count(printed.replace(/^#+ \**(.*?)\**$/gm, '**$1**'))).toEqual(count(printed))
  expect(count(printed.replace(marks, '').replace(/^.*\t\d+$/gm, ''))).toEqual(count(printed))
})

describe('recognition', () => {
  const statements = [
    'Assessing needs',
    'Supporting people to live healthier lives',
    'Equity in experience and outcomes',
    'Care provision, integration and continuity',
    'Partnerships and communities',
    'Safe systems, pathways and transitions',
    'Governance, management and sustainability',
    'Learning, improvement and innovation',
  ].join('\n\n')

  it("knows another council's paper, with the names of CQC alone", () => {
    const text = `Northwold County Council\n\nSelf-assessment for CQC\n\n${statements}`
    expect(cqc2024Self.recognise(readAs(cqc2024Self, text).document)).toBeGreaterThan(0.6)
  })

  it('takes no report of CQC itself for one, though it names the same statements', () => {
    const text = `Northwold County Council: local authority assessment\n\n${statements}`
    expect(cqc2024Self.recognise(readAs(cqc2024Self, text).document)).toBeLessThan(0.3)
    const quoting = `${text}\n\nScore: 2\n\nThe local authority commitment\n\nThe council's self-assessment`
    expect(cqc2024Self.recognise(readAs(cqc2024Self, quoting).document)).toBeLessThan(0.3)
  })
})

it('reads documents at the limits of a source without stalling or losing a word', () => {
  const theme = 'Section B: x\n\nLeadership - self assessment\n\n'
  for (const text of [
    `Section A: x\n\n${`${'runs on without an end '.repeat(9)}\n\n`.repeat(12_000)}`,
    `${theme}Summary\n\nOur strengths are:\n\n# Lead\n\n${`${'Words here. '.repeat(9)}\n\n`.repeat(12_000)}`,
    `${theme}Improvements\n\nTo do:\n\n- a\n\n${'word word\n\n'.repeat(12_000)}`,
    `Section A: x\n\n${'# A\n'.repeat(20_000)}`,
  ]) {
    const {ledger} = readAs(cqc2024Self, text)
    expect([ledger.unaccounted, ledger.doubled]).toEqual([0, 0])
  }
})

describe('the seed of the family', () => {
  const {reading, ledger, problems} = readAs(cqc2024Self, readFileSync('seeds/004_a1a9899148769102.txt', 'utf8'))
  const themes = reading.sections.flatMap(({sections}) => sections).filter(({kind}) => kind === 'theme')
  const counts = (id: string) =>
    themes.map(({id: theme, sections}) => {
      const inner = sections.flatMap((section) => [section, ...section.sections])
      return inner.find((section) => section.id === `${theme}-${id}`)?.findings.map(({items}) => items.length)
    })

  it('reads the strengths and priorities of each theme, and what is being done', () => {
    // Counted in the document.
    expect(counts('summary')).toEqual([
      [3, 4],
      [3, 3],
      [3, 3],
      [3, 3],
    ])
    expect(counts('improvements')).toEqual([
      [3, 3, 3],
      [3, 3, 3],
      [3, 3, 3],
      [3, 3, 3],
    ])
    expect(problems.filter(({level}) => level !== 'note')).toEqual([])
    expect([ledger.unaccounted, ledger.doubled]).toEqual([0, 0])
  })

  it('knows the nine quality statements, also under a misprinted name', () => {
    const statements = themes
      .flatMap(({sections}) => sections.flatMap((section) => section.sections))
      .filter(({kind}) => kind === 'statement')
    expect(statements.map(({heading}) => heading)).toEqual([
      'Assessing Need',
      'Supporting People to Have Healthier Lives',
      'Equity in Experience and Outcomes',
      'Care provision, integration and continuity',
      'Partnerships and Communities',
      'Safe Systems, Pathways and Transitions',
      'Safeguarding',
      'Governance, management and sustainability',
      'Leadership, improvement and innovation',
    ])
  })

  it('keeps footnotes apart from the paragraphs that they stand between, and quotations with their speakers', () => {
    const blocks = [...eachSection(reading.sections)].flatMap(({section}) => section.body)
    const footnotes = blocks.flatMap((block) => (block.kind === 'footnote' ? [block.text] : []))
    expect(footnotes.map((text) => text.split(' ')[0])).toEqual(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '¹⁰'])
    const quotations = blocks.flatMap((block) => (block.kind === 'quotation' ? [block] : []))
    // Counted in the document; one of them runs over two paragraphs.
    expect(quotations).toHaveLength(19)
    expect(quotations.filter(({speaker}) => speaker)).toHaveLength(13)
    expect(JSON.stringify(reading.sections)).not.toMatch(/sup>|&lt;|lt;/)
  })

  it('lists evidence codes without the footnote marks glued to them', () => {
    const codes = reading.evidence.map(({code}) => code)
    expect(codes).toEqual(expect.arrayContaining(['IR36', 'E2', 'IR35a', 'IR35d', 'E21', 'E22', 'E25', 'E27']))
    expect(codes.filter((code) => /\d{3}/.test(code))).toEqual([])
    // Printed as `E211`, `E222` and `E258`.
    const inferred = problems.filter(({rule}) => rule !== 'period-inferred')
    expect(inferred.map(({rule, place}) => [rule, place?.line])).toEqual([
      ['footnote-mark-inferred', 283],
      ['footnote-mark-inferred', 285],
      ['footnote-mark-inferred', 587],
      ['lost-picture', 63],
    ])
    expect(reading.evidence.find(({code}) => code === 'E9')?.places.map(({line}) => line)).toEqual([115, 368, 443])
  })

  it('gives no grades', () => expect(reading.judgements).toEqual([]))
})
