import type {Publication} from '../publication.ts'
import {variantPath} from '../variants/variant.ts'
import {councilPath, dataPaths, describeReference, listDataCouncils} from './addresses.ts'
import type {DataFiles} from './format.ts'
import {writeJson} from './json.ts'
import {describeFindings, describeJudgements} from './rows.ts'

/** All grades and findings of one council, through the years: `/data/v1/councils/leicester.json`. */
export const councilFiles: DataFiles = {
  list: (publication) =>
    listDataCouncils(publication).map((council) => {
      const own = publication.assessments.filter(({assessment}) => assessment.council.id === council.id)
      return {
        path: dataPaths.council(council.id),
        text: writeJson({
          schemaVersion: 1,
          council,
          url: councilPath(council.id),
          assessments: own.map(describeReference),
          withdrawn: describeWithdrawn(publication, council.id),
          judgements: own.flatMap(describeJudgements),
          findings: own.flatMap(describeFindings),
        }),
      }
    }),
}

const describeWithdrawn = ({withdrawn = []}: Publication, council: string) =>
  withdrawn
    .filter(({assessment}) => assessment.council.id === council)
    .map(({assessment: {id, period}, when, why}) => ({id, url: variantPath(id, 'standard'), period, when, why}))
