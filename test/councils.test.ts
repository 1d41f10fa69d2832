import {expect, it} from 'vitest'
import {nameCouncil} from '../src/councils.ts'

const names = [
  {id: 'leicester', name: 'Leicester City Council', alsoPrinted: ['LCC']},
  {id: 'leicestershire', name: 'Leicestershire County Council', alsoPrinted: []},
  {id: 'halton', name: 'Halton Borough Council', alsoPrinted: []},
]

it.each([
  ['LEICESTER CITY COUNCIL', 'leicester', 'Leicester City Council'],
  ['Leicester', 'leicester', 'Leicester City Council'],
  ['LCC', 'leicester', 'Leicester City Council'],
  ['The City Council of Leicester', 'leicester', 'Leicester City Council'],
  ['Leicestershire', 'leicestershire', 'Leicestershire County Council'],
  ['Halton Borough', 'halton', 'Halton Borough Council'],
  ['London Borough of Camden', 'camden', 'London Borough of Camden'],
  ['Camden London Borough Council', 'camden', 'Camden London Borough Council'],
  ['The City of York Council', 'york', 'The City of York Council'],
  ['Royal Borough of Kensington and Chelsea', 'kensington-and-chelsea', 'Royal Borough of Kensington and Chelsea'],
  ['STOCKTON-ON-TEES BOROUGH COUNCIL', 'stockton-on-tees', 'Stockton-on-Tees Borough Council'],
  ['St. Helens', 'st-helens', 'St. Helens'],
  ['Bath & North East Somerset', 'bath-and-north-east-somerset', 'Bath & North East Somerset'],
  ['Isle of Wight Council', 'isle-of-wight', 'Isle of Wight Council'],
  ['../../<b>x</b>', 'b-x-b', '../../<b>x</b>'],
])('names %s', (printed, id, name) => expect(nameCouncil(printed, names)).toEqual({id, name}))

it.each(['', 'Council', 'The City Council', '—'])('finds no name in %j', (printed) =>
  expect(nameCouncil(printed, names)).toBeUndefined(),
)
