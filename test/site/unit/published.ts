import type {Assessment} from '../../../src/assessment.ts'
import type {PublishedAssessment} from '../../../src/publication.ts'

/** A small report with one section; `changes` go into its assessment. */
export function makePublished(changes: Partial<Assessment> = {}): PublishedAssessment {
  const place = {file: 'seeds/case.txt', line: 1}
  const fate = {published: 0, withheld: 0, sections: [], furniture: []}
  return {
    assessment: {
      id: 'leicester/2009-10-performance-assessment',
      title: 'Assessment of Performance Report 2009/10',
      framework: 'example',
      council: {id: 'leicester', name: 'Leicester City Council'},
      assessor: 'Care Quality Commission',
      kind: 'inspection',
      period: '2009-10',
      judgements: [],
      sections: [
        {
          id: 'outcome-1',
          kind: 'outcome',
          heading: 'Outcome 1',
          body: [{kind: 'paragraph', text: 'People are well.', place: {...place, line: 3}}],
          findings: [],
          sections: [],
          place,
        },
      ],
      evidence: [],
      proofs: [],
      acronyms: [],
      duties: [],
      ...changes,
    },
    framework: {
      id: 'example',
      name: 'Assessment of performance',
      noun: 'performance-assessment',
      kind: 'inspection',
      assessor: 'Care Quality Commission',
      about: 'An example.',
      scales: [],
      easyRead: {lookedAt: ['They looked at care for adults.']},
      recognise: () => 1,
      parse: () => ({judgements: [], sections: [], duties: [], evidence: [], furniture: []}),
    },
    source: {name: 'case.txt', sha256: 'a'.repeat(64)},
    ledger: {
      words: 9,
      published: 5,
      furniture: 2,
      withheld: 2,
      unaccounted: 0,
      doubled: 0,
      faults: [],
      lines: [
        {...fate, line: 1, raw: '# Outcome 1', published: 2, sections: ['outcome-1']},
        {...fate, line: 3, raw: 'People are well.', published: 3, sections: ['outcome-1']},
        {...fate, line: 4, raw: 'Page 3', furniture: [{rule: 'page-number', words: 'Page 3'}]},
        {...fate, line: 5, raw: '[withheld] [withheld]', withheld: 2},
      ],
    },
    doubts: [],
    settled: [],
  }
}
