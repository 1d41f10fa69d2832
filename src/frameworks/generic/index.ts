import type {Framework} from '../framework.ts'
import {parse} from './parse.ts'

/** Any document of no known family: its words in their order, and no more read into it than it says. */
export const generic: Framework = {
  id: 'generic',
  name: 'Other report',
  noun: 'report',
  kind: 'report',
  assessor: undefined,
  takesAny: true,
  about:
    'A report of a kind that we do not know: of another inspector, another year, or of the council itself. We publish its words in their order, under the headings that it prints. We show grades only when a table of the report names them, and we do not say how good a grade is, since we do not know its scale.',
  notice:
    'This kind of document is not one we know. We publish its words in their order, and read no more into it than it says.',
  scales: [],
  easyRead: {
    lookedAt: ['We do not know how this report was made.', 'The full report may tell you.'],
    notice: [
      'This kind of report is not one we know.',
      'We show its words in their order.',
      'We do not say more than it says.',
    ],
  },
  // The same for all: it is taken when no known family is surer.
  recognise: () => 0.1,
  parse,
}
