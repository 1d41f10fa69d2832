import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {amend} from '../src/amend.ts'
import {normalise} from '../src/normalise.ts'
import {findPersonalData} from '../src/privacy.ts'
import {publicationRecord} from '../src/records.ts'
import {readProject} from './support/publication.ts'

const documentOf = (text: string) =>
  normalise({file: 'seeds/case.txt', sha256: '', lines: text.split('\n').map((line) => ({text: line, withheld: []}))})
const find = (text: string) => findPersonalData(documentOf(text).lines, 'content/records/case.yaml')
/** What is found: line, kind and the words as the pattern names them. */
const list = (text: string) =>
  find(text).map(
    ({place, rule, hint = ''}) =>
      `${place?.line} ${rule.replace('personal-', '')} ${[...hint.matchAll(/pattern: '((?:[^']|'')*)'/g)].map((match) => match[1]?.replaceAll('\\', '')).join(' + ')}`,
  )

describe('findPersonalData', () => {
  it.each([
    ['Call 0116 496 0000 today.', '0116 496 0000'],
    ['(0116 496 0000)', '0116 496 0000'],
    ['Call (0116) 496 0000.', '(0116) 496 0000'],
    ['Call 01164960000.', '01164960000'],
    ['Call 0116-496-0000.', '0116-496-0000'],
    ['Call +44 116 496 0000.', '+44 116 496 0000'],
    ['Call +44 (0)116 496 0000.', '+44 (0)116 496 0000'],
    ['Mobile 07700 900123', '07700 900123'],
    ['Call 0808 157 0192 or text.', '0808 157 0192'],
    ['Finance – Tel. 496 0000).', '496 0000'],
    ['Tel: 496 0000', '496 0000'],
    ['Telephone number: 4960000', '4960000'],
    ['Ext. 4321', '4321'],
    ['Fax no. 496 0001', '496 0001'],
  ])('sees the telephone number in %s', (text, words) => expect(list(text)).toEqual([`1 phone ${words}`]))

  it.each([
    'Evidence E14, IR36 and E23 (IR5).',
    'In 2002-03 and 2003/04, 2009 2010 2011.',
    'It rose from 74% to 81% of 1,038 people and cost £0 123 456 789.',
    'Help is there 24/7, on 01/02/2008 and 01 02 2008.',
    'Indicators C72, B8, D41 and A1 to C32.',
    'The ratio was 0.8300 to 0.8304, or 0.123 456 789.',
    'Reference 2008/0116/252 and paragraph 0.1.2.3.',
    'Rule 9.2 (i), Schedule 12A, section 42 and S117.',
    'Item 000123456789012 and 12345678901.',
    'Extra 4321 people; telecare 2500 users; a telephone survey of 3,000.',
    'Page 14 | 33',
    'National Insurance and the M25 2AM closure.',
    'Contact arrangements for new users work well.',
    'People @ the heart of care; 5 @ 20.',
    'Head of Service',
    'Yours sincerely',
    'Regional Director',
    'Making a Positive Contribution',
    'Mr and Mrs',
    'Leeds City Council\nDirector of Adult Social Services',
    'Quality Assurance Team\nThe Director leads the work of the council.',
    'Adult Social Care (Health Partnership, Mental Health Services)',
    'DECISION STATUS\nExecutive',
    'Report of the Corporate Director of Social Care and Health',
  ])('lets %s pass', (text) => expect(list(text)).toEqual([]))

  it.each([
    ['Write to ann.marlow@northwold.example today.', 'email', 'ann.marlow@northwold.example'],
    ["O'Neil-Smith+x@a.b-c.example", 'email', "O''Neil-Smith+x@a.b-c.example"],
    ['Welford Place NW1 6ZZ', 'postcode', 'NW1 6ZZ'],
    ['EC1A 1BB', 'postcode', 'EC1A 1BB'],
    ['W1A0AX', 'postcode', 'W1A0AX'],
  ])('sees in %s the %s', (text, kind, words) => expect(list(text)).toEqual([`1 ${kind} ${words}`]))

  it.each([
    ['Yours sincerely\n\n\nAnn Marlow\nRegional Director', ['4 name Ann Marlow']],
    ['Yours faithfully\n\nA. B. MARLOW', ['3 name A. B. MARLOW']],
    ['Yours sincerely\n\nREGIONAL DIRECTOR\n\nRegional Director of the Commission', []],
    ['**Ann Marlow-Smith**  \n**SSI Director**', ['1 name Ann Marlow-Smith']],
    ['Ann O’Brien\n\nStrategic Director', ['1 name Ann O’Brien']],
    ['Contact officer: Ann Marlow, Head of Finance', ['1 name Ann Marlow']],
    [
      '**6. Report Author/Officer to contact:**\n\nAnn Marlow      Corporate Director of Care\nBo Lee      Head of Unit\n\n**DECISION STATUS**',
      ['3 name Ann Marlow', '4 name Bo Lee'],
    ],
    ['Contact Name\tJob Title\nAnn Marlow\tCompliance Manager', ['2 name Ann Marlow']],
    ['This (Ann Marlow, Head of Finance) and (Bo Lee, Legal Services).', ['1 name Ann Marlow + Bo Lee']],
    ['Mrs Ann Marlow Director of Care\n\nDear Mrs Marlow', ['1 name Mrs Ann Marlow', '3 name Mrs Marlow']],
  ])('sees who signs or can be asked in %j', (text, expected) => expect(list(text)).toEqual(expected))

  it('tells the officer alone, without repeating the words in the message', () => {
    const [problem] = find('Call 0116 496 0000 or 0116 496 0001.')
    expect(problem).toMatchObject({level: 'note', rule: 'personal-phone', place: {file: 'seeds/case.txt', line: 1}})
    expect(problem?.message).toContain('`011• ••• ••••`, `011• ••• ••••`')
    expect(find('ann.marlow@northwold.example')[0]?.message).toContain('`a…@northwold.example`')
    expect(find('NW1 6ZZ')[0]?.message).toContain('`NW1 …`')
    expect(find('Dear Mrs Marlow')[0]?.message).toContain('`M… M…`')
  })

  it.each(["(0116) 496 0000 [x] ann.o'neil+b@northwold.example", "Contact officer: Ann O'Brien", 'NW1 6ZZ'])(
    'writes a redaction that works when it is pasted: %s',
    (text) => {
      const entries = find(text).flatMap(({hint = ''}) =>
        [...hint.matchAll(/- \{.*?\}(?= -|$)/g)].map(([entry]) => entry),
      )
      const {corrections, redactions} = publicationRecord.parse(parse(`redactions:\n  ${entries.join('\n  ')}`))
      const {lines, faults} = amend([text], {corrections, redactions})
      expect(faults).toEqual([])
      expect(find(lines.map((line) => line.text).join('\n'))).toEqual([])
    },
  )

  it.each(['a', '0', '(', 'Aa', 'A ', 'a.', 'Tel', "A'"])(
    'sees nothing personal in a line of %j at the limits',
    (text) => expect(find(text.repeat(100_000 / text.length))).toEqual([]),
  )
})

it('sees what stands in the seeds, line by line, and nothing else', () => {
  const {problems} = readProject()
  const notes = problems.filter(({rule}) => rule.startsWith('personal-'))
  expect(notes.every(({level}) => level === 'note')).toBe(true)
  expect(
    notes.map(({place, rule}) => `${place?.file.slice(6, 9)}:${place?.line} ${rule.replace('personal-', '')}`),
  ).toEqual([
    '000:10 name',
    '001:8 name',
    '002:67 phone',
    '002:67 name',
    '002:89 phone',
    '002:89 name',
    '002:90 phone',
    '002:90 name',
    '002:100 name',
    '002:106 postcode',
    '002:108 name',
    '002:145 name',
    '003:13 name',
    '003:19 postcode',
    '003:25 name',
    '004:37 name',
    '004:43 name',
    '004:49 name',
  ])
})
