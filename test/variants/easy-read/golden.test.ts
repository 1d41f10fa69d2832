import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {readPublication} from '../../../src/build.ts'
import {easyRead} from '../../../src/variants/easy-read/index.ts'
import {toMarkdown} from '../../../src/variants/markdown.ts'
import {checkGolden} from '../../support/golden.ts'
import {content, projectWorld} from '../../support/publication.ts'

/** One short document of each family, whose page a person can read in review. */
const cases = {
  'cqc-2009': 'remark-instead-of-a-list',
  'cqc-2024-self': 'another-council-without-marks',
  'csci-2008': 'another-council-piped-and-clean-columns',
  generic: 'lists-under-plain-names',
  'ssi-2003': 'another-council-review-alone',
} as const

it.each(Object.entries(cases))('tells a %s as it was read in review', (framework, name) => {
  const {publication, problems} = readPublication(
    {
      ...projectWorld,
      listSeeds: () => ['source.txt'],
      readSeed: () => readFileSync(`test/golden/${framework}/${name}/source.txt`),
      listRecords: () => [],
      listEasyRead: () => [],
    },
    content,
  )
  const [published] = publication.assessments
  if (!published) throw new Error(problems.map(({message}) => message).join('\n'))
  expect(published.framework.id).toBe(framework)
  checkGolden(`test/golden/easy-read/${framework}.md`, toMarkdown(easyRead.render(published, content)))
})
