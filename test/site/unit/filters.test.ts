import {expect, test} from 'vitest'
import {
  absoluteUrl,
  formatBytes,
  formatCount,
  markCurrent,
  printedUrl,
  tellColumnKind,
} from '../../../src/site/filters.ts'

test('says what a download weighs in the unit that people know', () => {
  expect(formatBytes(812)).toBe('812 bytes')
  expect(formatBytes(14_280)).toBe('14 KB')
  expect(formatBytes(999_600)).toBe('1.0 MB')
})

test('writes one word, and many words with commas', () => {
  expect(formatCount(1, 'word')).toBe('1 word')
  expect(formatCount(3285, 'word')).toBe('3,285 words')
  expect(formatCount(2, 'copy', 'copies')).toBe('2 copies')
})

test('writes an address in full for search engines, and without its scheme for paper', () => {
  const full = absoluteUrl('/about/', {url: 'https://www.example.org/reports'})
  expect(full).toBe('https://www.example.org/reports/about/')
  expect(printedUrl(full)).toBe('www.example.org/reports/about/')
})

test('marks the menu entry of the page itself, and of the part of the site that it belongs to', () => {
  expect(markCurrent('/councils/', '/councils/')).toBe('page')
  expect(markCurrent('/councils/leeds/', '/councils/')).toBe('true')
  expect(markCurrent('/councils/leeds/', '/topics/')).toBeUndefined()
  expect(markCurrent('/councils/leeds/', '/')).toBeUndefined()
})

test('says what the cells of a column are', () => {
  expect(tellColumnKind({})).toBe('words')
  expect(tellColumnKind({type: 'whole number', isOptional: true})).toBe('whole number, may be empty')
  expect(tellColumnKind({type: ['inspection', 'report']})).toBe('one of these words')
})
