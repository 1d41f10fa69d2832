import {describe, expect, it} from 'vitest'
import {toHtml} from '../../src/variants/html.ts'
import {toMarkdown} from '../../src/variants/markdown.ts'
import {group, heading, link, list, note, picture, root, table, text, words} from '../../src/variants/tree.ts'

const hostile =
  '<script>alert(1)</script> {{ x }} {% y %} [a](javascript:alert(1)) ![b](http://c) *d* _e_ `f` & "g" \'h\' | i\n# j'

describe('toHtml', () => {
  it('shows hostile text as text', () => {
    const html = toHtml(
      root([
        heading(2, words(hostile)),
        list([words(hostile)]),
        table([[words(hostile)]], {caption: hostile, hasHeader: false}),
      ]),
    )
    expect(html).not.toMatch(/<script|<img|<a |<em|<code/)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; {{ x }} {% y %} [a](javascript:alert(1))')
  })

  it('puts the path prefix before addresses of the site and follows no other scheme than the known ones', () => {
    const html = toHtml(
      root([note(link('/data/', 'a'), link('#b', 'b'), link('javascript:alert(1)', 'c'), link('//evil.example', 'd'))]),
      {prefix: '/reports/'},
    )
    expect(html).toBe('<p data-ours><a href="/reports/data/">a</a><a href="#b">b</a>cd</p>')
  })

  it('marks words of ours, names columns and rows, writes footnote marks as superscripts', () => {
    const html = toHtml(
      root([
        table(
          [
            [[text('Grade')], [text('Means')]],
            [[text('Well')], [text('Good (E25³)')]],
          ],
          {caption: 'Grades', hasHeader: true, isOurs: true},
        ),
      ]),
    )
    expect(html).toBe(
      '<section class="table-scroll" aria-label="Grades" tabindex="0"><table data-ours><caption data-ours>Grades</caption>' +
        '<thead><tr><th scope="col">Grade</th><th scope="col">Means</th></tr></thead>' +
        '<tbody><tr><th scope="row">Well</th><td>Good (E25<sup>3</sup>)</td></tr></tbody></table></section>',
    )
  })

  it('hides pictures from assistive technology, and draws a grade as steps', () => {
    const html = toHtml(root([picture('grade-3-of-4')]))
    expect(html).toMatch(/^<svg class="picture" [^>]*aria-hidden="true" focusable="false">/)
    expect(html.match(/<rect/g)).toHaveLength(4)
    expect(html.match(/<rect[^>]*fill="currentColor"/g)).toHaveLength(2)
    expect(() => toHtml(root([picture('unknown')]))).toThrow('Unexpected picture `unknown`')
  })
})

describe('toMarkdown', () => {
  it('escapes the words of a document, so that they stay words', () => {
    const markdown = toMarkdown(root([{type: 'paragraph', children: words(hostile)}]))
    expect(markdown).toContain('\\<script>')
    expect(markdown).toContain('\\[a]\\(javascript:alert(1))')
    expect(markdown).toContain('\\*d\\*')
    expect(markdown).toMatch(/\n\\# j/)
  })

  it('gives a table without column names the empty head that Markdown needs, and leaves pictures out', () => {
    const markdown = toMarkdown(
      root([
        group('idea', [picture('good'), note('A line.')]),
        table([[[text('a|b')], [text('c')]]], {caption: 'x', hasHeader: false}),
      ]),
    )
    expect(markdown).toBe('A line.\n\n| | |\n| - | - |\n| a\\|b | c |\n')
  })
})
