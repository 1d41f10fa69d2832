import {describe, expect, it} from 'vitest'
import {readPublication, type World} from '../src/build.ts'
import {readContent} from '../src/content.ts'
import {projectWorld} from './support/publication.ts'

const content = readContent(projectWorld.readContent)

function read(text: string, records: Readonly<Record<string, string>>) {
  const world: World = {
    ...projectWorld,
    listSeeds: () => ['a.txt'],
    readSeed: () => new TextEncoder().encode(text),
    listRecords: () => Object.keys(records),
    readRecord: (name) => records[name] ?? '',
    listEasyRead: () => [],
    today: '2026-01-01',
    progress: () => {},
  }
  const {publication, heldBack, problems} = readPublication(world, content)
  const errors = problems
    .filter(({level}) => level === 'error')
    .map(({rule, place}) => `${rule} ${place?.file}:${place?.line}`)
  return {errors, held: heldBack.length, ids: publication.assessments.map(({assessment}) => assessment.id)}
}

const number =
  "framework: generic\ncouncil: Northwold Council\nperiod: 2010\nredactions: [{pattern: '0116 496 \\d{4}', why: personal}]"
const about = 'Report of the year 2010\n\nCall 0116 496 0001 by day.\n\n'

describe('what a redaction still matches in the words as they were read', () => {
  it.each([
    [
      'over a page number that reading takes out',
      'Call the night line on 0116\n\n1\n\n496 0002 at night.\n\n2\n\nWords.\n\n3\n\nWords.\n\n4\n',
    ],
    ['with marks in it', 'Call the night line on 0116 _496_ 0003 at night.'],
    ['in a link', 'Call the night line on [0116](https://example.org) 496 0004 at night.'],
    ['in an unknown tag', 'Call the night line on 0116 <mark>496</mark> 0005 at night.'],
  ])('stops the build: %s', (_, text) => {
    expect(read(`${about}${text}`, {'a.yaml': number}).errors.map((error) => error.split(' ')[0])).toEqual([
      'leaked-words',
    ])
  })

  it('is nothing where all of it is withheld', () => expect(read(about, {'a.yaml': number}).errors).toEqual([]))
})

describe('a record that is not one', () => {
  const plain = 'framework: generic\ncouncil: Northwold Council\nperiod: 2010'

  it('is read whatever the capitals of its ending', () =>
    expect(read(about, {'a.YAML': plain}).ids).toEqual(['northwold/2010-report']))

  it('stops the build when a document has two, or the file is none', () => {
    expect(read(about, {'a.yaml': plain, 'a.yml': plain}).errors).toEqual(['stray-record content/records/a.yml:1'])
    expect(read(about, {'a.yaml': plain, 'a.yaml.txt': plain}).errors).toEqual([
      'stray-record content/records/a.yaml.txt:1',
    ])
  })

  it('may write its period as people do, and nothing that is none', () => {
    expect(read(about, {'a.yaml': plain.replace('2010', '2009/10')}).ids).toEqual(['northwold/2009-10-report'])
    expect(read(about, {'a.yaml': plain.replace('2010', '../../x')}).errors.join()).toMatch(
      /bad-record content\/records\/a\.yaml:3/,
    )
  })

  it('cannot take its own document’s stamp away', () => {
    const stamped = `Not for publication\n\n${about}`
    const removing = `${plain}\nredactions: [{pattern: 'Not for publication', why: x}]`
    expect(read(stamped, {'a.yaml': removing})).toMatchObject({held: 1, ids: []})
  })
})
