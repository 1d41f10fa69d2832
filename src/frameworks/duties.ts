import type {Duty, Passage, Section} from '../assessment.ts'
import {findSentence, unnumber} from './reading.ts'

const lead = /\b(?:you|(?:the )?(?:council|authority)) (?:are|is) (?:asked|expected|required|requested) to\b/i
const listLead = /\b(?:you|(?:the )?(?:council|authority)) (?:are|is) (?:asked|expected|required|requested)(?: to)?:$/i

const date = String.raw`\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9},?(?:\s+\d{4})?|(?:the\s+)?(?:end|beginning|middle)\s+of\s+\p{L}{3,9}(?:\s+\d{4})?|\p{Lu}\p{L}{2,8}\s+\d{4}`
const span = String.raw`(?:the\s+next\s+)?(?:\w+\s+){1,2}?(?:working\s+)?(?:days?|weeks?|months?|years?)`
const since = String.raw`(?:\s+(?:of|from|after)\s+[^().,;:]{1,80}?(?=\s+\(|\s+and\b|[.,;:]|$))?`
// `within two months of the publication of the ratings (i.e. by 31st January 2009)`, `at the same time`
const deadlinePattern = new RegExp(
  String.raw`\bwithin\s+${span}${since}(?:\s+\([^()]{1,80}\))?|\b(?:by|before|(?:no|not)\s+later\s+than)\s+(?:${date})|\bat the same time\b`,
  'iu',
)

// `… and to make available`, never `… and to NHS partner organisations`.
const further =
  /,?\s+and(?=\s+to\s+(?:advise|agree|bring|circulate|confirm|consider|consult|copy|discuss|distribute|draw|ensure|give|hold|inform|invite|let|make|notify|place|prepare|present|produce|provide|publicise|publish|put|report|respond|send|set|share|submit|take|tell|use|write)\b)/giu

/** What the document tells the council to do, as a sentence or as a list, in its own words and with its deadline. */
export function findDuties(sections: readonly Section[]): Duty[] {
  return sections.flatMap(({body}) =>
    body.flatMap((block, at) => {
      if (block.kind !== 'paragraph') return []
      const next = body[at + 1]
      if (listLead.test(block.text) && next?.kind === 'list') return next.items.flatMap(splitDuty)
      const text = findSentence(block.text, lead)
      return text ? splitDuty({text: unnumber(text), place: block.place}) : []
    }),
  )
}

/** One sentence may tell two things: `… to take this report to a meeting … and to make available to the public …`. */
function splitDuty({text, place}: Passage): Duty[] {
  return text
    .split(further)
    .map((part) => part.trim())
    .map((part): Duty => {
      const deadline = deadlinePattern.exec(part)?.[0]
      return {text: part, ...(deadline ? {deadline} : {}), place}
    })
}
