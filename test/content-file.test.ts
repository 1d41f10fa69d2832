import {describe, expect, it} from 'vitest'
import {z} from 'zod'
import {readContentFile} from '../src/content-file.ts'
import {BuildStopped} from '../src/problem.ts'

const schema = z.array(
  z.strictObject({name: z.string(), forms: z.array(z.string()).max(2).default([]), size: z.int().optional()}),
)
const read = (yaml: string) => readContentFile('content/case.yaml', yaml, schema)

/** `line: message` of each problem that stops the build. */
function stops(yaml: string): string[] {
  try {
    read(yaml)
  } catch (error) {
    if (!(error instanceof BuildStopped)) throw error
    expect(error.problems.filter(({rule, hint, place}) => rule !== 'bad-content' || !hint || !place)).toEqual([])
    return error.problems.map(({place, message}) => `${place?.file}:${place?.line} ${message}`)
  }
  return []
}

describe('readContentFile', () => {
  it('gives the data by the schema, and the line of each entry', () => {
    const {data, placeOf} = read('# A head\n- name: a\n- name: b\n  forms:\n    - c\n    - d\n')
    expect(data).toEqual([
      {name: 'a', forms: []},
      {name: 'b', forms: ['c', 'd']},
    ])
    expect([placeOf(), placeOf(1), placeOf(1, 'forms'), placeOf(1, 'forms', 1)].map(({line}) => line)).toEqual([
      2, 3, 4, 6,
    ])
    // Of what is missing, the line that it would belong to.
    expect(placeOf(1, 'size')).toEqual({file: 'content/case.yaml', line: 3})
    expect(placeOf(7).line).toBe(2)
  })

  it('names the line of each entry that breaks the schema', () => {
    expect(stops('- name: a\n- nam: b\n- name: c\n  size: big\n  forms:\n    - d\n    - 5\n')).toEqual([
      expect.stringMatching(/^content\/case\.yaml:2 Unexpected `1\.name`: /),
      expect.stringMatching(/^content\/case\.yaml:2 Unexpected `1\.nam`: /),
      expect.stringMatching(/^content\/case\.yaml:7 Unexpected `2\.forms\.1`: /),
      expect.stringMatching(/^content\/case\.yaml:4 Unexpected `2\.size`: /),
    ])
  })

  it('names the line of an entry with too much in it', () =>
    expect(stops('- name: a\n- name: b\n  forms: [c, d, e]')).toEqual([
      expect.stringMatching(/^content\/case\.yaml:3 Unexpected `1\.forms`: /),
    ]))

  it.each([
    ['of what is no YAML', '- name: a\n- name: "b\n', 3],
    ['of a key that stands twice', '- name: a\n  name: b\n', 2],
    ['of a second document', '- name: a\n---\n- name: b\n', 2],
  ])('names the line %s', (_, yaml, line) =>
    expect(stops(yaml)[0]).toMatch(new RegExp(`^content/case\\.yaml:${line} Unexpected YAML: `)),
  )

  it('takes an empty file for what it is', () =>
    expect(stops('')).toEqual([expect.stringMatching(/^content\/case\.yaml:1 Unexpected `file`: /)]))

  it('refuses aliases, so that no small file can become a huge one', () => {
    const laughs = [
      '- &a [x, x, x]',
      ...'bcdefghij'.split('').map((name, index) => `- &${name} [${`*${'abcdefghi'[index]}, `.repeat(9)}]`),
    ]
    const faults = stops(laughs.join('\n'))
    expect(faults).toHaveLength(81)
    expect(faults[0]).toBe('content/case.yaml:2 Unexpected alias, expected the words themselves')
  })
})
