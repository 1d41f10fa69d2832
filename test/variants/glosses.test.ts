import {expect, it} from 'vitest'
import type {Section} from '../../src/assessment.ts'
import {glossAcronyms} from '../../src/variants/glosses.ts'
import {makePublished} from '../site/unit/published.ts'

const place = {file: 'seeds/case.txt', line: 1}
const section = (id: string, heading: string, ...texts: string[]): Section => ({
  id,
  kind: 'background',
  heading,
  body: texts.map((text) => ({kind: 'paragraph', text, place})),
  findings: [],
  sections: [],
  place,
})

it('explains the first use in each section, by the nearest explanation before it, and never what is printed', () => {
  const {assessment} = makePublished({
    sections: [
      section('a', 'About the SAR', 'A SAR, and a SAR again.'),
      section('b', 'B', 'Subject Access Request (SAR), then SAR.'),
      section('c', 'C', 'A SAR⁴ for KPMG.'),
    ],
    acronyms: [
      {short: 'KPMG', place},
      {short: 'SAR', full: 'Safeguarding Adults Review', explainedBy: 'glossary', place},
    ],
  })
  expect(
    glossAcronyms(assessment).map(([{text}, insert]) =>
      insert.kind === 'gloss' ? `${text.slice(0, insert.at)} (${insert.full})` : '',
    ),
  ).toEqual(['A SAR (Safeguarding Adults Review)', 'A SAR⁴ (Subject Access Request)'])
})
