import {createHash} from 'node:crypto'
import {z} from 'zod'
import type {Assessment, Place} from '../../assessment.ts'
import {readContentFile} from '../../content-file.ts'
import {listNearest} from '../../nearest.ts'
import type {Problem} from '../../problem.ts'
import {type Anchored, listAnchored} from '../anchors.ts'
import {type Polarity, polarities} from './bank/entry.ts'

const words = z.string().trim().min(1)
const isoDate = z.iso.date()

const override = z.strictObject({
  /** The anchor of what it stands for, as `npm run easy-read` prints it: `outcome-1-improvement-2`, `duty-1`. */
  idea: words,
  /** The words of the document that the lines stand for, as they were when the lines were written. */
  words,
  /** Pins the lines to those words: see `hashWords`. */
  hash: z.string().regex(/^[0-9a-f]{12}$/, 'expected 12 hexadecimal digits'),
  /** Under which question it stands; only where it is no finding and no duty, which say so themselves. */
  under: z.enum(polarities).optional(),
  lines: z.array(words).min(1).max(5),
  /** Of the report's prose: ids of findings that these lines tell as well, so that the page does not tell them twice. */
  tells: z.array(words).optional(),
  /** Stands before all others of its list, also when not all have room: a grave finding may be printed last. */
  first: z.literal(true).optional(),
  picture: words,
  /** Words of the lines that stand for other words of the report: `{"4 times a year": "quarterly"}`. */
  because: z.record(words, words).optional(),
})

/** Lines that a person wrote for one document: `content/easy-read/<assessment id>.yaml`. */
const overrideFile = z.strictObject({
  /** Who wrote them: a role, not a name. */
  by: words,
  date: isoDate,
  /** That someone went through the whole page, and which page: its hash is printed by `npm run easy-read`. */
  checked: z
    .strictObject({
      role: words.optional(),
      /** People with learning disabilities who read it together. */
      group: words.optional(),
      date: isoDate,
      hash: z.string().regex(/^[0-9a-f]{12}$/, 'expected 12 hexadecimal digits'),
    })
    .refine(({role, group}) => (role === undefined) !== (group === undefined), 'expected either `role` or `group`')
    .optional(),
  ideas: z.array(override),
})

export type Override = z.infer<typeof override>
export type OverrideFile = z.infer<typeof overrideFile>

/** An override and the words that it stands for now. */
export interface FittedOverride {
  readonly override: Override
  readonly place: Place
  /** Where the words stand now; earlier findings may have come or gone. */
  readonly anchor: string
  readonly at: Place
  readonly polarity: Polarity
}

/** What a person wrote for a page, and how much of it still stands for the words of the document. */
export interface FittedOverrides {
  readonly by: string
  readonly date: string
  readonly checked?: OverrideFile['checked']
  readonly fitting: readonly FittedOverride[]
  /** The words that these stood for are gone or changed, so that the program's lines are used. */
  readonly stale: readonly {readonly override: Override; readonly place: Place; readonly now?: string}[]
}

/** The words that a hash pins, whatever their spaces: twelve hexadecimal digits of SHA-256. */
export function hashWords(text: string): string {
  return createHash('sha256').update(squash(text)).digest('hex').slice(0, 12)
}

const squash = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Something that an easy-read idea may stand for; a duty has no anchor on the standard page, so its section's is used. */
export interface Target {
  readonly id: string
  readonly words: string
  readonly place: Place
  readonly polarity?: Polarity
}

/** Everything in a document that an override may stand for. */
export function listTargets(assessment: Pick<Assessment, 'sections' | 'duties'>): Target[] {
  return [
    ...listAnchored(assessment).map(({id, passage, kind}: Anchored) => ({
      id,
      words: passage.text,
      place: passage.place,
      ...(kind ? {polarity: kind === 'improvement' ? ('better' as const) : ('good' as const)} : {}),
    })),
    ...assessment.duties.map(({text, place}, index) => ({
      id: `duty-${index + 1}`,
      words: text,
      place,
      polarity: 'next' as const,
    })),
  ]
}

/** Reads what was written for a page, and fits it to the document as it is now. */
export function fitOverrides(
  file: string,
  yaml: string,
  assessment: Pick<Assessment, 'sections' | 'duties'>,
  report: (problem: Problem) => void,
  {isBorrowed = false}: {/** It was written for another document of the same id. */ readonly isBorrowed?: boolean} = {},
): FittedOverrides {
  const {data, placeOf} = readContentFile(file, yaml, overrideFile)
  const targets = listTargets(assessment)
  const fitting: FittedOverride[] = []
  const stale: FittedOverrides['stale'][number][] = []
  const taken = new Map<string, Place>()
  for (const [index, override] of data.ideas.entries()) {
    const place = placeOf('ideas', index)
    const stop = (message: string, hint: string, at = place) =>
      report({level: 'error', rule: 'bad-override', place: at, message, hint})
    const hash = hashWords(override.words)
    if (override.hash !== hash)
      stop(
        `Unexpected hash of the words of \`${override.idea}\`, expected \`${hash}\``,
        'The words or the hash were changed by hand; read the lines against the words again, then write this hash',
      )
    const named = targets.find(({id}) => id === override.idea)
    const holds = ({words: now}: Target) => standsIn(squash(now), squash(override.words))
    const target =
      named && holds(named) ? named : targets.find((other) => holds(other) && isAlike(other, override.idea))
    if (!target && !named) {
      if (isBorrowed) continue
      stop(
        `Unexpected idea \`${override.idea}\`, expected one of the document`,
        `The nearest are ${listNearest(
          override.idea,
          targets.map(({id}) => id),
        )}; \`npm run easy-read -- <id>\` lists them`,
      )
      continue
    }
    if (!target) {
      stale.push({override, place, ...(named ? {now: squash(named.words)} : {})})
      continue
    }
    const polarity = target.polarity ?? override.under
    if (!polarity) {
      stop(
        `Unexpected idea \`${override.idea}\` without \`under\`, expected \`good\`, \`better\` or \`next\``,
        'These words are neither in a list of findings nor a duty, so the file says under which question they stand',
      )
      continue
    }
    if (target.polarity && override.under && override.under !== target.polarity) {
      stop(
        `Unexpected \`under: ${override.under}\`, expected none: the report lists this as ${target.polarity}`,
        'Take `under` out; a finding stays under the heading of its list',
        placeOf('ideas', index, 'under'),
      )
      continue
    }
    for (const [at, id] of (override.tells ?? []).entries())
      if (targets.find((other) => other.id === id)?.polarity !== polarity)
        stop(
          `Unexpected \`${id}\` in \`tells\`, expected a finding that stands under \`${polarity}\``,
          'Name findings of the same list only, as `npm run easy-read` prints them',
          placeOf('ideas', index, 'tells', at),
        )
    const before = taken.get(target.id)
    if (before && target.polarity) {
      stop(
        `Unexpected second override for \`${target.id}\`, expected one: line ${before.line} has one`,
        'Put the lines of both into one',
      )
      continue
    }
    taken.set(target.id, place)
    fitting.push({override, place, anchor: target.id, at: target.place, polarity})
  }
  return {by: data.by, date: data.date, ...(data.checked ? {checked: data.checked} : {}), fitting, stale}
}

/** Whether words stand in a passage as whole sentences: `Good reviews` is not there where it says `Good reviews are rare`. */
function standsIn(passage: string, words: string): boolean {
  for (let at = passage.indexOf(words); at >= 0; at = passage.indexOf(words, at + 1)) {
    const before = passage.slice(0, at).trimEnd()
    const after = passage.slice(at + words.length).trimStart()
    // A paragraph may have a number, `2.5`, and a reference behind it, `(E56)`.
    const isStart = /^[\d.]*$|[.!?:][”’"')]*$/.test(before)
    const isEnd = after === '' || after.startsWith('(') || /[.!?][”’"')]*$/.test(words)
    if (isStart && isEnd) return true
  }
  return false
}

/** When findings come or go, the others keep their kind: an improvement does not become a strength. */
const isAlike = ({id}: Target, idea: string) => kindOf(id) === kindOf(idea)
const kindOf = (id: string) => /(?<kind>strength|improvement|progress|words|duty)-\d+$/.exec(id)?.groups?.['kind']

/** Where the lines that people wrote lie. */
export interface OverrideFolder {
  /** Paths of the files in it: `leicester/2009-10-performance-assessment.yaml`. */
  readonly listEasyRead: () => readonly string[]
  readonly readEasyRead: (path: string) => string
  /** The lines were written for other documents than these, so that some may be left over. */
  readonly areOverridesBorrowed?: boolean
}

const folder = 'content/easy-read'

/**
 * Gives each assessment the lines that a person wrote for it. A file that belongs to none is told: it may be misnamed, or,
 * when some documents are not published, wait for one of them.
 */
export function fileOverrides<Entry extends {readonly assessment: Assessment}>(
  from: OverrideFolder,
  entries: readonly Entry[],
  areSomeMissing: boolean,
  report: (problem: Problem) => void,
): (Entry & {readonly easyRead?: FittedOverrides})[] {
  const paths = from.listEasyRead().filter((path) => /\.ya?ml$/i.test(path))
  const idOf = (path: string) => path.replace(/\.ya?ml$/i, '')
  const ids = entries.map(({assessment}) => assessment.id)
  for (const path of paths) {
    if (ids.includes(idOf(path))) continue
    report({
      level: from.areOverridesBorrowed || areSomeMissing ? 'note' : 'error',
      rule: 'easy-read-without-report',
      place: {file: `${folder}/${path}`, line: 1},
      message: `Unexpected easy read for \`${idOf(path)}\`, expected the id of a report that is published`,
      hint: `A file has the name of its report's address${ids.length > 0 ? ` (the nearest: ${listNearest(idOf(path), ids)})` : ''}; correct the name, or move the file away until the report is published`,
    })
  }
  return entries.map((entry) => {
    const path = paths.find((each) => idOf(each) === entry.assessment.id)
    if (!path) return entry
    return {
      ...entry,
      easyRead: fitOverrides(`${folder}/${path}`, from.readEasyRead(path), entry.assessment, report, {
        isBorrowed: from.areOverridesBorrowed ?? false,
      }),
    }
  })
}
