import type {Framework} from '../framework.ts'
import {foldLines} from '../reading.ts'
import {parse} from './parse.ts'

// What councils name in such a document: CQC's themes and quality statements, and the questions of the template.
const signs = [
  /\b(?:cqc|care quality commission)\b/,
  /^(?:theme (?:1|one) )?(?:working with|how .{1,60} works? with) people\b.{0,30}$/m,
  /^(?:theme (?:2|two) )?(?:providing|how .{1,60} provides?) support\b.{0,30}$/m,
  /^(?:theme (?:3|three) )?(?:ensuring|how .{1,60} ensures?) safety\b.{0,40}$/m,
  /^supporting people to (?:live|have|lead) healthier lives$/m,
  /^equity in experiences? and outcomes$/m,
  /^care provision integration and continuity$/m,
  /^partnerships and communities$/m,
  /^safe systems pathways and transitions$/m,
  /^governance management and sustainability$/m,
  /^(?:learning|leadership) improvement and innovation$/m,
  /\b(?:key strengths in this area are|our priorities for improvement are|what is our performance and how do we know)$/m,
]

// CQC's own reports on councils say the same names, so the paper must call itself a self-assessment at its beginning,
// and must not give the scores that only CQC gives.
const ownName = /^.{0,80}\bself (?:assessment|evaluation)\b.{0,30}$/m
const themeOfOwn = /^(?:working with people|providing support|ensuring safety)\b.{0,20}\bself assessment$/m
const beginning = 100
const inspectorsScores = /^(?:the local authority commitment|score \d\b.*)$/m

/** A council's self-assessment against the themes of CQC's assessment of councils, which began in 2023. */
export const cqc2024Self: Framework = {
  id: 'cqc-2024-self',
  name: 'Self-assessment for the Care Quality Commission',
  noun: 'self-assessment',
  kind: 'self-assessment',
  assessor: undefined,
  about:
    'Since 2023 the Care Quality Commission (CQC) assesses how councils in England do their duties for adult social care. Before that, a council writes what it thinks of itself under the four themes and nine quality statements of CQC. It is the view of the council, not of an inspector, and it gives no grades.',
  scales: [],
  easyRead: {
    lookedAt: [
      'The council looked at the help that it gives adults.',
      'It looked at 4 big parts of its work.',
      'It wrote this for the Care Quality Commission and others.',
      'The Care Quality Commission checks care in England.',
    ],
  },
  recognise: (document) => {
    const lines = foldLines(document)
    const text = lines.join('\n')
    const found = signs.filter((sign) => sign.test(text)).length
    const isOwn = ownName.test(lines.slice(0, beginning).join('\n')) && !inspectorsScores.test(text)
    if (isOwn && themeOfOwn.test(text)) return 1
    // Two of them tell, five are enough: a short paper may treat one theme only.
    return isOwn ? Math.min(1, found / 5) : Math.min(0.2, found / 40)
  },
  parse,
}
