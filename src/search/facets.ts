import type {Content} from '../content.ts'
import type {Publication} from '../publication.ts'
import {type FacetName, facetNames, listChoices} from './choices.ts'
import type {SearchRecord} from './records.ts'

/**
 * For each record, by its number, which values it has: the page counts and narrows by these, since topic and grade of one
 * section belong together and a browser need not load Pagefind's own lists. Runs of one value are told once.
 */
export interface Facets {
  /** The values of each facet, in the order of the site. */
  readonly values: Readonly<Record<FacetName, readonly string[]>>
  /** `[how many records in a row, index of their value]`; -1 is none. */
  readonly runs: Readonly<Record<FacetName, readonly number[]>>
}

export function makeFacets(records: readonly SearchRecord[], publication: Publication, content: Content): Facets {
  const choices = listChoices(publication, content)
  const entries = facetNames.map((name) => {
    const values = choices[name]
    const indexes = new Map(values.map((value, index) => [value, index]))
    return [name, values, findRuns(records.map(({filters}) => indexes.get(filters[name]?.[0] ?? '') ?? -1))] as const
  })
  return {
    values: Object.fromEntries(entries.map(([name, values]) => [name, values])) as unknown as Facets['values'],
    runs: Object.fromEntries(entries.map(([name, , runs]) => [name, runs])) as unknown as Facets['runs'],
  }
}

function findRuns(values: readonly number[]): number[] {
  const runs: number[] = []
  for (const value of values) {
    if (runs.length > 0 && runs.at(-1) === value) runs[runs.length - 2] = (runs.at(-2) ?? 0) + 1
    else runs.push(1, value)
  }
  return runs
}
