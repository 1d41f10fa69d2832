import type {Nodes} from 'mdast'
import {describe, expect, it} from 'vitest'
import {listAnchored} from '../../../src/variants/anchors.ts'
import {composeEasyRead} from '../../../src/variants/easy-read/compose.ts'
import {easyRead} from '../../../src/variants/easy-read/index.ts'
import {listStops} from '../../../src/variants/easy-read/line-rules.ts'
import {toHtml} from '../../../src/variants/html.ts'
import {toMarkdown} from '../../../src/variants/markdown.ts'
import {plainText} from '../../../src/variants/plain-text.ts'
import {standard} from '../../../src/variants/standard.ts'
import {renderWithdrawn} from '../../../src/variants/withdrawn.ts'
import {content, readProject} from '../../support/publication.ts'

const {assessments} = readProject().publication

/** Lines of ours: headings and paragraphs outside quotations and lists, without the links to the report. */
function readLines(node: Nodes): string[] {
  if (node.type === 'blockquote' || node.type === 'list') return []
  if (node.type === 'paragraph' && node.data?.name === 'where') return []
  if (node.type === 'paragraph' || node.type === 'heading') return [plainText(node)]
  return 'children' in node ? node.children.flatMap((child) => readLines(child)) : []
}

function collect(node: Nodes, type: string): Nodes[] {
  if (node.type === type) return [node]
  return 'children' in node ? node.children.flatMap((child) => collect(child, type)) : []
}

describe.each(assessments.map((entry) => [entry.assessment.id, entry] as const))('%s', (_, published) => {
  const tree = easyRead.render(published, content)
  const text = plainText(tree)

  it('has only lines that obey the rules', () => {
    // The name printed beside a grade may be a heading; it is the report's, so its words are not ours to change.
    const printed = new Set(published.assessment.judgements.map(({subject}) => subject.replace(/\s+/g, ' ')))
    const lines = readLines(tree).filter((line) => line !== '' && !printed.has(line))
    expect(lines.length).toBeGreaterThan(60)
    expect(listStops(lines)).toEqual([])
  })

  it('follows the order of the specification, with questions for headings', () => {
    const headings = tree.children.flatMap((child) =>
      child.type === 'heading' && child.depth === 2 ? [plainText(child)] : [],
    )
    const isOwn = published.assessment.kind === 'self-assessment'
    const order = [
      'What is this document?',
      'Who wrote the report?',
      'What did they look at?',
      `How did ${published.assessment.council.name} do?`,
      isOwn ? 'What does the council say is good?' : 'What is good?',
      isOwn ? 'What does the council say needs to get better?' : 'What needs to get better?',
      'What happens next?',
      'What do the hard words mean?',
      'Where can you find out more?',
    ]
    expect(headings).toEqual(order.filter((question) => headings.includes(question)))
    expect(headings.length).toBeGreaterThanOrEqual(order.length - 1)
  })

  it('says who stands behind it at the start and at the end', () => {
    const [status] = composeEasyRead(published, content).status.letter
    const line = status === 'a' ? 'No person has checked it yet.' : 'A person wrote or checked this:'
    expect(text.split(line)).toHaveLength(3)
  })

  it('tells every grade, and links each point to its own place in the full report', () => {
    for (const {grade} of published.assessment.judgements) expect(text).toContain(`The grade is ${grade.label}.`)
    const ids = new Set([...toHtml(standard.render(published, content)).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const links = collect(tree, 'link').flatMap((link) =>
      link.type === 'link' && link.url.includes('#') ? [link.url] : [],
    )
    expect(links.length).toBeGreaterThan(15)
    expect(links.filter((url) => !ids.has(url.split('#')[1]))).toEqual([])
  })

  it('quotes the words of a finding as they are printed', () => {
    const passages = new Set(listAnchored(published.assessment).map(({passage}) => passage.text))
    const quotes = collect(tree, 'blockquote').map((node) => plainText(node))
    expect(quotes.filter((quote) => !passages.has(quote))).toEqual([])
  })

  it('is the same each time it is made', () => {
    const again = {...published}
    expect(toHtml(easyRead.render(again, content))).toBe(toHtml(tree))
    expect(toMarkdown(easyRead.render(again, content))).toBe(toMarkdown(tree))
  })
})

it('tells the truth about carried-forward grades, empty lists and a council’s own claims', () => {
  const read = (id: string) => {
    const published = assessments.find(({assessment}) => assessment.framework === id)
    return published ? plainText(easyRead.render(published, content)) : ''
  }
  expect(read('cqc-2009')).toContain(
    'The Care Quality Commission did not give a new grade for 2009/10.\nIt used the grade from 2008/09.',
  )
  expect(read('cqc-2024-self')).toContain('The council wrote it about itself.')
  expect(read('cqc-2024-self')).toContain('This report does not give grades.')
  expect(read('cqc-2024-self')).toContain('The council says these things about itself.')
})

describe('decisions about a report', () => {
  const [published] = assessments
  const supersededBy = {
    id: 'x/y',
    name: 'A later report',
    period: '2010-11',
    why: 'A long reason. In two sentences.',
    when: '2026-03-02',
  }

  it('are told in lines that obey the rules, the reason as a quotation', () => {
    if (!published) throw new Error('There is no seed')
    const record = {corrections: [], redactions: [], supersededBy}
    const trees = [
      easyRead.render({...published, record}, content),
      renderWithdrawn(
        {...published, when: '2026-05-04', why: supersededBy.why, source: {name: 'x.txt'}},
        'easy-read',
        content,
      ),
    ]
    const printed = new Set(published.assessment.judgements.map(({subject}) => subject.replace(/\s+/g, ' ')))
    for (const tree of trees) {
      expect(listStops(readLines(tree).filter((line) => line !== '' && !printed.has(line)))).toEqual([])
      expect(collect(tree, 'blockquote').map((node) => plainText(node))).toContain(supersededBy.why)
    }
  })
})
