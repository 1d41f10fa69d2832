import {z} from 'zod'
import {type ContentFile, readContentFile} from './content-file.ts'
import {checkGlossary} from './glossary.ts'
import {BuildStopped} from './problem.ts'
import {type AuditResult, auditSchema} from './site/audit-result.ts'
import {checkLook, lookSchema} from './site/look.ts'
import {type PhraseBank, readPhraseBank} from './variants/easy-read/bank/load.ts'
import {hasPicture} from './variants/easy-read/pictures.ts'

/** Plain-language topics: `content/plain-language/topics.yaml`. */
const topic = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** What the topic means, in one or two plain sentences. */
  meaning: z.string(),
  /** Easy-read lines: "This is about …". */
  easyRead: z.array(z.string()).min(1),
})

/** Hard words: `content/plain-language/glossary.yaml`. */
const term = z.strictObject({
  /** `direct payment` */
  term: z.string(),
  /** Other printed forms that mean the same: plurals, spellings, the acronym. */
  forms: z.array(z.string()).default([]),
  /** What an acronym stands for. */
  full: z.string().optional(),
  /** The years in which its short form is used so: ICS is no Integrated Care System in 2003. */
  years: z.strictObject({from: z.int().optional(), to: z.int().optional()}).optional(),
  /** Its short form often means something else, so it is explained only where the document prints the full words too. */
  ambiguous: z.literal(true).optional(),
  /** At most two short lines, with no hard word in them. */
  lines: z.array(z.string()).min(1).max(2),
  /** Everyday words that people search by. */
  alsoCalled: z.array(z.string()).default([]),
  /** Which picture stands beside its lines. */
  picture: z.string().refine(hasPicture, 'expected the name of a picture, see content/plain-language/pictures.yaml'),
  /** A noun phrase for lines of ours, where the term cannot be said simply: `a study of what local people need`. */
  easy: z.string().optional(),
  /** Whether the term names people, a thing, or is no noun phrase at all: `accessible`. */
  kind: z.enum(['thing', 'people', 'none']).default('thing'),
  /** Whether the phrase used in lines is a plural. */
  number: z.enum(['one', 'many']).default('one'),
  /** Most people know the word, so an easy-read page explains it after the harder ones, while there is room. */
  everyday: z.literal(true).optional(),
})

/** Who runs this site: `content/_data/site.yaml`. */
const site = z.strictObject({
  name: z.string(),
  tagline: z.string(),
  /** Where the site will stand, without a slash at the end: `https://www.example.org`. */
  url: z.url(),
  organisation: z.string(),
  email: z.string(),
  phone: z.string(),
  post: z.string(),
  relay: z.string(),
  licence: z.strictObject({name: z.string(), url: z.url()}),
  repository: z.string().optional(),
  accessibility: z.strictObject({prepared: z.iso.date(), reviewed: z.iso.date(), responseDays: z.number().int()}),
  look: lookSchema,
})

/** Official names: `content/_data/councils.yaml`; a council that is not listed gets its printed name. */
const councilName = z.strictObject({id: z.string(), name: z.string(), alsoPrinted: z.array(z.string()).default([])})

export type Topic = z.infer<typeof topic>
export type Term = z.infer<typeof term>
export type Site = z.infer<typeof site>
export type CouncilName = z.infer<typeof councilName>

/** Every word that a person of this project wrote, apart from pages. */
export interface Content {
  readonly topics: readonly Topic[]
  readonly glossary: readonly Term[]
  readonly site: Site
  /** Whole phrases of findings, and how easy read tells them. */
  readonly phrases: PhraseBank
  readonly councils: readonly CouncilName[]
  /** What the last audit of the whole site found. */
  readonly audit: AuditResult
}

/** Reads the content files through `read`; one that breaks its rules stops the build, naming file, line and entry. */
export function readContent(read: (file: string) => string): Content {
  const load = <Schema extends z.ZodType>(file: string, schema: Schema): ContentFile<z.infer<Schema>> =>
    readContentFile(file, read(file), schema)
  const glossary = load('content/plain-language/glossary.yaml', z.array(term))
  const ownSite = load('content/_data/site.yaml', site)
  const problems = [...checkGlossary(glossary), ...checkLook(ownSite)]
  if (problems.length > 0) throw new BuildStopped(problems)
  return {
    topics: load('content/plain-language/topics.yaml', z.array(topic)).data,
    glossary: glossary.data,
    phrases: readPhraseBank(read, glossary.data),
    site: ownSite.data,
    audit: load('content/_data/audit.yaml', auditSchema).data,
    councils: load('content/_data/councils.yaml', z.array(councilName)).data,
  }
}
