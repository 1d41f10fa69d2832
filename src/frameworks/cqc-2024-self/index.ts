import type {Framework} from '../framework.ts'
import {foldHeading} from '../reading.ts'
import {parse} from './parse.ts'

const signs = [
  /\b(?:our )?self assessment$/m,
  /\bself assessment against the cqc themes\b/,
  /^(?:working with people|providing support|ensuring safety)\b.*\bself assessment$/m,
  /\bkey strengths in this area are\b/,
  /\bour priorities for improvement are\b/,
  /^what is our performance and how do we know$/m,
  /^priorities to maintain and improve$/m,
  /^equity in experience and outcomes$/m,
  /^care provision integration and continuity$/m,
]

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
      'It wrote this for the Care Quality Commission.',
      'The Care Quality Commission checks care in England.',
    ],
  },
  recognise: (document) => {
    const text = document.lines.map((line) => foldHeading(line.text)).join('\n')
    return signs.filter((sign) => sign.test(text)).length / signs.length
  },
  parse,
}
