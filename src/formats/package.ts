import {strToU8, type Zippable, zipSync} from 'fflate'
import type {FirstSheet} from './first-sheet.ts'
import type {Made, ReportFormat} from './format.ts'

/** Name of the package of all files of a report. */
export const packageName = 'everything.zip'

/** ZIP knows no earlier year; a date of its own would make each package another. */
export const fixedDate = new Date(1980, 0, 1)

/** Packs all files of a report, with a list of what each is for; opened, it is read without the internet. */
export function packFiles(
  sheet: FirstSheet,
  files: readonly {readonly format: ReportFormat; readonly made: Made}[],
): Made {
  const entries = files.map(({format, made}) => [format.file, [made.bytes, {level: isPacked(format.file) ? 0 : 9}]])
  const contents = {'README.txt': strToU8(writeReadme(sheet, files)), ...Object.fromEntries(entries)} as Zippable
  return {bytes: zipSync(contents, {mtime: fixedDate, level: 9})}
}

// These hold packed bytes already.
const isPacked = (file: string) => /\.(?:epub|docx|pdf)$/.test(file)

function writeReadme(
  {name, url, facts, ask}: FirstSheet,
  files: readonly {readonly format: ReportFormat; readonly made: Made}[],
): string {
  const lines = files.map(({format, made}) => {
    const size = made.pages ? `, ${made.pages} pages` : ''
    return `${format.file}\r\n  ${format.label}, ${format.kind}${size}${made.note ? `, ${made.note}` : ''}. ${format.about}\r\n`
  })
  const text = [
    name,
    '',
    'The same report in every format that we have. Nothing here needs the internet.',
    'To read it now, open standard.html, easy-read.html or large-print.html.',
    '',
    ...facts.map(([label, value]) => `${label}: ${value}`),
    `From: ${url}`,
    '',
    ...lines,
    ...ask,
    '',
  ]
  return text.join('\r\n')
}
