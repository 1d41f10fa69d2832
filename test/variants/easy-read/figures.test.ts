import {describe, expect, it} from 'vitest'
import {composeEasyRead} from '../../../src/variants/easy-read/compose.ts'
import {explainHardWords} from '../../../src/variants/easy-read/explain.ts'
import {listFindings, tellOne} from '../../../src/variants/easy-read/findings.ts'
import {content, readProject} from '../../support/publication.ts'

const {publication, easyRead} = readProject()
const pages = publication.assessments.map((published) => ({
  published,
  page: composeEasyRead(published, content),
  figures: easyRead.find(({id}) => id === published.assessment.id),
}))

describe.each(pages.map((entry) => [entry.published.assessment.id, entry] as const))(
  'the easy-read page of %s',
  (_, {published, page, figures}) => {
    it('is as easy to read as EASY-READ aims at', () => {
      if (!figures) throw new Error('The page has no figures')
      const {measures} = figures
      expect(measures.averageWords).toBeLessThanOrEqual(9)
      expect(measures.longest).toBeLessThanOrEqual(15)
      expect(measures.grade).toBeLessThanOrEqual(4)
      expect(measures.unfamiliar.daleChall).toBeLessThanOrEqual(0.1)
      expect(measures.words).toBeLessThanOrEqual(1000)
    })

    it('quotes at most a tenth of what it tells', () => {
      if (!figures) throw new Error('The page has no figures')
      expect(figures.findings).toBeGreaterThan(15)
      expect(figures.quoted / figures.findings).toBeLessThanOrEqual(0.1)
    })

    it('holds no more than a person can take in', () => {
      for (const {polarity, ideas} of page.chapters)
        if (polarity === 'good' || polarity === 'better')
          expect(ideas.filter(({source}) => source).length).toBeLessThanOrEqual(12)
      expect(explainHardWords(page.chapters, content.glossary, published.assessment).terms.length).toBeLessThanOrEqual(
        15,
      )
    })

    it('says that it was checked, by whom and when', () => {
      expect(page.status).toMatchObject({letter: 'b', role: 'the Plain Account project'})
    })

    it('has no picture three times in a row', () => {
      for (const {polarity, ideas} of page.chapters) {
        if (!polarity) continue
        const names = ideas.map(({picture}) => picture)
        expect(names.filter((name, at) => name === names[at + 1] && name === names[at + 2])).toEqual([])
      }
    })
  },
)

it('tells at least nine of ten findings of the five documents in easy lines', () => {
  const ideas = publication.assessments.flatMap((published) =>
    listFindings(published).map((finding) => tellOne(finding, published, content)),
  )
  const told = ideas.filter(({quote}) => !quote).length
  console.log(`${told} of ${ideas.length} findings are told in easy lines`)
  expect(ideas.length).toBeGreaterThan(220)
  expect(told / ideas.length).toBeGreaterThanOrEqual(0.9)
})
