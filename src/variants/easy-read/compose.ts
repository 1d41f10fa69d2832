import {notStated} from '../../assessment.ts'
import type {Content} from '../../content.ts'
import type {PublishedAssessment} from '../../publication.ts'
import {tellAbout, tellLookedAt, tellWho} from './about.ts'
import {tellDuties} from './duties.ts'
import {explainHardWords} from './explain.ts'
import {tellList} from './findings.ts'
import {tellGrades} from './grades.ts'
import type {Chapter, EasyReadDocument, Idea} from './line.ts'
import {say} from './sentences.ts'
import {findStatus, hashPage} from './status.ts'

const made = new WeakMap<PublishedAssessment, {readonly content: Content; readonly page: EasyReadDocument}>()

/** The whole page as ideas; made once, since the page, its download, the search and the gates all ask for it. */
export function composeEasyRead(published: PublishedAssessment, content: Content): EasyReadDocument {
  const known = made.get(published)
  if (known?.content === content) return known.page
  const chapters = listChapters(published, content)
  const hash = hashPage(chapters, explainHardWords(chapters, content.glossary, published.assessment))
  const page = {status: findStatus(published.easyRead, hash), chapters, hash}
  made.set(published, {content, page})
  return page
}

function listChapters(published: PublishedAssessment, content: Content): Chapter[] {
  const {assessment} = published
  const isOwn = assessment.kind === 'self-assessment'
  const name = assessment.council.id === notStated ? 'the council' : assessment.council.name
  const next = tellDuties(published, content)
  return [
    {id: 'about-this-document', question: 'What is this document?', ideas: tellAbout(published)},
    {id: 'who-wrote-it', question: 'Who wrote the report?', ideas: tellWho(published)},
    {id: 'what-they-looked-at', question: 'What did they look at?', ideas: tellLookedAt(published)},
    {id: 'how-did-they-do', question: `How did ${name} do?`, ideas: tellGrades(published, content)},
    {
      id: 'what-is-good',
      question: isOwn ? 'What does the council say is good?' : 'What is good?',
      polarity: 'good',
      ideas: introduce('good', published, content),
    },
    {
      id: 'what-needs-to-get-better',
      question: isOwn ? 'What does the council say needs to get better?' : 'What needs to get better?',
      polarity: 'better',
      ideas: introduce('better', published, content),
    },
    ...(next.length > 0
      ? [{id: 'what-happens-next', question: 'What happens next?', polarity: 'next' as const, ideas: next}]
      : []),
  ]
}

/** The ideas of a list between who says so and how many more there are. */
function introduce(polarity: 'good' | 'better', published: PublishedAssessment, content: Content): Idea[] {
  const {assessment, framework} = published
  const {ideas, left} = tellList(published, content, polarity)
  // A document of no known family may say such things under any heading.
  if (ideas.length === 0)
    return [
      {id: `no-${polarity}`, picture: polarity, lines: [say(framework.takesAny ? 'nothing-found' : 'nothing-listed')]},
    ]
  const says = say(assessment.kind === 'self-assessment' ? 'council-says' : 'report-says')
  const more = left === 1 ? say('one-more') : say('many-more', {count: left})
  return [
    {id: `intro-${polarity}`, picture: polarity, lines: [says]},
    ...ideas,
    ...(left > 0 ? [{id: `more-${polarity}`, picture: 'more-findings', lines: [more]}] : []),
  ]
}
