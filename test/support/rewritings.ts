import {type Block, eachSection, type Place} from '../../src/assessment.ts'
import {frameworks} from '../../src/frameworks/index.ts'
import {splitWords} from '../../src/normalise.ts'
import {encodeUtf16, encodeWindows1252} from './encodings.ts'
import {readAs} from './golden-reading.ts'

/** A document as received, with what its reading says of its lines, so that a rewriting knows what it rewrites. */
export interface Original {
  /** Id of its framework. */
  readonly framework: string
  readonly text: string
  /** Lines that are a heading as a whole, counted from 1, in order. */
  readonly headings: readonly PrintedHeading[]
  /** Lines that give a grade. */
  readonly grades: readonly number[]
}

export interface PrintedHeading {
  readonly line: number
  readonly text: string
  /** 1 for the main sections; one more for each that encloses it. */
  readonly depth: number
}

/** What another conversion of the same document would do to it, and must not do to its facts. */
export type Rewrite = (original: Original) => string | Uint8Array

export function readOriginal(id: string, text: string): Original {
  const framework = frameworks.find((entry) => entry.id === id)
  if (!framework) throw new Error(`There is no framework ${id}`)
  const {reading} = readAs(framework, text)
  const lines = text.split('\n')
  const depths = new Map<string, number>()
  const found = [...eachSection(reading.sections)].flatMap(({section, partOf}) => {
    const depth = (partOf ? (depths.get(partOf.id) ?? 0) : 0) + 1
    depths.set(section.id, depth)
    const own = section.headingIsOurs ? [] : [{text: section.heading, place: section.place, depth}]
    const isSubheading = (block: Block) => block.kind === 'subheading'
    const inner = [...section.body.filter(isSubheading), ...section.findings.filter((list) => !list.headingIsOurs)]
    return [
      ...own,
      ...inner.map((part) => ({
        text: 'text' in part ? part.text : 'heading' in part ? part.heading : '',
        place: part.place,
        depth: depth + 1,
      })),
    ]
  })
  const byLine = new Map<number, PrintedHeading>()
  for (const {text: heading, place, depth} of found)
    if (isWhole(place) && isOnlyHeading(lines[place.line - 1] ?? '', heading) && !byLine.has(place.line))
      byLine.set(place.line, {line: place.line, text: heading, depth})
  return {
    framework: id,
    text,
    headings: [...byLine.values()].sort((a, b) => a.line - b.line),
    grades: reading.judgements.map(({place}) => place.line),
  }
}

const isWhole = ({line, to = line}: Place) => line === to
// Marks, and a second heading, may stand beside it; cells and running text may not.
const isOnlyHeading = (line: string, heading: string) =>
  !/[\t|]/.test(line) && splitWords(line).length <= splitWords(heading).length + 6

const plain =
  (rewrite: (text: string) => string | Uint8Array): Rewrite =>
  ({text}) =>
    rewrite(text)

/** In which bytes, and with which line ends and unseen characters. */
export const characters: Readonly<Record<string, Rewrite>> = {
  // Old programs have no diamond, and write a round bullet for it.
  'in windows-1252': plain((text) => encodeWindows1252(text.replaceAll('◆', '•'))),
  'in UTF-16, little-endian': plain((text) => encodeUtf16(`\ufeff${text}`, 'little')),
  'in UTF-16, big-endian': plain((text) => encodeUtf16(`\ufeff${text}`, 'big')),
  'in UTF-16 without a mark': plain((text) => encodeUtf16(text, 'little')),
  'in big-endian UTF-16 without a mark': plain((text) => encodeUtf16(text, 'big')),
  'in UTF-8 with a mark': plain((text) => `\ufeff${text}`),
  'with old Mac line ends': plain((text) => text.replaceAll('\n', '\r')),
  'with Windows line ends': plain((text) => text.replaceAll('\n', '\r\n')),
  'with two blank lines for one': plain((text) => text.replaceAll('\n\n', '\n\n\n')),
  'with soft hyphens': plain((text) => text.replace(/(?<=\b\p{L}{4})(?=\p{L}{4,}\b)/gu, '\u00ad')),
  'with joined letters': plain((text) =>
    text.replaceAll('ffi', 'ﬃ').replaceAll('ff', 'ﬀ').replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ'),
  ),
  'with no-break spaces': plain((text) => text.replace(/(?<=[\p{L}\p{N}]) (?=\p{L})/gu, '\u00a0')),
  'with straight quotation marks': plain((text) => text.replace(/[“”]/g, '"')),
}

const bullet = /^(?<indent>[ \t]*)(?:-[ \t]+)?[-•◆\uf0b7](?:[ \t]+)(?!\|)(?=\S)/gmu

export const bullets: Readonly<Record<string, Rewrite>> = Object.fromEntries(
  ['•', '◆', '-', '–', '*', 'o', '·', '_', '▪'].map((glyph) => [
    `with ${glyph} for bullets`,
    plain((text) => text.replace(bullet, `$<indent>${glyph} `)),
  ]),
)

/** The table of grades in other forms; each original row is `subject⇥grade`. */
export const gradeTables: Readonly<Record<string, Rewrite>> = {
  'with "Performing" before the grades': rewriteGrades(
    (subject, grade) => `${subject}\tPerforming ${grade === 'Well' ? grade : `${grade}ly`}`,
  ),
  'with a Markdown table of grades': rewriteGrades(
    (subject, grade) => `| ${subject} | ${grade} |`,
    ['| Area | Grade |', '|------|:-----:|'],
  ),
  'with grades behind an empty cell': rewriteGrades((subject, grade) => `${subject}\t\t${grade}\t`),
  'with grades aligned by spaces': rewriteGrades((subject, grade) => `  ${subject.padEnd(70)}${grade}`),
  'with grades behind a dash': rewriteGrades((subject, grade) => `${subject.replace(/:$/, '')} – ${grade}`),
  'with grades behind a dash, a line apart': rewriteGrades(
    (subject, grade) => `${subject.replace(/:$/, '')} – ${grade}\n`,
  ),
  'with grades behind a colon': rewriteGrades((subject, grade) => `${subject.replace(/:$/, '')}: ${grade}`),
  'with grades behind dots': rewriteGrades((subject, grade) => `${subject.replace(/:$/, '')} ........ ${grade}`),
  // Of what is in two columns, not the grades alone.
  'with pipes for tabs': plain((text) => text.replace(/^([^\t\n]+)\t([^\t\n]+)$/gm, '| $1 | $2 |')),
  'with grades in bold': rewriteGrades((subject, grade) => `${subject}\t**${grade}**`),
  'with grades in capitals': rewriteGrades((subject, grade) => `${subject}\t${grade.toUpperCase()}`),
}

function rewriteGrades(write: (subject: string, grade: string) => string, head: readonly string[] = []): Rewrite {
  return ({text, grades}) =>
    text
      .split('\n')
      .flatMap((line, index) => {
        if (!grades.includes(index + 1)) return [line]
        const [subject = '', grade = ''] = line.split('\t')
        return [...(index + 1 === grades[0] ? head : []), write(subject.trim(), grade.trim())]
      })
      .join('\n')
}

export const headings: Readonly<Record<string, Rewrite>> = {
  'with headings in capitals': rewriteHeadings((line) =>
    line.toUpperCase().replace(/<(\/?)(SUP|B)>/g, (tag) => tag.toLowerCase()),
  ),
  'with headings in bold': rewriteHeadings((line) => {
    const {marks = '', words = ''} = /^(?<marks>#*\s*)(?<words>.*?)\s*$/.exec(line)?.groups ?? {}
    return words.includes('**') ? line : `${marks}**${words}**`
  }),
  'with headings as Markdown': rewriteHeadings((line) => (line.startsWith('#') ? line : `## ${line}`)),
  'with numbered headings': numberHeadings((numbers) => `${numbers.at(-1)}. `),
  'with headings numbered by chapters': numberHeadings((numbers) =>
    numbers.length === 1 ? `${numbers[0]}. ` : `${numbers.join('.')} `,
  ),
  'with headings over two lines': rewriteHeadings(splitHeading),
}

function rewriteHeadings(write: (line: string, heading: PrintedHeading) => string): Rewrite {
  return ({text, headings: printed}) => {
    const byLine = new Map(printed.map((heading) => [heading.line, heading]))
    return text
      .split('\n')
      .map((line, index) => {
        const heading = byLine.get(index + 1)
        return heading ? write(line, heading) : line
      })
      .join('\n')
  }
}

/** Numbers each heading within those that enclose it; one that is numbered already keeps its number. */
function numberHeadings(write: (numbers: readonly number[]) => string): Rewrite {
  return (original) => {
    const numbers: number[] = []
    return rewriteHeadings((line, {depth}) => {
      numbers.length = Math.min(numbers.length, depth)
      while (numbers.length < depth) numbers.push(0)
      numbers[depth - 1] = (numbers[depth - 1] ?? 0) + 1
      const counted = numbers.map((number) => Math.max(1, number))
      if (/^[#\s*]*\d/.test(line)) return line
      return line.replace(/^[#\s]*(?:\*\*)?/, (marks) => `${marks}${write(counted)}`)
    })(original)
  }
}

/** A heading cut in two as a narrow column cuts it; a Markdown mark would make two headings of it, and bold goes over the cut. */
function splitHeading(line: string): string {
  const words = line
    .replace(/^#+\s*/, '')
    .trim()
    .split(' ')
  if (words.length < 3) return line
  const half = Math.ceil(words.length / 2)
  const bold = line.startsWith('#') && !line.includes('**') ? '**' : ''
  return `${bold}${words.slice(0, half).join(' ')}\n${words.slice(half).join(' ')}${bold}`
}

export const pages: Readonly<Record<string, Rewrite>> = {
  'with a header, and a footer that numbers the page': addPages((page, of) => [
    '',
    `Page ${page} of ${of}`,
    '',
    'Adult social care assessment',
    '',
  ]),
  'with a title and a page number in one line': addPages((page) => [
    '',
    `Adult social care assessment – Page ${page}`,
    '',
  ]),
  'with a title before a bare page number': addPages((page) => ['', `Adult social care assessment ${page}`, '']),
  'with a bare page number before a title': addPages((page) => ['', `${page} | Adult social care assessment`, '']),
  'with bare page numbers under a title': addPages((page) => ['', `${page}`, '\fAdult social care assessment', '']),
  'with page numbers between dashes': addPages((page) => ['', `- ${page} -`, '']),
}

/**
 * A page end after each forty lines, in the middle of a paragraph too; not between rows of a table, and not within or
 * beside a short line that may be half of a heading.
 */
function addPages(write: (page: number, of: number) => readonly string[]): Rewrite {
  return ({text}) => {
    const lines = text.split('\n')
    const of = Math.ceil(lines.length / 40)
    let [page, left] = [0, 40]
    return lines
      .flatMap((line, index) => {
        const next = lines[index + 1] ?? ''
        const isShort = (text: string) => text.trim() !== '' && text.length < 40
        const isCut = --left <= 0 && !/[\t|]/.test(line + next) && !isShort(line) && !isShort(next)
        if (!isCut) return [line]
        left = 40
        return [line, ...write(++page, of)]
      })
      .join('\n')
  }
}

const isContentsHeading = ({depth, text}: PrintedHeading) =>
  depth <= 2 && !/^(?:key )?(?:strengths|areas)\b|^conclusion|^improvements/i.test(text)

export const contents: Readonly<Record<string, Rewrite>> = {
  'with a contents list with dot leaders': addContents(
    (heading, page) => `${heading} ${'.'.repeat(Math.max(4, 70 - heading.length))} ${page}`,
  ),
  'with a contents list with tabs': addContents((heading, page) => `${heading}\t${page}`),
}

/** A contents list behind the first lines of the document, or in the place of its own. */
function addContents(write: (heading: string, page: number) => string): Rewrite {
  return ({text, headings: printed}) => {
    const own = /\n(?:.+\t\d+\n){3,}/.exec(text)?.[0]
    if (own) {
      const rows = own
        .trim()
        .split('\n')
        .map((row) => row.split('\t'))
      return text.replace(
        own,
        () => `\n${rows.map(([heading = '', page]) => write(heading, Number(page))).join('\n')}\n`,
      )
    }
    const rows = printed.filter(isContentsHeading).map((heading, index) => write(heading.text, index + 2))
    // Behind the first paragraph, which is the title or the name of the council.
    return text.replace(/^(?<title>\s*\S[\s\S]*?\n)\n/, (title) => `${title}Contents\n\n${rows.join('\n')}\n\n`)
  }
}

export const wraps: Readonly<Record<string, Rewrite>> = Object.fromEntries([
  ...[60, 72, 100].map(
    (columns) => [`hard-wrapped at ${columns} columns`, plain((text) => wrapLines(text, columns))] as const,
  ),
  ['hard-wrapped at 72 columns, with items hanging', plain((text) => wrapLines(text, 72, '  '))] as const,
])

// Markdown headings, rows of tables and cells of HTML are one line in every conversion.
const isUnwrapped = (line: string) => /^\s*#|[\t|]|<(?!\/?(?:p|i|b)\b)\w/.test(line)

function wrapLines(text: string, columns: number, hanging = ''): string {
  return text
    .split('\n')
    .map((line) => (line.length <= columns || isUnwrapped(line) ? line : wrapLine(line, columns, hanging)))
    .join('\n')
}

function wrapLine(line: string, columns: number, hanging: string): string {
  const isItem = /^\s*[-•◆*▪\uf0b7]\s/.test(line)
  const lines: string[] = []
  let current = /^\s*/.exec(line)?.[0] ?? ''
  for (const word of line.trim().split(' ')) {
    if (current.trim() && current.length + word.length >= columns) {
      lines.push(current)
      current = `${isItem ? hanging : ''}${word}`
    } else current = current.trim() ? `${current} ${word}` : `${current}${word}`
  }
  // A line that ends in two spaces is broken there by its author.
  return [...lines, `${current}${/ {2,}$/.exec(line)?.[0] ?? ''}`].join('\n')
}

/** Several at once, as a document has them: the headings first, whose lines are counted, the bytes last. */
export const together: Readonly<Record<string, Rewrite>> = {
  'as a printed report was scanned': chain(
    rewriteOf(headings, 'with headings in capitals'),
    rewriteOf(bullets, 'with • for bullets'),
    rewriteOf(wraps, 'hard-wrapped at 72 columns'),
    rewriteOf(contents, 'with a contents list with dot leaders'),
    rewriteOf(pages, 'with a header, and a footer that numbers the page'),
    rewriteOf(characters, 'with joined letters'),
    rewriteOf(characters, 'with Windows line ends'),
  ),
  'as an old word processor saved it': chain(
    rewriteOf(headings, 'with headings numbered by chapters'),
    rewriteOf(bullets, 'with · for bullets'),
    rewriteOf(wraps, 'hard-wrapped at 60 columns'),
    rewriteOf(pages, 'with page numbers between dashes'),
    rewriteOf(characters, 'with old Mac line ends'),
    rewriteOf(characters, 'in windows-1252'),
  ),
  'as a PDF was copied': chain(
    rewriteOf(bullets, 'with o for bullets'),
    rewriteOf(headings, 'with headings over two lines'),
    rewriteOf(wraps, 'hard-wrapped at 100 columns'),
    rewriteOf(pages, 'with a bare page number before a title'),
    rewriteOf(characters, 'with no-break spaces'),
    rewriteOf(characters, 'in UTF-16, little-endian'),
  ),
}

function chain(...rewrites: readonly Rewrite[]): Rewrite {
  return (original) =>
    rewrites.reduce<string | Uint8Array>(
      (text, rewrite) => (typeof text === 'string' ? rewrite({...original, text}) : text),
      original.text,
    )
}

function rewriteOf(group: Readonly<Record<string, Rewrite>>, name: string): Rewrite {
  const rewrite = group[name]
  if (!rewrite) throw new Error(`There is no rewriting ${name}`)
  return rewrite
}
