import {expect, it} from 'vitest'
import type {Section} from '../../src/assessment.ts'
import {tellEvidence} from '../../src/variants/evidence.ts'
import {toMarkdown} from '../../src/variants/markdown.ts'
import {root} from '../../src/variants/tree.ts'
import {makePublished} from '../site/unit/published.ts'

const place = {file: 'seeds/case.txt', line: 1}
const section = (id: string, heading: string, text: string, sections: Section[] = []): Section => ({
  id,
  kind: 'background',
  heading,
  body: text ? [{kind: 'paragraph', text, place}] : [],
  findings: [],
  sections,
  place,
})

it('lists codes in natural order with every section that cites them, on one line where these are the same', () => {
  const {assessment} = makePublished({
    sections: [
      section('a', 'Safety', '', [section('a-1', 'Summary', '(E10) and (E10), (E2), (E11)')]),
      section('b', 'Support', 'E2¹', [section('b-1', 'Summary', '(IR4)')]),
    ],
    evidence: ['E10', 'E2', 'E11', 'IR4'].map((code) => ({code, places: [place]})),
  })
  expect(
    toMarkdown(root(tellEvidence(assessment)))
      .split('\n')
      .filter((line) => /^[-#]/.test(line)),
  ).toEqual([
    '## Evidence the document cites',
    '### Codes that begin with E',
    '- **E2**: [Summary (Safety)](#a-1), [Support](#b)',
    '- **E10, E11**: [Summary (Safety)](#a-1)',
    '### Codes that begin with IR',
    '- **IR4**: [Summary (Support)](#b-1)',
  ])
})

it('says nothing where a document cites no codes', () => expect(tellEvidence(makePublished().assessment)).toEqual([]))
