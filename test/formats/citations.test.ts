import {describe, expect, it} from 'vitest'
import {citationFiles, citeInWords} from '../../src/formats/citations.ts'
import {makePublished} from '../site/unit/published.ts'
import {content} from '../support/publication.ts'

const {site} = content
const address = `${site.url}/councils/leicester/2009-10-performance-assessment/`
const write = (changes: Parameters<typeof makePublished>[0]) =>
  citationFiles.list({assessments: [makePublished(changes)]}, content).map(({text}) => text)

describe('a citation', () => {
  it('names author, date, title, council, period, site and address, as far as they are stated', () => {
    expect(citeInWords(makePublished(), site)).toBe(
      `Care Quality Commission (no date). Assessment of Performance Report 2009/10. About Leicester City Council. Covers 2009/10. ${site.name}. ${address}`,
    )
    expect(citeInWords(makePublished({dated: '2010-11-25'}), site)).toContain('Commission (25 November 2010). ')
    const {assessor: _, ...nameless} = makePublished({
      council: {id: 'not-stated', name: 'x'},
      period: 'not-stated',
    }).assessment
    expect(citeInWords({...makePublished(), assessment: nameless}, site)).toBe(
      `Author not stated (no date). Assessment of Performance Report 2009/10. ${site.name}. ${address}`,
    )
  })

  it('names a council that wrote about itself once', () => {
    expect(citeInWords(makePublished({assessor: 'Leicester City Council'}), site)).not.toContain('About')
  })

  it('stands beside the page as files for reference managers', () => {
    const files = citationFiles.list({assessments: [makePublished()]}, content)
    expect(files.map(({path}) => `${site.url}${path}`)).toEqual([`${address}cite.bib`, `${address}cite.ris`])
  })

  it('gives reference managers a year only where the document has a date', () => {
    for (const text of write({})) expect(text).not.toMatch(/^ *(?:year|PY|DA)\b/m)
    const [bib, ris] = write({dated: '2024-09'})
    expect(bib).toContain('  year = {2024},\n')
    expect(ris).toContain('PY  - 2024\r\nDA  - 2024/09//\r\n')
  })

  it('keeps the words of a document as words', () => {
    const [bib = '', ris = ''] = write({title: 'A} & 50%_\\input{x}\nER  - \r\nTY  - BOOK', assessor: '~{#}^$'})
    expect(bib).toContain('author = {{\\textasciitilde{}\\{\\#\\}\\textasciicircum{}\\$}}')
    expect(bib).toContain('title = {{A\\} \\& 50\\%\\_\\textbackslash{}input\\{x\\} ER - TY - BOOK}}')
    const depth = [...bib.replace(/\\[{}]/g, '')].reduce(
      (open, mark) => open + (mark === '{' ? 1 : mark === '}' ? -1 : 0),
      0,
    )
    expect(depth).toBe(0)
    expect(ris.match(/^(?:TY|ER) {2}- /gm)).toEqual(['TY  - ', 'ER  - '])
    expect(ris.split('\r\n').at(-2)).toBe('ER  - ')
  })
})
