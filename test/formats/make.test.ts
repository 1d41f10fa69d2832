import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {unzipSync} from 'fflate'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {type ReportFormat, ToolMissing} from '../../src/formats/format.ts'
import {reportFormats} from '../../src/formats/index.ts'
import {openStore} from '../../src/formats/store.ts'
import {plainTextFile} from '../../src/formats/text.ts'
import {makeFiles} from '../support/files.ts'
import {readProject} from '../support/publication.ts'

const {publication} = readProject()
const [first, second] = publication.assessments
if (!first || !second) throw new Error('No reports were read')
const one = {assessments: [first]}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plain-account-store-'))
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

/** A format that counts how often it is made. */
function count(format: ReportFormat): {readonly format: ReportFormat; readonly counted: {made: number}} {
  const counted = {made: 0}
  const make: ReportFormat['make'] = (paper) => {
    counted.made++
    return format.make(paper)
  }
  return {format: {...format, make}, counted}
}

describe('the store of files', () => {
  it('makes no file again while report, templates and programs stay the same, and gives the same bytes', async () => {
    const {format, counted} = count(plainTextFile)
    const before = await makeFiles(one, {formats: [format], store: openStore(folder)})
    const after = await makeFiles(one, {formats: [format], store: openStore(folder)})
    expect(counted.made).toBe(1)
    expect(after.written).toEqual(before.written)
    expect(after.reports).toEqual(before.reports)
  })

  it('makes a file again when a word of its report changes', async () => {
    const {format, counted} = count(plainTextFile)
    await makeFiles(one, {formats: [format], store: openStore(folder)})
    const changed = {...first, assessment: {...first.assessment, assessor: 'Another Commission'}}
    const {written} = await makeFiles({assessments: [changed]}, {formats: [format], store: openStore(folder)})
    expect(counted.made).toBe(2)
    expect(new TextDecoder().decode([...written.values()][0])).toContain('Another Commission')
  })

  it('makes a file again when the program that makes it is another one', async () => {
    const {format, counted} = count({...plainTextFile, tool: () => 'liblouis 3.24'})
    await makeFiles(one, {formats: [format], store: openStore(folder)})
    await makeFiles(one, {formats: [{...format, tool: () => 'liblouis 3.30'}], store: openStore(folder)})
    expect(counted.made).toBe(2)
  })

  it('makes a file again that was damaged, and never serves it', async () => {
    const {format, counted} = count(plainTextFile)
    const {written} = await makeFiles(one, {formats: [format], store: openStore(folder)})
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name))
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
      writeFileSync(join(folder, name), bytes)
    }
    expect((await makeFiles(one, {formats: [format], store: openStore(folder)})).written).toEqual(written)
    writeFileSync(join(folder, readdirSync(folder)[0] ?? ''), '')
    await makeFiles(one, {formats: [format], store: openStore(folder)})
    expect(counted.made).toBeGreaterThan(1)
  })

  it('keeps nothing of a report that is no longer published', async () => {
    await makeFiles({assessments: [first, second]}, {formats: [plainTextFile], store: openStore(folder)})
    const both = readdirSync(folder)
    await makeFiles(one, {formats: [plainTextFile], store: openStore(folder)})
    const left = readdirSync(folder)
    expect(left.length).toBe(both.length / 2)
    const {council} = second.assessment
    for (const name of left) expect(readFileSync(join(folder, name), 'utf8')).not.toContain(council.name)
  })
})

describe('a program that is not on the machine', () => {
  it('is named with what to install, and costs no other file', async () => {
    const absent: ReportFormat = {
      ...plainTextFile,
      file: 'braille.brf',
      make: () => {
        throw new ToolMissing('The braille program', 'Install liblouis-bin')
      },
    }
    const {problems, reports} = await makeFiles(publication, {formats: [absent, plainTextFile]})
    expect(problems).toEqual([
      {
        level: 'note',
        rule: 'tool-missing',
        message: 'The braille program is not on this machine, so no report has braille.brf',
        hint: 'Install liblouis-bin',
      },
    ])
    for (const {files} of reports.values())
      expect(files.map(({path}) => path.split('/').at(-1))).toEqual(['report.txt', 'everything.zip'])
  })

  it('does not hide another failure', async () => {
    const broken: ReportFormat = {
      ...plainTextFile,
      make: () => {
        throw new Error('broken')
      },
    }
    await expect(makeFiles(one, {formats: [broken]})).rejects.toThrow('broken')
  })
})

describe('the package of all files', () => {
  it('holds each file with the same bytes, pages that need no internet, and a list of what each is for', async () => {
    const {written, reports} = await makeFiles(one)
    const address = `/councils/${first.assessment.id}/`
    const entries = unzipSync(written.get(`${address}everything.zip`) ?? new Uint8Array())
    expect(Object.keys(entries).sort()).toEqual(['README.txt', ...reportFormats.map(({file}) => file)].sort())
    for (const [path, bytes] of written)
      if (!path.endsWith('.zip'))
        expect(Buffer.compare(entries[path.replace(address, '')] ?? new Uint8Array(), bytes)).toBe(0)
    const readme = new TextDecoder().decode(entries['README.txt'])
    for (const {file, label} of reportFormats) expect(readme).toContain(`${file}\r\n  ${label}`)
    for (const {file} of reportFormats.filter(({isPackedOnly}) => isPackedOnly)) {
      const html = new TextDecoder().decode(entries[file])
      expect(html).toContain('<!DOCTYPE html>')
      expect(html).not.toMatch(/<(?:script|link|img|iframe)\b|@import|url\(/)
      expect(html).not.toMatch(/href="(?!https:|#|mailto:|tel:)/)
    }
    expect(reports.get(first.assessment.id)?.files.at(-1)).toMatchObject({kind: 'ZIP'})
  })

  it('has the same bytes each time', async () => {
    const pack = async () => [...(await makeFiles(one)).written].find(([path]) => path.endsWith('.zip'))?.[1]
    expect(Buffer.compare((await pack()) ?? new Uint8Array(), (await pack()) ?? new Uint8Array([1]))).toBe(0)
  })
})
