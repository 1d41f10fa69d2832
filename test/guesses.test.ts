import {expect, it} from 'vitest'
import {csci2008} from '../src/frameworks/csci-2008/index.ts'
import {ssi2003} from '../src/frameworks/ssi-2003/index.ts'
import {tellGuesses} from '../src/guesses.ts'
import type {Problem} from '../src/problem.ts'
import {readAs} from './support/golden-reading.ts'

function guess(...[framework, text]: Parameters<typeof readAs>) {
  const problems: Problem[] = []
  const {document, reading} = readAs(framework, text)
  tellGuesses(document, reading, (problem) => problems.push(problem))
  return problems.map(({level, rule, place}) => `${level} ${rule} ${place?.line}`)
}

const letter = (text: string) => `ADULT SOCIAL CARE PERFORMANCE JUDGMENTS FOR 2007/08

Performance Rating\t1 Star

KEY STRENGTHS AND AREAS FOR DEVELOPMENT BY OUTCOME

Improved quality of life

${text}
`

it('tells a paragraph that was joined over a page end', () => {
  expect(
    guess(csci2008, letter('The council has asked people what they think of the help that\n\nthey get at home.')),
  ).toEqual(['note paragraph-rejoined 9'])
})

it('does not tell lines that follow each other, or two sentences', () => {
  expect(guess(csci2008, letter('The council has asked people what they\nthink.\n\nThey like it.'))).toEqual([])
})

it('tells headings whose level is not that of the others beside them', () => {
  const text = `## PERFORMANCE REVIEW REPORT 2003: NORTHWOLD COUNCIL

### SERVICES FOR ADULTS

#### National priorities and strategic objectives

One.

#### Cost and efficiency

Two.

## Fair Access

Three.

Capacity for Improvement

Four.
`
  expect(guess(ssi2003, text)).toEqual(['note heading-level-inferred 13', 'note heading-level-inferred 17'])
})
