import {describe, expect, it} from 'vitest'
import {BuildStopped} from '../../../../src/problem.ts'
import {readSmallBank, type SmallBank, words} from '../../../support/small-bank.ts'

/** Why a bank is refused: file, line, message and hint. */
function refuse(files: SmallBank): string {
  try {
    readSmallBank({...words, ...files})
  } catch (error) {
    if (error instanceof BuildStopped) return error.message
    throw error
  }
  return ''
}
const better = (entries: string) => refuse({better: entries})
const good = (entries: string) => refuse({good: entries})
const entry = (says: string, lines: string, example: string) => `
- says: [${says}]
  lines: [${lines}]
  example: ${example}
`
const plain = entry('"{thing}"', '"{Thing needs} to get better."', 'Transport')

it('takes entries that keep the rules', () => expect(better(plain)).toBe(''))

describe('the phrase bank refuses, with file, line and hint,', () => {
  it.each([
    [
      'an example that nothing tells',
      entry('"more {thing}"', '"There should be more {thing}."', 'Transport at night'),
      /which no entry tells/,
    ],
    [
      'an example that another entry tells',
      plain + entry('"waits for {thing}"', '"The wait for {thing} needs to get better."', 'Transport'),
      /which another entry tells: content\/plain-language\/phrases\/better\.yaml:2/,
    ],
    [
      'two entries that tell one phrase in other words',
      plain + entry('"{thing}"', '"The council needs to look at {thing}."', 'Transport'),
      /Unexpected second way to tell “Transport”: .*better\.yaml:6/,
    ],
    [
      'lines that do not say that something is to change',
      entry('"{thing}"', '"{Thing is} good."', 'Transport'),
      /among what is to get better/,
    ],
    [
      'a line that is too long',
      entry(
        '"{thing}"',
        '"The council and all of the people who work for it need to make {thing} better soon."',
        'Transport',
      ),
      /more than 15 words/,
    ],
    [
      'a word that is never used',
      entry('"{thing}"', '"The council needs to deliver {thing}."', 'Transport'),
      /word we never use/,
    ],
    [
      'a number that the words do not have',
      entry('"{thing}"', '"The council needs 3 plans for {thing}."', 'Transport'),
      /number-not-in-source/,
    ],
    [
      'a negation that the words do not have',
      entry('"{thing}"', '"{Thing needs} to get better and not worse."', 'Transport'),
      /negation-new/,
    ],
    ['a negation lost', entry('"no {thing}"', '"{Thing needs} to get better."', 'No transport'), /negation-lost/],
    ['a slot of no kind', entry('"{colour}"', '"{Colour needs} to get better."', 'Red'), /Unexpected slot `{colour}`/],
    [
      'a slot in a line that a pattern may lack',
      entry('"waits (for {thing})"', '"The wait for {thing} needs to get better."', 'waits'),
      /Unexpected `{thing}` in a line/,
    ],
    [
      'a slot twice',
      entry('"{thing} or {thing}"', '"{Thing needs} to get better."', 'Transport or transport'),
      /expected `{thing2}`/,
    ],
    ['a pattern that may be nothing', entry('"(some)"', '"This needs to get better."', 'Some'), /may be nothing/],
    ['a key that it does not know', `${plain}  colour: red\n`, /Unexpected `0\.colour`/],
    ['an entry without an example', '\n- says: [x]\n  lines: ["It needs to get better."]\n', /Unexpected `0\.example`/],
    ['what is no YAML', '\n- says: [x\n', /Unexpected YAML/],
  ])('%s', (_, entries, message) => {
    const refused = better(entries)
    expect(refused).toMatch(message)
    expect(refused).toMatch(/^content\/plain-language\/phrases\/better\.yaml:[2-9]: .*\n {2}hint: /)
  })

  it('an entry of what is good that calls for change', () =>
    expect(good(plain)).toMatch(/good\.yaml:2: .*among what is good.*\n {2}hint: Move the entry to better\.yaml/s))

  it('words with slots that have no example, and an example that they do not tell', () => {
    const things = (example: string) =>
      refuse({things: `${words['things']}- says: ["the colour of {thing}"]\n  easy: the colour of {thing}\n${example}`})
    expect(things('')).toMatch(/things\.yaml:\d+: .*without an example/)
    expect(things('  example: transport\n')).toMatch(/Unexpected example “transport”, which this entry does not tell/)
    expect(things('  example: the colour of transport\n')).toBe('')
  })
})
