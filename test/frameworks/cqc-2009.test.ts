import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {cqc2009} from '../../src/frameworks/cqc-2009/index.ts'
import {checkGolden} from '../support/golden.ts'
import {describeReading, listCases, readAs} from '../support/golden-reading.ts'

const readSeed = (name: string) => readAs(cqc2009, readFileSync(`seeds/${name}`, 'utf8'))

describe('golden cases', () => {
  for (const {name, text, expected} of listCases('cqc-2009'))
    it(name.replaceAll('-', ' '), () => {
      const result = readAs(cqc2009, text)
      checkGolden(expected, describeReading(result))
      expect([result.ledger.unaccounted, result.ledger.doubled]).toEqual([0, 0])
    })
})

describe('the seeds of the family', () => {
  // Counted in the documents: [strengths, areas for improvement] of leadership, commissioning, outcomes 1 to 7.
  it.each([
    [
      '000_8772cd5ce74a4bca.txt',
      ['Well', 'Adequate', 'Well', 'Excellent', 'Well', 'Excellent', 'Well', 'Well'],
      [
        [4, 2],
        [2, 3],
        [4, 4],
        [3, 3],
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
        [3, 4],
      ],
    ],
    [
      '001_83ee4f9766c43bce.txt',
      Array(8).fill('Excellent'),
      [
        [5, 1],
        [4, 0],
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
        [5, 1],
        [0, 0],
        [5, 2],
      ],
    ],
  ] as const)('reads every grade and finding of %s', (name, grades, findings) => {
    const {reading, ledger, problems} = readSeed(name)
    expect(reading.judgements.map(({grade}) => grade.label)).toEqual(grades)
    const judged = reading.sections.filter(({kind}) => kind === 'domain' || kind === 'outcome')
    expect(judged.map((section) => section.findings.map(({items}) => items.length))).toEqual(findings)
    expect(problems).toEqual([])
    expect([ledger.unaccounted, ledger.doubled]).toEqual([0, 0])
  })

  it('keeps what the report says instead of a list as a remark, not a finding', () => {
    const {reading} = readSeed('001_83ee4f9766c43bce.txt')
    const [, improvement] = reading.sections.find(({id}) => id === 'commissioning')?.findings ?? []
    expect(improvement?.items).toEqual([])
    expect(improvement?.remarks.map(({text}) => text)).toEqual([
      'No specific areas for improvement have been identified',
    ])
  })

  it('knows which grades were carried forward', () => {
    const {reading} = readSeed('001_83ee4f9766c43bce.txt')
    const carried = reading.judgements.filter(({carriedFrom}) => carriedFrom === '2008-09').map(({of}) => of)
    expect(carried).toEqual(['outcome-1', 'outcome-2', 'outcome-3', 'outcome-4', 'outcome-6'])
  })
})
