import type {PublishedAssessment} from '../publication.ts'
import {listAnchored} from '../variants/anchors.ts'
import {findJudgedSection} from '../variants/section.ts'
import {variantPath} from '../variants/variant.ts'

/** Every judgement of a report with all that it needs to stand by itself; its address leads to what was judged. */
export function describeJudgements(published: PublishedAssessment) {
  return published.assessment.judgements.map((judgement) => {
    const {of, subject, grade, carriedFrom} = judgement
    const section = findJudgedSection(published, judgement)
    return {
      ...describeOrigin(published),
      of,
      subject,
      topic: section?.topic ?? null,
      grade: grade.label,
      meaning: grade.meaning ?? null,
      rank: grade.rank ?? null,
      outOf: grade.of ?? null,
      scale: grade.scale ?? null,
      carriedFrom: carriedFrom ?? null,
      url: `${variantPath(published.assessment.id, 'standard')}#${section?.id ?? 'the-grades'}`,
    }
  })
}

/** Every finding of a report, each with the address by which people cite it. */
export function describeFindings(published: PublishedAssessment) {
  return listAnchored(published.assessment).flatMap(({id, passage, section, kind}) => {
    const list = section.findings.find(({items}) => items.includes(passage))
    if (!kind || !list) return []
    return [
      {
        ...describeOrigin(published),
        section: section.id,
        sectionHeading: section.heading,
        topic: section.topic ?? null,
        kind,
        listHeading: list.heading,
        text: passage.text,
        url: `${variantPath(published.assessment.id, 'standard')}#${id}`,
      },
    ]
  })
}

function describeOrigin({assessment: {id, council, period}, framework}: PublishedAssessment) {
  return {assessment: id, council, period, framework: {id: framework.id, name: framework.name}}
}
