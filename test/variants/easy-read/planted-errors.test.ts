import {describe, expect, it} from 'vitest'
import type {PublishedAssessment} from '../../../src/publication.ts'
import {composeEasyRead} from '../../../src/variants/easy-read/compose.ts'
import {holdAgainst} from '../../../src/variants/easy-read/faithful.ts'
import {holdingOf, listFindings, tellOne} from '../../../src/variants/easy-read/findings.ts'
import {checkGates} from '../../../src/variants/easy-read/gates.ts'
import type {EasyReadDocument, Idea} from '../../../src/variants/easy-read/line.ts'
import {type Planted, plantErrors} from '../../support/planted-errors.ts'
import {content, readProject} from '../../support/publication.ts'

const {assessments} = readProject().publication
const kinds = ['number', 'name', 'grade', 'negation', 'direction', 'scope', 'tense'] as const
type Tally = Record<Planted['kind'], {planted: number; caught: number; missed: string[]}>
const names = [
  ...new Set(assessments.flatMap(({assessment}) => [assessment.council.name, assessment.assessor ?? ''])),
].filter(Boolean)

const emptyTally = (): Tally =>
  Object.fromEntries(kinds.map((kind) => [kind, {planted: 0, caught: 0, missed: []}])) as unknown as Tally

const gradesOf = ({framework}: PublishedAssessment) => [
  ...new Set(framework.scales.flatMap(({steps}) => steps.map(({label}) => label))),
]

/** A fault counts when there is one more of its kind than in the unchanged line. */
function isCaught(before: readonly {rule: string}[], after: readonly {rule: string}[]): boolean {
  const count = (faults: readonly {rule: string}[], rule: string) =>
    faults.filter((fault) => fault.rule === rule).length
  return after.some(({rule}) => count(after, rule) > count(before, rule))
}

function note(tally: Tally, {kind, line}: Planted, caught: boolean): void {
  const entry = tally[kind]
  entry.planted++
  if (caught) entry.caught++
  else entry.missed.push(line)
}

const report = (title: string, tally: Tally) =>
  `${title}: ${kinds.map((kind) => `${kind} ${tally[kind].caught} of ${tally[kind].planted}`).join(', ')}`

const shareOf = (tally: Tally, ...of: readonly Planted['kind'][]) => {
  const planted = of.reduce((sum, kind) => sum + tally[kind].planted, 0)
  return planted === 0 ? 1 : of.reduce((sum, kind) => sum + tally[kind].caught, 0) / planted
}

/** Every idea that tells a finding or a fact in lines of the phrase bank or of a person, on the page or not. */
const told = (published: PublishedAssessment): Idea[] => {
  const onPage = composeEasyRead(published, content).chapters.flatMap(({ideas}) => ideas)
  const all = listFindings(published).map((finding) => tellOne(finding, published, content))
  const byId = new Map([...all, ...onPage].map((idea) => [idea.id, idea]))
  return [...byId.values()].filter(({lines}) =>
    lines.some(({origin}) => origin === 'phrase-bank' || origin === 'override'),
  )
}

describe('errors planted in lines that stand for the report’s words', () => {
  const tally = emptyTally()
  for (const published of assessments)
    for (const idea of told(published)) {
      const held = {
        ...holdingOf(published, idea.polarity),
        words: idea.source?.words ?? '',
        ...(idea.because ? {because: idea.because} : {}),
      }
      const texts = idea.lines
        .filter(({origin}) => origin === 'phrase-bank' || origin === 'override')
        .map(({text}) => text)
      const before = holdAgainst(texts, held)
      for (const [at, text] of texts.entries())
        for (const planted of plantErrors(text, names, gradesOf(published)))
          note(tally, planted, isCaught(before, holdAgainst(texts.with(at, planted.line), held)))
    }
  console.log(report('Planted in told findings', tally))
  for (const kind of kinds)
    if (tally[kind].missed.length > 0) console.log(kind, tally[kind].missed.slice(0, Number(process.env['SHOW'] ?? 0)))

  it('are caught without a look at how the lines were made', () => {
    expect(tally.negation.planted).toBeGreaterThan(300)
    expect(shareOf(tally, 'number', 'name', 'grade', 'negation')).toBeGreaterThanOrEqual(0.99)
    expect(shareOf(tally, 'direction', 'scope', 'tense')).toBeGreaterThanOrEqual(0.95)
  })
})

describe('errors planted in the sentences that a program says', () => {
  const tally = emptyTally()
  for (const published of assessments) {
    const page = composeEasyRead(published, content)
    const before = checkGates(page, published, content)
    for (const [place, {ideas}] of page.chapters.entries())
      for (const [at, idea] of ideas.entries())
        for (const [index, line] of idea.lines.entries()) {
          if (line.origin !== 'fixed' && line.origin !== 'template') continue
          for (const planted of plantErrors(line.text, names, gradesOf(published))) {
            const changed = replaceLine(page, place, at, index, planted.line)
            note(tally, planted, isCaught(before, checkGates(changed, published, content)))
          }
        }
  }
  console.log(report('Planted in sentences', tally))
  for (const kind of kinds)
    if (tally[kind].missed.length > 0) console.log(kind, tally[kind].missed.slice(0, Number(process.env['SHOW'] ?? 0)))

  it('are caught', () => {
    expect(tally.grade.planted).toBeGreaterThan(50)
    expect(shareOf(tally, 'number', 'name', 'grade', 'negation')).toBeGreaterThanOrEqual(0.99)
    expect(shareOf(tally, 'direction', 'scope', 'tense')).toBeGreaterThanOrEqual(0.95)
  })
})

describe.each(assessments.map((entry) => [entry.assessment.id, entry] as const))(
  'the unchanged page of %s',
  (_, published) => {
    it('stops at nothing', () => {
      const stops = checkGates(composeEasyRead(published, content), published, content).filter(
        ({level}) => level === 'stop',
      )
      expect(stops).toEqual([])
    })

    it('stops when a finding stands under the heading of the others', () => {
      const page = composeEasyRead(published, content)
      const [good, better] = ['good', 'better'].map((polarity) =>
        page.chapters.find((chapter) => chapter.polarity === polarity),
      )
      const moved = better?.ideas.find(({source}) => source)
      if (!good || !moved) throw new Error('The page lacks a list')
      const chapters = page.chapters.map((chapter) =>
        chapter === good ? {...good, ideas: [...good.ideas, moved]} : chapter,
      )
      expect(checkGates({...page, chapters}, published, content).map(({rule}) => rule)).toContain('other-polarity')
    })
  },
)

function replaceLine(page: EasyReadDocument, place: number, at: number, index: number, text: string): EasyReadDocument {
  const chapter = page.chapters[place]
  const idea = chapter?.ideas[at]
  const line = idea?.lines[index]
  if (!chapter || !idea || !line) throw new Error('There is no such line')
  const changed = {...idea, lines: idea.lines.with(index, {...line, text})}
  return {...page, chapters: page.chapters.with(place, {...chapter, ideas: chapter.ideas.with(at, changed)})}
}
