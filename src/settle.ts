import type {Problem, Report} from './problem.ts'
import type {FiledRecord, Settlement} from './records.ts'

/** A doubt or note that a person looked at, with what they found. */
export interface Settled {
  readonly problem: Problem
  readonly why: string
}

/** What became of a document's problems: those still open, and those that its record settles. */
export interface Outcome {
  readonly open: readonly Problem[]
  readonly settled: readonly Settled[]
}

/**
 * Parts a document's problems by what its record settles. An error cannot be settled, it must be mended; a settlement
 * that fits no problem is reported, since the document or the rules changed since someone wrote it.
 */
export function settle(
  problems: readonly Problem[],
  {record: {settled, sha256}, placeOf}: FiledRecord,
  report: Report,
): Outcome {
  const unused = new Map(settled.map((settlement, index) => [settlement, placeOf('settled', index)]))
  const find = (problem: Problem): Settlement | undefined =>
    problem.level === 'error'
      ? undefined
      : settled.find(({rule, line}) => rule === problem.rule && (line === undefined || line === problem.place?.line))
  const open: Problem[] = []
  const done: Settled[] = []
  for (const problem of problems) {
    const settlement = find(problem)
    if (settlement) unused.delete(settlement)
    if (settlement) done.push({problem, why: settlement.why})
    else open.push(problem)
  }
  for (const [{rule, line}, place] of unused)
    report({
      level: 'error',
      rule: 'record-without-effect',
      place,
      message: `Unexpected settlement of \`${rule}\`${line === undefined ? '' : ` at line ${line}`}, expected a doubt or note of that name there`,
      hint: 'Run `npm run check` and compare: delete the entry, or write the line that it names now',
    })
  if (settled.some(({line}) => line !== undefined) && !sha256)
    report({
      level: 'error',
      rule: 'bad-record',
      place: placeOf('settled'),
      message:
        'Unexpected settlement of a line without `sha256`, expected to know for which version of the file it was written',
      hint: 'Write the SHA-256 of the file into the record: `npm run check -- --json` tells it',
    })
  return {open, settled: done}
}
