import {describe, expect, it} from 'vitest'
import {describeCheck} from '../src/check-report.ts'
import {renderEditorPage} from '../src/editor-page.ts'
import type {Problem} from '../src/problem.ts'

const doubt: Problem = {
  level: 'doubt',
  rule: 'columns-read-across',
  message: 'Unexpected `<b>`',
  hint: 'Look',
  place: {file: 'seeds/a b.txt', line: 2, to: 4},
}
const held = {
  file: 'seeds/b.txt',
  why: 'stamped `Confidential`',
  hint: 'Write a release',
  place: {file: 'seeds/b.txt', line: 1},
}
const report = describeCheck(
  {publication: {assessments: []}, heldBack: [held], problems: [doubt], secrets: []},
  (file, line) => `${file} ${line} <script>alert(1)</script> ${'x'.repeat(400)}`,
)

describe('what a machine is told', () => {
  it('names file, lines and words of every problem', () => {
    expect(report.problems).toMatchObject([
      {level: 'doubt', rule: 'columns-read-across', hint: 'Look', file: 'seeds/a b.txt', line: 2, to: 4, other: null},
    ])
    expect(report.problems[0]?.words).toHaveLength(301)
    expect(report.heldBack).toEqual([
      {file: 'seeds/b.txt', line: 1, why: 'stamped `Confidential`', hint: 'Write a release'},
    ])
  })
})

describe('the page for editors', () => {
  const page = renderEditorPage(report)

  it('shows each problem with its place and the lines that settle it', () => {
    expect(page).toContain('Doubt: columns-read-across, lines 2 to 4')
    expect(page).toContain('content/records/a b.yaml')
    expect(page).toContain('  - rule: columns-read-across\n    line: 2')
    expect(page).toContain('Held back')
  })

  it('runs nothing that a document holds', () => {
    expect(page).not.toContain('<script>')
    expect(page).toContain('&lt;script&gt;')
  })
})
