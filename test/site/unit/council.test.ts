import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {HtmlValidate} from 'html-validate'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {citeTopic} from '../../../src/site/cited.ts'
import {drawCouncilTimeline, listCouncilPages, tellTimeline} from '../../../src/site/council-pages.ts'
import {listFollowUps} from '../../../src/site/follow-ups.ts'
import {writeSite} from '../../../src/site/site.ts'
import {tallyGrades} from '../../../src/site/tallies.ts'
import {isOfOneSubject, tellTally} from '../../../src/variants/tally.ts'
import {content, readProject} from '../../support/publication.ts'
import {makeGraded, makeScale, makeSection} from './graded.ts'

const {publication} = readProject()
const four = makeScale(4)
const pageOf = (id: string) => {
  const page = listCouncilPages(publication, content).find((each) => each.id === id)
  if (!page) throw new Error(`No council has the id ${id}`)
  return page
}

describe('the timeline of a council', () => {
  it('breaks where the rules change, and says so in a sentence', () => {
    const leicester = pageOf('leicester')
    expect(drawCouncilTimeline(leicester).match(/class="chart__break"/g)).toHaveLength(4)
    expect(drawCouncilTimeline(leicester)).not.toContain('chart__join')
    expect(tellTimeline(leicester)).toBe(
      'Of 3 reports, 1 gives an overall grade: Well in 2009/10 (second of 4 grades, best first). The rules changed in between, so grades before and after cannot be compared.',
    )
  })

  it('is left out for reports that name no council', () => {
    expect(drawCouncilTimeline({...pageOf('leicester'), id: 'not-stated'})).toBe('')
  })

  it('says that none gives an overall grade', () => {
    const reports = pageOf('leicester').reports.filter(({overall}) => !overall)
    expect(tellTimeline({reports})).toBe('None of 2 reports gives an overall grade.')
    expect(tellTimeline({reports: reports.slice(0, 1)})).toBe('The report gives no overall grade.')
  })
})

describe('the tally of a report', () => {
  it('counts single subjects on each scale by itself, and neither the overall grade nor one that sums up others', () => {
    const [entry] = pageOf('leeds').reports
    expect(entry?.tallies.map((tally) => [tally.scale?.name, tellTally(tally)])).toEqual([
      ['Delivering outcomes', 'Of 7 grades, 5 are Good, 1 is Adequate and 1 is Poor.'],
      ['Capacity to improve', 'Of 2 grades, 1 is Promising and 1 is Uncertain.'],
    ])
    const leeds = entry?.published
    expect(
      leeds?.assessment.judgements.filter((judgement) => !isOfOneSubject(judgement, leeds)).map(({of}) => of),
    ).toEqual(['by-outcome', 'capacity-to-improve', 'overall'])
  })

  it('is empty without grades', () => expect(tallyGrades([])).toEqual([]))
})

describe('what the next report says', () => {
  const older = makeGraded({
    council: 'Northwold',
    period: '2008-09',
    sections: [
      makeSection('outcome-1', 'health', {improvement: ['Mend this', 'And that']}),
      makeSection('outcome-2', 'choice', {improvement: ['Offer more']}),
      makeSection('outcome-3', 'fairness', {strength: ['All is well']}),
    ],
  })
  const newer = makeGraded({
    council: 'Northwold',
    period: '2009-10',
    scale: four,
    ranks: {'outcome-1': 3},
    sections: [makeSection('outcome-1', 'health', {strength: ['Mended'], improvement: []})],
  })

  it('stands beside what was to improve, by topic, with links to the very words', () => {
    const [pair] = listFollowUps([older, newer], content)
    const [topic, ...others] = pair?.topics ?? []
    expect(others).toEqual([])
    expect(topic?.topic.id).toBe('health')
    expect(topic?.older[0]?.items).toEqual([
      {text: 'Mend this', url: '/councils/northwold/2008-09-performance-assessment/#outcome-1-improvement-1'},
      {text: 'And that', url: '/councils/northwold/2008-09-performance-assessment/#outcome-1-improvement-2'},
    ])
    expect(topic?.good[0]?.items.map(({text}) => text)).toEqual(['Mended'])
    expect(topic?.improvements).toEqual([])
    expect(topic?.judgements.map(({judgement, rank}) => [judgement.grade.label, rank])).toEqual([
      ['Step 3', 'third of 4 grades, best first'],
    ])
  })

  it('keeps topics on which the next report is silent, and leaves out those with nothing to improve', () => {
    const [pair] = listFollowUps([older, newer], content)
    expect(pair?.silent.map(({topic}) => topic.id)).toEqual(['choice'])
  })

  it('is of the next year that has a report, not of the same year, nor of a report without a year', () => {
    const again = makeGraded({council: 'Northwold', period: '2009-10'})
    const undated = makeGraded({council: 'Northwold', period: 'not-stated', sections: older.assessment.sections})
    const pairs = listFollowUps([undated, older, newer, again], content)
    expect(pairs.map((pair) => [pair.older.assessment.period, pair.newer.assessment.period])).toEqual([
      ['2008-09', '2009-10'],
      ['2008-09', '2009-10'],
    ])
  })

  it('names the group where one heading stands twice in a report', () => {
    const review = publication.assessments.find(({assessment}) => assessment.id === 'leicester/2002-03-annual-review')
    if (!review) throw new Error('The review is gone')
    const names = new Set(citeTopic(review, 'fairness').lists.map(({section}) => section))
    expect([...names]).toEqual(['SERVICES FOR CHILDREN AND FAMILIES: Fair Access', 'SERVICES FOR ADULTS: Fair Access'])
  })
})

describe('the pages', () => {
  let folder: string
  const read = (path: string) => readFileSync(join(folder, path, 'index.html'), 'utf8')
  const nine = makeScale(9)
  const assessments = Array.from({length: 40}, (_, index) => {
    const council = `Council-of-number-${index + 10}`
    const sections = [
      makeSection('outcome-1', 'health', {strength: [`Good ${index}`], improvement: [`Mend ${index}`]}),
      makeSection('outcome-2', 'choice', {improvement: ['Offer more']}),
    ]
    const ranks = {overall: (index % 9) + 1, 'outcome-1': 9 - (index % 9)}
    return ['2008-09', '2009-10', '2010-11', '2011-12'].slice(0, index === 0 ? 4 : 1).map((period, at) =>
      makeGraded({
        council,
        period,
        scale: nine,
        ranks,
        sections: at === 1 ? sections.slice(0, 1) : sections,
        framework: {id: at < 2 ? 'cqc-2009' : 'other'},
      }),
    )
  }).flat()

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plain-account-council-'))
    const options = {root: '.', output: folder, pathPrefix: '/', builtOn: '2026-11-24', files: new Map()}
    await writeSite({assessments}, content, options)
  })
  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      'long-title': 'off',
      'void-style': 'off',
      'no-trailing-whitespace': 'off',
      'form-dup-name': ['error', {shared: ['radio', 'checkbox', 'submit', 'button', 'reset']}],
    },
  })

  it.each([
    'councils/council-of-number-10',
    'councils/council-of-number-11',
    'councils',
    'topics/health',
    'topics/priorities',
    'compare',
    'compare/cqc-2009',
    'compare/cqc-2009/2008-09',
  ])('is valid HTML at %s', async (path) => {
    const {results} = await validator.validateString(read(path), path)
    expect(results.flatMap(({messages}) => messages.map(({message, line}) => `${line}: ${message}`))).toEqual([])
  })

  it('set what was to improve beside the next report, say that nothing is proved, and own up to silence', () => {
    const html = read('councils/council-of-number-10')
    expect(html.match(/Nothing here proves that one led to the other/g)).toHaveLength(3)
    expect(html).toContain('The next report says nothing on this topic.')
    expect(html).toContain(
      'href="/councils/council-of-number-10/2008-09-performance-assessment/#outcome-1-improvement-1"',
    )
    // The newest two pairs stand open; an older one waits behind its heading.
    expect(html.match(/<details/g)).toHaveLength(1)
    expect(read('councils/council-of-number-11')).toContain('so there is no next report yet')
  })

  it('list forty councils of a topic first, and keep each behind its name', () => {
    const html = read('topics/health')
    expect(html.match(/<li><a href="#council-/g)).toHaveLength(40)
    expect(html.match(/<details/g)).toHaveLength(40)
    expect(html).toContain('id="council-council-of-number-49"')
    expect(read('topics/priorities')).toContain('No report says anything on this topic.')
  })

  it('hold no style inside, and no number that went wrong', () => {
    for (const path of ['councils', 'councils/council-of-number-10', 'topics/health'])
      expect(read(path)).not.toMatch(/<style|\sstyle=|NaN|undefined/)
  })
})
