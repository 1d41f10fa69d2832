/** The number before a heading's words, and how deep it stands among numbers of its style. */
export interface Numbering {
  readonly style: 'part' | 'appendix' | 'named' | 'decimal' | 'letter'
  /** Of a named one: `theme` in `Theme 2: Providing support`. */
  readonly noun?: string
  /** 1 for `1.` and `1.0`, 2 for `1.2`. */
  readonly depth: number
  /**
   * What stands alone, when it may mean something else: the figure of `1 Introduction` may be an amount or a house's, the
   * letter of `A. Person` an initial. It is a number when others count on from it.
   */
  readonly bare?: string
}

const decimal = /^(?<number>\d{1,2}(?:\.\d{1,2}){0,3})(?<mark>[.):]?)\s+(?=[\p{Lu}\d“"‘'(])/u
const letter = /^(?<label>[A-Z]|[IVX]{1,5})[.):]\s+(?=[\p{Lu}\d“"‘'(])/u
const count = String.raw`(?:\d{1,2}|[A-Z]|[IVX]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)`
// `Part 2 of the Act says` is the middle of a sentence: after the number a title begins, or nothing.
const end = String.raw`(?:\s*[:.–—-]|\s+(?=\p{Lu})|\s*$)`
const part = new RegExp(String.raw`^(?:part|volume)\s+${count}${end}`, 'iu')
const appendix = new RegExp(String.raw`^(?:appendix|annexe?|schedule)(?:\s+${count})?${end}`, 'iu')
const named = new RegExp(
  String.raw`^(?<noun>chapter|section|theme|domain|standard|outcome|quality statement|priority|objective|question|key line of enquiry)\s+${count}${end}`,
  'iu',
)

/** `2.1.3 Carers`, `B. Findings`, `Part 2`, `Appendix A: Method`, `Theme 1: Working with people`. */
export function readNumbering(text: string): Numbering | undefined {
  const {number, mark} = decimal.exec(text)?.groups ?? {}
  if (number) {
    // `1.0 Introduction` stands beside `2.0 Background`, above `1.1`.
    const parts = number.replace(/(?:\.0)+$/, '').split('.')
    return {style: 'decimal', depth: parts.length, ...(number.includes('.') || mark ? {} : {bare: number})}
  }
  if (part.test(text)) return {style: 'part', depth: 1}
  if (appendix.test(text)) return {style: 'appendix', depth: 1}
  const noun = named.exec(text)?.groups?.['noun']
  if (noun) return {style: 'named', noun: noun.toLowerCase(), depth: 1}
  const label = letter.exec(text)?.groups?.['label']
  return label ? {style: 'letter', depth: 1, bare: label} : undefined
}

const romans = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ')
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const figures = Array.from({length: 99}, (_, index) => `${index + 1}`)

/** Those of several bare numbers that count on from the first of their kind: `1`, `2`, `3`; `A`, `B`; `I`, `II`. */
export function findCounted<Entry extends {readonly bare: string}>(entries: readonly Entry[]): ReadonlySet<Entry> {
  return new Set(
    [figures, letters, romans].flatMap((labels) => {
      const counted: Entry[] = []
      for (const entry of entries) if (entry.bare === labels[counted.length]) counted.push(entry)
      return counted.length > 1 ? counted : []
    }),
  )
}
