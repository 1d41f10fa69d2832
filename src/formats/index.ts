import {braille} from './braille.ts'
import {findingsCsv, judgementsCsv} from './csv.ts'
import {assessmentJson, findingsFile, judgementsFile} from './data.ts'
import {easyReadEpub, standardEpub} from './epub.ts'
import type {DataFormat, ReportFormat} from './format.ts'
import {json} from './json.ts'
import {markdownFiles} from './markdown.ts'
import {easyReadPdf, largePrintPdfs, standardPdf} from './pdf.ts'
import {plainTextFile, readAloud} from './text.ts'
import {webPages} from './web-page.ts'
import {largePrintWord, standardWord} from './word.ts'

/** The files that gather all assessments: the contract first, then the same facts flat. */
export const dataFormats: readonly DataFormat[] = [json, judgementsCsv, findingsCsv]

/** The files of each report, in the order of the list on its page: what most people ask for first, data last. */
export const reportFormats: readonly ReportFormat[] = [
  standardPdf,
  ...largePrintPdfs,
  easyReadPdf,
  standardEpub,
  easyReadEpub,
  standardWord,
  largePrintWord,
  braille,
  plainTextFile,
  readAloud,
  ...markdownFiles,
  assessmentJson,
  judgementsFile,
  findingsFile,
  ...webPages,
]
