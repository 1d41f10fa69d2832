import type {Content} from '../content.ts'
import type {Publication} from '../publication.ts'
import {assessmentFiles} from './assessment-files.ts'
import {braille} from './braille.ts'
import {citationFiles} from './citations.ts'
import {contractSchema} from './contract.ts'
import {councilFiles} from './council-files.ts'
import {findingsCsv, judgementsCsv} from './csv.ts'
import {findingsMetadata, judgementsMetadata} from './csvw.ts'
import {assessmentJson, findingsFile, judgementsFile} from './data.ts'
import {dataIndex} from './data-index.ts'
import {easyReadEpub, standardEpub} from './epub.ts'
import {feedFiles} from './feed.ts'
import type {DataFile, DataFiles, DataFormat, ReportFormat} from './format.ts'
import {json} from './json.ts'
import {markdownFiles} from './markdown.ts'
import {easyReadPdf, largePrintPdfs, standardPdf} from './pdf.ts'
import {plainTextFile, readAloud} from './text.ts'
import {topicFiles} from './topic-files.ts'
import {webPages} from './web-page.ts'
import {largePrintWord, standardWord} from './word.ts'

/** The files that gather all assessments: the contract first, then the same facts flat, then what explains them. */
export const dataFormats: readonly DataFormat[] = [
  json,
  judgementsCsv,
  findingsCsv,
  contractSchema,
  judgementsMetadata,
  findingsMetadata,
  dataIndex,
]

/** The files of one assessment, council or topic each; feeds and citations come last, since they only lead to the rest. */
export const dataFiles: readonly DataFiles[] = [assessmentFiles, councilFiles, topicFiles, feedFiles, citationFiles]

/** Every file of data, with its text; the contract comes first. */
export const listDataFiles = (publication: Publication, content: Content): DataFile[] => [
  ...dataFormats.map(({path, write}) => ({path, text: write(publication, content)})),
  ...dataFiles.flatMap(({list}) => list(publication, content)),
]

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
