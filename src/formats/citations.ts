import {notStated} from '../assessment.ts'
import type {Site} from '../content.ts'
import type {PublishedAssessment} from '../publication.ts'
import {endSentence, formatDate, formatPeriod} from '../variants/phrases.ts'
import {variantPath} from '../variants/variant.ts'
import type {DataFiles} from './format.ts'

/** References to a report for programs that keep them: `cite.bib` and `cite.ris` beside its page. */
export const citationFiles: DataFiles = {
  list: ({assessments}, {site}) =>
    assessments.flatMap((published) => {
      const folder = variantPath(published.assessment.id, 'standard')
      return [
        {path: `${folder}cite.bib`, text: writeBibTeX(published, site)},
        {path: `${folder}cite.ris`, text: writeRis(published, site)},
      ]
    }),
}

/**
 * A reference in words, which ends with the address: `Care Quality Commission (no date). Assessment of Performance Report
 * 2009/10. About Leicester City Council, 2009/10. Plain Account. https://…`. When it was read is left to the reader.
 */
export function citeInWords(published: PublishedAssessment, site: Site): string {
  const {author, title, dated, about, url} = describeCitation(published, site)
  const when = dated ? formatDate(dated) : 'no date'
  return [`${author ?? 'Author not stated'} (${when}).`, endSentence(title), ...about, `${site.name}.`, url].join(' ')
}

function describeCitation({assessment}: PublishedAssessment, site: Site) {
  const {id, title, council, period, assessor, dated} = assessment
  const facts = [
    ...(council.id === notStated || council.name === assessor ? [] : [`About ${council.name}.`]),
    ...(period === notStated ? [] : [`Covers ${formatPeriod(period)}.`]),
  ]
  return {
    author: assessor === undefined ? undefined : squeeze(assessor),
    title: squeeze(title),
    dated,
    about: facts.map(squeeze),
    url: `${site.url}${variantPath(id, 'standard')}`,
  }
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The author stands in braces of its own, since it is an organisation and has no surname. */
function writeBibTeX(published: PublishedAssessment, site: Site): string {
  const {author, title, dated, about, url} = describeCitation(published, site)
  const fields = [
    ...(author === undefined ? [] : [['author', `{${escapeBibTeX(author)}}`]]),
    ['title', `{${escapeBibTeX(title)}}`],
    ...(dated === undefined ? [] : [['year', dated.slice(0, 4)]]),
    ['howpublished', escapeBibTeX(site.name)],
    ['note', escapeBibTeX([...about, tellDate(dated)].join(' '))],
    ['url', url],
  ]
  const lines = fields.map(([name, value]) => `  ${name} = {${value}},\n`)
  return `@misc{${published.assessment.id.replaceAll('/', '-')},\n${lines.join('')}}\n`
}

const tellDate = (dated: string | undefined) => `Date on the document: ${dated ? formatDate(dated) : 'not stated'}.`

const escapeBibTeX = (text: string) =>
  text.replace(/[\\{}#$%&_~^]/g, (character) => bibTeXNames[character] ?? `\\${character}`)

const bibTeXNames: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** A line for each fact; the end of a record is a line too. */
function writeRis(published: PublishedAssessment, site: Site): string {
  const {author, title, dated, about, url} = describeCitation(published, site)
  const [year, month = '', day = ''] = dated?.split('-') ?? []
  const fields = [
    ['TY', 'RPRT'],
    ...(author === undefined ? [] : [['AU', author]]),
    ['TI', title],
    ...(year === undefined
      ? []
      : [
          ['PY', year],
          ['DA', `${year}/${month}/${day}/`],
        ]),
    ['DP', squeeze(site.name)],
    ['LA', 'en-GB'],
    ['N1', [...about, tellDate(dated)].join(' ')],
    ['UR', url],
    ['ER', ''],
  ]
  return fields.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('')
}
