import type {Framework} from '../framework.ts'
import {countSigns} from '../reading.ts'
import {parse} from './parse.ts'
import {scale} from './scale.ts'

// Printed by this family only.
const sure = [
  /^assessment of performance report \d{4}\b/m,
  /\badult social services assessment of performance \d{4}\b/,
  /\bcouncil apa performance\b/,
]
const signs = [
  /\bdelivering outcomes assessment\b/,
  /\bconclusion of \d{4} \d{2,4} performance\b/,
  /\boutcome 7 maintaining personal dignity and respect\b/,
  /\bcare quality commission\b/,
]

/** CQC's assessment of a council's adult social care, published in 2010. */
export const cqc2009: Framework = {
  id: 'cqc-2009',
  name: 'Assessment of performance 2009/10',
  noun: 'performance-assessment',
  kind: 'inspection',
  assessor: 'Care Quality Commission',
  about:
    'In 2009/10 the Care Quality Commission (CQC) graded how every council in England provided adult social care. It gave a grade for each of seven outcomes for people and one overall grade. It also wrote about leadership and about commissioning and use of resources, without a grade.',
  history:
    'This way of assessing councils ended in 2010. The grades here say how things were then, not how they are now.',
  scales: [scale],
  easyRead: {
    who: ['It is also called CQC.', 'CQC checks care in England.'],
    lookedAt: [
      'CQC looked at the help that the council gives adults.',
      'It looked at 7 parts of people’s lives.',
      'It also looked at how the council is run.',
    ],
  },
  recognise: (document) => countSigns(document, {sure, signs}),
  parse,
}
