import {expect, it} from 'vitest'
import {isRemark} from '../../src/frameworks/remarks.ts'

it.each([
  'None',
  'None identified.',
  'N/A',
  'No specific areas for improvement have been identified',
  'There are no areas for improvement.',
  'There are no areas for improvement',
  'No areas for improvement.',
  'No key areas for development',
  'No further areas for improvement at this time.',
  'No strengths recorded',
  'No areas for improvement were identified this year.',
])('takes %s for a remark', (text) => expect(isRemark(text)).toBe(true))
it.each([
  'No looked after child was excluded from school.',
  'None of the homes is poor',
  'Not all staff are trained',
  'No further delays in adaptations',
  'No one waits longer than 4 weeks',
  'No strengths-based practice in hospital teams',
  'No safeguarding concerns',
  'There are no delays in discharge from hospital',
])('takes %s for a finding', (text) => expect(isRemark(text)).toBe(false))
