import {parse} from 'yaml'
import {z} from 'zod'
import {BuildStopped} from './problem.ts'

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
  readonly councils: readonly CouncilName[]
}

/** Reads the content files through `read`; one that breaks its schema stops the build, naming file and entry. */
export function readContent(read: (file: string) => string): Content {
  const load = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> => {
    const result = schema.safeParse(parse(read(file)))
    if (result.success) return result.data
    throw new BuildStopped(
      result.error.issues.map((issue) => ({
        level: 'error',
        rule: 'bad-content',
        place: {file, line: 1},
        message: `Unexpected \`${issue.path.join('.')}\`: ${issue.message}`,
      })),
    )
  }
  return {
    topics: load('content/plain-language/topics.yaml', z.array(topic)),
    glossary: load('content/plain-language/glossary.yaml', z.array(term)),
    site: load('content/_data/site.yaml', site),
    councils: load('content/_data/councils.yaml', z.array(councilName)),
  }
}
