import {mkdirSync, writeFileSync} from 'node:fs'
import {renderPageAsImage} from 'unpdf'
import {describe, expect, it} from 'vitest'
import type {ReportFormat} from '../../src/formats/format.ts'
import {reportFormats} from '../../src/formats/index.ts'
import {layPaper} from '../../src/formats/paper.ts'
import {findDifference} from '../../src/formats/parity.ts'
import {easyReadPdf, largePrintPdfs, standardPdf} from '../../src/formats/pdf.ts'
import type {PublishedAssessment} from '../../src/publication.ts'
import {plainText} from '../../src/variants/plain-text.ts'
import {makeNasty} from '../support/nasty.ts'
import {findTags, inspectPdf} from '../support/pdf.ts'
import {content, readProject} from '../support/publication.ts'

const {publication} = readProject()
const reports = publication.assessments
const [first] = reports
if (!first) throw new Error('No report was read')

/** Points of type that each file promises, and the margin at both sides of the sheet. */
const promises = [
  {format: standardPdf, size: 12, margin: 25},
  {format: easyReadPdf, size: 16, margin: 20},
  ...largePrintPdfs.map((format, index) => ({format, size: [18, 24, 30][index] ?? 0, margin: 20})),
]
const millimetre = 72 / 25.4

const inspected = new Map<string, ReturnType<typeof inspect>>()

/** Makes a file and takes it apart, once for all tests. */
function find(published: PublishedAssessment, format: ReportFormat) {
  const key = `${published.source.name} ${format.file}`
  const known = inspected.get(key) ?? inspect(published, format)
  inspected.set(key, known)
  return known
}

async function inspect(published: PublishedAssessment, format: ReportFormat) {
  const paper = layPaper(published, format.variant, content)
  const made = await format.make(paper)
  return {...made, paper, pdf: await inspectPdf(made.bytes)}
}

describe.each(promises)('$format.file', ({format, size, margin}) => {
  it.each([...reports, makeNasty()])('is tagged, named and set as promised: $assessment.id', async (published) => {
    const {bytes, pages, paper, pdf} = await find(published, format)
    expect(findDifference(format, await format.read(bytes), paper)).toBeUndefined()
    expect(pdf).toMatchObject({title: paper.sheet.name, lang: 'en-GB', isMarked: true, showsTitle: true, pages})
    expect(new TextDecoder('latin1').decode(bytes)).toMatch(/<pdfuaid:part>1<|pdfuaid:part="1"/)
    expect(pdf.fonts.length).toBeGreaterThan(0)
    expect(pdf.fonts.filter(({isEmbedded}) => !isEmbedded)).toEqual([])

    const headings = findTags(pdf.tags, /^H\d$/)
    expect(headings.filter(({role}) => role === 'H1').length).toBe(1)
    for (const [index, {role}] of headings.entries())
      expect(Number(role[1]) - Number(headings[index - 1]?.role[1] ?? 0), `${index}: ${role}`).toBeLessThan(2)
    const wanted = paper.body.children.flatMap((node) => (node.type === 'heading' ? [squeeze(plainText(node))] : []))
    expect(pdf.bookmarks.map(({title}) => squeeze(title))).toEqual(
      expect.arrayContaining([squeeze(paper.sheet.title), 'Contents', ...wanted.slice(0, 3)]),
    )

    // Rounding of the file.
    const tolerance = 0.01
    expect(Math.min(...pdf.runs.map((run) => run.size))).toBeGreaterThan(size - tolerance)
    const [left, right] = [margin * millimetre, pdf.width - margin * millimetre]
    for (const run of pdf.runs) {
      expect(run.left, run.text).toBeGreaterThan(left - 1)
      expect(run.right, run.text).toBeLessThan(right + 1)
    }
  })

  it('has its first sheet on one sheet, then the contents, and the number of each sheet on it', async () => {
    for (const published of reports) {
      const {
        paper,
        pdf: {runs, pages},
      } = await find(published, format)
      const wordsOf = (page: number) => runs.filter((run) => run.page === page).map(({text}) => text)
      const sheet = squeeze(wordsOf(1).join(''))
      for (const words of [paper.sheet.title, `Pages: ${pages}`, ...paper.sheet.ask])
        expect(sheet).toContain(squeeze(words))
      expect(sheet).toContain(squeeze(paper.sheet.facts.map(([name, value]) => `${name}: ${value}`).join('')))
      expect(wordsOf(2).join(' ')).toContain('Contents')
      for (const page of [1, 2, pages ?? 0]) expect(squeeze(wordsOf(page).join(''))).toContain(`Page${page}of${pages}`)
    }
  })

  it('leaves no heading and no name of a table alone at the end of a sheet', async () => {
    for (const published of reports) {
      const {tags} = (await find(published, format)).pdf
      for (const sheet of tags) {
        const last = findTags([sheet], /^(?:H\d|P|LBody|TD|TOCI|Caption)$/).at(-1)
        expect(last?.role, `sheet ${sheet.page}: ${last?.text}`).not.toMatch(/^(?:H\d|Caption)$/)
      }
    }
  })
})

describe('tables in the standard PDF', () => {
  it('have a caption, and headers that know that they stand over columns', async () => {
    const {
      bytes,
      pdf: {tags},
    } = await find(first, standardPdf)
    const columns = findTags(tags, /^TH$/).filter(({text}) => text.trim())
    expect(columns.map(({text}) => text.trim()).slice(0, 3)).toEqual([
      'What was graded',
      'Grade',
      'What the grade means',
    ])
    expect(findTags(tags, /^Caption$/)[0]?.text).toContain('Grades for: Delivering outcomes')
    const scopes = new TextDecoder('latin1').decode(bytes).match(/\/Scope\s*\/Column/g) ?? []
    expect(scopes.length).toBeGreaterThanOrEqual(columns.length)
  })
})

describe('large print on paper', () => {
  it('is drawn for a person to look at: .cache/look/', async () => {
    mkdirSync('.cache/look', {recursive: true})
    for (const format of largePrintPdfs) {
      const {bytes} = await find(first, format)
      for (const number of [1, 2, 5]) {
        const image = await renderPageAsImage(new Uint8Array(bytes), number, {
          canvasImport: () => import('@napi-rs/canvas'),
          scale: 1,
        })
        writeFileSync(`.cache/look/${format.file.replace('.pdf', '')}-sheet-${number}.png`, new Uint8Array(image))
        expect(image.byteLength).toBeGreaterThan(3000)
      }
    }
  })
})

describe('every PDF', () => {
  it('has the same bytes each time', async () => {
    for (const format of reportFormats.filter(({kind}) => kind === 'PDF')) {
      const make = async () => (await format.make(layPaper(first, format.variant, content))).bytes
      expect(Buffer.compare(await make(), await make()), format.file).toBe(0)
    }
  })
})

const squeeze = (text: string) => text.replace(/\s+/g, '')
