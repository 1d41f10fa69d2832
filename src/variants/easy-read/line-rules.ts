/** How a line breaks a rule of easy read (EASY-READ, line rules). */
export interface LineFault {
  readonly level: 'stop' | 'warn'
  readonly rule: string
  readonly line: string
}

const banned =
  /\b(?:(?:agenda|collaboration|deploy|dialogue|empower|deliver|foster(?! (?:home|carer|care|famil|parent))|impact|key|overarching|pathway|robust|stakeholder|strengthen|transform)(?:s|ed|ing)?|(?:collaborat|facilitat|initiat|leverag|liais|promot|streamlin|tackl|utilis)(?:e[sd]?|ing)|commit(?:s|ted|ting)?)\b/i
const passive =
  /\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(?:\w{3,}ed|given|made|done|told|kept|run|led|seen|shown|taken|held|built|found|sent|paid|put|written|known|chosen)\b/i
const negation = /\b(?:no|not|never|none|nobody|nothing|without|cannot)\b|n[’']t\b/gi

const rules: readonly (readonly [level: LineFault['level'], rule: string, isBroken: (line: string) => boolean])[] = [
  ['stop', 'more than 15 words', (line) => countWords(line) > 15],
  [
    'stop',
    'more than one sentence',
    (line) => /[.!?]["”’)]*\s+\p{Lu}/u.test(line.replace(/\b(?:Mr|Mrs|Ms|Dr|St)\./g, '')),
  ],
  ['stop', 'per cent sign', (line) => line.includes('%')],
  ['stop', 'roman numeral', (line) => /\b(?:II|III|IV|VI|VII|VIII|IX|XI|XII)\b/.test(line)],
  [
    'stop',
    'short form alone',
    (line) => /\b(?!NHS\b|HIV\b|CQC\b|CSCI\b|SSI\b|UK\b|PDF\b)(?=\p{Lu}*\p{Lu}\p{Lu})[\p{Lu}\d&]{2,}s?\b/u.test(line),
  ],
  ['stop', 'soft hyphen', (line) => line.includes('\u00ad')],
  ['stop', 'word we never use', (line) => banned.test(line)],
  ['warn', 'more than 12 words', (line) => countWords(line) > 12],
  ['warn', 'passive voice', (line) => passive.test(line)],
  ['warn', 'more than one negative', (line) => (line.match(negation)?.length ?? 0) > 1],
]

const countWords = (line: string) => line.trim().split(/\s+/).length

/** Holds a line of ours to the rules; quoted words of a report are exempt. `names` are printed and count as one word each. */
export function checkLine(line: string, names: readonly string[] = []): LineFault[] {
  const read = names.reduce((text, name) => text.replaceAll(name, 'Name'), line)
  return rules.filter(([, , isBroken]) => isBroken(read)).map(([level, rule]) => ({level, rule, line}))
}

/** What stops in lines of ours, such as those of the glossary. */
export const listStops = (lines: readonly string[], names: readonly string[] = []): LineFault[] =>
  lines.flatMap((line) => checkLine(line, names)).filter(({level}) => level === 'stop')
