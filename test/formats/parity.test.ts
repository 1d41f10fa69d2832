import type {Nodes} from 'mdast'
import {describe, expect, it} from 'vitest'
import type {Section} from '../../src/assessment.ts'
import {listFindings, listGrades} from '../../src/formats/facts.ts'
import type {ReportFormat} from '../../src/formats/format.ts'
import {reportFormats} from '../../src/formats/index.ts'
import {layPaper} from '../../src/formats/paper.ts'
import {findDifference} from '../../src/formats/parity.ts'
import type {PublishedAssessment} from '../../src/publication.ts'
import {plainText} from '../../src/variants/plain-text.ts'
import {makeFiles} from '../support/files.ts'
import {makeNasty} from '../support/nasty.ts'
import {content, readProject} from '../support/publication.ts'

const {publication} = readProject()
const graded = publication.assessments.find(({assessment: {judgements}}) =>
  ['Excellent', 'Adequate'].every((label) => judgements.some(({grade}) => grade.label === label)),
)
if (!graded) throw new Error('No report has grades')

/** The same report with another grade for one thing that was judged, or without the first finding of each list. */
function change({assessment, ...rest}: PublishedAssessment, what: 'grade' | 'finding'): PublishedAssessment {
  if (what === 'finding') return {...rest, assessment: {...assessment, sections: assessment.sections.map(shorten)}}
  const find = (isBest: boolean) => assessment.judgements.find(({grade}) => (grade.rank === 1) === isBest)
  const [one, other] = [find(false), find(true)]
  if (!one || !other) throw new Error('The report has too few grades')
  const judgements = assessment.judgements.map((each) => (each === one ? {...one, grade: other.grade} : each))
  return {...rest, assessment: {...assessment, judgements}}
}

const shorten = (section: Section): Section => ({
  ...section,
  findings: section.findings.map((list) => ({...list, items: list.items.slice(1)})),
  sections: section.sections.map(shorten),
})

async function compare(format: ReportFormat, made: PublishedAssessment, shown: PublishedAssessment) {
  const {bytes} = await format.make(layPaper(made, format.variant, content))
  return findDifference(format, await format.read(bytes), layPaper(shown, format.variant, content))
}

describe('the files of a report', () => {
  it.each([...publication.assessments, makeNasty()])(
    'all say what its pages say: $assessment.id',
    async (published) => {
      const {problems, reports, written} = await makeFiles({assessments: [published]})
      expect(problems).toEqual([])
      const files = reports.get(published.assessment.id)?.files ?? []
      expect(files.map(({path}) => path).sort()).toEqual([...written.keys()].sort())
      for (const {path, bytes} of files) expect(written.get(path)?.length, path).toBe(bytes)
    },
  )

  it.each(reportFormats.map((format) => ({format})))(
    'fail the build when one grade or finding of $format.file is another',
    async ({format}) => {
      const hasGrades = format.carries !== 'findings'
      const hasFindings = format.carries !== 'grades' && format.variant !== 'easy-read'
      if (hasGrades) expect(await compare(format, change(graded, 'grade'), graded)).toContain('expected')
      if (hasFindings) expect(await compare(format, change(graded, 'finding'), graded)).toContain('expected')
      expect(await compare(format, graded, graded)).toBeUndefined()
    },
  )

  it('name the report, the file and the place where it differs', async () => {
    const [format] = reportFormats.filter(({file}) => file === 'report.txt')
    if (!format) throw new Error('There is no plain text')
    const read = async (bytes: Uint8Array) =>
      String(await format.read(bytes)).replace('Grade: Adequate', 'Grade: Excellent')
    const {problems} = await makeFiles({assessments: [graded]}, {formats: [{...format, read}]})
    expect(problems).toMatchObject([{level: 'error', rule: 'format-differs'}])
    expect(problems[0]?.message).toContain(`report.txt of ${graded.assessment.id}`)
    expect(problems[0]?.message).toMatch(/Unexpected `.*Grade:Excellent.*`, expected `.*Grade:Adequate/)
  })
})

describe('what pages carry', () => {
  it('is every grade and every finding of the report, in large print as on the standard page', () => {
    for (const published of publication.assessments) {
      const [standard, large] = (['standard', 'large-print'] as const).map((id) =>
        squeeze(plainText(withoutGlosses(layPaper(published, id, content).body))).toLowerCase(),
      )
      const {judgements} = published.assessment
      const grades = judgements.map(({subject, grade}) => `${subject}${grade.label}`)
      const wanted = listFindings(published.assessment).map((words) => squeeze(words).toLowerCase())
      expect(wanted.length).toBeGreaterThan(0)
      expect(grades.filter((words) => !standard?.includes(squeeze(words).toLowerCase()))).toEqual([])
      expect(wanted.filter((words) => !standard?.includes(words))).toEqual([])
      expect(wanted.filter((words) => !large?.includes(words))).toEqual([])
      expect(listGrades(published.assessment).length).toBe(judgements.length)
    }
  })
})

/** What short forms stand for is put into the words by us. */
function withoutGlosses(node: Nodes): Nodes {
  if (!('children' in node)) return node
  const children = node.children.filter((child) => !(child.type === 'ours' && child.data?.name === 'gloss'))
  return {...node, children: children.map(withoutGlosses)} as Nodes
}

const squeeze = (text: string) => text.replace(/\s+/g, '')
