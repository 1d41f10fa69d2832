import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {HtmlValidate} from 'html-validate'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {readContent} from '../../../src/content.ts'
import {listDataFiles} from '../../../src/formats/index.ts'
import type {WithdrawnReport} from '../../../src/publication.ts'
import {writeSite} from '../../../src/site/site.ts'
import {findBrokenLinks} from '../../support/links.ts'
import {makePublished} from './published.ts'

const content = readContent((file) => readFileSync(file, 'utf8'))
const leeds = {id: 'leeds', name: 'Leeds City Council'}
const why = 'The <wrong> file was sent'
const gone = 'councils/leeds/2008-09-performance-assessment'
const old = 'councils/leicester/2009-10-performance-assessment'
const ways = ['', 'easy-read/', 'large-print/', 'source/']
let folder: string
const read = (file: string) => readFileSync(join(folder, file), 'utf8')
const main = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plain-account-decisions-'))
  const later = makePublished({id: 'leicester/2010-11-performance-assessment', period: '2010-11'})
  const published = makePublished()
  const withdrawn: WithdrawnReport = {
    assessment: {id: 'leeds/2008-09-performance-assessment', council: leeds, period: '2008-09'},
    framework: published.framework,
    when: '2026-05-04',
    why,
    source: {name: 'secret-name.txt'},
  }
  const record = {
    corrections: [
      {words: {find: 'Poeple', replace: 'People'}, why: 'Misread', lines: [3]},
      {why: 'A name was misread', lines: [5]},
    ],
    redactions: [{why: 'Personal data', lines: [5]}],
    supersededBy: {
      id: later.assessment.id,
      name: 'Leicester City Council: Assessment of performance, 2010/11',
      period: '2010-11',
      why: 'New rules',
      when: '2026-03-02',
    },
  }
  const publication = {assessments: [{...published, record}, later], withdrawn: [withdrawn]}
  for (const {path, text} of listDataFiles(publication, content)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
  await writeSite(publication, content, {
    root: '.',
    output: folder,
    pathPrefix: '/',
    builtOn: '2026-11-24',
    files: new Map(),
  })
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe('a withdrawn report', () => {
  test.each(ways)('keeps its address %s, and says that it is gone, since when and why', (way) => {
    const html = read(`${gone}/${way}index.html`)
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(main(html)).toContain('4 May 2026')
    expect(main(html)).toContain('The &lt;wrong&gt; file was sent.')
    expect(html).not.toMatch(/secret-name|SHA-256|Download this report|rel="canonical"/)
  })

  test('has no download, no entry in the sitemap, and none in any list but that of its council', () => {
    expect(existsSync(join(folder, gone, 'standard.md'))).toBe(false)
    expect(read('sitemap.xml')).not.toContain('2008-09')
    for (const page of ['index', 'search/index', 'compare/index', 'easy-read/index', 'topics/health/index'])
      expect(read(`${page}.html`), page).not.toMatch(/2008-09|2008\/09/)
    for (const file of ['feed.xml', 'data/assessments.json', 'data/v1/index.json'])
      expect(read(file), file).not.toMatch(/2008-09|2008\/09/)
  })

  test('is named on the page of its council, which has no other', () => {
    const page = main(read('councils/leeds/index.html'))
    expect(page).toMatch(
      /Withdrawn reports[\s\S]*Assessment of performance, 2008\/09[\s\S]*Withdrawn on 4 May 2026\. Reason: The &lt;wrong&gt; file was sent\./,
    )
    expect(page).not.toContain('<form')
    expect(main(read('councils/index.html'))).toContain('Leeds City Council')
  })
})

describe('a superseded report', () => {
  test.each(['', 'easy-read/', 'large-print/'])(
    'keeps its page %s, which leads to the later one and says why',
    (way) => {
      const page = main(read(`${old}/${way}index.html`))
      expect(page).toMatch(/[Aa]nother report took the place of this (?:one on|report)/)
      expect(page).toContain('2 March 2026')
      expect(page).toContain(
        `href="/councils/leicester/2010-11-performance-assessment/${way === 'easy-read/' ? way : ''}"`,
      )
      expect(page).toContain('New rules.')
      if (way !== 'easy-read/') expect(page).toContain('People are well.')
    },
  )

  test('says so on the page of its council', () => {
    expect(main(read('councils/leicester/index.html'))).toMatch(
      /Another report took the place of this one on 2 March 2026: <a href="\/councils\/leicester\/2010-11-[^>]*>[^<]*<\/a>\. Reason: New rules\./,
    )
  })
})

describe('changes that we made', () => {
  test.each(['', 'large-print/'])('are listed on %s with the reason and a link to the line', (way) => {
    const page = main(read(`${old}/${way}index.html`))
    const changes = /<section class="changes"[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''
    const text = changes.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
    expect(changes).toMatch(/^<section class="changes" data-ours>/)
    expect(text).toContain('“Poeple” now reads “People”. Reason: Misread. See line 3 of the source.')
    expect(text).toContain('words beside those that are withheld. Reason: A name was misread.')
    expect(text).toContain('shown as [withheld]. Reason: Personal data. See line 5 of the source.')
    expect(changes).toContain(`href="/${old}/source/#line-3"`)
    expect(page).toContain('href="#changes-we-made"')
  })

  test('stand on the source page, at the top and at their lines', () => {
    const page = main(read(`${old}/source/index.html`))
    expect(page).toMatch(/Changes we made[\s\S]*“Poeple” became “People”\. Reason: Misread\. Line 3\./)
    expect(page).toMatch(/id="line-3"[\s\S]*Put right: “Poeple” became “People”: Misread\.[\s\S]*id="line-4"/)
  })

  test('are not mentioned where there are none', () => {
    for (const way of ways)
      expect(read(`councils/leicester/2010-11-performance-assessment/${way}index.html`)).not.toContain(
        'Changes we made',
      )
  })
})

test('every page of these is valid, and no link of them leads nowhere', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {'long-title': 'off', 'void-style': 'off', 'no-trailing-whitespace': 'off'},
  })
  const pages = [
    ...ways.flatMap((way) => [`${gone}/${way}`, `${old}/${way}`]),
    'councils/leeds/',
    'councils/leicester/',
    'councils/',
  ]
  for (const page of pages) {
    const {results} = await validator.validateString(read(`${page}index.html`), page)
    expect(results.flatMap(({messages}) => messages.map(({ruleId, line}) => `${page}:${line} ${ruleId}`))).toEqual([])
  }
  expect(findBrokenLinks(folder).filter((link) => !/frameworks\/example/.test(link))).toEqual([])
})
