import {type Assessment, eachSection, type Grade} from './assessment.ts'
import type {Content} from './content.ts'
import type {Framework} from './frameworks/framework.ts'
import type {Ledger} from './ledger.ts'
import type {Problem, Report} from './problem.ts'

/** What must hold of every assessment before anything is published. */
export function check(
  assessment: Assessment,
  framework: Framework,
  ledger: Ledger,
  content: Content,
  report: Report,
): void {
  for (const fault of ledger.faults) report(describeFault(fault))
  const sections = [...eachSection(assessment.sections)].map(({section}) => section)
  const ids = new Set<string>()
  for (const section of sections) {
    if (ids.has(section.id))
      report({
        level: 'error',
        rule: 'duplicate-section',
        place: section.place,
        message: `Unexpected second section \`${section.id}\`, expected each id once`,
      })
    ids.add(section.id)
    if (section.topic && !content.topics.some(({id}) => id === section.topic))
      report({
        level: 'error',
        rule: 'unknown-topic',
        place: section.place,
        message: `Unexpected topic \`${section.topic}\`, expected one of content/plain-language/topics.yaml`,
      })
  }
  for (const {of, subject, grade, place} of assessment.judgements) {
    if (!isOnScale(grade, framework))
      report({
        level: 'error',
        rule: 'grade-off-scale',
        place,
        message: `Unexpected grade \`${grade.label}\` for ${subject}, expected a step of ${grade.scale ?? 'a scale'}`,
      })
    if (of !== 'overall' && !ids.has(of) && !framework.takesAny)
      report({
        level: 'doubt',
        toReaders: `We found no section that the grade for ${subject} belongs to.`,
        rule: 'judgement-without-section',
        place,
        message: `Unexpected grade for ${subject} without a section that it belongs to`,
      })
  }
}

/** Whether a grade is a step of a scale of its family. A family that takes any document knows no scale. */
function isOnScale({id, rank, of, scale: wanted}: Grade, {scales, takesAny}: Framework): boolean {
  if (wanted === undefined || rank === undefined) return takesAny === true && rank === undefined && of === undefined
  const scale = scales.find((each) => each.id === wanted)
  return scale?.steps[rank - 1]?.id === id && of === scale.steps.length
}

function describeFault({kind, words, place}: Ledger['faults'][number]): Problem {
  const shown = words.length > 120 ? `${words.slice(0, 120)}…` : words
  const message = {
    unaccounted: `Unexpected words that no page would show: \`${shown}\`, expected every word published, furniture or withheld`,
    doubled: `Unexpected words published twice: \`${shown}\`, expected each word once`,
    invented: `Unexpected words that these lines do not hold: \`${shown}\`, expected the source's words only`,
  }[kind]
  return {
    level: 'error',
    rule: `${kind}-words`,
    place,
    message,
    hint: 'The reader of this kind of document has a fault: keep the file as a golden case and mend the parser',
  }
}
