import {z} from 'zod'

const words = z.string().min(1)
const says = z.array(words).min(1)
/** Words of our lines that take the place of other words of the report: `{"not enough": "insufficient"}`. */
const because = z.record(words, words)

/**
 * An entry of the vocabulary: what findings are about, who, where, and what is done, in the report's words and in easy
 * ones. With slots it is met by many phrases: `awareness of {thing}` → `how much people know about {thing}`.
 */
export const wordEntry = z.strictObject({
  /** Patterns of the report's words; see `readPattern`. */
  says,
  /** The easy words; of something done, they begin with a verb: `make {thing} better`. */
  easy: words,
  /** Of something done: its noun, `[improvement|improvements] [in|of] {thing}`. */
  deed: z.array(words).optional(),
  /** Whether the easy words are one thing or many; or the slot that tells. */
  number: z.enum(['one', 'many']).optional(),
  picture: words.optional(),
  because: because.optional(),
  /** A real phrase that the entry is for; needed where the patterns have slots. */
  example: words.optional(),
})

/** An entry that tells a whole finding: `Waiting times for {thing}` in a list of improvements → lines. */
export const findingEntry = z.strictObject({
  says,
  /** Each line is one sentence; `{Thing needs} to get better.` */
  lines: z.array(words).min(1).max(4),
  picture: words.optional(),
  because: because.optional(),
  /** A finding that the entry tells. */
  example: words,
})

export type WordEntry = z.infer<typeof wordEntry>
export type FindingEntry = z.infer<typeof findingEntry>

/** What a list of findings says: what is good, what should get better, what the council must do next. */
export const polarities = ['good', 'better', 'next'] as const
export type Polarity = (typeof polarities)[number]

/** The files of the vocabulary, each named for what its entries may stand for. */
export const wordFiles = {
  things: 'thing',
  people: 'people',
  places: 'place',
  who: 'who',
  qualities: 'quality',
  times: 'when',
  doing: 'do',
} as const
