import {withheldMark} from './amend.ts'
import type {Place} from './assessment.ts'
import type {Reading} from './frameworks/framework.ts'
import {eachPassage} from './ledger.ts'
import {compilePattern, findMatches, foldCharacter} from './pattern.ts'
import type {Problem} from './problem.ts'
import type {FiledRecord} from './records.ts'

/** How long one pattern may search a document, in milliseconds. */
const limit = 10_000

/**
 * Finds what a redaction's pattern still matches in the words as they were read: `0116` ⏎ `2` ⏎ `496 0002` is one number
 * once the page number between its parts is gone, and `0116 _496_ 0003` is one to the eye. The problem never says the words.
 */
export function findUnwithheld({title, author, sections}: Reading, filed: FiledRecord | undefined): Problem[] {
  const redactions = filed?.record.redactions ?? []
  if (!filed || redactions.length === 0) return []
  const passages = [
    ...(title ? [title] : []),
    ...(author ? [author] : []),
    ...[...eachPassage(sections)].map(({passage}) => passage),
  ]
  const views = [
    passages.map(({text}) => ({text: fold(text)})),
    passages.map(({text}) => ({
      text: fold(text)
        .replace(/\[([^\][]*)\]\([^()\s]*\)/g, '$1')
        .replace(/<[^<>]{0,200}>|[_*`~]/g, ''),
    })),
  ].map(joinView)
  return redactions.flatMap(({pattern, why}, index): Problem[] => {
    const compiled = compilePattern(pattern)
    const found = views.flatMap(({text, starts}) =>
      (findMatches(compiled, text, limit) ?? [])
        .filter(({start, end}) => !withheldMark.includes(text.slice(start, end)))
        .map(({start}) => passages[starts.findLastIndex((begin) => begin <= start)]?.place),
    )
    const place = found.find((at): at is Place => at !== undefined)
    return place ? [describe(place, filed.placeOf('redactions', index), index + 1, why)] : []
  })
}

const fold = (text: string) => [...text].map(foldCharacter).join('')

/** Passages as one text, each a line, so that a pattern's space goes over the end of one too, with where each begins. */
function joinView(passages: readonly {readonly text: string}[]): {text: string; starts: number[]} {
  const starts: number[] = []
  let at = 0
  for (const {text} of passages) {
    starts.push(at)
    at += text.length + 1
  }
  return {text: passages.map(({text}) => text).join('\n'), starts}
}

const describe = (place: Place, entry: Place, number: number, why: string): Problem => ({
  level: 'error',
  rule: 'leaked-words',
  place,
  other: entry,
  message: `Unexpected words that redaction ${number} (${why}) is meant to withhold, expected none on the page; they are parted in the file by what the page leaves out`,
  hint: 'Let the pattern match what stands between its words there, such as `\\s+`, a page number or marks, or add a redaction for this place',
})
