import {EpubCheck} from '@likecoin/epubcheck-ts'
import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {easyReadEpub, standardEpub} from '../../src/formats/epub.ts'
import {layPaper} from '../../src/formats/paper.ts'
import {findDifference} from '../../src/formats/parity.ts'
import {makeNasty} from '../support/nasty.ts'
import {content, readProject} from '../support/publication.ts'

const {publication} = readProject()
const reports = [...publication.assessments, makeNasty()]

describe.each([{format: standardEpub}, {format: easyReadEpub}])('$format.file', ({format}) => {
  it.each(reports)('is valid under epubcheck, and says what the page says: $assessment.id', async (published) => {
    const paper = layPaper(published, format.variant, content)
    const {bytes} = await format.make(paper)
    expect(findDifference(format, await format.read(bytes), paper)).toBeUndefined()
    const {valid, messages} = await EpubCheck.validate(bytes)
    expect(messages.filter(({severity}) => severity !== 'info' && severity !== 'usage')).toEqual([])
    expect(valid).toBe(true)
  })

  it.each(reports)(
    'has contents that lead to each part, a language, and what is true of it: $assessment.id',
    async (published) => {
      const paper = layPaper(published, format.variant, content)
      const files = unzipSync((await format.make(paper)).bytes)
      const read = (name: string) => strFromU8(files[`book/${name}`] ?? new Uint8Array())
      const listed = [...read('nav.xhtml').matchAll(/<a href="([^"#]+)(?:#([^"]+))?"/g)]
      const parts = Object.keys(files).filter((name) => name.startsWith('book/part-'))
      expect(new Set(listed.map(([, file]) => `book/${file}`))).toEqual(new Set(['book/title.xhtml', ...parts]))
      for (const [, file = '', id] of listed) if (id) expect(read(file)).toContain(`id="${id}"`)
      for (const name of [...parts, 'book/nav.xhtml', 'book/title.xhtml']) {
        expect(strFromU8(files[name] ?? new Uint8Array())).toContain('<html xmlns="http://www.w3.org/1999/xhtml"')
        expect(strFromU8(files[name] ?? new Uint8Array())).toContain('lang="en-GB" xml:lang="en-GB"')
      }
      const opf = read('package.opf')
      for (const value of ['textual', 'structuralNavigation', 'tableOfContents', 'none'])
        expect(opf).toMatch(new RegExp(`property="schema:\\w+">${value}<`))
      expect(opf.includes('>visual<')).toBe(format.variant === 'easy-read')
      expect(opf).toContain('Checked by program, not by a person.')
      expect([...read('title.xhtml').matchAll(/<h1>/g)].length).toBe(1)
      expect(parts.filter((name) => strFromU8(files[name] ?? new Uint8Array()).includes('<h1'))).toEqual([])
    },
  )

  it('begins with the kind of file, unpacked, and has the same bytes each time', async () => {
    const make = async () => (await format.make(layPaper(reports[0] ?? makeNasty(), format.variant, content))).bytes
    const bytes = await make()
    expect(new TextDecoder('latin1').decode(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip')
    expect(Buffer.compare(bytes, await make())).toBe(0)
  })
})
