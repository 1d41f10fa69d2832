import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {zipSync} from 'fflate'
import {describe, expect, inject, it} from 'vitest'
import {reportFormats} from '../src/formats/index.ts'
import {layPaper} from '../src/formats/paper.ts'
import {standardPdf} from '../src/formats/pdf.ts'
import {findLeaks, type HeldSecret, openReadings, type Secret, type WithheldSecret} from '../src/leaks.ts'
import {listOwnWords} from '../src/own-words.ts'
import {formatProblem} from '../src/problem.ts'
import {nameReport} from '../src/variants/phrases.ts'
import {makePublished} from './site/unit/published.ts'
import {content, readProject} from './support/publication.ts'
import {listFiles} from './support/site.ts'

const place = {file: 'content/records/a.yaml', line: 7}
const withheld: WithheldSecret = {
  kind: 'withheld',
  place,
  number: 2,
  why: 'Personal data',
  words: ['Glen Marlow', 'Müller', '0116 496 0999', 'glen.marlow@northwold.example'],
  source: 'a.txt',
}
const held: HeldSecret = {
  kind: 'held-back',
  place: {file: 'seeds/secret-0815.txt', line: 1},
  source: 'secret-0815.txt',
  sha256: 'ab'.repeat(32),
  lines: ['The panel heard that nine homes would close before the winter of that year.', 'Adults'],
}
const bytes = (text: string) => new TextEncoder().encode(text)
const pagefind = (body: Uint8Array) => gzipSync(Buffer.concat([bytes('pagefind_dcd'), body]))
/** `[[word, 1]]` in CBOR, as the index lists its words. */
const cbor = (word: string) =>
  Buffer.concat([Uint8Array.of(0x81, 0x82, 0x60 + word.length), bytes(word), Uint8Array.of(1)])
const find = (
  files: Readonly<Record<string, Uint8Array>>,
  secrets: readonly Secret[] = [withheld, held],
  ours: string[] = [],
) =>
  findLeaks(secrets, ours, {list: () => Object.keys(files), read: (file) => files[file] ?? new Uint8Array()}).map(
    formatProblem,
  )

describe('findLeaks', () => {
  it.each([
    ['a page', 'index.html', bytes('<p>Call Glen Marlow.</p>')],
    ['a page, in tags', 'index.html', bytes('<p>Call Glen <strong>Ma</strong>rlow.</p>')],
    ['a page, before a footnote mark', 'index.html', bytes('<p>Call Glen Marlow<sup>3</sup>.</p>')],
    ['a page, in two cells', 'index.html', bytes('<td>Glen</td><td>Marlow</td>')],
    ['a page, in an attribute', 'index.html', bytes('<meta content="Glen Marlow">')],
    ['a page, in entities', 'index.html', bytes('Gl&#101;n&nbsp;M&#x61;rlow')],
    ['the source page, in escaped entities', 'index.html', bytes('Gl&amp;#101;n&amp;nbsp;M&amp;shy;arlow')],
    ['a page, over a line end', 'index.html', bytes('GLEN\n   MARLOW')],
    ['a page, in letters with accents', 'index.html', bytes('Mu\u0308ller')],
    ['a page, in entities with accents', 'index.html', bytes('M&uuml;ller')],
    ['a page, in full-width letters', 'index.html', bytes('Ｇｌｅｎ Ｍａｒｌｏｗ')],
    ['a page, with what nobody sees', 'index.html', bytes('Glen Ma\u00adrlow')],
    ['an address', 'index.html', bytes('<a href="/glen-marlow/">')],
    ['an address with percent signs', 'index.html', bytes('<a href="mailto:Glen%20M%61rlow">')],
    ['the address of a telephone link', 'index.html', bytes('<a href="tel:01164960999">')],
    ['JSON', 'data/assessments.json', bytes(JSON.stringify({text: 'Glen\nMarlow'}))],
    ['JSON, in escapes', 'data/assessments.json', bytes('{"text":"\\u0047len\\u00a0Marlow"}')],
    ['CSV', 'data/findings.csv', bytes('a,"Mr ""Glen"" Marlow"\r\n')],
    ['Markdown', 'standard.md', bytes('Glen **Marlow**')],
    ['a sitemap', 'sitemap.xml', bytes('<loc>https://x.example/glen_marlow</loc>')],
    ['a script', 'x.js', bytes('x="Glen\\x20Marlow"')],
    ['a file name', 'councils/glen-marlow/index.html', bytes('')],
    ['a file name in one word', 'councils/GlenMarlow.html', bytes('')],
    ['a fragment of the search', 'pagefind/fragment/en_1.pf_fragment', pagefind(bytes('{"content":"Glen Marlow"}'))],
    ['the index of the search', 'pagefind/index/en_1.pf_index', pagefind(cbor('marlow'))],
    ['the list of the index', 'pagefind/pagefind.en_1.pf_meta', pagefind(cbor('muller'))],
    ['a filter of the search', 'pagefind/filter/en_1.pf_filter', pagefind(cbor('Glen Marlow'))],
    ['a packed file', 'x.txt.gz', gzipSync('Glen Marlow')],
    ['a ZIP', 'book.epub', zipSync({'page.xhtml': bytes('<p>Glen Marlow</p>')})],
    ['a name in a ZIP', 'book.epub', zipSync({'glen-marlow.xhtml': new Uint8Array()})],
  ])('sees withheld words in %s', (_, file, planted) => {
    const [problem = '', ...others] = find({'other.html': bytes('All is well.'), [file]: planted})
    expect(others).toEqual([])
    expect(problem).toMatch(
      /^content\/records\/a\.yaml:7: leaked-words: Unexpected words in .* that redaction 2 withholds \(“Personal data”\), expected them in no file\n {2}hint: /,
    )
    if (!/glen/i.test(file)) expect(problem).toContain(file)
    expect(problem).not.toMatch(/glen|marlow|müller|496/i)
  })

  it.each([
    [
      'a passage in a page',
      bytes('<li>It heard that nine homes would close before the winter of <b>that</b> year</li>'),
    ],
    ['its SHA-256', bytes(`{"sha256": "${held.sha256}"}`)],
    ['its file name', bytes('Made from the file secret-0815.txt.')],
    ['a passage in the search', pagefind(bytes('{"content":"nine homes would close before the winter of that year"}'))],
  ])('sees of a document that is held back %s', (_, planted) => {
    expect(find({'x/index.html': planted})).toEqual([
      expect.stringMatching(/^seeds\/secret-0815\.txt:1: leaked-words: .* held back in x\/index\.html/),
    ])
  })

  it('lets other words pass, also those that the document shares with what is published', () => {
    expect(find({'a.html': bytes('<p>Marlow and Glen. Marlowish. 496 0999. The panel heard. Adults</p>')})).toEqual([])
    expect(find({'a.pf_index': pagefind(cbor('marlow'))}, [withheld, held], ['A marlow works.'])).toEqual([])
    expect(find({'a.pf_index': pagefind(cbor('marlowish'))})).toEqual([])
    const shared = held.lines[0] ?? ''
    expect(find({'a.html': bytes(shared)}, [withheld, held], [shared])).toEqual([])
  })

  it('knows the words of the index without their endings', () => {
    const davies = {...withheld, words: ['Davies', 'Hartley']}
    for (const stem of ['davi', 'hartley', 'hartlei'])
      expect(find({'a.pf_index': pagefind(cbor(stem))}, [davies, held])).toHaveLength(1)
  })

  it('says that a file’s name must change, without repeating it', () => {
    const named = {...withheld, source: 'GlenMarlow-letter.txt', why: 'Glen Marlow asked'}
    const [problem = ''] = find({'a.html': bytes('Made from a file.')}, [named, held])
    expect(problem).toMatch(/“\[withheld\] asked”.*\n {2}hint: .*rename the file in seeds\//)
    expect(problem).not.toMatch(/marlow/i)
  })

  it('leaves out only fonts and WebAssembly as packages bring them', () => {
    expect(find({'pagefind/wasm.en.pagefind': bytes('Glen Marlow')})).toEqual([])
    expect(find({'assets/fingerprinted/x.woff2': bytes('Glen Marlow')})).toEqual([])
    expect(find({'councils/wasm.en.pagefind': bytes('Glen Marlow')})).toHaveLength(1)
  })
})

describe('a document that is held back, in lines', () => {
  const text = 'Nine homes by the river close in March and their forty tenants move to Elm House at Eastgate'
  const wrap = (words: readonly string[], width: number): string[] =>
    words.length > 0 ? [words.slice(0, width).join(' '), ...wrap(words.slice(width), width)] : []
  const name = 'h.txt'
  const findIn = (lines: readonly string[], page: string, ours: string[] = []) =>
    find({'x.html': bytes(page)}, [withheld, {...held, source: name, lines}], ours)

  it.each([1, 2, 3, 5, 7, 11])('is seen when its lines have %i words', (width) =>
    expect(findIn(wrap(text.split(' '), width), `<p>${text}</p>`)).toHaveLength(1),
  )

  it('is seen by the last words of a line and of the whole', () => {
    expect(findIn([text], '<p>tenants move to Elm House at Eastgate</p>')).toHaveLength(1)
    expect(findIn(wrap(text.split(' '), 5), 'tenants move to Elm House at Eastgate')).toHaveLength(1)
    expect(findIn([text, 'Adults'], 'move to Elm House at Eastgate.')).toHaveLength(1)
  })

  it('may have a table whose subjects and grades our pages set side by side', () => {
    const cells = ['Good', 'Quality of life', 'Adequate', 'Choice', 'Good', 'Good', 'Good', 'Poor']
    const page = '<td>Good<td>Quality of life<td>Adequate<td>Choice<td>Good<td>Good<td>Good<td>Poor'
    expect(findIn(cells, page, ['Quality of life', 'Choice', 'Good, adequate or poor'])).toEqual([])
  })

  it('is not seen in an address that its file’s name is made of', () => {
    const named = {...held, source: 'northwold-2009-10.txt'}
    const page = {'councils/northwold/2009-10-assessment/index.html': bytes('/councils/northwold/2009-10-assessment/')}
    expect(find(page, [withheld, named], ['/councils/northwold/2009-10-assessment/'])).toEqual([])
    expect(find(page, [withheld, named], ['Northwold in 10 years from 2009'])).toEqual([])
    expect(find(page, [withheld, named], ['/councils/2009-10-assessment/'])).toHaveLength(1)
  })

  it('is looked for in the names of many files in little time', () => {
    const lines = Array.from({length: 15_000}, (_, line) => `Room ${line} of the home number ${line * 7} has no lift`)
    const files = Object.fromEntries(Array.from({length: 400}, (_, file) => [`page-${file}.html`, bytes('Well.')]))
    const start = performance.now()
    expect(find({...files, 'roomseveneleven.html': bytes('')}, [withheld, {...held, lines}])).toEqual([])
    expect(performance.now() - start).toBeLessThan(8000)
    expect(find({'room-4-of-the-home-number-28.html': bytes('')}, [withheld, {...held, lines}])).toHaveLength(1)
  })
})

describe('a file whose bytes hide its words', () => {
  const place = {file: 'seeds/a.txt', line: 1}
  const section = makePublished().assessment.sections[0]
  const body = [{kind: 'paragraph', text: 'It was Glen Marlow who wrote.', place}] as const
  const published = makePublished({sections: section ? [{...section, body}] : []})
  const pdf = async () => (await standardPdf.make(layPaper(published, 'standard', content))).bytes

  it('is read, alone and in a package', async () => {
    const made = await pdf()
    const readings = openReadings()
    readings.take(made, await standardPdf.read(made))
    for (const file of [made, zipSync({'standard.pdf': made}), zipSync({'standard.pdf': [made, {level: 0}]})]) {
      const written = {list: () => ['file'], read: () => file}
      const [problem, ...others] = findLeaks([withheld], [], written, readings)
      expect(problem?.message).toContain('redaction 2 withholds')
      expect(others).toEqual([])
    }
  })

  it('stops the build when nobody has read it', async () => {
    const made = await pdf()
    const [problem] = findLeaks([withheld], [], {list: () => ['leaflet.pdf'], read: () => made})
    expect(problem).toMatchObject({level: 'error', rule: 'unread-file'})
    expect(problem?.message).toContain('leaflet.pdf')
  })
})

describe('the built site', () => {
  const site = inject('site')
  const {publication} = readProject()
  const written = {list: () => listFiles(site), read: (file: string) => readFileSync(join(site, file))}
  const own = () => listOwnWords(publication, content)
  const readAll = async () => {
    const readings = openReadings()
    for (const {file, read} of reportFormats)
      for (const path of written.list().filter((each) => each.endsWith(`/${file}`)))
        readings.take(written.read(path), await read(written.read(path)))
    return readings
  }

  it('holds no words that are not published', async () =>
    expect(findLeaks([withheld, held], own(), written, await readAll())).toEqual([]))

  it('may stand beside a letter that names a report and says what our pages say', async () => {
    const lines = [
      ...publication.assessments.map(nameReport),
      'Ask for it on paper, in large print, in easy read, in braille or as audio.',
      'in large print, in easy read, in braille or as audio',
      'Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018',
    ]
    expect(findLeaks([{...held, lines}], own(), written, await readAll())).toEqual([])
  })

  it('is searched to the last file: words of its rarest page and of its index are found', () => {
    const words = publication.assessments.at(-1)?.assessment.sections[0]?.heading ?? ''
    const [problem] = findLeaks([{...withheld, words: [words]}], [], written)
    expect(problem?.message).toMatch(/index\.html/)
    const index = findLeaks([{...withheld, words: ['safeguarding qqq']}], [], written)
    expect(index[0]?.message).toMatch(/\.pf_index/)
  })
})
