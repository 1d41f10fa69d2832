import type {EleventyConfig} from '@11ty/eleventy'
import {eachSection, type FindingKind, type Judgement, type Section} from '../assessment.ts'
import type {Content, Term, Topic} from '../content.ts'
import {findingColumns, judgementColumns} from '../formats/csv.ts'
import type {Framework} from '../frameworks/framework.ts'
import {frameworks} from '../frameworks/index.ts'
import {councilKey, type Publication, type PublishedAssessment, type WithdrawnReport} from '../publication.ts'
import {listChoices} from '../search/choices.ts'
import {periodKey, tellCarried, tellRank} from '../variants/phrases.ts'
import {findJudgedSection} from '../variants/section.ts'
import {variantPath} from '../variants/variant.ts'
import {listGrades, listYears} from './indexes.ts'
import type {Material} from './plugin.ts'

/** One council: its reports over all frameworks, oldest first, and those that are published no more. */
export interface CouncilPage {
  readonly id: string
  readonly name: string
  readonly reports: readonly TimelineEntry[]
  readonly withdrawn: readonly WithdrawnReport[]
}

export interface TimelineEntry {
  readonly published: PublishedAssessment
  readonly overall: JudgementEntry | undefined
  /** The report before was made under other rules, so that its grades cannot be compared with these. */
  readonly isNewScale: boolean
  /** Nobody can tell whether the report before was made under the same rules. */
  readonly mayBeNewScale: boolean
}

/** A grade with what a reader needs beside it. */
export interface JudgementEntry {
  readonly published: PublishedAssessment
  readonly judgement: Judgement
  /** Site path of the section judged. */
  readonly url: string
  readonly rank: string
  readonly carried: string | undefined
  readonly topic: string | undefined
}

export interface TopicPage {
  readonly topic: Topic
  readonly judgements: readonly JudgementEntry[]
  readonly sections: readonly TopicSection[]
}

/** What one report lists on a topic. */
export interface TopicSection {
  readonly published: PublishedAssessment
  readonly section: Section
  readonly url: string
  readonly strengths: readonly string[]
  readonly improvements: readonly string[]
}

/** Reports of one framework side by side: a row for each thing that was graded. */
export interface Comparison {
  readonly framework: Framework
  readonly reports: readonly PublishedAssessment[]
  readonly rows: readonly {readonly subject: string; readonly cells: readonly (JudgementEntry | undefined)[]}[]
}

export function listCouncilPages({assessments, withdrawn = []}: Publication, content: Content): CouncilPage[] {
  const councils = new Map(
    [...assessments, ...withdrawn].map(({assessment: {council}}) => [council.id, council] as const),
  )
  const byName = [...councils.values()].sort((a, b) => (councilKey(a) < councilKey(b) ? -1 : 1))
  const byCouncil = Map.groupBy(assessments, ({assessment}) => assessment.council.id)
  return byName.map(({id, name}) => {
    const reports = byCouncil.get(id) ?? []
    const ordered = [...reports].sort((a, b) => (a.assessment.period < b.assessment.period ? -1 : 1))
    return {
      id,
      name,
      withdrawn: withdrawn.filter(({assessment}) => assessment.council.id === id),
      reports: ordered.map((published, index) => {
        const overall = published.assessment.judgements.find(({of}) => of === 'overall')
        const before = ordered[index - 1]
        const mayBeNewScale = before !== undefined && [before, published].some(({framework}) => framework.takesAny)
        return {
          published,
          overall: overall && describeJudgement(overall, published, content),
          isNewScale: before !== undefined && !mayBeNewScale && before.framework.id !== published.framework.id,
          mayBeNewScale,
        }
      }),
    }
  })
}

export function listTopicPages({assessments}: Publication, content: Content): TopicPage[] {
  const byYear = [...assessments].sort((a, b) =>
    periodKey(a.assessment.period) < periodKey(b.assessment.period) ? 1 : -1,
  )
  return content.topics.map((topic) => ({
    topic,
    judgements: byYear.flatMap((published) =>
      published.assessment.judgements
        .filter((judgement) => findJudgedSection(published, judgement)?.topic === topic.id)
        .map((judgement) => describeJudgement(judgement, published, content)),
    ),
    sections: byYear.flatMap((published) => listTopicSections(published, topic)),
  }))
}

function listTopicSections(published: PublishedAssessment, topic: Topic): TopicSection[] {
  return [...eachSection(published.assessment.sections)].flatMap(({section}) => {
    const items = (kinds: readonly FindingKind[]) =>
      section.findings
        .filter(({kind}) => kinds.includes(kind))
        .flatMap((findings) => findings.items.map(({text}) => text))
    if (section.topic !== topic.id || section.findings.length === 0) return []
    return [
      {
        published,
        section,
        url: sectionUrl(published, section.id),
        strengths: items(['strength', 'progress']),
        improvements: items(['improvement']),
      },
    ]
  })
}

const sectionUrl = ({assessment}: PublishedAssessment, id: string) => `${variantPath(assessment.id, 'standard')}#${id}`

function describeJudgement(judgement: Judgement, published: PublishedAssessment, content: Content): JudgementEntry {
  const section = findJudgedSection(published, judgement)
  return {
    published,
    judgement,
    url: section ? sectionUrl(published, section.id) : sectionUrl(published, 'the-grades'),
    rank: tellRank(judgement.grade),
    carried: tellCarried(judgement, published),
    topic: content.topics.find(({id}) => id === section?.topic)?.name,
  }
}

/** Whether a report gives grades that cannot stand beside those of any other, since its rules are not known. */
const hasGradesApart = ({assessments}: Publication) =>
  assessments.some(({framework, assessment}) => framework.takesAny && assessment.judgements.length > 0)

/** Frameworks that grade, each with its reports; rows are matched by what was graded, columns are councils and years. */
export function listComparisons({assessments}: Publication, content: Content): Comparison[] {
  return frameworks.flatMap((framework) => {
    if (framework.takesAny) return []
    const reports = assessments.filter(
      (published) => published.framework.id === framework.id && published.assessment.judgements.length > 0,
    )
    const subjects = new Map(
      reports.flatMap(({assessment}) => assessment.judgements.map(({of, subject}) => [of, subject] as const)).reverse(),
    )
    const order = [...new Set(reports.flatMap(({assessment}) => assessment.judgements.map(({of}) => of)))]
    const rows = order.map((of) => ({
      subject: of === 'overall' ? 'Overall' : (subjects.get(of) ?? of),
      cells: reports.map((published) => {
        const judgement = published.assessment.judgements.find((entry) => entry.of === of)
        return judgement && describeJudgement(judgement, published, content)
      }),
    }))
    return reports.length > 0 ? [{framework, reports, rows}] : []
  })
}

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

/** Gives the listings to templates: keys for pagination as data, everything else on demand. */
export function addCollections(config: EleventyConfig, {publication, content}: Material): void {
  const councils = listCouncilPages(publication, content)
  const topics = listTopicPages(publication, content)
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
    comparisons: listComparisons(publication, content),
    hasGradesApart: hasGradesApart(publication),
    terms: listTerms(content),
    choices,
    columns: {judgements: judgementColumns, findings: findingColumns},
  }
  for (const [name, value] of Object.entries(globals)) config.addNunjucksGlobal(name, value)
}
