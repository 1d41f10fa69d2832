import {strFromU8, unzipSync} from 'fflate'
import mammoth from 'mammoth'
import {afterEach, describe, expect, it, vi} from 'vitest'
import {layPaper} from '../../src/formats/paper.ts'
import {findDifference} from '../../src/formats/parity.ts'
import {largePrintWord, standardWord} from '../../src/formats/word.ts'
import {plainText} from '../../src/variants/plain-text.ts'
import {makeNasty} from '../support/nasty.ts'
import {content, readProject} from '../support/publication.ts'

const {publication} = readProject()
const reports = [...publication.assessments, makeNasty()]
const [first = makeNasty()] = reports

const readPart = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())
/** Word's own reader of it: HTML with the headings, lists and tables that it knows. */
const reopen = async (bytes: Uint8Array) => (await mammoth.convertToHtml({buffer: Buffer.from(bytes)})).value
const bare = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
const squeeze = (text: string) => text.normalize('NFKC').replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '')

afterEach(() => void vi.useRealTimers())

describe.each([
  {format: standardWord, points: 12},
  {format: largePrintWord, points: 18},
])('$format.file', ({format, points}) => {
  it.each(reports)('opens with the same words, headings and tables: $assessment.id', async (published) => {
    const paper = layPaper(published, format.variant, content)
    const {bytes} = await format.make(paper)
    expect(findDifference(format, await format.read(bytes), paper)).toBeUndefined()
    const html = await reopen(bytes)
    const headings = [...html.matchAll(/<h(\d)>(.*?)<\/h\1>/gs)].map(([, level, words = '']) => [
      level,
      squeeze(bare(words)),
    ])
    expect(headings[0]).toEqual(['1', squeeze(paper.sheet.name)])
    const wanted = paper.body.children.flatMap((node) =>
      node.type === 'heading' ? [[String(node.depth), squeeze(plainText(node))]] : [],
    )
    expect(headings.filter(([level]) => level === '1').length).toBe(1)
    for (const heading of wanted) expect(headings).toContainEqual(heading)
    const tables = JSON.stringify(paper.body).split('"hasHeader":true').length - 1
    expect((html.match(/<thead>/g) ?? []).length).toBe(tables)
  })

  it('has nothing smaller than it promises, nothing slanted, and a language', async () => {
    const {bytes} = await format.make(layPaper(first, format.variant, content))
    const styles = readPart(bytes, 'word/styles.xml')
    const used = [
      styles,
      readPart(bytes, 'word/document.xml'),
      readPart(bytes, 'word/header1.xml'),
      readPart(bytes, 'word/footer1.xml'),
    ]
    const sizes = used.flatMap((xml) => [...xml.matchAll(/<w:sz w:val="(\d+)"/g)].map(([, size]) => Number(size)))
    expect(sizes.length).toBeGreaterThan(5)
    expect(Math.min(...sizes)).toBe(points * 2)
    expect(used.join()).not.toContain('w:vertAlign w:val="superscript"/></w:rPr><w:t')
    for (const xml of used.slice(1))
      expect(xml).not.toMatch(/w:styleId="Footnote|<w:i\/>|w:pStyle w:val="(?:Footnote|Endnote)/)
    expect(styles).toContain('w:val="en-GB"')
    expect(readPart(bytes, 'word/settings.xml')).not.toContain('autoHyphenation w:val="true"')
  })

  it('has a running title and the number of each page', async () => {
    const paper = layPaper(first, format.variant, content)
    const {bytes} = await format.make(paper)
    expect(readPart(bytes, 'word/header1.xml')).toContain(paper.sheet.running)
    expect(readPart(bytes, 'word/footer1.xml')).toMatch(/PAGE[\s\S]*NUMPAGES/)
  })

  it('has links that lead to places in it', async () => {
    for (const published of publication.assessments) {
      const xml = readPart((await format.make(layPaper(published, format.variant, content))).bytes, 'word/document.xml')
      const places = new Set([...xml.matchAll(/<w:bookmarkStart w:name="([^"]+)"/g)].map(([, name]) => name))
      const targets = [...xml.matchAll(/<w:hyperlink (?![^>]*r:id)[^>]*w:anchor="([^"]+)"/g)].map(([, name]) => name)
      expect(targets.filter((name) => !places.has(name))).toEqual([])
    }
  })

  it('has the same bytes at another time', async () => {
    const make = async () => (await format.make(layPaper(first, format.variant, content))).bytes
    vi.useFakeTimers({now: new Date('2026-01-01'), toFake: ['Date']})
    const before = await make()
    vi.setSystemTime(new Date('2031-05-06'))
    expect(Buffer.compare(before, await make())).toBe(0)
  })
})
