import {readFileSync} from 'node:fs'
import type {Nodes} from 'mdast'
import {describe, expect, it} from 'vitest'
import {readPublication} from '../../src/build.ts'
import {describeAssessment} from '../../src/formats/json.ts'
import type {PublishedAssessment} from '../../src/publication.ts'
import {listChoices} from '../../src/search/choices.ts'
import {makeSectionRecords} from '../../src/search/records.ts'
import {listComparisonPages} from '../../src/site/comparisons.ts'
import {listCouncilPages} from '../../src/site/council-pages.ts'
import {describeReport} from '../../src/site/reports.ts'
import {easyRead} from '../../src/variants/easy-read/index.ts'
import {listStops} from '../../src/variants/easy-read/line-rules.ts'
import {toHtml} from '../../src/variants/html.ts'
import {variants} from '../../src/variants/index.ts'
import {nameReport, tellAuthor} from '../../src/variants/phrases.ts'
import {plainText} from '../../src/variants/plain-text.ts'
import {standard} from '../../src/variants/standard.ts'
import {content, projectWorld} from '../support/publication.ts'

const golden = (name: string) => readFileSync(`test/golden/generic/${name}/source.txt`)
const files: Readonly<Record<string, string>> = {
  'graded.txt': 'grade-table-with-a-head',
  'nameless.txt': 'no-council-nor-year',
  'paper.txt': 'committee-paper',
  'lists.txt': 'lists-under-plain-names',
}
const {publication} = readPublication(
  {
    ...projectWorld,
    listSeeds: () => Object.keys(files),
    readSeed: (name) => golden(files[name] ?? ''),
    listRecords: () => [],
    listEasyRead: () => [],
  },
  content,
)
const find = (name: string): PublishedAssessment => {
  const published = publication.assessments.find(({source}) => source.name === name)
  if (!published) throw new Error(`${name} is not published`)
  return published
}
const all = publication.assessments.map((entry) => [entry.source.name, entry] as const)

/** Lines of ours: headings and paragraphs outside quotations and lists. */
function readLines(node: Nodes): string[] {
  if (node.type === 'blockquote' || node.type === 'list') return []
  if (node.type === 'paragraph' || node.type === 'heading') return [plainText(node)]
  return 'children' in node ? node.children.flatMap((child) => readLines(child)) : []
}

describe.each(all)('the pages of a document of no known kind: %s', (_, published) => {
  it('say at their top that we do not know it, in words of ours', () => {
    for (const {id, render} of variants.filter((variant) => variant.id !== 'easy-read')) {
      const html = toHtml(render(published, content), {prefix: '/'})
      expect(html, id).toMatch(
        /class="notice"[^>]*data-ours[^>]*>\s*<p[^>]*>This kind of document is not one we know\./,
      )
    }
    expect(plainText(easyRead.render(published, content)).slice(0, 400)).toContain(
      'This kind of report is not one we know.',
    )
  })

  it('have only easy-read lines that obey the rules', () => {
    const printed = new Set(published.assessment.judgements.map(({subject}) => subject))
    const lines = readLines(easyRead.render(published, content)).filter((line) => !printed.has(line))
    expect(listStops(lines)).toEqual([])
  })

  it('claim nothing that nobody knows', () => {
    const text = variants.map(({render}) => plainText(render(published, content))).join('\n')
    expect(text).not.toMatch(
      /The [Nn]ot stated|undefined|NaN|about Council not stated|about year not|gives no grades|does not give/,
    )
    expect(text).not.toMatch(/(?:best|lowest) of|best first|wrote this about the council/)
  })
})

describe('what is not stated', () => {
  const nameless = find('nameless.txt')

  it('is said in names, data and the order of the site', () => {
    expect(nameReport(nameless)).toBe('Council not stated: Report, year not stated')
    expect(describeReport(nameless, standard).description).toMatch(/Who wrote it is not stated\.$/)
    expect(describeAssessment(nameless, content)).toMatchObject({
      id: 'not-stated/not-stated-report',
      assessor: 'not stated',
      period: 'not-stated',
      dated: null,
    })
    expect(publication.assessments.at(-1)).toBe(nameless)
    expect(listChoices(publication, content)['Year']?.at(-1)).toBe('year not stated')
    const records = makeSectionRecords({assessments: [nameless]}, content)
    expect(new Set(records.map(({filters}) => filters['Year']?.[0]))).toEqual(new Set(['year not stated']))
  })

  it('is said in easy read', () => {
    const text = plainText(easyRead.render(nameless, content))
    expect(text).toContain('We do not know which council the report is about.')
    expect(text).toContain('We do not know which year the report is about.')
    expect(text).toContain('We do not know who wrote the report.')
    expect(text).toContain('How did the council do?')
  })
})

it('names an author as the document does', () => {
  expect(tellAuthor(find('paper.txt'))).toBe('The document says: Director of Adult Social Care.')
  expect(plainText(easyRead.render(find('paper.txt'), content))).toContain(
    'The report says that this is who wrote it.\nDirector of Adult Social Care',
  )
})

it('does not print the council twice in the name of a report', () =>
  expect(nameReport(find('graded.txt'))).toBe('Northwold County Council: Inspection of adult services 2016'))

describe('a grade of no known scale', () => {
  const graded = find('graded.txt')

  it('is shown as a word, without a place on a scale, and with a picture that is neither high nor low', () => {
    const text = plainText(standard.render(graded, content))
    expect(text).toContain('The document does not say where each grade stands on its scale.')
    expect(text).toContain('Good, place on its scale not stated')
    const easy = easyRead.render(graded, content)
    expect(plainText(easy)).toContain('The grade is Good.')
    expect(JSON.stringify(easy)).toContain('"name":"grade"')
    expect(JSON.stringify(easy)).not.toMatch(/grade-\d/)
  })

  it('can be found, and is compared with no other', () => {
    expect(listChoices(publication, content)['Grade']).toEqual(['Good', 'Requires improvement'])
    expect(listComparisonPages(publication, content)).toEqual([])
    expect(describeAssessment(graded, content).judgements[1]).toMatchObject({
      of: 'leadership',
      grade: 'Good',
      rank: null,
      outOf: null,
      scale: null,
    })
    const [, page] = listCouncilPages(publication, content)
    expect(page?.reports.map(({isNewScale, mayBeNewScale}) => [isNewScale, mayBeNewScale])).toEqual([
      [false, false],
      [false, true],
    ])
  })
})

it('prints the name of a section that is nothing but a list once', () => {
  const html = toHtml(standard.render(find('lists.txt'), content), {prefix: '/'})
  expect(html.match(/<h\d[^>]*>Strengths<\/h\d>/g)).toHaveLength(2)
})
