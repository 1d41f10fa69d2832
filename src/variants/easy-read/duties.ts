import type {Content} from '../../content.ts'
import {eachPassage} from '../../ledger.ts'
import type {PublishedAssessment} from '../../publication.ts'
import {isSaidBy, tellByBank, tellOverride} from './findings.ts'
import type {Idea} from './line.ts'
import {say} from './sentences.ts'

/** What the document tells the council to do, after what a person chose of the report's prose about plans. */
export function tellDuties(published: PublishedAssessment, content: Content): Idea[] {
  const {assessment, easyRead} = published
  const fitting = (easyRead?.fitting ?? []).filter(({polarity}) => polarity === 'next')
  const plans = fitting.filter(({anchor}) => !anchor.startsWith('duty-')).map(tellOverride)
  const duties = assessment.duties.map(({text, place}, index): Idea => {
    const id = `duty-${index + 1}`
    const anchor = findSection(published, place.line) ?? ''
    const fitted = fitting.find((each) => each.anchor === id)
    if (fitted) return moveTo(tellOverride(fitted), anchor)
    const idea = {id, picture: 'next', polarity: 'next', source: {words: text, place, anchor}} as const
    return tellByBank(idea, undefined, published, content) ?? {...idea, lines: [say('report-words')], quote: text}
  })
  if (plans.length + duties.length === 0) return []
  // A letter and the report that encloses it may ask the same.
  const isNew = (idea: Idea, index: number) => !duties.slice(0, index).some((before) => isSaidBy(idea, before))
  return [
    ...plans,
    ...(duties.length > 0
      ? [{id: 'intro-next', picture: 'next', lines: [say('told-to')]}, ...duties.filter(isNew)]
      : []),
  ]
}

/** A duty has no anchor of its own on the standard page, so a link leads to its section. */
const moveTo = (idea: Idea, anchor: string): Idea => ({
  ...idea,
  ...(idea.source ? {source: {...idea.source, anchor}} : {}),
})

function findSection({assessment}: PublishedAssessment, line: number): string | undefined {
  for (const {passage, section} of eachPassage(assessment.sections))
    if (line >= passage.place.line && line <= (passage.place.to ?? passage.place.line)) return section
  return
}
