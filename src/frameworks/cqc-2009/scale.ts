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
      easyRead: ['The council did much more than it must do.'],
      alsoPrinted: ['Excellently', 'Performing Excellently'],
    },
    {
      id: 'well',
      label: 'Well',
      meaning: 'Consistently delivering above the minimum requirements for people',
      easyRead: ['The council did more than it must do.'],
      alsoPrinted: ['Performing Well'],
    },
    {
      id: 'adequate',
      label: 'Adequate',
      meaning: 'Only delivering the minimum requirements for people',
      easyRead: ['The council did what it must do.', 'It did not do more than that.'],
      alsoPrinted: ['Adequately', 'Performing Adequately'],
    },
    {
      id: 'poor',
      label: 'Poor',
      meaning: 'Not delivering the minimum requirements for people',
      easyRead: ['The council did not do all that it must do.'],
      alsoPrinted: ['Poorly', 'Performing Poorly'],
    },
  ],
}
