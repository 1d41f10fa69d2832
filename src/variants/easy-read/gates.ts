import {type Assessment, notStated} from '../../assessment.ts'
import type {Content} from '../../content.ts'
import type {PublishedAssessment} from '../../publication.ts'
import {formatDate, formatPeriod, withArticle} from '../phrases.ts'
import {explainHardWords} from './explain.ts'
import {holdAgainst} from './faithful.ts'
import {holdingOf, listOpen} from './findings.ts'
import type {Chapter, EasyReadDocument, Idea, Line} from './line.ts'
import {checkLine} from './line-rules.ts'
import {type Measures, measure} from './measures.ts'
import {listTargets} from './overrides.ts'
import {hasPicture} from './pictures.ts'
import {sentences} from './sentences.ts'
import {findStatus, hashPage} from './status.ts'

/** How an easy-read page breaks a rule of EASY-READ. What stops fails the build; a warning is for the editor. */
export interface GateFault {
  readonly level: 'stop' | 'warn'
  readonly rule: string
  /** The idea, by its id; absent where it is the whole page. */
  readonly idea?: string
  /** The line, or what is wrong with it. */
  readonly detail: string
}

/** How far a page may go before its editor is told. */
const aims = {words: 1000, daleChall: 0.1, spache: 0.16, grade: 4.5, told: 0.9, linesOfIdea: 5} as const

/** Holds a page to every rule. It works from the page and the assessment, not from how the page was made. */
export function checkGates(page: EasyReadDocument, published: PublishedAssessment, content: Content): GateFault[] {
  const facts = listFacts(page, published)
  return [
    ...page.chapters.flatMap((chapter) =>
      chapter.ideas.flatMap((idea) => checkIdea(idea, chapter, facts, published, content)),
    ),
    ...checkGrades(page, published, content),
    ...checkHardWords(page, published, content),
    ...checkStatus(page, published, content),
    ...checkPage(page, published, content),
  ]
}

function checkIdea(
  idea: Idea,
  chapter: Chapter,
  facts: Facts,
  published: PublishedAssessment,
  content: Content,
): GateFault[] {
  const {id, lines, quote, source, because} = idea
  const fault = (level: GateFault['level'], rule: string, detail: string): GateFault => ({
    level,
    rule,
    idea: id,
    detail,
  })
  const own = lines.filter(({origin}) => origin === 'phrase-bank' || origin === 'override').map(({text}) => text)
  const held = {...holdingOf(published, idea.polarity), words: source?.words ?? '', ...(because ? {because} : {})}
  return [
    ...lines.flatMap(({text}) => checkLine(text, facts.names).map(({level, rule, line}) => fault(level, rule, line))),
    ...(own.length > 0 ? holdAgainst(own, held).map(({level, rule, detail}) => fault(level, rule, detail)) : []),
    ...lines.flatMap((line) =>
      isOfList(line, idea, facts, published, content) ? [] : [fault('stop', 'sentence-not-ours', line.text)],
    ),
    ...(lines.length === 0 ? [fault('stop', 'idea-without-words', id)] : []),
    ...(quote && quote !== source?.words && quote !== published.assessment.assessor
      ? [fault('stop', 'quotation-changed', quote)]
      : []),
    ...(hasPicture(idea.picture) ? [] : [fault('stop', 'idea-without-picture', idea.picture)]),
    ...(lines.length > aims.linesOfIdea ? [fault('warn', 'more than 5 lines', id)] : []),
    ...checkSource(idea, chapter, facts).map(([rule, detail]) => fault('stop', rule, detail)),
  ]
}

/** An idea stands for words of the document, under the heading that their list has. */
function checkSource(
  {id, source, polarity}: Idea,
  chapter: Chapter,
  {targets}: Facts,
): [rule: string, detail: string][] {
  if (polarity !== chapter.polarity && (polarity || /-(?:strength|improvement|progress|words)-\d+$|^duty-/.test(id)))
    return [['other-polarity', `${id} under “${chapter.question}”`]]
  if (!source || id.startsWith('grade-')) return []
  const target = targets.get(id)
  if (!target) return [['source-not-found', id]]
  const listed = target.polarity
  return [
    ...(squash(target.words).includes(squash(source.words))
      ? []
      : [['source-changed', source.words] as [string, string]]),
    ...(listed && listed !== chapter.polarity
      ? [['other-polarity', `${id} under “${chapter.question}”`] as [string, string]]
      : []),
  ]
}

const squash = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** What a program may say by itself is a sentence of ours, with facts of this document in its slots. */
function isOfList(line: Line, idea: Idea, facts: Facts, {framework}: PublishedAssessment, {topics}: Content): boolean {
  if (line.origin === 'phrase-bank' || line.origin === 'override') return true
  const sentence = Object.entries(sentences).find(([name]) => name === line.from)?.[1]
  if (sentence) {
    const slots = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot ?? '')
    const pattern = escapePattern(sentence).replace(/\\\{\w+\\\}/g, '(.+)')
    const found = new RegExp(`^${pattern}$`, 'u').exec(line.text)
    return (
      found !== null &&
      slots.every((slot, index) => facts.ofIdea(idea.id, line.from, slot).includes(found[index + 1] ?? ''))
    )
  }
  const {easyRead, scales} = framework
  return [
    ...(easyRead.who ?? []),
    ...easyRead.lookedAt,
    ...(easyRead.notice ?? []),
    ...topics.flatMap((topic) => topic.easyRead),
    ...scales.flatMap(({steps}) => steps.flatMap((step) => step.easyRead ?? [])),
  ].includes(line.text)
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

interface Facts {
  /** Printed names, which may be long. */
  readonly names: readonly string[]
  readonly targets: ReadonlyMap<string, ReturnType<typeof listTargets>[number]>
  /** What may stand in a slot of a sentence. */
  readonly ofIdea: (idea: string, sentence: string, slot: string) => readonly string[]
}

function listFacts(page: EasyReadDocument, published: PublishedAssessment): Facts {
  const {assessment, framework, easyRead} = published
  const assessor = withArticle(assessment.assessor ?? 'assessor')
  const checker = easyRead?.checked
  const roles = [easyRead?.by, checker?.role, checker?.group].flatMap((role) => (role ? [capital(role)] : []))
  const dates = [assessment.dated, easyRead?.date, checker?.date].flatMap((date) => (date ? [formatDate(date)] : []))
  const ofIdea = (idea: string, sentence: string, slot: string): readonly string[] => {
    const judgement = assessment.judgements.find(({of}) => `grade-${of}` === idea)
    const scale = framework.scales.find(({id}) => `scale-${id}` === idea)
    switch (slot) {
      case 'council':
        return assessment.council.id === notStated ? [] : [assessment.council.name]
      case 'assessor':
        return [assessor]
      case 'role':
        return roles
      case 'date':
        return dates
      case 'period':
        if (sentence === 'grade-carried-from')
          return judgement?.carriedFrom ? [formatPeriod(judgement.carriedFrom)] : []
        return [formatPeriod(assessment.period)]
      case 'grade':
        if (scale) return [(sentence === 'scale-best' ? scale.steps[0] : scale.steps.at(-1))?.label ?? '']
        return judgement ? [judgement.grade.label] : []
      case 'count':
        if (scale) return [String(scale.steps.length)]
        return [String(countLeft(idea, page, published))]
      default:
        return []
    }
  }
  return {
    names: [assessor, assessment.council.name],
    targets: new Map(listTargets(assessment).map((target) => [target.id, target])),
    ofIdea,
  }
}

const capital = (text: string) => `${text[0]?.toUpperCase()}${text.slice(1)}`

/** How many findings of a list a page leaves to the full report: counted anew, from what it shows. */
function countLeft(id: string, page: EasyReadDocument, published: PublishedAssessment): number {
  const chapter = page.chapters.find(({ideas}) => ideas.some((idea) => idea.id === id))
  if (!chapter?.polarity) return 0
  const shown = new Set(chapter.ideas.map((idea) => idea.id))
  return listOpen(published, chapter.polarity).filter((finding) => !shown.has(finding.id)).length
}

/** Every judgement has its idea, with the grade and the meaning of that grade, in the order of the scales. */
function checkGrades({chapters}: EasyReadDocument, published: PublishedAssessment, {topics}: Content): GateFault[] {
  const ideas = new Map(chapters.flatMap((chapter) => chapter.ideas).map((idea) => [idea.id, idea]))
  return published.assessment.judgements.flatMap(({of, grade, carriedFrom}): GateFault[] => {
    const texts = ideas.get(`grade-${of}`)?.lines.map(({text}) => text)
    const fault = (rule: string, detail: string): GateFault => ({level: 'stop', rule, idea: `grade-${of}`, detail})
    if (!texts) return [fault('grade-missing', of)]
    const steps = published.framework.scales.find(({id}) => id === grade.scale)?.steps ?? []
    const meaning = steps.find(({id}) => id === grade.id)?.easyRead ?? []
    const others = steps.filter(({id}) => id !== grade.id).flatMap((step) => step.easyRead ?? [])
    const isAbout = topics.flatMap((topic) => topic.easyRead)
    return [
      ...(texts.filter((text) => text === `The grade is ${grade.label}.`).length === 1
        ? []
        : [fault('grade-different', of)]),
      ...(meaning.every((line) => texts.includes(line)) ? [] : [fault('grade-without-meaning', of)]),
      ...texts
        .filter((text) => others.includes(text) && !meaning.includes(text) && !isAbout.includes(text))
        .map((text) => fault('meaning-of-another-grade', text)),
      ...(carriedFrom && !texts.some((text) => text.includes('did not give a new grade'))
        ? [fault('carried-grade-as-new', of)]
        : []),
    ]
  })
}

/** A word in bold is explained on the page. */
function checkHardWords(
  {chapters}: EasyReadDocument,
  {assessment}: {assessment: Assessment},
  {glossary}: Content,
): GateFault[] {
  const {ideas} = explainHardWords(chapters, glossary, assessment)
  return [...ideas].flatMap(([idea, {lines, terms}]) => {
    const bold = lines.flat().filter((part) => 'isHard' in part).length
    return bold > terms.length ? [{level: 'stop', rule: 'hard-word-unexplained', idea: idea.id, detail: idea.id}] : []
  })
}

function checkStatus(
  {status, chapters}: EasyReadDocument,
  {easyRead, assessment}: PublishedAssessment,
  {glossary}: Content,
): GateFault[] {
  const due = findStatus(easyRead, hashPage(chapters, explainHardWords(chapters, glossary, assessment)))
  return [
    ...(JSON.stringify(due) === JSON.stringify(status)
      ? []
      : [{level: 'stop' as const, rule: 'status-not-of-hashes', detail: `${status.letter}, expected ${due.letter}`}]),
    ...(easyRead?.stale ?? []).map(({override}) => ({
      level: 'warn' as const,
      rule: 'override-stale',
      idea: override.idea,
      detail: `written for “${override.words}”`,
    })),
  ]
}

/** The page as a whole, against the aims. */
function checkPage(page: EasyReadDocument, published: PublishedAssessment, content: Content): GateFault[] {
  const {measures, quoted, findings} = measurePage(page, published, content)
  const told = findings === 0 ? 1 : 1 - quoted / findings
  const warn = (isOver: boolean, rule: string, figure: number): GateFault[] =>
    isOver ? [{level: 'warn', rule, detail: String(Math.round(figure * 1000) / 1000)}] : []
  return [
    ...warn(measures.words > aims.words, 'more than 1,000 words', measures.words),
    ...warn(
      measures.unfamiliar.daleChall > aims.daleChall,
      'over 10 % not on the Dale–Chall list',
      measures.unfamiliar.daleChall,
    ),
    ...warn(measures.unfamiliar.spache > aims.spache, 'over 16 % not on the Spache list', measures.unfamiliar.spache),
    ...warn(measures.grade > aims.grade, 'Flesch–Kincaid grade over 4.5', measures.grade),
    ...warn(told < aims.told, 'under 90 % of findings told', told),
  ]
}

/** What a page is made of, and how easy it is. */
export interface PageFigures {
  readonly ideas: number
  /** Only the words that the page explains are left aside. */
  readonly measures: Measures
  /** Findings, duties and facts on the page, and how they are told. */
  readonly findings: number
  readonly byBank: number
  readonly byOverride: number
  readonly quoted: number
}

/** Measures a page for the summary of a build and for its editor. */
export function measurePage(
  {chapters}: EasyReadDocument,
  {assessment}: PublishedAssessment,
  {glossary}: Content,
): PageFigures {
  const ideas = chapters.flatMap((chapter) => chapter.ideas)
  const findings = ideas.filter(({polarity}) => polarity)
  const from = (origin: Line['origin']) =>
    findings.filter(({lines}) => lines.some((line) => line.origin === origin)).length
  return {
    ideas: ideas.length,
    measures: measure(
      ideas.flatMap(({lines}) => lines.map(({text}) => text)),
      explainHardWords(chapters, glossary, assessment).terms,
    ),
    findings: findings.length,
    byBank: from('phrase-bank'),
    byOverride: from('override'),
    quoted: findings.filter(({quote}) => quote).length,
  }
}
