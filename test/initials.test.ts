import {expect, it} from 'vitest'
import {hasInitials, matchesInitials} from '../src/initials.ts'

it.each([
  ['JSNA', 'Joint Strategic Needs Assessment'],
  ['BME', 'Black and Minority Ethnic'],
  ['DoLS', 'Deprivation of Liberty Safeguards'],
  ['LLR', 'Leicester, Leicestershire and Rutland'],
  ['VCS', 'Voluntary and Community Sector'],
  ['MAPP', 'Multi-Agency Policies and Procedures'],
  ['MDT', 'multidisciplinary team'],
  ['CHC', 'continuing healthcare'],
  ['L&D', 'learning & development'],
  ['GHIN', 'Getting Help in Neighbourhoods'],
])('takes %s for %s', (short, words) => expect(matchesInitials(short, words.split(' '))).toBe(true))

it.each([
  ['SAB', 'Adults Board'],
  ['JSNA', 'the Joint Strategic Needs Assessment'],
  ['VCSE', 'Voluntary and Community Sector'],
  ['NHS', 'our colleagues'],
  ['CQC', 'Care Quality'],
])('does not take %s for %s', (short, words) => expect(matchesInitials(short, words.split(' '))).toBe(false))

it('knows a misprint by its letters', () => {
  expect(hasInitials('AMPH', 'Approved Mental Health Professional'.split(' '))).toBe(true)
  expect(hasInitials('VCSE', 'Voluntary and Community Sector'.split(' '))).toBe(false)
})
