import {expect, it} from 'vitest'
import {findCouncilName} from '../../src/frameworks/council-names.ts'
import {normalise} from '../../src/normalise.ts'

const read = (...lines: string[]) =>
  normalise({file: 'seeds/case.txt', sha256: '', lines: lines.map((text) => ({text, withheld: []}))})

it.each([
  [["Mrs A Example Director of Adults' Social Services Northwold City Council 1st Floor"], 'Northwold City Council'],
  [['PERFORMANCE REVIEW REPORT 2003: NORTHWOLD BOROUGH COUNCIL'], 'Northwold Borough Council'],
  [['The London Borough of Eastmere and its partners'], 'London Borough of Eastmere'],
  [['your council', 'the City Council'], undefined],
])('finds the council in %j', (lines, name) =>
  expect(findCouncilName(read(...lines).lines)?.text.replace(/^The /, '')).toBe(name),
)
