import type {Framework} from '../framework.ts'
import {countSigns} from '../reading.ts'
import {parse} from './parse.ts'
import {scales} from './scale.ts'

// Printed by this family only.
const sure = [
  /^performance summary report\b/m,
  /^key strengths and (?:key )?areas for development by (?:outcome|people using services)$/m,
  /\badult social care performance judge?ments for\b/,
]
const signs = [
  /\bannual performance assessment of social care services\b/,
  /\bareas for judge?ment grade awarded\b/,
  /\bcommission for social care inspection\b|\bcsci\b/,
  /\bcapacity to improve combined judge?ment\b/,
]

/** CSCI's performance summary report, a letter to the director of adults' social services. */
export const csci2008: Framework = {
  id: 'csci-2008',
  name: 'Performance summary report 2007/08',
  noun: 'performance-summary',
  kind: 'inspection',
  assessor: 'Commission for Social Care Inspection',
  about:
    'Each year the Commission for Social Care Inspection (CSCI) assessed how a council in England provided social care for adults. It graded seven outcomes for people, and the capacity of the council to improve, on two scales, and gave an overall rating in stars. This letter sums up why.',
  history:
    'The Commission for Social Care Inspection closed in 2009, when its work passed to the Care Quality Commission.',
  scales,
  easyRead: {
    who: ['It is also called CSCI.', 'CSCI checked care in England until 2009.', 'Now another group does this work.'],
    lookedAt: [
      'CSCI looked at the help that the council gives adults.',
      'It looked at 7 parts of people’s lives.',
      'It also looked at how well the council can get better.',
    ],
  },
  recognise: (document) => countSigns(document, {sure, signs}),
  parse,
}
