import type {GradeScale} from '../framework.ts'

/** The four grades of CQC's 2009/10 assessments; each report prints their meanings in its own key. */
export const scale: GradeScale = {
  id: 'cqc-2009',
  name: 'Delivering outcomes',
  source: 'The key printed in each report',
  steps: [
    {
      id: 'excellent',
      label: 'Excellent',
      meaning: 'Overall delivering well above the minimum requirements for people',
      alsoPrinted: ['Excellently', 'Performing Excellently'],
    },
    {
      id: 'well',
      label: 'Well',
      meaning: 'Consistently delivering above the minimum requirements for people',
      alsoPrinted: ['Performing Well'],
    },
    {
      id: 'adequate',
      label: 'Adequate',
      meaning: 'Only delivering the minimum requirements for people',
      alsoPrinted: ['Adequately', 'Performing Adequately'],
    },
    {
      id: 'poor',
      label: 'Poor',
      meaning: 'Not delivering the minimum requirements for people',
      alsoPrinted: ['Poorly', 'Performing Poorly'],
    },
  ],
}
