import {expect, it} from 'vitest'
import {findDuties} from '../../src/frameworks/duties.ts'

const place = {file: 'seeds/case.txt', line: 1}
const find = (text: string) =>
  findDuties([
    {
      id: 'letter',
      kind: 'background',
      heading: '',
      body: [{kind: 'paragraph', text, place}],
      findings: [],
      sections: [],
      place,
    },
  ]).map((duty) => [duty.text, duty.deadline])

it.each([
  ['within 14 days', 'The council is asked to reply within 14 days.'],
  [
    'within two months of the publication of the ratings',
    'You are asked to present it within two months of the publication of the ratings and no later.',
  ],
  ['by 31st January 2009', 'The council is required to publish it by 31st January 2009.'],
  ['no later than 1 March 2004', 'The authority is expected to respond no later than 1 March 2004, in writing.'],
  ['by the end of March 2004', 'You are asked to act by the end of March 2004.'],
  ['at the same time', 'You are asked to publish it at the same time.'],
  [undefined, 'You are asked to publish it by all good means.'],
])('reads the deadline %s', (deadline, text) => expect(find(`Thank you. ${text}`)).toEqual([[text, deadline]]))

it('splits at a second verb, not at a second receiver', () =>
  expect(find('You are asked to copy this to the auditor and to partners, and to tell me within six weeks.')).toEqual([
    ['You are asked to copy this to the auditor and to partners', undefined],
    ['to tell me within six weeks.', 'within six weeks'],
  ]))

it('finds no duty in what the council does of its own', () =>
  expect(find('The council expects to present it within two months.')).toEqual([]))
