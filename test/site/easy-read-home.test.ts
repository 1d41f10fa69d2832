import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, inject, it} from 'vitest'
import {listStops} from '../../src/variants/easy-read/line-rules.ts'
import {listPages} from '../support/site.ts'

const site = inject('site')
const reports = JSON.parse(readFileSync(join(site, 'data/assessments.json'), 'utf8')).assessments as {
  url: string
  council: {name: string}
}[]
const pages = listPages(site)
const readPage = (address: string) => pages.find(({path}) => path === address)?.html ?? ''
const readMain = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const home = readMain(readPage('/easy-read/'))
const plain = (html: string) => html.replace(/<svg[\s\S]*?<\/svg>|<[^>]*>/g, '').trim()

describe('the easy-read home', () => {
  it('has only lines that obey the rules of easy read, and questions for headings', () => {
    const lines = [...home.matchAll(/<(p|h1|h2|span)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , inner = '']) => plain(inner))
    expect(lines.length).toBeGreaterThan(20)
    expect(listStops(lines)).toEqual([])
    const questions = [...home.matchAll(/<h2[^>]*>([\s\S]*?)<\/h2>/g)].map(([, inner = '']) => plain(inner))
    expect(questions.filter((question) => !question.endsWith('?'))).toEqual([])
    expect(questions.length).toBeGreaterThan(2)
  })

  it('puts a picture before the words of each idea', () => {
    const ideas = home.split(/<div class="idea"[^>]*>/).slice(1)
    expect(ideas.length).toBeGreaterThan(5)
    expect(
      ideas.filter((idea) => !/^\s*<svg class="picture"[\s\S]*?<\/svg>\s*<div class="idea-words">/.test(idea)),
    ).toEqual([])
  })

  it('leads to each report in easy read, by the name of its council', () => {
    for (const {url, council} of reports) {
      const link = new RegExp(`<a href="${url}easy-read/">([\\s\\S]*?)</a>`).exec(home)?.[1] ?? ''
      expect(plain(link)).toContain(`${council.name}, `)
    }
  })
})

describe('the menu of the easy-read part', () => {
  const readMenu = (address: string) => {
    const menu = /<nav class="site-nav[^"]*"[\s\S]*?<\/nav>/.exec(readPage(address))?.[0] ?? ''
    return [...menu.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, entry = '']) => entry)
  }
  const easy = ['/easy-read/', ...reports.map(({url}) => `${url}easy-read/`)]

  it.each(easy)('is short and has a picture for each entry at %s', (address) => {
    const entries = readMenu(address)
    expect(entries.map(plain)).toEqual(['Easy read', 'Hard words', 'Ask for help', 'The whole site'])
    expect(entries.filter((entry) => !entry.includes('<svg class="picture"'))).toEqual([])
  })

  it('is the usual one everywhere else', () => {
    for (const address of ['/', '/glossary/', reports[0]?.url ?? ''])
      expect(readMenu(address).map(plain)).toContain('Search')
  })
})
