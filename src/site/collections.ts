import type {EleventyConfig} from '@11ty/eleventy'
import type {Content, Term} from '../content.ts'
import {findingColumns, judgementColumns} from '../formats/csv.ts'
import {frameworks} from '../frameworks/index.ts'
import type {Publication} from '../publication.ts'
import {listChoices} from '../search/choices.ts'
import {tellTally} from '../variants/tally.ts'
import {drawGradeSteps} from './charts/grade-steps.ts'
import {drawMarks} from './charts/marks.ts'
import {drawStrip} from './charts/strip.ts'
import {hasGradesApart, listComparisonChoices, listComparisonPages} from './comparisons.ts'
import {drawCouncilTimeline, listCouncilPages, tellTimeline} from './council-pages.ts'
import {listGrades, listYears} from './indexes.ts'
import {describeJudgement, type JudgementEntry} from './judgements.ts'
import type {Material} from './plugin.ts'
import {listTopicPages} from './topic-pages.ts'

/** Every judgement, for the index that stands in for the search where there is no JavaScript. */
export function listJudgements({assessments}: Publication, content: Content): JudgementEntry[] {
  return assessments.flatMap((published) =>
    published.assessment.judgements.map((judgement) => describeJudgement(judgement, published, content)),
  )
}

/** A term of the glossary as its page shows it. */
export interface TermEntry extends Term {
  readonly anchor: string
  /** The acronym by which readers may look for it: DoLS. */
  readonly short?: string
}

/** The glossary from A to Z, each term with its anchor. */
export function listTerms({glossary}: Pick<Content, 'glossary'>): {
  readonly letter: string
  readonly terms: readonly TermEntry[]
}[] {
  const sorted = [...glossary].sort((a, b) => (a.term.toLowerCase() < b.term.toLowerCase() ? -1 : 1))
  const letters = Map.groupBy(sorted, ({term}) => term[0]?.toUpperCase() ?? '')
  return [...letters].map(([letter, terms]) => ({letter, terms: terms.map(describeTerm)}))
}

function describeTerm(term: Term): TermEntry {
  const short = term.full ? undefined : term.forms.find((form) => /^\p{Lu}[\p{L}&]*\p{Lu}$/u.test(form))
  return {...term, anchor: anchorOf(term.term), ...(short ? {short} : {})}
}

const anchorOf = (term: string) =>
  `term-${term
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`

/** Charts and the sentences that say what they show. */
const charts = {
  gradeSteps: drawGradeSteps,
  marks: drawMarks,
  strip: drawStrip,
  tellTally,
  timeline: drawCouncilTimeline,
  tellTimeline,
}

/** Gives the listings to templates: keys for pagination as data, everything else on demand. */
export function addCollections(config: EleventyConfig, {publication, content}: Material): void {
  const councils = listCouncilPages(publication, content)
  const topics = listTopicPages(publication, content)
  const comparisons = listComparisonPages(publication, content)
  config.addGlobalData(
    'councilIds',
    councils.map(({id}) => id),
  )
  config.addGlobalData(
    'topicIds',
    topics.map(({topic}) => topic.id),
  )
  config.addGlobalData(
    'frameworkIds',
    frameworks.map(({id}) => id),
  )
  config.addGlobalData(
    'comparisonIds',
    comparisons.map(({id}) => id),
  )
  config.addFilter('comparisonPage', (id: string) => comparisons.find((page) => page.id === id))
  for (const [name, filter] of Object.entries(charts)) config.addFilter(name, filter)
  config.addFilter('councilPage', (id: string) => councils.find((page) => page.id === id))
  config.addFilter('topicPage', (id: string) => topics.find((page) => page.topic.id === id))
  config.addFilter('framework', (id: string) => frameworks.find((framework) => framework.id === id))
  config.addFilter('reportsOf', (id: string) => publication.assessments.filter(({framework}) => framework.id === id))
  const choices = listChoices(publication, content)
  const judgements = listJudgements(publication, content)
  const [gradeLists, yearLists] = [listGrades(choices, judgements), listYears(choices, publication)]
  config.addGlobalData(
    'gradeSlugs',
    gradeLists.map(({slug}) => slug),
  )
  config.addGlobalData(
    'yearSlugs',
    yearLists.map(({slug}) => slug),
  )
  config.addFilter('gradeList', (slug: string) => gradeLists.find((list) => list.slug === slug))
  config.addFilter('yearList', (slug: string) => yearLists.find((list) => list.slug === slug))
  const globals = {
    gradeLists,
    yearLists,
    councilPages: councils,
    topicPages: topics,
    frameworkList: frameworks,
    comparisonPages: comparisons.filter(({period}) => period === undefined),
    compareChoices: listComparisonChoices(comparisons),
    hasGradesApart: hasGradesApart(publication),
    terms: listTerms(content),
    choices,
    columns: {judgements: judgementColumns, findings: findingColumns},
  }
  for (const [name, value] of Object.entries(globals)) config.addNunjucksGlobal(name, value)
}
