import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTable} from 'micromark-extension-gfm-table'
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
  read: (bytes) =>
    plainText(
      fromMarkdown(new TextDecoder().decode(bytes), {
        extensions: [gfmTable()],
        mdastExtensions: [gfmTableFromMarkdown()],
      }),
    ),
  expects: ({page}) => plainText(page),
}))
