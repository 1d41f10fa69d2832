import type {Place} from '../../../assessment.ts'
import type {Problem} from '../../../problem.ts'
import {holdAgainst} from '../faithful.ts'
import {checkLine} from '../line-rules.ts'
import type {Polarity} from './entry.ts'
import {type Told, tellPhrase} from './grammar.ts'
import type {FiledFinding, FiledWords, PhraseBank} from './load.ts'
import type {Category} from './pattern.ts'
import {tokenise} from './tokens.ts'

/**
 * Checks every entry by its example: it must be told, by this entry, in one way only, in lines that keep the rules, say
 * what the example says, and belong under the heading of their list.
 */
export function checkPhraseBank(bank: PhraseBank): Problem[] {
  return [
    ...bank.findings.flatMap((filed) => checkFinding(filed, bank)),
    ...bank.words.flatMap((filed) => checkWords(filed, bank)),
  ]
}

function checkFinding(filed: FiledFinding, bank: PhraseBank): Problem[] {
  const {entry, place, polarity} = filed
  const ways = tellPhrase(tokenise(entry.example), 'finding', bank.grammars[polarity])
  const wrong = checkWays(entry.example, ways, place)
  const [told] = ways
  if (wrong || !told) return wrong ? [wrong] : []
  const held = {words: entry.example, because: told.because, isToImprove: polarity === 'better', names: [], grades: []}
  return [
    ...told.lines
      .flatMap((line) => checkLine(line))
      .filter(({level}) => level === 'stop')
      .map(({rule, line}) =>
        stop(
          place,
          `Unexpected line “${line}”: ${rule}`,
          'Say it in shorter and plainer words; see the line rules for easy read',
        ),
      ),
    ...holdAgainst(told.lines, held)
      .filter(({level}) => level === 'stop')
      .map(({rule, detail}) =>
        stop(
          place,
          `Unexpected lines for “${entry.example}”: ${rule}: ${detail}`,
          'Say what the words say, no more and no less; `because` names words that stand for other words',
        ),
      ),
    ...checkPolarity(told, polarity, place),
  ]
}

/** Of words with slots, that their example is understood as what they claim. */
function checkWords({entry, place, category}: FiledWords, bank: PhraseBank): Problem[] {
  if (entry.example === undefined) {
    const hasSlots = [...entry.says, ...(entry.deed ?? [])].some((pattern) => pattern.includes('{'))
    return hasSlots
      ? [stop(place, 'Unexpected entry with slots and without an example', 'Add `example:` with a phrase of a report')]
      : []
  }
  const forms: readonly Category[] = category === 'do' ? ['do', 'does', 'doing', 'did', 'deed'] : [category]
  const tokens = tokenise(entry.example)
  const isMet = forms.some((form) =>
    tellPhrase(tokens, form, bank.grammars.good).some(({entries}) =>
      entries.some(({from}) => from === `${place.file}:${place.line}`),
    ),
  )
  return isMet
    ? []
    : [
        stop(
          place,
          `Unexpected example “${entry.example}”, which this entry does not tell`,
          'Mend a pattern or the example; another entry may tell it in fewer steps',
        ),
      ]
}

/** That an entry's example is told by it, and in one way. */
function checkWays(example: string, ways: readonly Told[], place: Place): Problem | undefined {
  const own = `${place.file}:${place.line}`
  const [told] = ways
  if (!told)
    return stop(
      place,
      `Unexpected example “${example}”, which no entry tells`,
      'Mend the pattern: every word of the example belongs to it or to a slot',
    )
  const other = ways.find(({lines}) => lines.join() !== told.lines.join())
  if (other)
    return stop(
      place,
      `Unexpected second way to tell “${example}”: “${other.lines.join(' ')}” (${other.entries.map(({from}) => from).join(', ')}) beside “${told.lines.join(' ')}” (${told.entries.map(({from}) => from).join(', ')})`,
      'Two entries overlap and mean something else: make one of them say more of the words, or take one out',
    )
  if (told.entries[0]?.from === own) return
  return stop(
    place,
    `Unexpected example “${example}”, which another entry tells: ${told.entries[0]?.from}`,
    'Take an example that this entry tells in fewer steps, or take the entry out',
  )
}

const calls =
  /\b(?:needs?|must|should|ought|wants?|plans?|would like|will|(?:is|are) \w+ing|hard|too (?:few|low|long|small|little)|get better)\b/i
const callsForChange = /\b(?:needs? to|must|should|ought to)\b/i

/** What is good is not told to change, and what is to get better is. */
function checkPolarity({lines}: Told, polarity: Polarity, place: Place): Problem[] {
  const text = lines.join(' ')
  if (polarity === 'good' && callsForChange.test(text))
    return [
      stop(
        place,
        `Unexpected lines “${text}” among what is good`,
        'Move the entry to better.yaml, or say what is good',
      ),
    ]
  if (polarity === 'better' && !calls.test(text))
    return [
      stop(
        place,
        `Unexpected lines “${text}” among what is to get better`,
        'Say what needs to change, or move the entry to good.yaml',
      ),
    ]
  return []
}

const stop = (place: Place, message: string, hint: string): Problem => ({
  level: 'error',
  rule: 'bad-phrase',
  place,
  message,
  hint,
})
