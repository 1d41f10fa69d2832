import {expect, it} from 'vitest'
import type {Problem} from '../src/problem.ts'
import {readRecord} from '../src/records.ts'

const read = (yaml: string) => {
  const problems: Problem[] = []
  return {record: readRecord('content/records/case.yaml', yaml, (problem) => problems.push(problem)), problems}
}

it('reads what a record may say, and an empty one', () => {
  expect(read('council: Northwold\nembargo: 2026-01-02').record).toMatchObject({
    council: 'Northwold',
    embargo: '2026-01-02',
  })
  expect(read('').record).toEqual({corrections: [], redactions: [], settled: []})
})

it.each([
  ['redaction:\n  - x', /redaction/],
  ['redactions:\n  - {pattern: "(", why: x}', /regular expression/],
  ['sha256: abc', /64 hexadecimal/],
  ['release: {who: x}', /release/],
  ['a: [', /YAML/],
])('refuses %s', (yaml, message) => {
  const {record, problems} = read(yaml)
  expect(record).toBeUndefined()
  expect(problems.map((problem) => problem.message).join()).toMatch(message)
})

it.each([
  ['council: Northwold\nredaction:\n  - x', 2],
  ['council: Northwold\nredactions:\n  - {pattern: x, why: y}\n  - pattern: z\n    why: y\n    wy: y', 6],
  ['council: Northwold\nredactions:\n  - {pattern: x, why: y}\n  - pattern: z\n', 4],
  ['# why\nrelease:\n  who: x\n  when: yesterday\n  basis: y', 4],
  ['council: Northwold\nembargo:\n  2026', 2],
  ['council: Northwold\na: [', 2],
])('names the line of the key that is wrong in %j', (yaml, line) =>
  expect(read(yaml).problems[0]?.place).toEqual({file: 'content/records/case.yaml', line}),
)
