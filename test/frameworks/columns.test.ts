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
  const known = [strength('Our partnerships are strong.'), improvement('The reviews need to improve.')]

  it('are separated word by word', () => {
    expect(separate('Our partnerships The reviews need are to improve. strong.', known)).toEqual({
      found: ['strength, whole: Our partnerships are strong.', 'improvement, whole: The reviews need to improve.'],
      rest: '',
    })
  })

  it('keep what stands nowhere else unsorted, in its order', () => {
    expect(separate('Our partnerships The board The reviews need are is new. to improve. strong.', known)).toEqual({
      found: ['strength, whole: Our partnerships are strong.', 'improvement, whole: The reviews need to improve.'],
      rest: 'The board is new.',
    })
  })

  it('keep a finding unsorted that stands among strengths and among improvements', () => {
    const both = [...known, improvement('Our partnerships are strong.')]
    expect(separate('Our partnerships The reviews need are to improve. strong.', both)).toEqual({
      found: ['improvement, whole: The reviews need to improve.'],
      rest: 'Our partnerships are strong.',
    })
  })

  it('keep findings unsorted that could be read in two ways', () => {
    // Either the first two are whole, or the last two: one word is too few.
    const either = [strength('Advice for carers is good.'), improvement('Support for carers is good.')]
    expect(separate('Advice Support for carers is good.', either)).toEqual({
      found: [],
      rest: 'Advice Support for carers is good.',
    })
  })

  it('are separated where a full stop cuts a finding short', () => {
    const longer = [strength('Community engagement is a particular strength for the council.'), ...known]
    expect(
      separate('Community engagement The reviews is need a to particular improve. strength.', longer).found,
    ).toEqual([
      'strength, nearly: Community engagement is a particular strength.',
      'improvement, whole: The reviews need to improve.',
    ])
  })

  it('are separated where a finding goes on in the list below', () => {
    expect(separate('Our partnerships The reviews need are strong.', known, ['to improve.']).found).toEqual([
      'strength, whole: Our partnerships are strong.',
      'improvement, whole: The reviews need',
    ])
  })

  it('do not take a word from too far away', () => {
    const filler = Array.from({length: 30}, (_, index) => `w${index}`).join(' ')
    expect(separate(`Our partnerships are ${filler} strong.`, known).found).toEqual([])
  })
})

describe('a sentence that only holds the words of a known finding', () => {
  it.each([
    ['Services for carers are not always flexible.', strength('Services for carers are flexible.')],
    ['Further develop the support for carers.', strength('The support for carers.')],
    [
      'Direct payments need urgent attention. Staff say payments have been late and increased.',
      strength('Direct payments have increased.'),
    ],
    [
      'The council needs to improve the rate of reviews for older people.',
      strength('The rate of reviews for older people has improved.'),
    ],
    ['Carers receive an assessment.', improvement('Carers receive an assessment only after long delays.')],
  ])('proves nothing: %s', (text, known) => {
    expect(separate(text, [known])).toEqual({found: [], rest: text})
  })
})

it('leaves a text unsorted that could be read in too many ways, rather than stall', () => {
  const many = Array.from({length: 60}, (_, index) =>
    (index % 2 ? strength : improvement)(`The council has a plan for the people of area number ${index}.`),
  )
  const columns = [many.filter(({kind}) => kind === 'strength'), many.filter(({kind}) => kind !== 'strength')].map(
    (own) => own.flatMap(({text}) => text.split(' ')),
  )
  const lines = Array.from({length: 90}, (_, line) => columns.flatMap((own) => own.slice(line * 4, line * 4 + 4)))
  const text = lines.flat().join(' ')
  expect(separate(text, many)).toEqual({found: [], rest: text})
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

  it.each([
    ['The rate of reviews for older people has improved.', 'The rate of reviews for older people needs to improve.'],
    [
      'The council has reduced the number of people delayed.',
      'The council should reduce the number of people delayed.',
    ],
    [
      'The council has developed an information store on line',
      'The council has yet to develop an information store on line',
    ],
    ['Good engagement with people with drug problems', 'Poor engagement with people with drug problems'],
    [
      'The council involves people who use services in planning',
      'The council fails to involve people who use services in planning',
    ],
    ['Carers receive an assessment of their own needs', 'Few carers receive an assessment of their own needs'],
  ])('is another one when the meaning turns: %s', (known, text) => {
    expect(openStandings([strength(known)])(text)).toBeUndefined()
  })

  it('is another one when what should be done has been done', () =>
    expect(
      openStandings([improvement('The council should strengthen hospital discharge procedures.')])(
        'The council has strengthened hospital discharge procedures.',
      ),
    ).toBeUndefined())

  it('is another one when few of its words are shared', () => {
    expect(find('The council needs to ensure that carers get a break when they ask for one.')).toBeUndefined()
  })
})
