import type {Framework} from '../framework.ts'
import {countSigns} from '../reading.ts'
import {parse} from './parse.ts'

// Printed by this family only.
const sure = [/^performance review report 20\d\d\b/m, /^improvements since the last annual review$/m]
const signs = [
  /\bsocial services inspectorate\b|\bssi\b/,
  /\bannual review of\b.*\bperformance\b/,
  /\bnational priorities and strategic objectives\b/,
  /\bservices for children and families\b/,
  /\bcapacity for improvement\b/,
  /\beffectiveness of service delivery and outcomes\b/,
]

/** The Social Services Inspectorate's annual review of a council's social services, 2002/03. */
export const ssi2003: Framework = {
  id: 'ssi-2003',
  name: 'Annual review of performance 2002/03',
  noun: 'annual-review',
  kind: 'inspection',
  assessor: 'Social Services Inspectorate',
  about:
    'Each year the Social Services Inspectorate (SSI), part of the Department of Health, reviewed how a council did its social services, for children and families and for adults. It listed what had improved since the last review and what should improve, under six standards. The review itself gives no grades; star ratings were published later, apart from it.',
  history:
    'The Social Services Inspectorate closed in 2004, when its work passed to the Commission for Social Care Inspection.',
  scales: [],
  easyRead: {
    who: ['It is also called SSI.', 'SSI checked the work of councils until 2004.', 'Now other groups do this work.'],
    lookedAt: [
      'SSI looked at the help that the council gives children and families.',
      'It also looked at the help that the council gives adults.',
    ],
  },
  recognise: (document) => countSigns(document, {sure, signs}),
  parse,
}
