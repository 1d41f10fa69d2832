import {expect, it} from 'vitest'
import type {Passage} from '../../src/assessment.ts'
import {toHtml} from '../../src/variants/html.ts'
import {linkNumbered} from '../../src/variants/numbered.ts'
import {standard} from '../../src/variants/standard.ts'
import {content, readProject} from '../support/publication.ts'

const place = {file: 'seeds/case.txt', line: 1}
const paragraph = (number: string) => ({kind: 'paragraph', number, text: `${number} Words.`, place}) as const

it('gives each numbered paragraph an anchor of its own, once', () => {
  const section = {id: 'summary', kind: 'group', heading: 'Summary', findings: [], sections: [], place} as const
  const body = [paragraph('2.1'), paragraph('2.2'), paragraph('2.2')]
  const {numbers} = linkNumbered({sections: [{...section, body}]})
  expect([...numbers.values()]).toEqual(['summary-2-1', 'summary-2-2'])
})

it('links the number on the page, and changes none of its words', () => {
  const numbered = readProject().publication.assessments.flatMap((published) => {
    const {numbers} = linkNumbered(published.assessment)
    // Words that easy read stands for have a place to link to behind the number.
    const html =
      numbers.size > 0 ? toHtml(standard.render(published, content)).replace(/<span id="[^"]*"><\/span>/g, '') : ''
    return [...numbers].map(([block, id]) => ({html, id, block: block as Passage & {number: string}}))
  })
  expect(numbered.length).toBeGreaterThan(0)
  for (const {html, id, block} of numbered) {
    expect(html).toContain(`<p id="${id}"><a href="#${id}" class="number">${block.number}</a> `)
  }
})
