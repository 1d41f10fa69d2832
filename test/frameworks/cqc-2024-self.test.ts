import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
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
    expect(problems).toEqual([])
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

  it('lists evidence codes without the footnote marks glued to them', () => {
    const codes = reading.evidence.map(({code}) => code)
    expect(codes).toEqual(expect.arrayContaining(['IR36', 'E2', 'IR35a', 'IR35d', 'E25', 'E27']))
    expect(reading.evidence.find(({code}) => code === 'E9')?.places.map(({line}) => line)).toEqual([115, 368, 443])
  })

  it('gives no grades', () => expect(reading.judgements).toEqual([]))
})
