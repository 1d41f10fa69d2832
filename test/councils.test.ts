import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {readContent} from '../src/content.ts'
import {nameCouncil} from '../src/councils.ts'

const names = readContent((file) => readFileSync(file, 'utf8')).councils

describe('the official names', () => {
  it('are those of the 153 councils in England that are responsible for adult social care', () => {
    expect(names).toHaveLength(153)
    expect(new Set(names.map(({id}) => id)).size).toBe(153)
  })

  it.each(names.map(({id, name, alsoPrinted}) => [name, id, alsoPrinted] as const))(
    '%s is found by its own name in any letters, and by its other forms',
    (name, id, alsoPrinted) => {
      for (const form of [name, name.toUpperCase(), `The ${name}`, ...alsoPrinted])
        expect(nameCouncil(form, names)).toEqual({id, name})
    },
  )

  it('have ids by rule, but for the one whose place is a word of its kind', () => {
    const others = names.filter(({id, name}) => nameCouncil(name, [])?.id !== id)
    expect(others.map(({id}) => id)).toEqual(['city-of-london'])
  })
})

it.each([
  ['Leicester', 'Leicester City Council'],
  ['The City Council of Leicester', 'Leicester City Council'],
  ['Leicester City Council’s', 'Leicester City Council'],
  ['Leicestershire', 'Leicestershire County Council'],
  ['Halton Borough', 'Halton Borough Council'],
  ['Borough of Halton', 'Halton Borough Council'],
  ['Halton, Borough of', 'Halton Borough Council'],
  ['LB of Camden', 'London Borough of Camden'],
  ['Camden London Borough Council', 'London Borough of Camden'],
  ['The City of York Council', 'City of York Council'],
  ['York', 'City of York Council'],
  ['Kensington & Chelsea', 'Royal Borough of Kensington and Chelsea'],
  ['STOCKTON ON TEES', 'Stockton-on-Tees Borough Council'],
  ['St. Helens', 'St Helens Borough Council'],
  ['Saint Helens MBC', 'St Helens Borough Council'],
  ['Bath & North East Somerset', 'Bath and North East Somerset Council'],
  ['Cornwall County Council', 'Cornwall Council'],
  ['Bradford Council', 'City of Bradford Metropolitan District Council'],
  ['County Durham', 'Durham County Council'],
  ['The Council of the City of Wolverhampton', 'City of Wolverhampton Council'],
  ['City of Westminster', 'Westminster City Council'],
])('knows %s as %s', (printed, name) => expect(nameCouncil(printed, names)?.name).toBe(name))

it.each([
  ['Northwold County Council', 'northwold', 'Northwold County Council'],
  ['NORTHWOLD-UNDER-LYME BOROUGH COUNCIL', 'northwold-under-lyme', 'Northwold-under-Lyme Borough Council'],
  ['northwold  district council', 'northwold', 'Northwold District Council'],
  ['Ynys Môn Council', 'ynys-mon', 'Ynys Môn Council'],
  // A city's council within a county is not the county's.
  ['Durham City Council', 'durham-city', 'Durham City Council'],
  ['../../<b>x</b>', 'b-x-b', '../../<B>X</B>'],
  [`${'Long'.repeat(15)} ${'Place'.repeat(5)}`, 'long'.repeat(15), `${'Long'.repeat(15)} ${'Place'.repeat(5)}`],
])('gives %s, which is not listed, an id by rule', (printed, id, name) =>
  expect(nameCouncil(printed, names)).toEqual({id, name}),
)

it('keeps councils apart whose names are alike', () => {
  const ids = ['Leicester', 'Leicestershire', 'Derby', 'Derbyshire', 'Bedford', 'Central Bedfordshire', 'Nottingham']
  expect(new Set(ids.map((name) => nameCouncil(name, names)?.id)).size).toBe(ids.length)
})

it.each(['', 'Council', 'The City Council', 'London Borough Council', '—', '東京', 'x '.repeat(100)])(
  'finds no name in %j',
  (printed) => expect(nameCouncil(printed, names)).toBeUndefined(),
)
