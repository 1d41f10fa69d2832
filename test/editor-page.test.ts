import {describe, expect, it} from 'vitest'
import {describeCheck} from '../src/check-report.ts'
import {renderEditorFailure, renderEditorPage} from '../src/editor-page.ts'
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
  {publication: {assessments: []}, heldBack: [held], problems: [doubt], secrets: [], easyRead: []},
  (file, line) => `${file} ${line} <script>alert(1)</script> ${'x'.repeat(400)}`,
)

const checked = {
  file: 'seeds/a b.txt',
  sha256: 'a',
  id: 'a/b',
  framework: 'generic',
  council: 'Northwold',
  period: '2010',
  ledger: {words: 1, published: 1, furniture: 0, withheld: 0, unaccounted: 0, doubled: 0},
}

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

  it('links below the path prefix of the site, and says why when nothing could be read', () => {
    expect(renderEditorPage({...report, documents: [checked]}, '/reports/')).toContain('href="/reports/councils/a/b/"')
    expect(renderEditorFailure('content/<x>: bad')).toContain('<pre>content/&lt;x&gt;: bad</pre>')
  })

  it('runs nothing that a document holds', () => {
    expect(page).not.toContain('<script>')
    expect(page).toContain('&lt;script&gt;')
  })
})
