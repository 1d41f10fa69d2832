import {describe, expect, it} from 'vitest'
import type {Problem} from '../src/problem.ts'
import {publicationRecord} from '../src/records.ts'
import {settle} from '../src/settle.ts'

const place = (line: number) => ({file: 'seeds/a.txt', line})
const doubt: Problem = {level: 'doubt', rule: 'columns-read-across', message: 'Unexpected columns', place: place(7)}
const note: Problem = {level: 'note', rule: 'paragraph-rejoined', message: 'Unexpected gap', place: place(9)}
const error: Problem = {level: 'error', rule: 'unknown-grade', message: 'Unexpected grade', place: place(3)}
const sha256 = 'a'.repeat(64)

function settleAll(settled: readonly {rule: string; line?: number; why: string}[], hash: string | undefined = sha256) {
  const problems: Problem[] = []
  const record = publicationRecord.parse({settled, ...(hash ? {sha256: hash} : {})})
  const placeOf = (...path: readonly (string | number)[]) => ({
    file: 'content/records/a.yaml',
    line: 10 + Number(path[1] ?? 0),
  })
  const outcome = settle([doubt, note, error], {record, placeOf}, (problem) => problems.push(problem))
  return {...outcome, problems}
}

describe('a record', () => {
  it('settles a doubt of a rule at a line, and says what was found', () => {
    const {open, settled, problems} = settleAll([{rule: 'columns-read-across', line: 7, why: 'Compared with the PDF'}])
    expect(open).toEqual([note, error])
    expect(settled).toEqual([{problem: doubt, why: 'Compared with the PDF'}])
    expect(problems).toEqual([])
  })

  it('settles all of a rule when it names no line, whatever the version of the file', () => {
    const {open, problems} = settleAll([{rule: 'paragraph-rejoined', why: 'All are one paragraph'}], undefined)
    expect(open).toEqual([doubt, error])
    expect(problems).toEqual([])
  })

  it('cannot settle an error', () => {
    const {open, problems} = settleAll([{rule: 'unknown-grade', line: 3, why: 'Never mind'}])
    expect(open).toContain(error)
    expect(problems.map(({rule, level}) => [rule, level])).toEqual([['record-without-effect', 'error']])
  })

  it('is told when it settles what is not there', () => {
    expect(settleAll([{rule: 'columns-read-across', line: 8, why: 'x'}]).problems).toMatchObject([
      {rule: 'record-without-effect', place: {file: 'content/records/a.yaml', line: 10}},
    ])
  })

  it('must say for which version of the file it settles a line', () => {
    expect(settleAll([{rule: 'columns-read-across', line: 7, why: 'x'}], '').problems).toMatchObject([
      {rule: 'bad-record', message: expect.stringContaining('without `sha256`')},
    ])
  })
})
