import {describe, expect, it} from 'vitest'
import {foldWords} from '../src/folded-words.ts'
import {listOwnWords, listPageWords} from '../src/own-words.ts'
import type {WithdrawnReport} from '../src/publication.ts'
import {nameReport} from '../src/variants/phrases.ts'
import {content, readProject} from './support/publication.ts'

const {publication} = readProject()
const [first] = publication.assessments
if (!first) throw new Error('No assessment')
const withdrawn: WithdrawnReport = {
  assessment: {
    id: 'northwold/2009-10-performance-assessment',
    council: {id: 'northwold', name: 'Northwold Borough Council'},
    period: '2009-10',
  },
  framework: first.framework,
  when: '2026-01-02',
  why: 'The panel heard that nine homes would close',
  source: {name: 'northwold-2009-10.txt'},
}
const fold = (text: string) => ` ${foldWords(text).join(' ')} `
const own = [...listOwnWords({...publication, withdrawn: [withdrawn]}, content)].map(fold)
const says = (text: string) => own.some((each) => each.includes(fold(text)))

describe('listOwnWords', () => {
  it.each([...publication.assessments, withdrawn].map((report) => [report.assessment.id, report] as const))(
    'knows the name and the address of %s',
    (id, report) => {
      expect(says(nameReport(report))).toBe(true)
      expect(says(`/councils/${id}/`)).toBe(true)
    },
  )

  it.each([
    [
      'the foot of each page',
      'We can send a report to you on paper, in large print, in easy read, in braille or as audio',
    ],
    ['a law', 'the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018'],
    ['a sentence that names us', `This website is run by ${content.site.organisation}. We want as many people`],
    ['a page of a withdrawn report', 'We publish none of its words any more, on pages, in data or in the search'],
    ['the glossary', content.glossary[0]?.lines[0] ?? '?'],
    ['a topic', content.topics[0]?.meaning ?? '?'],
    ['a council', content.councils[0]?.name ?? '?'],
    ['a way to get help', content.site.relay],
  ])('knows %s', (_, text) => expect(says(text)).toBe(true))

  it('takes no reason for a withdrawal for ours, since it may quote the document', () =>
    expect(says(withdrawn.why)).toBe(false))
})

describe('listPageWords', () => {
  const read = (template: string) => [...listPageWords(template, content.site)].map(fold).filter((each) => each.trim())

  it('fills in what is known of the site, and parts what is not', () => {
    expect(read('<p>Run by <b>{{ site.name }}</b> on {{ site.accessibility.prepared | date }}.</p>')).toEqual([
      expect.stringMatching(/^ run by .+ on \d+ \p{L}+ \d{4} $/u),
    ])
    expect(read('See {{ council.name }} now')).toEqual([' see ', ' now '])
  })

  it('reads labels and lists in marks, and leaves comments out', () =>
    expect(read(`{# Why #}{% set list = ['About us', "Our data"] %}<nav aria-label="This site">Home</nav>`)).toEqual([
      ' home ',
      ' about us ',
      ' our data ',
      ' this site ',
    ]))
})
