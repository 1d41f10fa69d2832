import {describe, expect, it} from 'vitest'
import {type KnownFinding, openStandings} from '../../src/frameworks/alike.ts'
import {separateColumns} from '../../src/frameworks/columns.ts'

const place = {file: 'seeds/case.txt', line: 1}
const strength = (text: string): KnownFinding => ({kind: 'strength', text, place})
const improvement = (text: string): KnownFinding => ({kind: 'improvement', text, place})

function separate(text: string, known: readonly KnownFinding[], starts: readonly string[] = []) {
  const words = text.split(' ').map((word) => ({text: word, place}))
  const {findings, rest} = separateColumns(words, known, openStandings(known), starts)
  return {
    found: findings.map(
      ({kind, words: own, likeness}) => `${kind}, ${likeness}: ${own.map((word) => word.text).join(' ')}`,
    ),
    rest: rest.map((word) => word.text).join(' '),
  }
}

describe('columns that were read across', () => {
  const known = [strength('Partnerships are strong.'), improvement('Reviews need to improve.')]

  it('are separated word by word', () => {
    expect(separate('Partnerships Reviews need are to improve. strong.', known)).toEqual({
      found: ['strength, whole: Partnerships are strong.', 'improvement, whole: Reviews need to improve.'],
      rest: '',
    })
  })

  it('keep what stands nowhere else unsorted, in its order', () => {
    expect(separate('Partnerships The board Reviews need are is new. to improve. strong.', known)).toEqual({
      found: ['strength, whole: Partnerships are strong.', 'improvement, whole: Reviews need to improve.'],
      rest: 'The board is new.',
    })
  })

  it('keep a finding unsorted that stands among strengths and among improvements', () => {
    const both = [...known, improvement('Partnerships are strong.')]
    expect(separate('Partnerships Reviews need are to improve. strong.', both)).toEqual({
      found: ['improvement, whole: Reviews need to improve.'],
      rest: 'Partnerships are strong.',
    })
  })

  it('keep findings unsorted that could be read in two ways', () => {
    // Either the first two are whole, or the last two: one word is too few.
    const either = [strength('Advice is good.'), improvement('Support is good.')]
    expect(separate('Advice Support is good.', either)).toEqual({found: [], rest: 'Advice Support is good.'})
  })

  it('are separated where a full stop cuts a finding short', () => {
    const longer = [strength('Community engagement is a particular strength for the council.'), ...known]
    expect(separate('Community Reviews engagement is need a to particular improve. strength.', longer).found).toEqual([
      'strength, nearly: Community engagement is a particular strength.',
      'improvement, whole: Reviews need to improve.',
    ])
  })

  it('are separated where a finding goes on in the list below', () => {
    expect(separate('Partnerships Reviews need are strong.', known, ['to improve.']).found).toEqual([
      'strength, whole: Partnerships are strong.',
      'improvement, whole: Reviews need',
    ])
  })

  it('do not take a word from too far away', () => {
    const filler = Array.from({length: 30}, (_, index) => `w${index}`).join(' ')
    expect(separate(`Partnerships are ${filler} strong.`, known).found).toEqual([])
  })
})

describe('a finding that stands elsewhere', () => {
  const find = openStandings([
    strength('Sound prevention strategy and the development of preventative services.'),
    improvement('The council needs to ensure that reviews are not delayed any longer.'),
    strength('The complaints service is sound.'),
  ])

  it.each([
    ['The complaints service is sound', 'strength', 'whole'],
    ['The sound prevention strategy and the development of preventative services.', 'strength', 'nearly'],
    ['Ensuring that reviews are not delayed any longer.', 'improvement', 'nearly'],
  ])('is found: %s', (text, kind, likeness) => {
    expect([find(text)?.known.kind, find(text)?.likeness]).toEqual([kind, likeness])
  })

  it('is another one when only one of the two says "not"', () => {
    expect(find('Ensuring that reviews are delayed any longer.')).toBeUndefined()
  })

  it('is another one when few of its words are shared', () => {
    expect(find('The council needs to ensure that carers get a break when they ask for one.')).toBeUndefined()
  })
})
