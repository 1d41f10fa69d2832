import type {Duty, Passage, Section} from '../../assessment.ts'
import {findSentence} from '../reading.ts'

const deadlinePattern =
  /\bwithin\s+(?:\w{1,20}\s+){1,3}(?:of|from|after)\s+the\s+date\s+of\s+this\s+letter|\bby\s+\d{1,2}(?:st|nd|rd|th)?\s+\p{L}+\s+\d{4}|\bat the same time\b/iu

/** What follows "You are asked", as a sentence or as a list. */
export function findDuties(letter: readonly Section[]): Duty[] {
  const body = letter.flatMap((section) => section.body)
  const duty = ({text, place}: Passage): Duty => {
    const deadline = deadlinePattern.exec(text)?.[0]
    return {text, ...(deadline ? {deadline} : {}), place}
  }
  return body.flatMap((block, at) => {
    if (block.kind !== 'paragraph') return []
    const next = body[at + 1]
    if (/\byou are asked:$/i.test(block.text) && next?.kind === 'list') return next.items.map(duty)
    const text = findSentence(block.text, /\byou are asked to\b/i)
    return text ? [duty({text, place: block.place})] : []
  })
}
