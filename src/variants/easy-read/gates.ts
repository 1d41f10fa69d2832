/** A line that breaks a rule of easy read, and which. */
export interface LineFault {
  readonly line: string
  readonly rule: string
}

const banned =
  /\b(?:agenda|collaborate|commit|deliver|deploy|dialogue|empower|facilitate|foster|impact|initiate|key|leverage|liaise|overarching|pathway|promote|robust|stakeholder|streamline|strengthen|tackle|transform|utilise)(?:s|d|ed|ing)?\b/i
const rules: readonly (readonly [rule: string, isBroken: (line: string) => boolean])[] = [
  ['more than 15 words', (line) => line.split(/\s+/).length > 15],
  ['more than one sentence', (line) => /[.!?]["”’)]*\s+\p{Lu}/u.test(line.replace(/\b(?:Mr|Mrs|Ms|Dr|St)\./g, ''))],
  ['per cent sign', (line) => line.includes('%')],
  ['roman numeral', (line) => /\b(?:II|III|IV|VI|VII|VIII|IX|XI|XII)\b/.test(line)],
  ['soft hyphen', (line) => line.includes('\u00ad')],
  ['word we never use', (line) => banned.test(line)],
]

/** Checks lines of ours against the rules that stop a build (EASY-READ, line rules); quoted words of a report are exempt. */
export function checkLines(lines: readonly string[]): LineFault[] {
  return lines.flatMap((line) => rules.filter(([, isBroken]) => isBroken(line)).map(([rule]) => ({line, rule})))
}
