import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {readPublication, type World} from '../src/build.ts'
import {readContent} from '../src/content.ts'
import {formatProblem} from '../src/problem.ts'

const readProject = (file: string) => readFileSync(file, 'utf8')
const content = readContent(readProject)
const report = (council: string, grade = 'Well') => `Assessment of Performance Report 2009/10

ADULT SOCIAL SERVICES ASSESSMENT OF PERFORMANCE 2009/10 :${council}

2009/10 Council APA Performance

Delivering outcomes assessment Overall council is:\t${grade}

Council overall summary of 2009/10 performance

The council listens.
`

function read(seeds: Record<string, string>, records: Record<string, string> = {}) {
  const world: World = {
    listSeeds: () => Object.keys(seeds),
    readSeed: (name) => new TextEncoder().encode(seeds[name]),
    listRecords: () => Object.keys(records),
    readRecord: (name) => records[name] ?? '',
    listEasyRead: () => [],
    readEasyRead: () => '',
    findMedia: () => undefined,
    readContent: readProject,
    today: '2026-01-01',
    progress: () => {},
  }
  const {publication, heldBack, problems} = readPublication(world, content)
  return {
    ids: publication.assessments.map(({assessment}) => assessment.id),
    publication,
    heldBack,
    // Notes are for the officer alone: the report above has a short form that nothing explains.
    problems: problems.filter(({level}) => level !== 'note').map(formatProblem),
    rules: problems.map(({rule}) => rule),
  }
}

describe('readPublication', () => {
  it('reads another council of a known family', () => {
    expect(read({'a.txt': report('Northwold')})).toMatchObject({
      ids: ['northwold/2009-10-performance-assessment'],
      problems: [],
    })
  })

  it('orders by council, then period', () => {
    expect(read({'a.txt': report('Westmarch'), 'b.txt': report('Northwold')}).ids).toEqual([
      'northwold/2009-10-performance-assessment',
      'westmarch/2009-10-performance-assessment',
    ])
  })

  it('says that there are no documents', () =>
    expect(read({}).problems.join()).toMatch(/^no-documents: Unexpected empty folder/))

  it('names both documents that claim one id', () => {
    const {problems} = read({'a.txt': report('Northwold'), 'b.txt': report('NORTHWOLD')})
    expect(problems).toEqual([expect.stringMatching(/^seeds\/b\.txt:1: duplicate-id: .*seeds\/a\.txt.*\n {2}hint: /s)])
  })

  it('stops at two councils that would share an address, and says how to part or to join them', () => {
    const seeds = {'a.txt': report('Eastmere Borough Council'), 'b.txt': report('Eastmere County Council')}
    expect(read(seeds, {'b.yaml': 'period: 2008-09'}).problems).toEqual([
      expect.stringMatching(
        /^seeds\/b\.txt:1: council-clash: .*`Eastmere County Council`.*seeds\/a\.txt.*`Eastmere Borough Council`.*\n {2}hint: .*`council: Eastmere Borough Council` into content\/records\/b\.yaml.*councils\.yaml/s,
      ),
    ])
    const record = 'period: 2008-09\ncouncil: Eastmere Borough Council'
    expect(read(seeds, {'b.yaml': record})).toMatchObject({
      ids: ['eastmere/2008-09-performance-assessment', 'eastmere/2009-10-performance-assessment'],
      problems: [],
    })
    const one = {'a.txt': report('Northwold'), 'b.txt': report('NORTHWOLD CITY COUNCIL')}
    expect(read(one, {'b.yaml': 'period: 2008-09'}).problems).toEqual([])
  })

  it('doubts a document whose headings name two councils, unless its record names one', () => {
    const review = (name: string) => `${name}\n\nThe council listens to its people and to all its partners.\n\n`
    const text = `Joint review 2019\n\n${review('PART A: NORTHWOLD COUNCIL')}${review('PART B: EASTMERE COUNTY COUNCIL')}`
    const generic = 'framework: generic'
    const {problems, publication} = read({'a.txt': text}, {'a.yaml': generic})
    expect(problems).toEqual([
      expect.stringMatching(
        /^seeds\/a\.txt:7: two-councils: .*`Eastmere County Council`.*`Northwold Council`.*split the file/s,
      ),
    ])
    expect(publication.assessments[0]?.doubts[0]?.toReaders).toMatch(/Northwold Council and Eastmere County Council/)
    expect(read({'a.txt': text}, {'a.yaml': `${generic}\ncouncil: Northwold Council`}).problems).toEqual([])
    const near = `Review 2019\n\n${review('NORTHWOLD COUNCIL')}${review('**Work with Eastmere County Council**')}`
    expect(read({'a.txt': near}, {'a.yaml': generic}).problems).toEqual([])
  })

  it('publishes a document of no known family with a doubt, and says which families it knows', () => {
    const {ids, problems, publication} = read({
      'a.txt': 'Northwold Council\n\nReview of day care 2019\n\nIt went well.',
    })
    expect(ids).toEqual(['northwold/2019-report'])
    expect(problems).toEqual([
      expect.stringMatching(
        /^seeds\/a\.txt:1: unknown-kind: .*`cqc-2009`.*hardly a sign of any\n {2}hint: .*`framework:`/s,
      ),
    ])
    expect(publication.assessments[0]).toMatchObject({
      assessment: {title: 'Review of day care 2019', kind: 'report', framework: 'generic'},
      doubts: [{rule: 'unknown-kind'}],
    })
  })

  it('says which family a document resembles most', () => {
    const nearly = 'Northwold Council\n\nReview 2019\n\nSelf-assessment\n\nCQC came to see us.\n'
    expect(read({'a.txt': nearly}).problems.join()).toMatch(/unknown-kind: .*resembles `cqc-2024-self` most/)
    const both = 'Northwold Council\n\nPerformance summary report\n\nAssessment of Performance Report 2009/10\n'
    expect(read({'a.txt': both}).problems.join()).toMatch(
      /unknown-kind: .*as many signs of `csci-2008` as of `cqc-2009`/,
    )
  })

  it('says "not stated" of a council, a period and an author that neither text nor record names', () => {
    const {ids, publication} = read({'a.txt': 'Minutes of a meeting.', 'b.txt': report('Northwold')})
    expect(ids).toEqual(['northwold/2009-10-performance-assessment', 'not-stated/not-stated-report'])
    const [, {assessment} = {assessment: undefined}] = publication.assessments
    expect(assessment).toMatchObject({
      title: 'Report',
      council: {id: 'not-stated', name: 'Council not stated'},
      period: 'not-stated',
    })
    expect(assessment && 'assessor' in assessment).toBe(false)
  })

  it('takes what such a document does not say from the record, and then guesses nothing', () => {
    const text =
      'Account of a visit\n\n3 May 2017\n\nThe team of Eastmere Borough Council was friendly to everybody who came to see it.'
    expect(read({'a.txt': text}).rules).toEqual(['unknown-kind', 'council-inferred', 'period-inferred'])
    const record = 'framework: generic\ncouncil: Northwold Council\nperiod: 2016\ntitle: The visit\nnoun: peer-review'
    const {ids, rules, publication} = read({'a.txt': text}, {'a.yaml': record})
    expect(ids).toEqual(['northwold/2016-peer-review'])
    expect(rules).toEqual([])
    expect(publication.assessments[0]?.assessment.title).toBe('The visit')
  })

  it('tells two documents of a council and a year apart by the noun of a record', () => {
    const seeds = {'a.txt': report('Northwold'), 'b.txt': report('Northwold')}
    expect(read(seeds).problems.join()).toMatch(/duplicate-id: .*hint: .*`noun: peer-review`/s)
    expect(read(seeds, {'b.yaml': 'noun: second-assessment'}).ids).toEqual([
      'northwold/2009-10-performance-assessment',
      'northwold/2009-10-second-assessment',
    ])
    expect(read(seeds, {'b.yaml': 'noun: Second Review/'}).problems.join()).toMatch(/bad-record: Unexpected `noun`/)
  })

  it('takes the year of a record that YAML takes for a number', () =>
    expect(read({'a.txt': report('Northwold')}, {'a.yaml': 'period: 2010'}).ids).toEqual([
      'northwold/2010-performance-assessment',
    ]))

  it('stops at a known family without a council or a period, and at a framework that no one knows', () => {
    const nameless = report('').replaceAll('2009/10', '')
    const {ids, problems} = read({'a.txt': nameless}, {'a.yaml': 'framework: cqc-2009'})
    expect(ids).toEqual([])
    expect(problems.join()).toMatch(/no-council: .*no-period: /s)
    expect(read({'a.txt': report('Northwold')}, {'a.yaml': 'framework: cqc-1066'}).problems.join()).toMatch(
      /unknown-framework: .*`cqc-1066`.*`generic`/,
    )
  })

  it('refuses a kind of file that it cannot read', () => {
    expect(read({'a.pdf': '%PDF'}).problems.join()).toMatch(/^seeds\/a\.pdf:1: unknown-file-kind/)
  })

  it('takes council and period from the record when the record says so', () => {
    expect(
      read({'a.txt': report('Northwold')}, {'a.yaml': 'council: Eastmere Borough Council\nperiod: 2008-09'}).ids,
    ).toEqual(['eastmere/2008-09-performance-assessment'])
  })

  it('holds a stamped document back and reads the others', () => {
    const {ids, heldBack, problems} = read({
      'a.txt': `Not for publication\n\n${report('Northwold')}`,
      'b.txt': report('Westmarch'),
    })
    expect(ids).toEqual(['westmarch/2009-10-performance-assessment'])
    expect(heldBack.map(({file}) => file)).toEqual(['seeds/a.txt'])
    expect(problems).toEqual([])
  })

  it('says when a record has no document, and stops when that record was to protect words', () => {
    expect(read({'a.txt': report('Northwold')}, {'b.yaml': 'period: 2008-09'}).problems.join()).toMatch(
      /record-without-document/,
    )
    const {problems} = read({'a.txt': report('Northwold')}, {'b.yaml': 'redactions: [{pattern: x, why: y}]'})
    expect(problems.join()).toMatch(/^content\/records\/b\.yaml:1: record-without-document/)
  })

  it('names the entry of a record that matches nothing', () => {
    const record = `# Two entries
corrections:
  - {find: Northwold, replace: Northwold, why: x}
  - find: southwold
    replace: y
    why: z
redactions:
  - {pattern: listens, why: x}
  - {pattern: nobody, why: x}`
    expect(read({'a.txt': report('Northwold')}, {'a.yml': record}).problems).toEqual([
      expect.stringMatching(/^content\/records\/a\.yml:4: record-without-effect: .*`southwold`.*\n {2}hint: /),
      expect.stringMatching(/^content\/records\/a\.yml:9: record-without-effect: .*redaction.*\n {2}hint: /),
    ])
  })

  it('tells readers of corrections, but not of words that are withheld', () => {
    const {publication} = read(
      {'a.txt': `${report('Northwold')}\nGlen\nMarlw called nwo.`},
      {
        'a.yaml': `corrections:
  - {find: Marlw, replace: Marlow, why: Misread}
  - {find: nwo, replace: now, why: Misread}
redactions:
  - {pattern: Glen Marlow, why: Personal data}`,
      },
    )
    expect(publication.assessments[0]?.record).toMatchObject({
      corrections: [
        {why: 'Misread', lines: [14]},
        {why: 'Misread', lines: [14], words: {find: 'nwo', replace: 'now'}},
      ],
      redactions: [{why: 'Personal data', lines: [13, 14]}],
    })
    expect(JSON.stringify(publication)).not.toMatch(/glen|marl/i)
  })

  it('leaves of a withdrawn report what it was, when it went and why, and none of its words', () => {
    const {ids, publication, heldBack, problems} = read(
      {'a.txt': report('Northwold'), 'b.txt': report('Westmarch')},
      {'a.yaml': 'withdrawn: {when: 2025-05-01, why: Wrong file}'},
    )
    expect(ids).toEqual(['westmarch/2009-10-performance-assessment'])
    expect(publication.withdrawn).toMatchObject([
      {assessment: {id: 'northwold/2009-10-performance-assessment'}, when: '2025-05-01', why: 'Wrong file'},
    ])
    expect(JSON.stringify(publication.withdrawn)).not.toMatch(/listens|judgements|sections/)
    expect([heldBack, problems]).toEqual([[], []])
  })

  it('keeps silent about a withdrawn report that was never released', () => {
    const {publication, heldBack} = read(
      {'a.txt': `Not for publication\n\n${report('Northwold')}`},
      {'a.yaml': 'withdrawn: {when: 2025-05-01, why: Wrong file}'},
    )
    expect(publication.withdrawn).toBeUndefined()
    expect(heldBack).toHaveLength(1)
  })

  it('sends readers from a superseded report to the one that took its place', () => {
    const seeds = {'a.txt': report('Northwold'), 'b.txt': report('Westmarch')}
    const successor = 'westmarch/2009-10-performance-assessment'
    const find = (record: string) => read(seeds, {'a.yaml': record}).publication.assessments[0]?.record?.supersededBy
    expect(find(`supersededBy: ${successor}`)).toMatchObject({id: successor, period: '2009-10'})
    expect(find(`supersededBy: {id: ${successor}, why: New rules, when: 2026-03-02}`)).toMatchObject({
      id: successor,
      name: expect.stringMatching(/^Westmarch: /),
      why: 'New rules',
      when: '2026-03-02',
    })
  })

  it.each(['westmarch/2009-10-performance-assesment', 'northwold/2009-10-performance-assessment'])(
    'names the record that sends readers to %s, which is no other report',
    (id) => {
      const {problems} = read(
        {'a.txt': report('Northwold'), 'b.txt': report('Westmarch')},
        {'a.yaml': `# new rules\nsupersededBy:\n  id: ${id}\n  why: New rules`},
      )
      expect(problems).toEqual([
        expect.stringMatching(
          /^content\/records\/a\.yaml:2: unknown-successor: .*\n {2}hint: .*`westmarch\/2009-10-performance-assessment`/,
        ),
      ])
    },
  )

  it('publishes from the day on which an embargo ends', () => {
    const day = (embargo: string) => read({'a.txt': report('Northwold')}, {'a.yaml': `embargo: ${embargo}`})
    expect(day('2026-01-01').ids).toHaveLength(1)
    expect(day('2026-01-02')).toMatchObject({
      ids: [],
      heldBack: [{why: 'under embargo until 2026-01-02', hint: 'Build again on or after 2026-01-02'}],
    })
  })

  it('withholds redacted words from all that is published', () => {
    const {publication} = read(
      {'a.txt': `${report('Northwold')}\nSecretname called.`},
      {'a.yaml': 'redactions: [{pattern: secretname, why: Personal data}]'},
    )
    expect(publication.assessments[0]?.ledger).toMatchObject({withheld: 1, unaccounted: 0})
    expect(JSON.stringify(publication)).not.toMatch(/secretname/i)
  })
})
