import MarkdownIt, {type Options} from 'markdown-it'
import {variants} from '../variants/index.ts'
import {toMarkdown} from '../variants/markdown.ts'
import {plainText} from '../variants/plain-text.ts'
import type {ReportFormat} from './format.ts'

/** Each page as Markdown, whole: with its `h1` and its contents, whose links work. */
export const markdownFiles: readonly ReportFormat[] = variants.map(({id, label}) => ({
  file: `${id}.md`,
  variant: id,
  label,
  kind: 'Markdown',
  about: 'Words with simple marks, for people who make web pages.',
  carries: 'every word',
  make: ({page}) => ({bytes: new TextEncoder().encode(toMarkdown(page))}),
  read: (bytes) => readMarkdown(new TextDecoder().decode(bytes)),
  expects: ({page}) => plainText(page),
}))

// What is nested deeper than the reader's own limit would be left out of what it reads.
const options: Options & {readonly maxNesting: number} = {maxNesting: 1000}
const reader = new MarkdownIt('commonmark', options).enable('table')

/** The words of Markdown, as another program reads them; markup of HTML is none of ours. */
export function readMarkdown(markdown: string): string {
  const words: string[] = []
  for (const {type, children} of reader.parse(markdown, {})) {
    for (const inline of children ?? [])
      words.push(inline.type === 'text' ? inline.content : /break$/.test(inline.type) ? '\n' : '')
    if (/_close$/.test(type)) words.push('\n')
  }
  return words.join('')
}
