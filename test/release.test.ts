import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {normalise} from '../src/normalise.ts'
import {publicationRecord} from '../src/records.ts'
import {findHold} from '../src/release.ts'
import type {Source} from '../src/source.ts'

const sha256 = 'a'.repeat(64)
const hold = (text: string, record?: Record<string, unknown>, today = '2026-01-01') => {
  const source: Source = {
    file: 'seeds/case.txt',
    sha256,
    lines: text.split('\n').map((line) => ({text: line, withheld: []})),
  }
  return findHold(source, normalise(source), record && publicationRecord.parse(record), today)?.why
}
const release = {who: 'Head of Legal', when: '2025-05-01', basis: 'Council meeting'}

describe('findHold', () => {
  it.each([
    'Not for Publication: Exempt under Access to Information Procedure Rule 9.2 (i)',
    '**NOT FOR PUBLICATION**',
    'NOT FOR\nPUBLICATION',
    'Report\nnot  for   publication',
    'OFFICIAL - SENSITIVE',
    'Private and Confidential',
    'CONFIDENTIAL',
    'Exempt under Schedule 12A',
    'This report contains exempt information.',
  ])('holds back a document stamped %s', (text) => expect(hold(text)).toMatch(/^stamped/))

  it.each(['We keep what people tell us confidential.', 'No restricted access.', 'The report is for publication.'])(
    'lets %s pass',
    (text) => expect(hold(text)).toBeUndefined(),
  )

  it.each([
    'N O T  F O R  P U B L I C A T I O N',
    'N O T F O R P U B L I C A T I O N',
    'N O T\nF O R\nP U B L I C A T I O N',
    'NOT\nFOR\nPUBLICATION',
    'NOT\n\nFOR\n\nPUBLICATION',
    'NOT FOR PUBLI-\nCATION',
    '**NOT FOR PUBLI-**\n**CATION**',
    'CONFI-\nDENTIAL',
    '_Not for publication_',
    '__Not for publication__',
    '_CONFIDENTIAL_',
    '[CONFIDENTIAL]',
    'NOT-FOR-PUBLICATION',
    'NOT\u2011FOR\u2011PUBLICATION',
    'ＮＯＴ ＦＯＲ ＰＵＢＬＩＣＡＴＩＯＮ',
    'NOT FOR PUB\u200bLI\u2060CA\u00adTION',
    'PRIVATE & CONFIDENTIAL',
    'PRIVATE &amp; CONFIDENTIAL',
    'PRIVATE AND CONFIDENTIAL',
    'PRIVATE AND\nCONFIDENTIAL',
    'OFFICIAL SENSITIVE',
    'OFFICIAL-SENSITIVE',
    'OFFICIAL—SENSITIVE',
    'OFFICIAL — SENSITIVE',
    'OFFICIAL\u2011SENSITIVE',
    'OFFICIAL: SENSITIVE',
    'CONFIDENTIAL – Page 1 of 3',
    'Page 1 of 3 CONFIDENTIAL',
    'CONFIDENTIAL\tNorthwold Council',
    'CONFIDENTIAL      Northwold Council',
    '| Northwold Council | CONFIDENTIAL |',
    'CONFIDENTIAL - Northwold Council',
    'CONFIDENTIAL REPORT',
    '# Confidential report',
    'Exempt by virtue of paragraph 3 of Part 1 of Schedule 12A',
    'Appendix 2 is exempt by virtue of\nparagraph 3 of Part 1 of Schedule 12A',
    'EXEMPT INFORMATION - PARAGRAPH 3',
    'This appendix contains confidential information.',
    'NOT YET FOR PUBLICATION',
    'DO NOT PUBLISH',
    'NOT FOR DISTRIBUTION',
    'Draft – not for release',
    'This report is strictly confidential.',
    'Embargoed: 00.01 hours',
    'EMBARGOED UNTIL 3 MAY',
    'Embargoed for release at 00.01',
    'Embargo: 00.01 on 3 May',
    '<mark>Not for publication</mark>',
    'Not&ensp;for&ensp;publication',
    `${'The council met and talked about many things, '.repeat(5)} and this part is not for publication.`,
    `${'The council met and talked about many things, '.repeat(5)} STRICTLY CONFIDENTIAL`,
  ])('finds the stamp in %j', (text) => {
    expect(hold(text)).toMatch(/^stamped/)
    expect(hold(`Performance summary\n\n${text}\n\nWe visited the council.`)).toMatch(/^stamped/)
  })

  it.each([
    'Calls to the helpline are strictly confidential and free.',
    'Calls to the helpline are\nstrictly confidential and free.',
    'What people say on the telephone is\nconfidential.',
    'Some people are exempt under section 117 from charges.',
    'Some people are exempt\nunder section 117 from charges.',
    'The money that the council has set aside for short breaks is not for release of carers from all of their work.',
    'The money that the council has set aside for short breaks is not for\nrelease of carers from all of their work.',
    'Private',
    'Private\nPublic',
    'Private\tVoluntary\tPublic',
    'Confidentiality is respected.',
    'Confidential helpline',
    'We asked what the money is not for. Publication of the answer follows.',
    'A B C D',
  ])('finds no stamp in %j', (text) => {
    expect(hold(text)).toBeUndefined()
    expect(hold(`Performance summary\n\n${text}\n\nWe visited the council.`)).toBeUndefined()
  })

  it.each(readdirSync('seeds').filter((name) => name.endsWith('.txt')))('knows whether %s is stamped', (name) => {
    const why = hold(readFileSync(`seeds/${name}`, 'utf8'))
    expect(why).toBe(name.startsWith('003_') ? 'stamped `Not for Publication`' : undefined)
  })

  it('says where a wrapped stamp begins', () => {
    const source: Source = {
      file: 'seeds/case.txt',
      sha256,
      lines: ['Report', 'NOT', 'FOR', 'PUBLICATION', 'Words'].map((text) => ({text, withheld: []})),
    }
    expect(findHold(source, normalise(source), undefined, '2026-01-01')?.place.line).toBe(2)
  })

  it.each([
    ...['Not for the people who are not exempt, ', 'a ', 'a(', 'N O T  '].map((part) => [part, 100, 50_000] as const),
    ...['a ', 'not for ', '<', '&', '_', '-', 'N O T  ', 'exempt ', 'page ', 'the report is ', '(', ' - '].map(
      (part) => [part, 100_000, 1] as const,
    ),
  ])('reads %j, %i characters long, on %i line(s), in linear time', (part, length, count) => {
    const texts = Array.from({length: count}, () => part.repeat(Math.ceil(length / part.length)).slice(0, length))
    const file = 'seeds/case.txt'
    const lines = texts.map((text, index) => ({
      ...{text, place: {file, line: index + 1}, shape: 'text' as const, cells: []},
      ...{isStrong: false, indent: 0, isBroken: false, width: text.length},
    }))
    const started = performance.now()
    expect(findHold({file, sha256, lines: []}, {file, lines, words: [], pictures: []}, undefined, '2026-01-01')).toBe(
      undefined,
    )
    expect(performance.now() - started).toBeLessThan(15_000)
  })

  it('lets a stamped document pass with a release for this very file', () => {
    expect(hold('Not for publication', {sha256, release})).toBeUndefined()
    expect(hold('Not for publication', {release})).toMatch(/does not say for which file/)
    expect(hold('Not for publication', {sha256: 'b'.repeat(64), release})).toMatch(/another version/)
  })

  it('holds back what is under embargo, up to the day before', () => {
    const embargo = '2026-01-02'
    for (const day of ['2025-12-31', '2026-01-01'])
      expect(hold('Words', {embargo}, day)).toBe('under embargo until 2026-01-02')
    for (const day of ['2026-01-02', '2026-01-03']) expect(hold('Words', {embargo}, day)).toBeUndefined()
  })

  it('holds back a withdrawn document that may not be known of, and no other', () => {
    const withdrawn = {when: '2025-05-01', why: 'Wrong file'}
    expect(hold('Words', {withdrawn})).toBeUndefined()
    expect(hold('Not for publication', {withdrawn})).toMatch(/^stamped/)
    expect(hold('Words', {withdrawn, embargo: '2026-01-02'})).toMatch(/^under embargo/)
    expect(hold('Words', {withdrawn, sha256: 'b'.repeat(64)})).toMatch(/another version/)
  })
})
