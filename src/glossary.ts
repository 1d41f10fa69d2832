import type {Place} from './assessment.ts'
import type {Term} from './content.ts'
import type {ContentFile} from './content-file.ts'
import type {Problem} from './problem.ts'
import {listStops} from './variants/easy-read/line-rules.ts'
import {findTerms, findUnfamiliar} from './variants/easy-read/measures.ts'

/**
 * What a glossary must keep beyond its schema, so that every explanation explains: its lines obey the line rules, a hard
 * word in them is itself a term, explanations never run in a circle, and a printed form belongs to one term.
 */
export function checkGlossary({data: glossary, placeOf}: ContentFile<readonly Term[]>): Problem[] {
  const explained = glossary.map(({lines}) => lines.flatMap((line) => findTerms(line, glossary)))
  return [
    ...glossary.flatMap((term, index) => [
      ...checkWords(term, glossary, (...path) => placeOf(index, ...path)),
      ...checkCircle(index, glossary, explained, placeOf),
    ]),
    ...checkForms(glossary, placeOf),
  ]
}

type PlaceOf = ContentFile<unknown>['placeOf']

/** The lines of a term, and the phrase that stands for it in other lines of ours. */
function checkWords({term, lines, easy}: Term, glossary: readonly Term[], placeOf: PlaceOf): Problem[] {
  const phrase = easy === undefined ? [] : [{text: easy, place: placeOf('easy')}]
  const own = [...lines.map((text, index) => ({text, place: placeOf('lines', index)})), ...phrase]
  return own.flatMap(({text, place}) => [
    ...listStops([text]).map(({rule}) =>
      stop(
        'glossary-line',
        place,
        `Unexpected line that explains \`${term}\`: ${rule}`,
        'See the line rules for easy read; two short lines are better than a long one',
      ),
    ),
    ...findUnfamiliar(text === easy ? `the ${text}` : text, glossary).map((word) =>
      stop(
        'glossary-hard-word',
        place,
        `Unexpected hard word \`${word}\` in the explanation of \`${term}\`, expected everyday words or terms of the glossary`,
        `Say it with words that everyone knows, or add \`${word.toLowerCase()}\` to the glossary as a term of its own`,
      ),
    ),
  ])
}

/** A term whose explanation leads back to itself; told once, at the first of the circle. */
function checkCircle(
  index: number,
  glossary: readonly Term[],
  explained: readonly (readonly Term[])[],
  placeOf: PlaceOf,
): Problem[] {
  const circle = findCircle(index, glossary, explained)
  if (!circle || Math.min(...circle) < index) return []
  const names = [...circle, index].map((own) => `\`${glossary[own]?.term}\``)
  return [
    stop(
      'glossary-circle',
      placeOf(index, 'lines'),
      `Unexpected circle of explanations, ${names.join(' by ')}, expected each word explained by easier ones`,
      'Explain one of them without the others',
    ),
  ]
}

/** The shortest way from a term over the words of explanations back to it. */
function findCircle(
  start: number,
  glossary: readonly Term[],
  explained: readonly (readonly Term[])[],
): readonly number[] | undefined {
  const seen = new Set<number>()
  const ways: number[][] = [[start]]
  for (const way of ways) {
    for (const next of explained[way.at(-1) ?? start] ?? []) {
      const at = glossary.indexOf(next)
      if (at === start) return way
      if (seen.has(at)) continue
      seen.add(at)
      ways.push([...way, at])
    }
  }
  return
}

/** Forms that two terms claim: a text with one of them could be explained by either. */
function checkForms(glossary: readonly Term[], placeOf: PlaceOf): Problem[] {
  const owners = new Map<string, number>()
  return glossary.flatMap(({term, forms}, index) =>
    [{form: term, path: ['term']}, ...forms.map((form, at) => ({form, path: ['forms', at]}))].flatMap(
      ({form, path}) => {
        const key = form.toLowerCase().replaceAll('’', "'")
        const owner = owners.get(key) ?? index
        owners.set(key, owner)
        if (owner === index) return []
        const problem = stop(
          'glossary-form-twice',
          placeOf(index, ...path),
          `Unexpected second claim of \`${form}\`, by \`${term}\`, expected it with \`${glossary[owner]?.term}\` alone`,
          'Take it from the term that it fits less well',
        )
        return [{...problem, other: placeOf(owner)}]
      },
    ),
  )
}

const stop = (rule: string, place: Place, message: string, hint: string): Problem => ({
  level: 'error',
  rule,
  place,
  message,
  hint,
})
