import {dataPaths} from './addresses.ts'
import type {DataFiles} from './format.ts'
import {describeAssessments} from './json.ts'

/** Each assessment by itself, in the shape of the whole: `/data/v1/assessments/leicester/2009-10-….json`. */
export const assessmentFiles: DataFiles = {
  list: ({assessments}, content) =>
    assessments.map((published) => ({
      path: dataPaths.assessment(published.assessment.id),
      text: describeAssessments([published], content),
    })),
}
