import {z} from 'zod'
import type {Content} from '../content.ts'
import type {DataFormat} from './format.ts'
import {writeJson} from './json.ts'

// The contract of the open data, once: it types what json.ts writes, tests hold the files against it, and programs get
// it as a JSON Schema. A field may be added to version 1; one that goes, or means something else, makes a version 2.

const id = (what: string) => z.string().describe(`Id of ${what}, permanent`)
const path = (what: string) => z.string().describe(`Where ${what} stands: a path on this site`)
const count = z.int().min(0)

const council = z.object({
  id: id('the council; not-stated when the document names none'),
  name: z.string().describe('Name of the council'),
})

const judgement = z
  .object({
    of: z
      .string()
      .describe('Id of the section judged, or overall; a name of its own where a printed table alone grades it'),
    subject: z.string().describe('The name printed beside the grade'),
    topic: z.string().nullable().describe('Id of the plain-language topic; null when there is none'),
    grade: z.string().describe('The grade, in the words of its scale'),
    rank: z.int().min(1).nullable().describe('Place on its scale; 1 is the best; null when the scale is not known'),
    outOf: z.int().min(1).nullable().describe('How many grades its scale has; null when the scale is not known'),
    scale: z.string().nullable().describe('Id of its scale; ranks of different scales cannot be compared'),
    carriedFrom: z.string().nullable().describe('The year whose grade was used again; null for a new grade'),
    line: z.int().min(1).describe('Line of the source file'),
  })
  .describe('A grade given to something')

const findings = z
  .object({
    kind: z.enum(['strength', 'improvement', 'progress']),
    heading: z.string().describe('Heading of the list, as printed'),
    items: z.array(z.string()).describe('Each finding in the words of the source; an empty printed list stays empty'),
  })
  .describe('One printed list of findings')

const section = z
  .object({
    id: id('the section: its anchor on the page of the assessment'),
    kind: z.enum(['overview', 'outcome', 'domain', 'standard', 'theme', 'statement', 'group', 'background']),
    topic: z.string().nullable().describe('Id of the plain-language topic; null when there is none'),
    heading: z.string().describe('Heading of the section, as printed'),
    partOf: z.string().nullable().describe('Id of the section that encloses it'),
    findings: z.array(findings),
  })
  .describe('A section; all stand in one list, in the order of the document')

const assessment = z
  .object({
    id: id('the assessment'),
    url: path('its page'),
    title: z.string().describe('Title of the document, as printed'),
    council,
    framework: z.object({id: id('the family of documents that it belongs to'), name: z.string()}),
    assessor: z.string().describe('Who judged, or wrote the report; or: not stated'),
    kind: z.enum(['inspection', 'self-assessment', 'report']),
    period: z.string().describe('What it covers: 2009-10 or 2024; or: not-stated'),
    dated: z.string().nullable().describe('Date on the document, as exact as printed: 2008-10-27 or 2024-09'),
    judgements: z.array(judgement).describe('In printed order; empty when the document gives no grades'),
    sections: z.array(section),
    source: z
      .object({
        file: z.string().describe('Name of the source file'),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        words: count,
        ledger: z
          .object({published: count, furniture: count, withheld: count, unaccounted: count})
          .describe('What became of the words of the file'),
      })
      .describe('The file that it was made from'),
    easyRead: z.object({
      status: z.enum(['drafted', 'reviewed', 'checked', 'changed']),
      checkedBy: z.string().nullable().describe('Who checked the easy-read page, and when; null when nobody has'),
    }),
  })
  .describe('One published evaluation of one council')

/** Assessments as `assessments.json` and the file of each assessment hold them. */
export const contract = z.object({schemaVersion: z.literal(1), assessments: z.array(assessment)})

export type DescribedAssessment = z.infer<typeof assessment>

/** The contract for programs, as JSON Schema 2020-12; fields that are added later do not break it. */
export const contractSchema: DataFormat = {
  path: '/data/v1/assessments.schema.json',
  write: (_, {site}) => writeJson(describeContract(site)),
}

function describeContract({name, url}: Content['site']) {
  const {$schema, ...schema} = z.toJSONSchema(contract, {target: 'draft-2020-12', io: 'input'})
  return {
    $schema,
    $id: `${url}${contractSchema.path}`,
    title: `Assessments on ${name}, version 1`,
    ...schema,
  }
}
