import {expect, test} from 'vitest'
import {nameReport, nameWithinCouncil} from '../../../src/variants/phrases.ts'
import {makePublished} from './published.ts'

test('names a report by council, kind and period, without a year of another report of its kind', () => {
  const published = makePublished({period: '2008-09'})
  const framework = {...published.framework, name: 'Assessment of performance 2009/10'}
  expect(nameReport({...published, framework})).toBe('Leicester City Council: Assessment of performance, 2008/09')
  const selfAssessment = {...published.framework, name: 'Self-assessment for the Care Quality Commission'}
  expect(nameWithinCouncil({...published, framework: selfAssessment})).toBe(
    'Self-assessment for the Care Quality Commission, 2008/09',
  )
})
