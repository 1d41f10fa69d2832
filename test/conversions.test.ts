import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {eachSection} from '../src/assessment.ts'
import {frameworks} from '../src/frameworks/index.ts'
import {normalise} from '../src/normalise.ts'
import {recognise} from '../src/recognise.ts'
import {readSource} from '../src/source.ts'
import {listCases, readAs} from './support/golden-reading.ts'

// What another conversion of the same document would do to its text, and must not do to its facts.
const conversions: Readonly<Record<string, (text: string) => string>> = {
  'wrapped at 72 characters': (text) => text.split('\n').map(wrap).join('\n'),
  'with square bullets': (text) => text.replace(/^(\s*)- (?!\|)/gm, '$1▪ '),
  'with asterisks for bullets': (text) => text.replace(/^(\s*)- (?!\|)/gm, '$1* '),
  'with middle dots for bullets': (text) => text.replace(/^(\s*)- (?!\|)/gm, '$1· '),
  'with letters for bullets': (text) => text.replace(/^- (?=\p{Lu})/gmu, 'o '),
  'with soft hyphens and joined letters': (text) =>
    text
      .replaceAll('ffi', 'ﬃ')
      .replaceAll('fi', 'ﬁ')
      .replace(/safeguard/g, 'safe\u00adguard'),
  'with no-break spaces': (text) => text.replace(/(\d) (?=[a-z])/g, '$1\u00a0'),
  'with running titles and page numbers': (text) => addPageEnds(text),
  'with old Mac line ends': (text) => text.replace(/\n/g, '\r'),
  'with headings in bold': (text) =>
    text.replace(
      /^(Outcome \d: [^\t\n]+|Leadership|Key strengths|Areas for improvement|Key Areas for Development)$/gm,
      '**$1**',
    ),
  'with Windows line ends': (text) => text.replace(/\n/g, '\r\n'),
  'with a byte order mark': (text) => `\ufeff${text}`,
  'with piped tables': (text) => text.replace(/^([^\t\n]+)\t([^\t\n]+)$/gm, '| $1 | $2 |'),
  'with two blank lines for one': (text) => text.replace(/\n\n/g, '\n\n\n'),
  'with other quotation marks': (text) => text.replace(/[“”]/g, '"'),
}

describe.each([
  ['cqc-2009', '000_8772cd5ce74a4bca.txt'],
  ['cqc-2009', '001_83ee4f9766c43bce.txt'],
  ['ssi-2003', '002_c429787cb75dd07d.txt'],
  ['csci-2008', '003_3bb8e0a064ff2e81.txt'],
  ['cqc-2024-self', '004_a1a9899148769102.txt'],
])('%s: %s', (id, name) => {
  const text = readFileSync(`seeds/${name}`, 'utf8')
  const printed = readFacts(id, text)

  it.each(Object.keys(conversions))('gives the same facts %s', (conversion) => {
    const converted = readFacts(id, conversions[conversion]?.(text) ?? '')
    expect(converted.ledger).toEqual([0, 0])
    expect(converted.judgements).toEqual(printed.judgements)
    expect(converted.findings).toEqual(printed.findings)
  })

  it('gives the same facts about another council', () => {
    const council = {Leicester: 'Northwold', LEICESTER: 'NORTHWOLD', Halton: 'Northwold', Leeds: 'Northwold'}
    const moved = readFacts(
      id,
      text.replace(/Leicester|LEICESTER|Halton|Leeds/g, (found) => council[found as keyof typeof council]),
    )
    expect(moved.council).toMatch(/^Northwold/i)
    expect(moved.judgements).toEqual(printed.judgements)
    expect(moved.findings.map(([section, kind, items]) => [section, kind, items?.length])).toEqual(
      printed.findings.map(([section, kind, items]) => [section, kind, items?.length]),
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

/** A page end after every blank line that follows forty lines: a running title and a page number. */
function addPageEnds(text: string): string {
  let [page, left] = [0, 40]
  return text
    .split('\n')
    .map((line, index) => {
      left--
      // The first lines are a title page.
      if (index < 60 || line !== '' || left > 0) return line
      left = 40
      page++
      return `\nSocial care assessment\n\nPage ${page}\n`
    })
    .join('\n')
}

function wrap(line: string): string {
  // Markdown headings and table rows are one line in every conversion.
  if (line.length <= 72 || /^#|[\t|]|<\w/.test(line)) return line
  const indent = ' '.repeat(/^\s*(?:[-•◆*▪]\s+)+/.exec(line)?.[0].length ?? 0)
  const lines = ['']
  for (const word of line.split(' ')) {
    const current = lines.at(-1) ?? ''
    if (current.trim() && current.length + word.length >= 72) lines.push(`${indent}${word}`)
    else lines[lines.length - 1] = lines.length === 1 && current === '' ? word : `${current} ${word}`
  }
  return lines.join('\n')
}

function readFacts(id: string, text: string) {
  const framework = frameworks.find((entry) => entry.id === id)
  if (!framework) throw new Error(`There is no framework ${id}`)
  const {reading, ledger} = readAs(framework, text)
  const straight = (words: string) => words.replace(/[“”]/g, '"')
  return {
    council: reading.councilName?.text,
    ledger: [ledger.unaccounted, ledger.doubled],
    judgements: reading.judgements.map(({of, subject, grade, carriedFrom}) => [of, subject, grade.id, carriedFrom]),
    findings: [...eachSection(reading.sections)].flatMap(({section}) =>
      section.findings.map(({kind, items}) => [section.id, kind, items.map((item) => straight(item.text))] as const),
    ),
  }
}
