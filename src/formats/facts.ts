import {type Assessment, eachSection} from '../assessment.ts'

/** The grades of a report in their order, a line each: `Improved health and well-being: Adequate`. */
export const listGrades = ({judgements}: Pick<Assessment, 'judgements'>): string[] =>
  judgements.map(({subject, grade}) => `${subject}: ${grade.label}`)

/** Its findings in their order, a line each. */
export const listFindings = ({sections}: Pick<Assessment, 'sections'>): string[] =>
  [...eachSection(sections)].flatMap(({section}) =>
    section.findings.flatMap(({items}) => items.map(({text}) => text.replaceAll('\n', ' '))),
  )
