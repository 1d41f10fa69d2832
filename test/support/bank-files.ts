import type {Term} from '../../src/content.ts'
import {type PhraseBank, readPhraseBank} from '../../src/variants/easy-read/bank/load.ts'

/** Files of a phrase bank by their names: `{good: '- says: …'}`; those that are not named are empty. */
export type BankFiles = Readonly<Record<string, string>>

/** A small bank in which every kind of entry has a few: tests add to it, or write over a file of it. */
export const smallFiles: BankFiles = {
  things: `
- says: ["[home|domiciliary] care"]
  easy: care at home
  picture: home
- says: ["reviews"]
  easy: reviews
  number: many
- says: ["waiting times for {thing}"]
  easy: waits for {thing}
  number: many
  example: waiting times for home care
`,
  people: `
- says: ["(family) carers"]
  easy: carers
  number: many
`,
  doing: `
- says: ["improve {thing}"]
  deed: ["[improvement|improvements] of {thing}"]
  easy: make {thing} better
  example: improving home care
- says: ["listen to {people}"]
  easy: listen to {people}
  example: listening to carers
`,
  good: `
- says: ["[good|excellent] {thing}"]
  lines: ["{Thing is} good."]
  example: Good home care
- says: ["{people} are satisfied"]
  lines: ["{People are} happy."]
  example: Carers are satisfied
- says: ["the council has {did}"]
  lines: ["The council {did}."]
  example: The council has listened to carers
- says: ["{percent} of {people} are satisfied"]
  lines: ["Of {people}, {percent share} are happy.", "The exact number is {percent exact}."]
  example: 94.4% of carers are satisfied
`,
  better: `
- says: ["(poor) {thing}", "{thing} [needs|need] to improve"]
  lines: ["{Thing needs} to get better."]
  example: Waiting times for reviews
- says: ["{deed}"]
  lines: ["The council needs to get better at {doing}."]
  example: Improvement of home care
`,
  next: `
- says: ["the council must {do}"]
  lines: ["The council must {do}."]
  example: The council must improve home care
`,
}

const read = (files: BankFiles) => (file: string) =>
  files[/(?<name>\w+)\.yaml$/.exec(file)?.groups?.['name'] ?? ''] ?? '[]'

/** A bank of the small files, with some of them replaced. */
export const makeBank = (files: BankFiles = {}, glossary: readonly Term[] = []): PhraseBank =>
  readPhraseBank(read({...smallFiles, ...files}), glossary)

/** The small files with entries added at their end. */
export const addTo = (name: string, entries: string): BankFiles => ({
  [name]: `${smallFiles[name] ?? ''}${entries.replace(/^\n/, '')}`,
})
