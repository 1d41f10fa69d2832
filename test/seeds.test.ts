import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {eachSection} from '../src/assessment.ts'
import {readPublication} from '../src/build.ts'
import {frameworks} from '../src/frameworks/index.ts'
import {eachPassage} from '../src/ledger.ts'
import {normalise, splitWords} from '../src/normalise.ts'
import {readSource} from '../src/source.ts'
import {content, projectWorld} from './support/publication.ts'

const seeds = readdirSync('seeds').filter((name) => name.endsWith('.txt'))
const read = readPublication(projectWorld, content)
const {publication, heldBack, problems} = read

it('publishes every seed without an error', () => {
  expect(publication.assessments.map(({source}) => source.name).sort()).toEqual(seeds)
  expect(heldBack).toEqual([])
  expect(problems.filter(({level}) => level === 'error')).toEqual([])
})

it('gives each seed its permanent id', () => {
  expect(
    publication.assessments
      .map(({source, assessment}) => `${source.name.slice(0, 3)} ${assessment.id} ${assessment.framework}`)
      .sort(),
  ).toEqual([
    '000 leicester/2009-10-performance-assessment cqc-2009',
    '001 halton/2009-10-performance-assessment cqc-2009',
    '002 leicester/2002-03-annual-review ssi-2003',
    '003 leeds/2007-08-performance-summary csci-2008',
    '004 leicester/2024-self-assessment cqc-2024-self',
  ])
})

it('is the same when it is read twice', () => {
  expect(JSON.stringify(readPublication(projectWorld, content))).toBe(JSON.stringify(read))
})

describe.each(publication.assessments.map((entry) => [entry.assessment.id, entry] as const))('%s', (_, entry) => {
  const {assessment, ledger, framework, source} = entry
  const sections = [...eachSection(assessment.sections)].map(({section}) => section)

  it('accounts for every word of the file once', () => {
    const words = splitWords(readFileSync(`seeds/${source.name}`, 'utf8')).length
    expect(ledger.words).toBe(words)
    expect(ledger.published + ledger.furniture + ledger.withheld).toBe(words)
    expect([ledger.unaccounted, ledger.doubled]).toEqual([0, 0])
  })

  it('takes at most a tenth of the words for furniture', () => {
    expect(ledger.furniture / ledger.words).toBeLessThan(0.1)
  })

  it('gives every passage a place that holds its words', () => {
    const lines = readFileSync(`seeds/${source.name}`, 'utf8').split('\n')
    for (const {passage} of eachPassage(assessment.sections)) {
      const {line, to = line} = passage.place
      expect(line).toBeGreaterThan(0)
      expect(to).toBeLessThanOrEqual(lines.length)
      expect(to).toBeGreaterThanOrEqual(line)
    }
  })

  it('has grades on their scales, each for a section that exists', () => {
    for (const {of, grade} of assessment.judgements) {
      expect(framework.scales.find(({id}) => id === grade.scale)?.steps[(grade.rank ?? 0) - 1]?.label).toBe(grade.label)
      expect(of === 'overall' || sections.some(({id}) => id === of)).toBe(true)
    }
  })

  it('has section ids that are unique anchors', () => {
    const ids = sections.map(({id}) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  })

  it('has no finding that is empty or begins with a bullet', () => {
    for (const {text} of sections.flatMap(({findings}) => findings.flatMap(({items}) => items))) {
      expect(text).toMatch(/\p{L}/u)
      expect(text).not.toMatch(/^[•◆▪*-]\s/)
    }
  })
})

it('recognises each seed as one family and no other', () => {
  for (const {source, framework} of publication.assessments) {
    const read = readSource(
      `seeds/${source.name}`,
      projectWorld.readSeed(source.name),
      {corrections: [], redactions: []},
      () => {},
    )
    if (!read) throw new Error(`${source.name} cannot be read`)
    const document = normalise(read)
    for (const family of frameworks) {
      if (family.id === framework.id) expect(family.recognise(document)).toBeGreaterThan(0.6)
      else expect(family.recognise(document)).toBeLessThan(0.3)
    }
  }
})
