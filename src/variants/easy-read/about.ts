import {notStated} from '../../assessment.ts'
import type {PublishedAssessment} from '../../publication.ts'
import {formatDate, formatPeriod, withArticle} from '../phrases.ts'
import type {Idea} from './line.ts'
import {say, sayAll} from './sentences.ts'

/** What the page is, and which council the report is about. */
export function tellAbout({assessment, framework}: PublishedAssessment): Idea[] {
  const {notice} = framework.easyRead
  const {id, name} = assessment.council
  return [
    {
      id: 'about',
      picture: 'report',
      lines: [
        say('is-easy-read'),
        id === notStated ? say('is-about-unknown') : say('is-about', {council: name}),
        say('full-is-longer'),
      ],
    },
    ...(notice ? [{id: 'notice', picture: 'more', lines: sayAll(notice, framework.id)}] : []),
  ]
}

/** Who wrote the report, and when; a self-assessment says that the council wrote it about itself. */
export function tellWho(published: PublishedAssessment): Idea[] {
  const {assessment, framework} = published
  const {period, dated} = assessment
  const isOld = Number(period.slice(0, 4)) < 2015
  return [
    tellAuthor(published),
    {
      id: 'when',
      picture: 'time',
      lines: [
        period === notStated ? say('year-unknown') : say('year-is', {period: formatPeriod(period)}),
        dated
          ? say('date-is', {date: formatDate(dated)})
          : say(framework.takesAny ? 'date-not-found' : 'date-not-given'),
        ...(isOld ? [say('is-old'), say('may-differ')] : []),
      ],
    },
  ]
}

function tellAuthor({assessment: {kind, council, assessor}, framework}: PublishedAssessment): Idea {
  const [id, picture] = ['author', 'author']
  if (kind === 'self-assessment')
    return {
      id,
      picture,
      lines: [say('council-wrote', {council: council.name}), say('about-itself'), say('no-inspector')],
    }
  if (assessor === undefined) return {id, picture, lines: [say('author-unknown')]}
  // A printed author may be a long list of offices.
  if (!framework.assessor) return {id, picture, lines: [say('author-quoted')], quote: assessor}
  const who = sayAll(framework.easyRead.who ?? [], framework.id)
  return {id, picture, lines: [say('assessor-wrote', {assessor: withArticle(assessor)}), ...who]}
}

/** What was looked at, and how. */
export const tellLookedAt = ({framework}: PublishedAssessment): Idea[] => [
  {id: 'looked-at', picture: 'looked', lines: sayAll(framework.easyRead.lookedAt, framework.id)},
]
