import type {Line} from './line.ts'

/**
 * Every sentence that a program may say by itself in easy read, by its name. `{council}` and the like are slots for
 * facts; a sentence with none is fixed text. Sentences that belong to one family of documents, one topic or one grade
 * stand with those, and words about what a report found stand in the phrase bank.
 */
export const sentences = {
  // About this document
  'is-easy-read': 'This is an easy read version of a report.',
  'is-about': 'The report is about {council}.',
  'is-about-unknown': 'We do not know which council the report is about.',
  'full-is-longer': 'The full report is longer.',
  // Status: the words of EASY-READ, each a line
  'by-computer': 'A computer made this from the full report.',
  'not-checked': 'No person has checked it yet.',
  'some-by-person': 'A person wrote some parts of it.',
  'by-person': 'A person wrote or checked this:',
  'by-group': 'People with learning disabilities checked this:',
  'by-whom': '{role}, {date}.',
  'no-readers-yet': 'People with learning disabilities have not checked it yet.',
  'report-changed': 'The report changed after this was checked.',
  // Who wrote it, and when
  'council-wrote': '{council} wrote the report.',
  'about-itself': 'The council wrote it about itself.',
  'no-inspector': 'It is not an inspector’s report.',
  'author-unknown': 'We do not know who wrote the report.',
  'author-quoted': 'The report says that this is who wrote it.',
  'assessor-wrote': '{assessor} wrote the report.',
  'year-unknown': 'We do not know which year the report is about.',
  'year-is': 'The report is about {period}.',
  'date-is': 'The date on the report is {date}.',
  'date-not-found': 'We found no date on the report.',
  'date-not-given': 'The report does not give its date.',
  'is-old': 'It is an old report.',
  'may-differ': 'Things may be different now.',
  // Grades
  'no-grades': 'This report does not give grades.',
  'no-grades-found': 'We found no table of grades in the report.',
  'own-words': 'The council says in its own words how it did.',
  'scale-has': 'The next part has {count} grades.',
  'scale-best': 'The best grade is {grade}.',
  'scale-worst': 'The worst grade is {grade}.',
  'grades-given': 'The report gives grades.',
  'grades-unranked': 'It does not say which grade is best.',
  'grade-is': 'The grade is {grade}.',
  'grade-carried': '{assessor} did not give a new grade for {period}.',
  'grade-carried-from': 'It used the grade from {period}.',
  // Findings
  'council-says': 'The council says these things about itself.',
  'report-says': 'The report says these things.',
  'nothing-listed': 'The report does not list anything here.',
  'nothing-found': 'We found no list about this in the report.',
  'report-words': 'These are words from the report:',
  'more-here': 'The full report says more about this.',
  'one-more': 'There is 1 more in the full report.',
  'many-more': 'There are {count} more in the full report.',
  // What happens next
  'told-to': 'The report tells the council what to do next.',
} as const

export type SentenceName = keyof typeof sentences

/** A sentence of the list with its slots filled. */
export function say(name: SentenceName, facts: Readonly<Record<string, string | number>> = {}): Line {
  const sentence: string = sentences[name]
  const text = sentence.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const fact = facts[slot]
    if (fact === undefined) throw new Error(`The sentence \`${name}\` needs \`${slot}\``)
    return String(fact)
  })
  return {text, origin: text === sentence ? 'fixed' : 'template', from: name}
}

/** Sentences that stand with the family, topic or grade which they are about. */
export const sayAll = (texts: readonly string[], from: string): Line[] =>
  texts.map((text) => ({text, origin: 'fixed', from}))
