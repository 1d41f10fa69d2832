import type {Framework} from './frameworks/framework.ts'
import {frameworks} from './frameworks/index.ts'
import type {NormalDocument} from './normalise.ts'
import type {Report} from './problem.ts'
import type {PublicationRecord} from './records.ts'

/** Below this share of a family's signs a document is not taken for one of it. */
const threshold = 0.4
/** From this share on, a document that is not taken for one of a family is said to resemble it. */
const likeness = 0.2

/** Finds the family a document belongs to: the record's word, else the surest sign, else the family that takes any. */
export function recognise(
  document: NormalDocument,
  record: PublicationRecord | undefined,
  report: Report,
): Framework | undefined {
  const place = {file: document.file, line: 1}
  if (record?.framework) {
    const named = frameworks.find(({id}) => id === record.framework)
    if (named) return named
    report({
      level: 'error',
      rule: 'unknown-framework',
      place,
      message: `Unexpected framework \`${record.framework}\` in the record, expected one of ${listIds(frameworks)}`,
      hint: 'Correct `framework` in the record',
    })
    return
  }
  const known = frameworks.filter(({takesAny}) => !takesAny)
  const scores = known
    .map((framework) => ({framework, score: framework.recognise(document)}))
    .sort((a, b) => b.score - a.score)
  const [best, second] = scores
  if (best && best.score >= threshold && best.score > (second?.score ?? 0)) return best.framework
  const nearest = scores.filter(({score}) => score >= likeness && score === best?.score)
  report({
    level: 'doubt',
    rule: 'unknown-kind',
    toReaders: 'This kind of document is not one we know.',
    place,
    message: `Unexpected kind of document, expected one of ${listIds(known)}; ${tellNearest(nearest.map(({framework}) => framework))}`,
    hint: `When you know which it is, write \`framework:\` into ${document.file.replace('seeds/', 'content/records/').replace(/\.[^.]*$/, '.yaml')}; \`framework: generic\` says that it is none of them`,
  })
  return frameworks.find(({takesAny}) => takesAny)
}

function tellNearest(nearest: readonly Framework[]): string {
  if (nearest.length === 0) return 'it has hardly a sign of any'
  if (nearest.length === 1) return `it resembles ${listIds(nearest)} most, but has too few of its signs`
  return `it has as many signs of ${listIds(nearest, ' as of ')}`
}

const listIds = (families: readonly Framework[], between = ', ') => families.map(({id}) => `\`${id}\``).join(between)
