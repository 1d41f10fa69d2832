import {reportFormats} from '../formats/index.ts'
import type {ReportFile, ReportFiles} from '../formats/make.ts'
import {formatList} from '../variants/phrases.ts'
import type {Variant} from '../variants/variant.ts'
import {formatBytes, formatCount} from './filters.ts'

/** Files that hold the same in several kinds: `Full report` as PDF, EPUB and Word. */
export interface FileGroup {
  readonly label: string
  readonly files: readonly ReportFile[]
}

/** The files of a report by what they hold; beside easy read stand those in easy read, so that the choice is easy too. */
export function groupFiles(files: readonly ReportFile[], current: Variant['id'] | 'source'): FileGroup[] {
  const offered = current === 'easy-read' ? files.filter(({variant}) => variant === 'easy-read') : files
  return [...Map.groupBy(offered, ({label}) => label)].map(([label, group]) => ({label, files: group}))
}

/** `PDF, 18 pages, 167 KB` */
export const describeFile = ({kind, pages, note, bytes}: ReportFile): string =>
  [kind, ...(note ? [note] : []), ...(pages ? [formatCount(pages, 'page')] : []), formatBytes(bytes)].join(', ')

/** What the build found when it read every file back; a file that says something else would have stopped it. */
export function tellParity({files, grades, findings}: ReportFiles): string {
  const facts = [
    ...(grades > 0 ? [formatCount(grades, 'grade')] : []),
    ...(findings > 0 ? [formatCount(findings, 'finding')] : []),
  ]
  const isWhole = ({carries, variant}: ReportFile) =>
    (carries === 'every word' || carries === 'grades and findings') && variant !== 'easy-read'
  const whole = files.filter(isWhole)
  const same = facts.length > 0 ? `same ${facts.join(' and ')}` : 'same words'
  return `${whole.length} of them carry the ${same}; those in easy read say what the easy read page says. We read every file back when we made this site.`
}

/** The kinds of file that each report has: `PDF, EPUB, Word, Braille, Plain text, Markdown, JSON and CSV`. */
export function tellFileKinds(formats = reportFormats): string {
  const kinds = formats.filter(({isPackedOnly}) => !isPackedOnly).map(({kind}) => kind.replace(/ \(.*\)$/, ''))
  return formatList([...new Set(kinds)], 'and')
}
