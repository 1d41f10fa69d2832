import {describe, expect, it} from 'vitest'
import type {Problem} from '../src/problem.ts'
import {readSource, sourceLimits} from '../src/source.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
function read(content: Uint8Array, changes: Partial<Parameters<typeof readSource>[2]> = {}) {
  const problems: Problem[] = []
  const source = readSource('seeds/case.txt', content, {corrections: [], redactions: [], ...changes}, (problem) =>
    problems.push(problem),
  )
  return {source, rules: problems.map(({rule, place}) => `${rule} ${place?.line}`)}
}

describe('readSource', () => {
  it('reads UTF-8 with any line end, and UTF-16 that says so', () => {
    expect(read(bytes('\ufeffone\r\ntwo\rthree')).source?.lines.map(({text}) => text)).toEqual(['one', 'two', 'three'])
    expect(read(new Uint8Array([0xff, 0xfe, 0x48, 0, 0x69, 0])).source?.lines[0]?.text).toBe('Hi')
  })

  it('refuses bytes that are no text, naming the line', () => {
    expect(read(new Uint8Array([0x61, 0x0a, 0x62, 0x8f, 0x0a])).rules).toEqual(['unreadable-encoding 2'])
    expect(read(bytes('one\ntwo\0')).rules).toEqual(['unreadable-encoding 2'])
    expect(read(bytes('%PDF-1.7 words')).rules).toEqual(['not-text 1'])
  })

  it('reads windows-1252 and says so', () => {
    const {source, rules} = read(new Uint8Array([0x61, 0x0a, 0x62, 0xe9, 0x0a]))
    expect(source?.lines[1]?.text).toBe('bé')
    expect(rules).toEqual(['encoding-inferred 2'])
  })

  it('refuses a file without a word', () => expect(read(bytes(' \n--\n')).rules).toEqual(['empty-source 1']))

  it('refuses what is over the limits', () => {
    expect(read(new Uint8Array(sourceLimits.bytes + 1)).rules).toEqual(['source-too-large 1'])
    expect(read(bytes(`a\n${'b'.repeat(sourceLimits.lineLength + 1)}`)).rules).toEqual(['source-too-large 2'])
    expect(read(bytes('a\n'.repeat(sourceLimits.lines + 1))).rules).toEqual([
      `source-too-large ${sourceLimits.lines + 2}`,
    ])
  })

  it('corrects words by the record and says so', () => {
    const {source} = read(bytes('The counci1 plans.'), {
      corrections: [{find: 'counci1', replace: 'council', why: 'misread'}],
    })
    expect(source?.lines[0]).toEqual({text: 'The council plans.', withheld: []})
    expect(source?.corrections).toMatchObject([{why: 'misread', lines: [1], isWithheld: false}])
  })

  it('withholds what the record redacts, also from what a correction remembers', () => {
    const {source} = read(bytes('Call Mr Smith on 0116 496 0000 nwo.'), {
      corrections: [{find: 'nwo', replace: 'now', why: 'misread'}],
      redactions: [{pattern: 'smith|0116 496 \\d+', why: 'personal data'}],
    })
    expect(source?.lines[0]?.text).toBe('Call Mr [withheld] on [withheld] now.')
    expect(JSON.stringify(source?.lines)).not.toMatch(/smith|496/i)
  })

  it('says when a correction or a redaction matches nothing', () => {
    expect(read(bytes('words'), {redactions: [{pattern: 'secret', why: 'x'}]}).rules).toEqual([
      'record-without-effect 1',
    ])
  })
})
