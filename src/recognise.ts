import type {Framework} from './frameworks/framework.ts'
import {frameworks} from './frameworks/index.ts'
import type {NormalDocument} from './normalise.ts'
import type {Report} from './problem.ts'
import type {PublicationRecord} from './records.ts'

/** Below this share of a family's signs a document is not taken for one of it. */
const threshold = 0.4

/** Finds the family a document belongs to: the record's word, else the surest sign. */
export function recognise(
  document: NormalDocument,
  record: PublicationRecord | undefined,
  report: Report,
): Framework | undefined {
  const place = {file: document.file, line: 1}
  const known = frameworks.map(({id}) => `\`${id}\``).join(', ')
  if (record?.framework) {
    const named = frameworks.find(({id}) => id === record.framework)
    if (named) return named
    report({
      level: 'error',
      rule: 'unknown-framework',
      place,
      message: `Unexpected framework \`${record.framework}\` in the record, expected one of ${known}`,
      hint: 'Correct `framework` in the record',
    })
    return
  }
  const [best, second] = frameworks
    .map((framework) => ({framework, score: framework.recognise(document)}))
    .sort((a, b) => b.score - a.score)
  if (best && best.score >= threshold && best.score > (second?.score ?? 0)) return best.framework
  report({
    level: 'error',
    rule: 'unknown-framework',
    place,
    message: `Unexpected kind of document, expected one of ${known}`,
    hint: 'When you know which it is, write `framework:` into its record in content/records/; a new kind needs a folder in src/frameworks/',
  })
  return
}
