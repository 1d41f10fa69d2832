import type {Nodes} from 'mdast'
import type {Content} from './content.ts'
import {eachPassage} from './ledger.ts'
import type {Publication} from './publication.ts'
import {easyRead} from './variants/easy-read/index.ts'

/** Everything that the site may say: the published words of each document, and our own around them. */
export function* listOwnWords({assessments}: Publication, content: Content): Generator<string> {
  yield JSON.stringify(content)
  // Templates are the same for all reports of a kind.
  const firsts = new Map(assessments.map((published) => [published.framework.id, published]))
  for (const published of firsts.values()) yield* listTemplates(easyRead.render(published, content))
  for (const published of assessments) {
    const {assessment, framework, ledger} = published
    yield JSON.stringify(framework)
    yield `${assessment.title} ${assessment.council.name} ${assessment.assessor}`
    yield ledger.lines.map(({raw}) => raw).join('\n')
    // As pages read: what one document has in one line, another may have in two passages.
    yield [...eachPassage(assessment.sections)].map(({passage}) => passage.text).join('\n')
  }
}

/** Lines of easy read that come from our templates. */
function* listTemplates(node: Nodes, isOurs = false): Generator<string> {
  const here = isOurs || node.type === 'ours' || ('data' in node && node.data?.isOurs === true)
  if (node.type === 'text' && here) yield node.value
  if ('children' in node) for (const child of node.children) yield* listTemplates(child, here)
}
