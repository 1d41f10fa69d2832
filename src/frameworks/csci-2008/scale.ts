import type {GradeScale} from '../framework.ts'

const ownWords = 'Our own words; reports of this kind print no key to their grades'

/** CSCI graded three things on three scales, in one table; they are never merged. */
export const outcomesScale: GradeScale = {
  id: 'csci-2008-outcomes',
  name: 'Delivering outcomes',
  source: ownWords,
  steps: [
    {
      id: 'excellent',
      label: 'Excellent',
      meaning: 'Delivers well above the minimum requirements for people',
      easyRead: ['The council did much more than it must do.'],
    },
    {
      id: 'good',
      label: 'Good',
      meaning: 'Consistently delivers above the minimum requirements for people',
      easyRead: ['The council did more than it must do.'],
    },
    {
      id: 'adequate',
      label: 'Adequate',
      meaning: 'Delivers only the minimum requirements for people',
      easyRead: ['The council did what it must do.', 'It did not do more than that.'],
    },
    {
      id: 'poor',
      label: 'Poor',
      meaning: 'Does not deliver the minimum requirements for people',
      easyRead: ['The council did not do all that it must do.'],
    },
  ],
}

export const capacityScale: GradeScale = {
  id: 'csci-2008-capacity',
  name: 'Capacity to improve',
  source: ownWords,
  steps: [
    {
      id: 'excellent',
      label: 'Excellent',
      meaning: 'The council is very well placed to get better',
      easyRead: ['The council is very ready to get better.'],
    },
    {
      id: 'promising',
      label: 'Promising',
      meaning: 'The council is well placed to get better',
      easyRead: ['The council is ready to get better.'],
    },
    {
      id: 'uncertain',
      label: 'Uncertain',
      meaning: 'It is not certain that the council can get better',
      easyRead: ['It is not sure that the council can get better.'],
    },
    {
      id: 'poor',
      label: 'Poor',
      meaning: 'The council is not in a position to get better',
      easyRead: ['The council is not ready to get better.'],
    },
  ],
}

export const starsScale: GradeScale = {
  id: 'csci-2008-stars',
  name: 'Performance rating',
  source: ownWords,
  steps: [
    {
      id: '3-stars',
      label: '3 Stars',
      meaning: 'Excellent, the best of four ratings',
      easyRead: ['3 stars is the best.'],
      alsoPrinted: ['3 Star', 'Three stars', 'Three star', '***'],
    },
    {
      id: '2-stars',
      label: '2 Stars',
      meaning: 'Good, the second of four ratings',
      easyRead: ['3 stars is the best.', 'No stars is the worst.'],
      alsoPrinted: ['2 Star', 'Two stars', 'Two star', '**'],
    },
    {
      id: '1-star',
      label: '1 Star',
      meaning: 'Adequate, the third of four ratings',
      easyRead: ['3 stars is the best.', 'No stars is the worst.'],
      alsoPrinted: ['One star', '1 Stars', '*'],
    },
    {
      id: '0-stars',
      label: '0 Stars',
      meaning: 'Poor, the lowest of four ratings',
      easyRead: ['No stars is the worst.'],
      alsoPrinted: ['0 Star', 'No stars', 'No star', 'Zero stars', 'Zero star'],
    },
  ],
}

export const scales = [outcomesScale, capacityScale, starsScale] as const
