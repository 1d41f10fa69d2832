/** An error that a careless writer could make in a line. */
export interface Planted {
  readonly kind: 'number' | 'name' | 'grade' | 'negation' | 'direction' | 'scope' | 'tense'
  readonly line: string
}

const numberWords = 'two three four five six seven eight nine ten eleven twelve'.split(' ')
/** Words that say the contrary. */
const contraries: readonly (readonly [string, string])[] = [
  ['more', 'fewer'],
  ['better', 'worse'],
  ['up', 'down'],
  ['longer', 'shorter'],
  ['higher', 'lower'],
  ['increase', 'reduce'],
  ['rose', 'fell'],
]
const auxiliary = /\b(?:is|are|was|were|has|have|can|could|should|must|will|did|does|do|may)\b/i
const negations = /\b(?:not|never|no|without|cannot|nobody|nothing|none)\b ?/gi

/** Every line that one planted error makes of a line. `names` and `grades` are what could be mixed up. */
export function plantErrors(line: string, names: readonly string[], grades: readonly string[]): Planted[] {
  return [
    ...plantNumbers(line),
    ...plantNames(line, names),
    ...grades.flatMap((grade) =>
      new RegExp(`(?<= )${grade}(?=[.,])`).test(line)
        ? grades
            .filter((other) => other !== grade)
            .map((other): Planted => ({kind: 'grade', line: line.replace(new RegExp(`(?<= )${grade}(?=[.,])`), other)}))
        : [],
    ),
    ...plantNegations(line),
    ...contraries.flatMap(([one, other]) => [
      ...replaceEach(line, one, other, 'direction'),
      ...replaceEach(line, other, one, 'direction'),
    ]),
    ...['some', 'many', 'most', 'nearly all'].flatMap((word) => replaceEach(line, word, 'all', 'scope')),
    ...replaceEach(line, 'will', 'did', 'tense'),
    ...replaceEach(line, 'plans to', 'did', 'tense'),
    ...replaceEach(line, 'wants to', 'did', 'tense'),
  ]
}

function plantNumbers(line: string): Planted[] {
  const digits = [...line.matchAll(/\d+/g)].map((match) => ({
    match,
    value: String(Number(match[0]) + 1).padStart(match[0].length, '0'),
  }))
  const words = [...line.matchAll(new RegExp(`\\b(?:${numberWords.slice(0, -1).join('|')})\\b`, 'gi'))].map(
    (match) => ({
      match,
      value: numberWords[numberWords.indexOf(match[0].toLowerCase()) + 1] ?? '',
    }),
  )
  return [...digits, ...words].map(({match, value}) => ({
    kind: 'number',
    line: `${line.slice(0, match.index)}${value}${line.slice(match.index + match[0].length)}`,
  }))
}

/** A name takes the place of another: the first two words that begin with a capital inside the line. */
function plantNames(line: string, names: readonly string[]): Planted[] {
  const known = names.find((name) => line.includes(name))
  if (known)
    return names.filter((name) => name !== known).map((name) => ({kind: 'name', line: line.replace(known, name)}))
  const inside = /(?<=\p{Ll},? )(?!NHS|HIV|I\b)\p{Lu}[\p{L}’]+(?: \p{Lu}[\p{L}’]+)*/u.exec(line)
  if (!inside) return []
  return [{kind: 'name', line: line.replace(inside[0], 'Northwold')}]
}

function plantNegations(line: string): Planted[] {
  const dropped = [...line.matchAll(negations)].map((match): Planted => {
    const word = match[0].trim().toLowerCase() === 'cannot' ? 'can ' : ''
    return {kind: 'negation', line: `${line.slice(0, match.index)}${word}${line.slice(match.index + match[0].length)}`}
  })
  const verb = auxiliary.exec(line)
  const at = verb ? verb.index + verb[0].length : line.indexOf(' ', line.indexOf(' ') + 1)
  if (at < 0) return dropped
  return [...dropped, {kind: 'negation', line: `${line.slice(0, at)} not${line.slice(at)}`}]
}

function replaceEach(line: string, word: string, by: string, kind: Planted['kind']): Planted[] {
  return [...line.matchAll(new RegExp(`\\b${word}\\b`, 'gi'))].map((match) => {
    const shown = /^\p{Lu}/u.test(match[0]) ? `${by[0]?.toUpperCase()}${by.slice(1)}` : by
    return {kind, line: `${line.slice(0, match.index)}${shown}${line.slice(match.index + match[0].length)}`}
  })
}
