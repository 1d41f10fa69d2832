import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {readContent} from '../../../../src/content.ts'
import {type Telling, tellFinding} from '../../../../src/variants/easy-read/bank/tell-finding.ts'
import {listStops} from '../../../../src/variants/easy-read/line-rules.ts'

const bank = readContent((file) => readFileSync(file, 'utf8')).phrases
const typical: Record<'good' | 'better', string[]> = parse(
  readFileSync(new URL('typical.yaml', import.meta.url), 'utf8'),
)
const findings = (['good', 'better'] as const).flatMap((polarity) =>
  typical[polarity].map((text) => ({text, telling: tellFinding(text, polarity, bank)})),
)
const linesOf = (telling: Telling) => ('told' in telling ? telling.told.lines : [])

describe('the phrase bank', () => {
  it('tells at least 90 % of findings as such documents print them', () => {
    const untold = findings.filter(({telling}) => linesOf(telling).length === 0).map(({text}) => text)
    expect(untold.length, untold.join('\n')).toBeLessThanOrEqual(findings.length / 10)
  })

  it('tells them in lines that break no rule', () => {
    expect(findings.flatMap(({telling}) => listStops(linesOf(telling)))).toEqual([])
  })

  it('tells the example of every finding by that very entry', () => {
    const missed = bank.findings.filter(({entry, place, polarity}) => {
      const telling = tellFinding(entry.example, polarity, bank)
      return !('told' in telling) || telling.told.entries[0]?.from !== `${place.file}:${place.line}`
    })
    expect(missed.map(({entry, place}) => `${place.file}:${place.line} ${entry.example}`)).toEqual([])
  })
})
