import type {Term} from '../../src/content.ts'
import {type PhraseBank, readPhraseBank} from '../../src/variants/easy-read/bank/load.ts'

export type SmallBank = Readonly<Record<string, string>>

/** A phrase bank of a few entries, by the names of its files; a file that is not given is empty. */
export function readSmallBank(files: SmallBank, glossary: readonly Term[] = []): PhraseBank {
  return readPhraseBank((file) => files[file.replace(/^.*\/|\.yaml$/g, '')] ?? '[]', glossary)
}

/** Words that small banks share. */
export const words: SmallBank = {
  things: `
- says: ["(the) transport"]
  easy: transport
  picture: transport
- says: ["(day|adult) services"]
  easy: services
  number: many
- says: ["[waiting times|waits] for {thing}"]
  easy: the wait for {thing}
  number: one
  picture: wait
  example: waiting times for transport
- says: ["{thing} and {thing2}"]
  easy: "{thing} and {thing2}"
  number: many
  example: transport and day services
`,
  people: `
- says: ["(older) people"]
  easy: people
  number: many
`,
  doing: `
- says: ["[improve|give] {thing}"]
  deed: ["improvement in {thing}"]
  easy: make {thing} better
  example: improve transport
`,
  qualities: `
- says: [good, strong]
  easy: good
`,
}
