import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {eachSection, type Passage, type Place} from '../../src/assessment.ts'
import type {Framework} from '../../src/frameworks/framework.ts'
import {inferMarks} from '../../src/infer-marks.ts'
import {takeLedger} from '../../src/ledger.ts'
import {normalise} from '../../src/normalise.ts'
import {markLostPictures} from '../../src/pictures.ts'
import {formatProblem, type Problem} from '../../src/problem.ts'
import {readSource} from '../../src/source.ts'

/** What a framework makes of a text, with its ledger and its problems. */
export function readAs(framework: Framework, content: string | Uint8Array, file = 'seeds/case.txt') {
  const problems: Problem[] = []
  const report = (problem: Problem) => problems.push(problem)
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const source = readSource(file, bytes, {corrections: [], redactions: []}, report)
  if (!source) throw new Error(problems.map(formatProblem).join('\n'))
  const document = inferMarks(normalise(source), report)
  const parsed = framework.parse(document, report)
  const reading = {...parsed, sections: markLostPictures(parsed.sections, document, report)}
  return {reading, document, source, ledger: takeLedger(source, document, reading, reading.furniture), problems}
}

/** A reading as a golden file shows it: every word, grouped as the model groups it, with lines. */
export function describeReading({reading, ledger, problems}: ReturnType<typeof readAs>): string {
  const lines = (place: Place) => (place.to ? `${place.line}-${place.to}` : `${place.line}`)
  const passage = ({text, place}: Passage) => `${lines(place)}: ${text}`
  const described = {
    title: reading.title?.text,
    council: reading.councilName?.text,
    period: reading.period,
    dated: reading.dated,
    author: reading.author?.text,
    judgements: reading.judgements.map(
      ({of, subject, grade, carriedFrom, place}) =>
        `${place.line}: ${of} | ${subject} | ${grade.label}${grade.scale ? `, ${grade.rank} of ${grade.of} on ${grade.scale}` : ''}${carriedFrom ? ` | carried from ${carriedFrom}` : ''}`,
    ),
    sections: [...eachSection(reading.sections)].map(({section, partOf}) => ({
      section: `${lines(section.place)}: ${section.kind} ${section.id}${section.topic ? ` (${section.topic})` : ''}${partOf ? ` in ${partOf.id}` : ''}`,
      heading: `${section.heading}${section.headingIsOurs ? ' (ours)' : ''}`,
      expectation: section.expectation && passage(section.expectation),
      body: section.body.map((block) => {
        if (block.kind === 'list') return {list: block.items.map(passage)}
        if (block.kind === 'lost-picture') return {[block.kind]: `${lines(block.place)}: ${block.refers}`}
        if (block.kind === 'table')
          return {table: block.rows.map((row) => row.cells.join(' | ')), hasHeader: block.hasHeader}
        const speaker = block.kind === 'quotation' && block.speaker ? {speaker: passage(block.speaker)} : {}
        return {[block.kind]: passage(block), ...speaker}
      }),
      findings: section.findings.map(({kind, heading, headingIsOurs, items, remarks, place}) => ({
        [kind]: `${lines(place)}: ${heading}${headingIsOurs ? ' (ours)' : ''}`,
        items: items.map(passage),
        ...(remarks.length > 0 ? {remarks: remarks.map(passage)} : {}),
      })),
    })),
    parts: reading.parts,
    duties: reading.duties.length > 0 ? reading.duties : undefined,
    evidence: reading.evidence.length > 0 ? reading.evidence : undefined,
    proofs: reading.proofs?.length
      ? reading.proofs.map(
          ({kind, finding, alsoStands}) =>
            `${passage(finding)} | ${kind} | ${alsoStands ? `${alsoStands.likeness} ${passage(alsoStands)}` : 'between two of its kind'}`,
        )
      : undefined,
    furniture: reading.furniture.map(({rule, ...rest}) => `${rule} ${passage(rest)}`),
    ledger: {
      words: ledger.words,
      published: ledger.published,
      furniture: ledger.furniture,
      unaccounted: ledger.unaccounted,
      doubled: ledger.doubled,
    },
    problems: problems.map(formatProblem),
  }
  return `${JSON.stringify(described, undefined, 2)}\n`
}

/** The cases of a framework: `test/golden/<framework>/<case>/source.txt`. */
export function listCases(
  framework: string,
): {readonly name: string; readonly text: string; readonly expected: string}[] {
  const folder = join(import.meta.dirname, '../golden', framework)
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      name,
      text: readFileSync(join(folder, name, 'source.txt'), 'utf8'),
      expected: join(folder, name, 'expected.json'),
    }))
}
