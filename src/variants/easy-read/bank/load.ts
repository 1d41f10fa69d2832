import {z} from 'zod'
import type {Place} from '../../../assessment.ts'
import type {Term} from '../../../content.ts'
import {type ContentFile, readContentFile} from '../../../content-file.ts'
import {BuildStopped, type Problem} from '../../../problem.ts'
import {checkPhraseBank} from './check.ts'
import {
  type FindingEntry,
  findingEntry,
  type Polarity,
  polarities,
  type WordEntry,
  wordEntry,
  wordFiles,
} from './entry.ts'
import {type Grammar, makeGrammar, type Rule, type RuleEntry, slotsOfLine} from './grammar.ts'
import {type Category, conjugatePattern, countSlots, type Pattern, PatternError, readPattern} from './pattern.ts'

/** One entry as it stands in its file. */
export interface Filed<Entry> {
  readonly entry: Entry
  readonly place: Place
}

export type FiledFinding = Filed<FindingEntry> & {readonly polarity: Polarity}
export type FiledWords = Filed<WordEntry> & {readonly category: (typeof wordFiles)[keyof typeof wordFiles]}

/** The phrase bank: a grammar for each kind of list, over one vocabulary. */
export interface PhraseBank {
  readonly grammars: Readonly<Record<Polarity, Grammar>>
  readonly findings: readonly FiledFinding[]
  readonly words: readonly FiledWords[]
}

const folder = 'content/plain-language/phrases'

/** Reads the phrase bank through `read`; an entry that cannot be understood stops the build, naming file and line. */
export function readPhraseBank(read: (file: string) => string, glossary: readonly Term[]): PhraseBank {
  const file = (name: string) => `${folder}/${name}.yaml`
  const words = Object.entries(wordFiles).flatMap(([name, category]) =>
    fileEntries(readContentFile(file(name), read(file(name)), z.array(wordEntry))).map((filed) => ({
      ...filed,
      category,
    })),
  )
  const findings = polarities.flatMap((polarity) =>
    fileEntries(readContentFile(file(polarity), read(file(polarity)), z.array(findingEntry))).map((filed) => ({
      ...filed,
      polarity,
    })),
  )
  const problems: Problem[] = []
  const vocabulary = makeGrammar([
    ...words.flatMap((filed) => makeWordRules(filed, problems)),
    ...glossary.flatMap(makeTermRules),
  ])
  const grammarOf = (polarity: Polarity) =>
    makeGrammar(
      findings.filter((filed) => filed.polarity === polarity).flatMap((filed) => makeFindingRules(filed, problems)),
      vocabulary,
    )
  const bank = {
    grammars: {good: grammarOf('good'), better: grammarOf('better'), next: grammarOf('next')},
    findings,
    words,
  }
  const all = problems.length > 0 ? problems : checkPhraseBank(bank)
  if (all.length > 0) throw new BuildStopped(all)
  return bank
}

const fileEntries = <Entry>({data, placeOf}: ContentFile<Entry[]>): Filed<Entry>[] =>
  data.map((entry, index) => ({entry, place: placeOf(index)}))

function makeWordRules({entry, place, category}: FiledWords, problems: Problem[]): Rule[] {
  const made = describeEntry(entry, [entry.easy], place)
  const ruleFor = (of: Category, pattern: Pattern): Rule => ({category: of, pattern, entry: made})
  const guard = guardEntry(place, problems)
  return [
    ...entry.says.flatMap((written) =>
      guard(written, [entry.easy], (pattern) =>
        category === 'do'
          ? conjugatePattern(pattern).map((way) => ruleFor(way.form, way.pattern))
          : [ruleFor(category, pattern)],
      ),
    ),
    ...(entry.deed ?? []).flatMap((written) => guard(written, [entry.easy], (pattern) => [ruleFor('deed', pattern)])),
  ]
}

function makeFindingRules({entry, place}: FiledFinding, problems: Problem[]): Rule[] {
  const made = describeEntry(entry, entry.lines, place)
  const guard = guardEntry(place, problems)
  return entry.says.flatMap((written) =>
    guard(written, entry.lines, (pattern) => [{category: 'finding', pattern, entry: made}]),
  )
}

const describeEntry = (
  {number, picture, because}: Pick<WordEntry, 'number' | 'picture' | 'because'>,
  easy: readonly string[],
  {file, line}: Place,
): RuleEntry => ({
  easy,
  from: `${file}:${line}`,
  cost: 10,
  ...(number ? {number} : {}),
  ...(picture ? {picture} : {}),
  ...(because ? {because} : {}),
})

/** Reads a pattern into rules; one that cannot be read, or that lacks a slot of its line, is a problem of its entry. */
function guardEntry(place: Place, problems: Problem[]) {
  return (written: string, lines: readonly string[], makeRules: (pattern: Pattern) => Rule[]): Rule[] => {
    const stop = (message: string) => {
      problems.push({
        level: 'error',
        rule: 'bad-phrase',
        place,
        message,
        hint: 'A pattern is words, `[a|b]`, `(a|b)` and slots such as `{thing}`; see the head of the file',
      })
      return []
    }
    try {
      const pattern = readPattern(written)
      const {always, most} = countSlots(pattern)
      const missing = lines.flatMap(slotsOfLine).find((name) => !always.has(name))
      if (missing) return stop(`Unexpected \`{${missing}}\` in a line, expected a slot that \`${written}\` always has`)
      const [twice] = [...most].find(([, count]) => count > 1) ?? []
      if (twice) return stop(`Unexpected second \`{${twice}}\` in \`${written}\`, expected \`{${twice}2}\``)
      return makeRules(pattern)
    } catch (error) {
      if (!(error instanceof PatternError)) throw error
      return stop(error.message)
    }
  }
}

/** A glossary term can stand wherever a thing or people can: easy read prints it bold and explains it. */
function makeTermRules(term: Term): Rule[] {
  const {kind = 'thing'} = term
  if (kind === 'none') return []
  return [term.term, ...term.forms].flatMap((form): Rule[] => {
    // Our lines have no short forms, so a term that is one needs easy words.
    const isShort = /^[^\p{Ll}]+s?$/u.test(term.term)
    const isPlural = form.endsWith('s') && !form.endsWith('ss') && /^\p{Ll}/u.test(form) && !term.easy
    const easy = term.easy ?? (isPlural ? form : isShort ? undefined : term.term)
    if (!easy) return []
    const number = isPlural || (!term.easy && kind === 'people' && form !== term.term) ? 'many' : (term.number ?? 'one')
    const entry: RuleEntry = {
      easy: [easy],
      number,
      picture: term.picture,
      from: `content/plain-language/glossary.yaml: ${term.term}`,
      // Words written for the phrase bank say more than a term alone.
      cost: 12,
    }
    return [{category: kind, pattern: readPattern(form.replace(/[[\](){}|\\]/g, ' ')), entry}]
  })
}
