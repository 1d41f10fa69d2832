import {describe, expect, it} from 'vitest'
import {findPageNumbers} from '../../src/frameworks/page-ends.ts'
import {normalise} from '../../src/normalise.ts'

const read = (...lines: string[]) =>
  normalise({file: 'seeds/case.txt', sha256: '', lines: lines.map((text) => ({text, withheld: []}))})

describe('findPageNumbers', () => {
  const find = (...lines: string[]) => findPageNumbers(read(...lines)).map(({rule, text}) => `${rule}: ${text}`)

  it('knows page numbers that say so, and bare ones that go up', () => {
    expect(find('Words.', 'Page 14 | 33', 'More.')).toEqual(['page-number: Page 14 | 33'])
    expect(find('1', 'Words.', '- 2 -', 'More.', '3')).toEqual(['page-number: 1', 'page-number: 2 -', 'page-number: 3'])
  })

  it('takes no lone figure for one, nor figures that go up and down', () => {
    expect(find('Grade', '3')).toEqual([])
    expect(find('4', 'a', '2', 'b', '9')).toEqual([])
  })

  it('knows the pages among other figures that stand alone in a line', () => {
    const lines = [1, 2, 3, 4, 5].flatMap((page) => [
      `(${page})`,
      `Words of ${page}.`,
      ...(page === 3 ? ['703', '17'] : []),
    ])
    expect(find(...lines)).toEqual([1, 2, 3, 4, 5].map((page) => `page-number: (${page})`))
  })

  it.each(['p. 3', 'Page: 3', '— 3 —', '– 3 –', '[3]', '3/12'])('knows %s by others like it', (form) => {
    const lines = [3, 4, 5].flatMap((page) => [form.replace('3', String(page)), `Words of ${page}.`])
    expect(find(...lines)).toHaveLength(3)
  })

  it('knows a running title by its page number, when it is printed on three pages', () => {
    const pages = [1, 2, 3].flatMap((page) => [`Words of page ${page}.`, `Northwold 2009/10 – Page ${page} of 3`])
    expect(find(...pages)).toEqual([1, 2, 3].map((page) => `running-title: Northwold 2009/10 – Page ${page} of 3`))
    expect(find(...pages.slice(0, 4))).toEqual([])
  })

  it('knows a running title in the line beside a page number', () => {
    const pages = [1, 2, 3].flatMap((page) => [
      `Words of page ${page} here.`,
      '',
      'Northwold Borough Council',
      String(page),
      '',
    ])
    expect(find(...pages).filter((text) => text.startsWith('running'))).toEqual(
      Array(3).fill('running-title: Northwold Borough Council'),
    )
  })

  it.each([
    (page: number) => `Adult social care assessment ${page}`,
    (page: number) => `Adult social care assessment\t${page}`,
    (page: number) => `${page} | Adult social care assessment`,
    (page: number) => `Page ${page} of 9 | Adult social care assessment`,
  ])('knows a running title with its page number in its line (%#)', (write) => {
    const pages = [1, 2, 5].flatMap((page) => [`Words of ${page}.`, write(page)])
    expect(find(...pages)).toHaveLength(3)
    expect(find(...[5, 2, 1].flatMap((page) => ['Words.', `Adult social care assessment ${page}`]))).toEqual([])
  })

  it('knows a running title of two lines over the page number', () => {
    const pages = [1, 2, 3].flatMap((page) => [
      'Care Quality Commission',
      'Assessment',
      `Page ${page}`,
      `Words of ${page}.`,
    ])
    expect(find(...pages)).toHaveLength(9)
  })

  it('takes no outcomes for running titles, though their numbers go up', () => {
    expect(find(...[1, 2, 3].flatMap((number) => [`The council and outcome ${number}`, 'Words.']))).toEqual([])
  })

  it('takes no heading for a running title that only some pages begin with', () => {
    const pages = [1, 2, 3].flatMap((page) => [`Page ${page}`, 'Key strengths', 'Words.', 'Key strengths', 'More.'])
    expect(find(...pages).filter((text) => text.startsWith('running'))).toEqual([])
  })
})
