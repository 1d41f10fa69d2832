import type {Nodes} from 'mdast'
import {describe, expect, it} from 'vitest'
import {frameworks} from '../../src/frameworks/index.ts'
import {checkLines} from '../../src/variants/easy-read/gates.ts'
import {findHardWords} from '../../src/variants/easy-read/hard-words.ts'
import {easyRead} from '../../src/variants/easy-read/index.ts'
import {plainText} from '../../src/variants/plain-text.ts'
import {renderWithdrawn} from '../../src/variants/withdrawn.ts'
import {content, readProject} from '../support/publication.ts'

const {assessments} = readProject().publication

/** Lines of ours: headings and paragraphs outside quotations, links apart. */
function readLines(node: Nodes): string[] {
  if (node.type === 'blockquote' || node.type === 'list') return []
  if (node.type === 'paragraph' || node.type === 'heading') return [plainText(node)]
  return 'children' in node ? node.children.flatMap((child) => readLines(child)) : []
}

describe.each(assessments.map((entry) => [entry.assessment.id, entry] as const))('%s', (_, published) => {
  const tree = easyRead.render(published, content)
  const lines = readLines(tree).filter((line) => line !== '')
  const text = plainText(tree)

  it('has only lines that obey the rules', () => {
    // The name printed beside a grade may be a heading; it is the report's, so its words are not ours to change.
    const printed = new Set(published.assessment.judgements.map(({subject}) => subject.replace(/\s+/g, ' ')))
    expect(lines.length).toBeGreaterThan(30)
    expect(checkLines(lines.filter((line) => !printed.has(line)))).toEqual([])
  })

  it('follows the order of the specification, with questions for headings', () => {
    const headings = tree.children.flatMap((child) =>
      child.type === 'heading' && child.depth === 2 ? [plainText(child)] : [],
    )
    const order = [
      'What is this document?',
      'Who wrote the report?',
      'What did they look at?',
      `How did ${published.assessment.council.name} do?`,
      'What is good?',
      'What needs to get better?',
      'What happens next?',
      'What do the hard words mean?',
      'Where can you find out more?',
    ]
    expect(headings).toEqual(order.filter((question) => headings.includes(question)))
    expect(headings.filter((question) => !question.endsWith('?'))).toEqual([])
    expect(headings).toEqual(expect.arrayContaining(order.filter((question) => question !== 'What happens next?')))
  })

  it('says at the start and at the end that no person has checked it', () => {
    expect(text.split('No person has checked it yet.')).toHaveLength(3)
  })

  it('tells every grade, and quotes findings word for word', () => {
    for (const {grade} of published.assessment.judgements) expect(text).toContain(`The grade is ${grade.label}.`)
    const quoted = collect(tree, 'blockquote').map((node) => plainText(node))
    const items = new Set(
      [...published.assessment.sections].flatMap(function all(section): string[] {
        return [
          ...section.findings.flatMap((findings) => findings.items.map((item) => item.text)),
          ...section.sections.flatMap(all),
        ]
      }),
    )
    const duties = new Set(published.assessment.duties.map((duty) => duty.text))
    expect(quoted.filter((quote) => !items.has(quote) && !duties.has(quote))).toEqual([])
    expect(quoted.length).toBeGreaterThan(5)
    expect(quoted.length).toBeLessThanOrEqual(24 + duties.size)
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
  expect(read('cqc-2024-self')).toContain('The council says these things.')
})

describe('the words of ours that easy read takes up', () => {
  it('obey the rules in the glossary, the topics, the frameworks and the grades', () => {
    const lines = [
      ...content.glossary.flatMap((term) => term.lines),
      ...content.topics.flatMap((topic) => topic.easyRead),
      ...frameworks.flatMap(({easyRead: own, scales}) => [
        ...(own.who ?? []),
        ...own.lookedAt,
        ...scales.flatMap(({steps}) => steps.flatMap((step) => step.easyRead ?? [])),
      ]),
    ]
    expect(checkLines(lines)).toEqual([])
  })

  it('explain each term once', () => {
    const terms = content.glossary.map(({term}) => term.toLowerCase())
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([])
  })
})

describe('checkLines', () => {
  it.each([
    [
      'One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.',
      'more than 15 words',
    ],
    ['This is one. This is two.', 'more than one sentence'],
    ['It is 94% of people.', 'per cent sign'],
    ['The council will strengthen its plan.', 'word we never use'],
    ['Part IV is next.', 'roman numeral'],
  ])('stops "%s"', (line, rule) => expect(checkLines([line]).map((fault) => fault.rule)).toContain(rule))

  it('lets a plain line pass', () => expect(checkLines(['People wait 14 weeks.'])).toEqual([]))
})

describe('findHardWords', () => {
  const glossary = [
    {term: 'care home', forms: ['care homes'], lines: ['x'], alsoCalled: []},
    {term: 'care', forms: [], lines: ['x'], alsoCalled: []},
    {term: 'PA', forms: ['PAs'], full: 'Personal Assistant', lines: ['x'], alsoCalled: []},
  ]
  it('prefers the longer term, knows plurals, and takes no part of a word', () => {
    expect(findHardWords('People in care homes keep pace with PAs.', glossary, []).map(({term}) => term)).toEqual([
      'care home',
      'PA',
    ])
    expect(findHardWords('carefully pa', glossary, [])).toEqual([])
    expect(findHardWords('It costs £2,000 PA.', glossary, [])).toEqual([])
  })

  it('takes a short form only for what it stands for in the document', () => {
    const place = {file: 'seeds/case.txt', line: 1}
    const [, , pa] = glossary
    const find = (full?: string) =>
      findHardWords('A PA came.', pa ? [{...pa, ambiguous: true}] : [], full ? [{short: 'PA', full, place}] : [])
    expect([find(), find('Per annum'), find('Personal Assistants')].map((terms) => terms.length)).toEqual([0, 0, 1])
  })
})

function collect(node: Nodes, type: string): Nodes[] {
  if (node.type === type) return [node]
  return 'children' in node ? node.children.flatMap((child) => collect(child, type)) : []
}

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
      expect(checkLines(readLines(tree).filter((line) => line !== '' && !printed.has(line)))).toEqual([])
      expect(collect(tree, 'blockquote').map((node) => plainText(node))).toContain(supersededBy.why)
    }
  })
})
