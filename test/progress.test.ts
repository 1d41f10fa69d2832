import {expect, it} from 'vitest'
import {makeProgress} from '../src/progress.ts'

function show(isTTY: boolean) {
  const written: string[] = []
  const progress = makeProgress({isTTY, write: (text: string | Uint8Array) => written.push(String(text)) > 0})
  progress('Reading documents', 1, 2)
  progress('Reading documents', 2, 2)
  progress('Writing pages', 1, 1)
  return written.map((text) => text.replace(/\d+\.\d s/, 'N s'))
}

it('writes one plain line a finished stage', () => {
  expect(show(false)).toEqual(['Reading documents 2 of 2 (N s)\n', 'Writing pages (N s)\n'])
})

it('keeps one live line a stage in a terminal', () => {
  expect(show(true)).toEqual([
    '\r\u001b[2KReading documents 1 of 2 …',
    '\r\u001b[2KReading documents 2 of 2 (N s)\n',
    '\r\u001b[2KWriting pages (N s)\n',
  ])
})
