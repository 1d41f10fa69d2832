import {describe, expect, it} from 'vitest'
import type {Block, Section} from '../src/assessment.ts'
import {normalise} from '../src/normalise.ts'
import {findPictureReference, markLostPictures} from '../src/pictures.ts'

describe('findPictureReference', () => {
  it.each([
    ['a city of superdiversity, as shown in the image above.', 'image above'],
    ['The following diagram sets out the board.', 'The following diagram'],
    ['See the photographs on the right.', 'photographs on the right'],
    ['Figure 3 shows the change.', 'Figure 3 shows'],
    ['The pie chart below tells it.', 'pie chart below'],
    ['It is illustrated in our map.', 'illustrated in our map'],
    ['It rose (see Figure 2.1).', 'see Figure 2.1'],
  ])('reads "%s"', (text, words) => expect(findPictureReference(text)).toBe(words))

  it.each([
    'It reflects a better picture. Within services',
    'We have an accurate picture of need, and see the bigger picture.',
    'The figures below are numbers.',
    'A figure below the national average, and a figure above 50.',
    'We follow the road map below.',
    'A picture, above all, of people.',
    'We chart progress. Below we tell it.',
  ])('finds nothing in "%s"', (text) => expect(findPictureReference(text)).toBeUndefined())
})

describe('markLostPictures', () => {
  const mark = (...printed: string[]) => {
    const document = normalise({file: 'a', sha256: '', lines: printed.map((text) => ({text, withheld: []}))})
    const body: Block[] = document.lines.flatMap(({shape, text, cells, place}): Block[] =>
      shape === 'row'
        ? [{kind: 'table', hasHeader: false, rows: [{cells, place}], place}]
        : text
          ? [{kind: 'paragraph', text, place}]
          : [],
    )
    const place = {file: 'a', line: 1}
    const section: Section = {id: 'a', kind: 'background', heading: '', body, findings: [], sections: [], place}
    const problems: string[] = []
    const [marked] = markLostPictures([section], document, ({level, rule}) => problems.push(`${level} ${rule}`))
    return {kinds: marked?.body.map(({kind}) => kind), problems}
  }

  it('leaves a mark behind the words that refer to a picture', () =>
    expect(mark('As in the image above.', 'More.')).toEqual({
      kinds: ['paragraph', 'lost-picture', 'paragraph'],
      problems: ['note lost-picture'],
    }))

  it('leaves one where an image has no words, and none where it has', () => {
    expect(mark('One.', '![](a.png)', 'Two.').kinds).toEqual(['paragraph', 'lost-picture', 'paragraph'])
    expect(mark('![](a.png)', 'Two.').kinds).toEqual(['lost-picture', 'paragraph'])
    expect(mark('One.', '![A map of the city](a.png)').kinds).toEqual(['paragraph', 'paragraph'])
  })

  it('leaves one where both the mark and the words stand, and none beside a table', () => {
    expect(mark('See the image below.', '![](a.png)', 'Two.').kinds).toEqual(['paragraph', 'lost-picture', 'paragraph'])
    expect(mark('See the chart below.', 'a\tb').kinds).toEqual(['paragraph', 'table'])
  })
})
