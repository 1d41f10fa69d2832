import type {Section} from '../../src/assessment.ts'
import type {Publication, PublishedAssessment} from '../../src/publication.ts'

const places = 'Ash Birch Bran Cold Dun Elm Fern Gold Hart Holm Kirk Lang Mill North Oak Pen Rush Stan Thorn Wal'.split(
  ' ',
)
const endings =
  'bury by combe dale field ford ham ley mere minster mouth ness port stead stoke ton well wick wold worth'.split(' ')
const kinds = ['Borough Council', 'City Council', 'County Council', 'Council']

/** An invented council, the same for the same number: `Ashbury Borough Council`. */
export function inventCouncil(number: number): {readonly id: string; readonly name: string} {
  const [place, ending] = [places[number % places.length], endings[Math.floor(number / places.length) % endings.length]]
  const name = `${place}${ending} ${kinds[number % kinds.length]}`
  return {id: `${place}${ending}-${number}`.toLowerCase(), name}
}

/**
 * As many reports as asked for, made of the given ones: other councils, and the findings and paragraphs of each section
 * begun at another place, so that no two hold the same words in the same order. The same for the same numbers.
 */
export function multiply({assessments}: Publication, count: number): Publication {
  return {
    assessments: Array.from({length: count}, (_, number) => {
      const published = assessments[number % assessments.length]
      if (!published) throw new Error('There is no report to multiply')
      // Two of the given reports may be of one kind and year, and need councils of their own.
      return permute(published, Math.floor(number / assessments.length) + (number % 2) * count)
    }),
  }
}

function permute(published: PublishedAssessment, number: number): PublishedAssessment {
  const council = inventCouncil(number)
  const {assessment} = published
  const id = `${council.id}/${assessment.id.split('/')[1]}`
  return {
    ...published,
    assessment: {...assessment, id, council, sections: assessment.sections.map((each) => turn(each, number))},
  }
}

const turn = (section: Section, by: number): Section => ({
  ...section,
  body: rotate(section.body, by),
  findings: section.findings.map((list) => ({...list, items: rotate(list.items, by)})),
  sections: section.sections.map((inner) => turn(inner, by)),
})

function rotate<Item>(items: readonly Item[], by: number): Item[] {
  const at = items.length > 0 ? by % items.length : 0
  return [...items.slice(at), ...items.slice(0, at)]
}
