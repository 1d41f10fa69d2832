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
