import type {Assessment, Block, Findings, Passage, Place, Section} from './assessment.ts'
import type {Furniture, NormalDocument, SourceWord} from './normalise.ts'
import {splitWords} from './normalise.ts'
import type {Source} from './source.ts'

/** Every word of a source, accounted for exactly once. Words are the whitespace-separated tokens of the file. */
export interface Ledger {
  readonly words: number
  readonly published: number
  readonly furniture: number
  readonly withheld: number
  readonly unaccounted: number
  readonly doubled: number
  /** What became of each raw line that holds a word, in file order. */
  readonly lines: readonly LedgerLine[]
  readonly faults: readonly LedgerFault[]
}

export interface LedgerLine {
  readonly line: number
  readonly raw: string
  readonly published: number
  readonly withheld: number
  /** Ids of the sections that publish words of this line. */
  readonly sections: readonly string[]
  /** Words that are furniture, each run with the rule's name. */
  readonly furniture: readonly {readonly rule: string; readonly words: string}[]
}

/** A word that was lost, or that a passage claims and its lines do not hold (again). */
export interface LedgerFault {
  readonly kind: 'unaccounted' | 'doubled' | 'invented'
  readonly words: string
  readonly place: Place
}

/** The rule for what `normalise` lifts off: tags, bullets, heading marks, table lines. */
export const layoutMarks = 'layout-marks'

/**
 * Matches every passage of the assessment, and every piece of furniture, against the words of its own lines. The
 * parsers have no say in it: a word that they dropped, repeated or changed shows.
 */
export function takeLedger(
  source: Source,
  document: NormalDocument,
  assessment: Pick<Assessment, 'sections'>,
  furniture: readonly Furniture[],
): Ledger {
  const faults: LedgerFault[] = []
  // A table of lists is read column by column, and the words of its rows with it.
  const ordered = document.words.toSorted((a, b) => a.line - b.line)
  const {fates, claim} = openClaims(ordered)
  const claimPassage = ({text, place, parts}: Passage, fate: Fate) => {
    if (parts) {
      for (const part of parts) claimPassage(part, fate)
      const isWhole = splitWords(text).join(' ') === parts.flatMap((part) => splitWords(part.text)).join(' ')
      if (!isWhole) faults.push({kind: 'invented', words: text, place})
      return
    }
    const {invented, doubled} = claim(splitWords(text), place, fate)
    if (invented.length > 0) faults.push({kind: 'invented', words: invented.join(' '), place})
    if (doubled.length > 0) faults.push({kind: 'doubled', words: doubled.join(' '), place})
  }
  // Furniture first: its passages are exact, so they cannot take a word that a longer passage needs elsewhere.
  for (const piece of furniture) claimPassage(piece, {rule: piece.rule})
  for (const {passage, section} of eachPassage(assessment.sections)) claimPassage(passage, {section})

  const byLine = Map.groupBy(document.words, (word) => word.line)
  const lines = source.lines.flatMap((raw, index): LedgerLine[] => {
    const tokens = [...raw.text.matchAll(/\S+/gu)]
    if (tokens.length === 0) return []
    return [readLedgerLine(index + 1, raw, tokens, byLine.get(index + 1) ?? [], fates, faults, source.file)]
  })
  const sum = (count: (line: LedgerLine) => number) => lines.reduce((total, line) => total + count(line), 0)
  const words = source.lines.reduce((total, raw) => total + splitWords(raw.text).length + countGaps(raw.withheld), 0)
  const countFaults = (kind: LedgerFault['kind']) =>
    faults.filter((fault) => fault.kind === kind).reduce((total, fault) => total + splitWords(fault.words).length, 0)
  return {
    words,
    published: sum((line) => line.published),
    withheld: sum((line) => line.withheld),
    furniture: sum((line) => line.furniture.reduce((total, run) => total + splitWords(run.words).length, 0)),
    unaccounted: countFaults('unaccounted'),
    doubled: countFaults('doubled') + countFaults('invented'),
    lines,
    faults,
  }
}

/** One mark may stand for several words of the file: one more than the spaces that it took the place of. */
const countGaps = (withheld: Source['lines'][number]['withheld']) =>
  withheld.reduce((total, [, , gaps]) => total + gaps, 0)

/** What became of a word: furniture by a rule, or published in a section. */
type Fate = {readonly rule: string} | {readonly section: string}

/** Words that passages claim one by one. A document's words stand in the order of its lines. */
function openClaims(words: readonly SourceWord[]) {
  const fates = new Map<SourceWord, Fate>()
  const starts = new Map<number, number>()
  for (const [index, {line}] of words.entries()) if (!starts.has(line)) starts.set(line, index)
  // For each word the next that is still open, so that a line of thousands of list items is not read again for each.
  const later = Array.from({length: words.length + 1}, (_, index) => index)
  const findOpen = (index: number): number => {
    let at = index
    while (later[at] !== at) {
      later[at] = later[later[at] as number] as number
      at = later[at] as number
    }
    return at
  }
  const findRange = ({line, to = line}: Place): [start: number, end: number] => {
    let start = words.length
    for (let at = line; at <= to && start === words.length; at++) start = starts.get(at) ?? words.length
    let end = start
    for (let at = to + 1; end === start && at <= (words.at(-1)?.line ?? 0); at++) end = starts.get(at) ?? start
    return [start, end === start ? words.length : end]
  }

  /** Claims a passage's words among the open words of its lines, in order; what it cannot claim is doubled or invented. */
  const claim = (texts: readonly string[], place: Place, fate: Fate): {invented: string[]; doubled: string[]} => {
    const [start, end] = findRange(place)
    const search = (text: string, from: number) => {
      let at = findOpen(from)
      while (at < end && words[at]?.text !== text) at = findOpen(at + 1)
      return at < end ? at : -1
    }
    const invented: string[] = []
    const doubled: string[] = []
    let next = start
    for (const text of texts) {
      let found = search(text, next)
      if (found < 0) found = search(text, start)
      const word = words[found]
      if (word) {
        fates.set(word, fate)
        later[found] = found + 1
        next = found + 1
      } else (words.slice(start, end).some((other) => other.text === text) ? doubled : invented).push(text)
    }
    return {invented, doubled}
  }
  return {fates, claim}
}

function readLedgerLine(
  line: number,
  raw: Source['lines'][number],
  tokens: readonly RegExpExecArray[],
  words: readonly SourceWord[],
  fates: ReadonlyMap<SourceWord, Fate>,
  faults: LedgerFault[],
  file: string,
): LedgerLine {
  const sections = new Set<string>()
  const furniture: {rule: string; words: string}[] = []
  const lost: string[] = []
  let [published, withheld] = [0, 0]
  const byToken = Map.groupBy(words, (word) => word.token)
  for (const [index, match] of tokens.entries()) {
    const text = match[0]
    const marks = raw.withheld.filter(([start, end]) => start < match.index + text.length && end > match.index)
    const parts = byToken.get(index) ?? []
    const open = parts.filter((word) => !fates.has(word))
    const sectionsOfWord = parts.flatMap((word) => {
      const fate = fates.get(word)
      return fate && 'section' in fate ? [fate.section] : []
    })
    for (const section of sectionsOfWord) sections.add(section)
    if (open.length > 0) lost.push(text)
    else if (marks.length > 0) withheld += 1 + countGaps(marks)
    else if (sectionsOfWord.length > 0) published++
    else {
      const fate = parts.length > 0 ? fates.get(parts[0] as SourceWord) : undefined
      const rule = fate && 'rule' in fate ? fate.rule : layoutMarks
      const last = furniture.at(-1)
      if (last?.rule === rule) last.words += ` ${text}`
      else furniture.push({rule, words: text})
    }
  }
  if (lost.length > 0) faults.push({kind: 'unaccounted', words: lost.join(' '), place: {file, line}})
  return {line, raw: raw.text, published, withheld, sections: [...sections], furniture}
}

/** Every passage that the standard page publishes, in page order, with the id of its section. */
export function* eachPassage(
  sections: readonly Section[],
): Generator<{readonly passage: Passage; readonly section: string}> {
  for (const section of sections) {
    const own = function* (): Generator<Passage> {
      if (!section.headingIsOurs) yield {text: section.heading, place: section.place}
      if (section.expectation) yield section.expectation
      for (const block of section.body) yield* passagesOfBlock(block)
      for (const findings of section.findings) yield* passagesOfFindings(findings)
    }
    for (const passage of own()) yield {passage, section: section.id}
    yield* eachPassage(section.sections)
  }
}

function* passagesOfBlock(block: Block): Generator<Passage> {
  if (block.kind === 'list') yield* block.items
  else if (block.kind === 'table') for (const row of block.rows) yield {text: row.cells.join(' '), place: row.place}
  else if (block.kind !== 'lost-picture') {
    yield block
    if (block.kind === 'quotation' && block.speaker) yield block.speaker
  }
}

function* passagesOfFindings(findings: Findings): Generator<Passage> {
  if (!findings.headingIsOurs) yield {text: findings.heading, place: findings.place}
  yield* findings.items
  yield* findings.remarks
}
