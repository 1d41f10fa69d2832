import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {eachSection} from '../src/assessment.ts'
import {frameworks} from '../src/frameworks/index.ts'
import {normalise} from '../src/normalise.ts'
import {recognise} from '../src/recognise.ts'
import {readSource} from '../src/source.ts'
import {listCases, readAs} from './support/golden-reading.ts'
import {
  bullets,
  characters,
  contents,
  gradeTables,
  headings,
  pages,
  readOriginal,
  together,
  wraps,
} from './support/rewritings.ts'

const seeds = [
  ['cqc-2009', '000_8772cd5ce74a4bca.txt'],
  ['cqc-2009', '001_83ee4f9766c43bce.txt'],
  ['ssi-2003', '002_c429787cb75dd07d.txt'],
  ['csci-2008', '003_3bb8e0a064ff2e81.txt'],
  ['cqc-2024-self', '004_a1a9899148769102.txt'],
] as const

const groups = {characters, bullets, headings, gradeTables, pages, contents, wraps, together}

// Where a rewriting cannot apply; everywhere else it must change the text, so that no test is idle.
const notApplicable: Readonly<Record<string, (framework: string, name: string) => boolean>> = {
  // These print that bullet already.
  'with - for bullets': (framework) => framework === 'cqc-2009',
  // These print no curly ones.
  'with straight quotation marks': (framework) => framework === 'csci-2008' || framework === 'cqc-2024-self',
  // Each heading of it is bold already.
  'with headings in bold': (framework) => framework === 'ssi-2003',
  // Its own list has tabs.
  'with a contents list with tabs': (framework) => framework === 'cqc-2024-self',
  // Only CQC graded in these words.
  'with "Performing" before the grades': (framework) => framework !== 'cqc-2009',
}
// The review of 2003 and the self-assessment give no grades; tables with two columns they have.
const hasNoGrades = (framework: string) => framework === 'ssi-2003' || framework === 'cqc-2024-self'

describe.each(seeds)('%s: %s', (id, name) => {
  const original = readOriginal(id, readFileSync(`seeds/${name}`, 'utf8'))
  const printed = readFacts(id, original.text)
  const rewritings = Object.entries(groups).flatMap(([group, rewrites]) =>
    Object.entries(rewrites).filter(
      ([rewriting]) =>
        !notApplicable[rewriting]?.(id, name) &&
        !(group === 'gradeTables' && rewriting !== 'with pipes for tabs' && hasNoGrades(id)),
    ),
  )

  it.each(rewritings)('gives the same facts %s', (_, rewrite) => {
    const rewritten = rewrite(original)
    expect(rewritten).not.toBe(original.text)
    expect(readFacts(id, rewritten)).toEqual(printed)
  })

  it('gives the same facts about another council', () => {
    const council = {Leicester: 'Northwold', LEICESTER: 'NORTHWOLD', Halton: 'Northwold', Leeds: 'Northwold'}
    const moved = readFacts(
      id,
      original.text.replace(/Leicester|LEICESTER|Halton|Leeds/g, (found) => council[found as keyof typeof council]),
    )
    const count = (facts: typeof printed) => facts.findings.map(({items, ...list}) => ({...list, items: items.length}))
    expect(moved.council).toMatch(/^northwold/)
    expect(moved.judgements).toEqual(printed.judgements)
    expect(count(moved).map(({kind, items}) => [kind, items])).toEqual(
      count(printed).map(({kind, items}) => [kind, items]),
    )
  })
})

describe('recognition', () => {
  it.each(
    frameworks.flatMap(({id}) =>
      listCases(id)
        .filter(({name}) => name.startsWith('another-council'))
        .map(({name, text}) => [id, name, text] as const),
    ),
  )('knows the family %s by a short document: %s', (id, _, text) => {
    const source = readSource(
      'seeds/case.txt',
      new TextEncoder().encode(text),
      {corrections: [], redactions: []},
      () => {},
    )
    if (!source) throw new Error('cannot be read')
    expect(recognise(normalise(source), undefined, () => {})?.id).toBe(id)
  })

  it.each([
    '',
    'a',
    '# \n- \n| |\n',
    '<p>'.repeat(500),
    '('.repeat(5000),
    '* '.repeat(5000),
    'Leadership\n'.repeat(2000),
  ])('takes no odd text for a known family, and no time over it (%#)', (text) => {
    const source = readSource(
      'seeds/case.txt',
      new TextEncoder().encode(`${text} x`),
      {corrections: [], redactions: []},
      () => {},
    )
    if (!source) throw new Error('cannot be read')
    for (const framework of frameworks) expect(framework.recognise(normalise(source))).toBeLessThan(0.4)
  })

  // At the limits of a source, where a pattern that backtracks or a search that starts over would stall the build.
  it.each(['*', '<', '&', '|', '[', '(', ' ', '- ', '• a', '<p>a</p>', 'a\t', '<!--', 'Abc Def ', 'word '])(
    'reads long lines of %j without losing a word',
    (unit) => {
      const [framework] = frameworks
      if (!framework) throw new Error('There is no framework')
      const text = `${unit.repeat(90_000 / unit.length)} x\n`.repeat(5)
      const {ledger} = readAs(framework, text)
      expect([ledger.unaccounted, ledger.doubled]).toEqual([0, 0])
    },
  )

  it.each(frameworks.map((framework) => [framework.id, framework] as const))(
    '%s reads any text without losing a word',
    (_, framework) => {
      const text =
        'Leadership\n\n- one\n\nKey strengths\n\n| a | b |\n|---|---|\n\n<script>x</script>\n\nDear Sir\n\nAreas for improvement\n\nNone\n1\n2\n3\n'
      const {ledger} = readAs(framework, text)
      expect([ledger.unaccounted, ledger.doubled]).toEqual([0, 0])
    },
  )
})

/** What a reading says, without what a rewriting may change: capitals, bold and numbers of headings, shapes of marks. */
function readFacts(id: string, content: string | Uint8Array) {
  const framework = frameworks.find((entry) => entry.id === id)
  if (!framework) throw new Error(`There is no framework ${id}`)
  const {reading, ledger, document} = readAs(framework, content)
  const straight = (words: string) => words.replace(/[“”]/g, '"')
  const scores = frameworks.map((entry) => [entry.id, entry.recognise(document)] as const)
  const [surest] = scores.toSorted(([, a], [, b]) => b - a)
  return {
    recognised: surest?.[0],
    council: fold(reading.councilName?.text),
    title: fold(reading.title?.text),
    period: reading.period,
    dated: reading.dated,
    faults: ledger.faults,
    judgements: reading.judgements.map(({of, subject, grade, carriedFrom}) => [of, subject, grade.id, carriedFrom]),
    sections: [...eachSection(reading.sections)].map(({section, partOf}) => ({
      id: section.id,
      kind: section.kind,
      topic: section.topic,
      heading: section.headingIsOurs ? undefined : fold(section.heading),
      in: partOf?.id,
    })),
    findings: [...eachSection(reading.sections)].flatMap(({section}) =>
      section.findings.map(({kind, heading, headingIsOurs, items}) => ({
        section: section.id,
        kind,
        heading: headingIsOurs ? undefined : fold(heading),
        items: items.map((item) => straight(item.text)),
      })),
    ),
  }
}

/** Lower case, words only, and no number in front, printed or added. */
const fold = (text = '') =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:\d{1,2} )+(?=\p{L})/u, '')
