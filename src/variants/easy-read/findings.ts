import type {Finding, FindingKind, Section} from '../../assessment.ts'
import type {Content} from '../../content.ts'
import type {PublishedAssessment} from '../../publication.ts'
import {type Anchored, listAnchored} from '../anchors.ts'
import type {Polarity} from './bank/entry.ts'
import {moreInReport, tellFinding} from './bank/tell-finding.ts'
import {type Held, holdAgainst} from './faithful.ts'
import type {Idea, Line} from './line.ts'
import {checkLine} from './line-rules.ts'
import type {FittedOverride} from './overrides.ts'
import {say} from './sentences.ts'

/** How many findings of a kind a person can take in. */
const most = 12

/** A finding of the document, its list's heading, and what that makes of it. */
export interface OpenFinding extends Anchored {
  readonly kind: FindingKind
  readonly polarity: Polarity
}

/** Every finding once: a document may print one by groups of people and again by outcome, where its topic is known. */
export function listFindings({assessment}: PublishedAssessment): OpenFinding[] {
  const all = listAnchored(assessment).flatMap((anchored): OpenFinding[] =>
    anchored.kind
      ? [{...anchored, kind: anchored.kind, polarity: anchored.kind === 'improvement' ? 'better' : 'good'}]
      : [],
  )
  const best = new Map<string, OpenFinding>()
  const keyOf = ({passage, polarity}: OpenFinding) =>
    `${polarity} ${passage.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()}`
  for (const finding of all) {
    const before = best.get(keyOf(finding))
    if (!before || (!before.section.topic && finding.section.topic)) best.set(keyOf(finding), finding)
  }
  return all.filter((finding) => best.get(keyOf(finding)) === finding)
}

/**
 * The ideas under one heading: what a person chose to tell of the report's prose or put first, then the first finding of
 * each section, the second of each, and so on, as many as a page may hold; what was put first stands first, the rest in
 * the order of the report.
 */
export function tellList(
  published: PublishedAssessment,
  content: Content,
  polarity: 'good' | 'better',
): {readonly ideas: Idea[]; readonly left: number} {
  const overrides = (published.easyRead?.fitting ?? []).filter((fitted) => fitted.polarity === polarity)
  const prose = overrides.filter(isProse).map(tellOverride)
  const findings = listOpen(published, polarity)
  const isFirst = ({id}: OpenFinding) => overrides.some(({anchor, override}) => anchor === id && override.first)
  const turns = [...findings.filter(isFirst), ...takeTurns(findings.filter((finding) => !isFirst(finding)))]
  const ideas = [...prose]
  for (const finding of turns) {
    if (ideas.length >= most) break
    const idea = tellOne(finding, published, content)
    // What a report prints in two places in other words may come to the same lines.
    if (!ideas.some((other) => isSaidBy(idea, other))) ideas.push(idea)
  }
  const order = [...findings.filter(isFirst), ...listAnchored(published.assessment)].map(({id}) => id)
  ideas.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
  return {ideas, left: findings.length - (ideas.length - prose.length)}
}

/** The findings of a list, without those that lines for the report's prose tell as well. */
export function listOpen(published: PublishedAssessment, polarity: Polarity): OpenFinding[] {
  const told = new Set((published.easyRead?.fitting ?? []).flatMap(({override}) => override.tells ?? []))
  return listFindings(published).filter((finding) => finding.polarity === polarity && !told.has(finding.id))
}

/** Whether another idea comes to the same lines. */
export const isSaidBy = ({lines, quote}: Idea, other: Idea) =>
  !quote && lines.map(({text}) => text).join('\n') === other.lines.map(({text}) => text).join('\n')

const isProse = ({anchor}: FittedOverride) => /-words-\d+$/.test(anchor)

/** The first of each section, the second of each, …; in each turn those first that are about what was judged. */
function takeTurns(findings: readonly OpenFinding[]): OpenFinding[] {
  const all = [...Map.groupBy(findings, ({section}) => section)]
  const sections = [true, false].flatMap((wanted) =>
    all.filter(([section]) => (section.topic !== undefined) === wanted).map(([, own]) => own),
  )
  const turns = Math.max(0, ...sections.map((own) => own.length))
  return Array.from({length: turns}, (_, turn) => sections.flatMap((own) => own[turn] ?? [])).flat()
}

/** A finding in the lines that a person wrote, else in those of the phrase bank, else in the report's own words. */
export function tellOne(finding: OpenFinding, published: PublishedAssessment, content: Content): Idea {
  const fitted = published.easyRead?.fitting.find(({anchor}) => anchor === finding.id)
  if (fitted) return tellOverride(fitted)
  const {id, passage, section, polarity} = finding
  const source = {words: passage.text, place: passage.place, anchor: id}
  const picture = section.topic ? `topic-${section.topic}` : polarity
  return (
    tellByBank({id, picture, polarity, source}, findLead(finding, section), published, content) ?? {
      id,
      picture,
      polarity,
      source,
      lines: [say('report-words')],
      quote: passage.text,
    }
  )
}

/** Lines of the phrase bank, unless they break a rule for lines or say something else than the report. */
export function tellByBank(
  idea: Omit<Idea, 'lines'> & Required<Pick<Idea, 'source' | 'polarity'>>,
  lead: string | undefined,
  published: PublishedAssessment,
  content: Content,
): Idea | undefined {
  const telling = tellFinding(idea.source.words, idea.polarity, content.phrases, lead)
  if (!('told' in telling)) return
  const {lines: texts, entries, because, picture} = telling.told
  const from = entries.map((entry) => entry.from).join(', ')
  const lines = texts.map(
    (text): Line => (text === moreInReport ? say('more-here') : {text, origin: 'phrase-bank', from}),
  )
  const own = texts.filter((text) => text !== moreInReport)
  const held = {...holdingOf(published, idea.polarity), words: telling.words, because}
  const isWrong =
    own.some((text) => checkLine(text).some(({level}) => level === 'stop')) ||
    holdAgainst(own, held).some(({level}) => level === 'stop')
  return isWrong ? undefined : {...idea, ...(picture ? {picture} : {}), lines, because}
}

/** What a document's lines are held against, whatever their words. */
export function holdingOf({assessment, framework}: PublishedAssessment, polarity?: Polarity): Omit<Held, 'words'> {
  return {
    isToImprove: polarity === 'better',
    names: [assessment.council.name, assessment.assessor ?? ''],
    grades: framework.scales.flatMap(({steps}) => steps.map(({label}) => label)),
  }
}

/** Lines that a person wrote for these words. */
export function tellOverride({override, place, anchor, at, polarity}: FittedOverride): Idea {
  const {lines, picture, words, because} = override
  const from = `${place.file}:${place.line}`
  return {
    id: anchor,
    picture,
    polarity,
    source: {words, place: at, anchor},
    lines: lines.map((text) => ({text, origin: 'override', from})),
    ...(because ? {because} : {}),
  }
}

/** `To minimise waiting times we are:` begins each of its items: they say what is done, not what should be. */
function findLead({passage, kind}: OpenFinding, {findings}: Section): string | undefined {
  const list = findings.find((own) => own.kind === kind && own.items.includes(passage as Finding))
  return /\bwe are\s*:?\s*$/i.test(list?.heading ?? '') ? 'we are' : undefined
}
