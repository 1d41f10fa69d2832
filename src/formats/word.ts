import {Document, Footer, Header, HeadingLevel, Packer, PageBreak, PageNumber, Paragraph, TextRun} from 'docx'
import type {Made, ReportFormat} from './format.ts'
import type {Paper} from './paper.ts'
import {writeBlocks} from './word/blocks.ts'
import {fixBytes, readWord} from './word/package.ts'
import {bullets, makeStyles} from './word/styles.ts'

const common = {kind: 'Word', carries: 'every word', read: readWord} as const

/** The full report for staff to fit to a person. */
export const standardWord: ReportFormat = {
  ...common,
  file: 'standard.docx',
  variant: 'standard',
  label: 'Full report',
  about: 'To change for one person: each look is a style.',
  make: (paper) => makeWord(paper, 12),
}

/** Large print for staff to fit to a person. */
export const largePrintWord: ReportFormat = {
  ...common,
  file: 'large-print.docx',
  variant: 'large-print',
  label: 'Large print, 18 point',
  about: 'Large print to change for one person: each look is a style.',
  make: (paper) => makeWord(paper, 18),
}

// Twentieths of a point.
const margin = 1134

async function makeWord({sheet, body, content}: Paper, points: number): Promise<Made> {
  const document = new Document({
    title: sheet.name,
    creator: content.site.organisation,
    lastModifiedBy: content.site.organisation,
    description: sheet.url,
    styles: makeStyles(points),
    numbering: {config: [bullets]},
    features: {updateFields: false},
    sections: [
      {
        properties: {
          page: {
            size: {width: 11906, height: 16838},
            margin: {top: margin, bottom: margin, left: margin, right: margin},
          },
        },
        headers: {default: new Header({children: [new Paragraph({text: sheet.running})]})},
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [new TextRun({children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES]})],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({text: `${sheet.kind}, ${points} point`}),
          new Paragraph({text: sheet.name, heading: HeadingLevel.HEADING_1}),
          ...sheet.facts.map(
            ([label, value]) =>
              new Paragraph({children: [new TextRun({text: `${label}: `, bold: true}), new TextRun(value)]}),
          ),
          ...sheet.ask.map((line) => new Paragraph({text: line})),
          new Paragraph({children: [new PageBreak()]}),
          ...writeBlocks(body),
        ],
      },
    ],
  })
  return {bytes: fixBytes(new Uint8Array(await Packer.toBuffer(document)), sheet.dated)}
}
