import type {Heading, Nodes} from 'mdast'
import {expect, it} from 'vitest'
import {toHtml} from '../../src/variants/html.ts'
import {toMarkdown} from '../../src/variants/markdown.ts'
import {standard} from '../../src/variants/standard.ts'
import {content, readProject} from '../support/publication.ts'

const {assessments} = readProject().publication
const bound = assessments.filter(({assessment}) => (assessment.parts?.length ?? 0) > 1)
const collect = (node: Nodes, type: string): Nodes[] =>
  node.type === type ? [node] : 'children' in node ? node.children.flatMap((child) => collect(child, type)) : []

it('gives each part a heading with its number, and the way to its neighbours', () => {
  expect(bound.length).toBeGreaterThan(0)
  for (const published of bound) {
    const text = toMarkdown(standard.render(published, content))
    const parts = published.assessment.parts ?? []
    for (const [index, {id, title}] of parts.entries()) {
      expect(text).toContain(`## Part ${index + 1} of ${parts.length}: ${title}\n`)
      expect(text).toContain(`- Part ${index + 1}: [${title}](#part-${id})`)
      if (index > 0)
        expect(text).toContain(`- Previous part: [${parts[index - 1]?.title}](#part-${parts[index - 1]?.id})`)
    }
  }
})

it('skips no level of headings', () => {
  for (const published of assessments) {
    const depths = collect(standard.render(published, content), 'heading').map((node) => (node as Heading).depth)
    expect(depths.filter((depth, index) => depth > (depths[index - 1] ?? 0) + 1)).toEqual([])
  }
})

it('links each duty to the words that say it', () => {
  for (const published of assessments.filter(({assessment}) => assessment.duties.length > 0)) {
    const html = toHtml(standard.render(published, content))
      .replaceAll('&#39;', "'")
      .replace(/<span class="gloss".*?<\/span>/g, '')
    for (const [index, {text}] of published.assessment.duties.entries())
      expect(html).toContain(`<span id="d_${index + 1}"></span>${text}`)
  }
})
