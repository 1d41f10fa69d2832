import {describe, expect, it} from 'vitest'
import {findMedia} from '../src/media.ts'
import type {Problem} from '../src/problem.ts'
import {fileRecords} from '../src/records.ts'

const bsl = [
  'bsl:',
  '  video: a/bsl.mp4',
  '  poster: a/bsl.jpg',
  '  captions: a/bsl.vtt',
  '  transcript: a/bsl.txt',
  '  by: A signer',
]
const audio = ['audio:', '  file: a/report.mp3', '  duration: 12 minutes']
const encode = (text: string) => new TextEncoder().encode(text)
const files: Readonly<Record<string, string>> = {
  'a/bsl.mp4': 'video',
  'a/bsl.jpg': 'picture',
  'a/bsl.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello',
  'a/bsl.txt': 'Hello',
  'a/report.mp3': 'sound',
  'a/empty.mp4': '',
  'a/words.vtt': 'Hello',
}

function find(lines: readonly string[]) {
  const problems: Problem[] = []
  const records = fileRecords(
    {listRecords: () => ['a.yaml'], readRecord: () => lines.join('\n')},
    ['a.txt'],
    (problem) => problems.push(problem),
  )
  const filed = records.get('a.yaml')
  const folder = {
    findMedia: (path: string) => {
      const file = files[path]
      return file === undefined ? undefined : {bytes: file.length, head: encode(file.slice(0, 64))}
    },
  }
  return {media: filed && findMedia(filed, folder, (problem) => problems.push(problem)), problems}
}

describe('the media of a report', () => {
  it('have an address beside its page, a size and a type', () => {
    const {media, problems} = find([...bsl, ...audio])
    expect(problems).toEqual([])
    expect(media?.bsl?.video).toEqual({source: 'a/bsl.mp4', path: 'media/bsl.mp4', bytes: 5, type: 'video/mp4'})
    expect(media?.bsl?.captions.type).toBe('text/vtt')
    expect(media?.audio).toMatchObject({duration: '12 minutes', file: {path: 'media/report.mp3', type: 'audio/mpeg'}})
  })

  it.each([
    ['a file that is not there', 2, 'video: a/none.mp4', 'content/media/'],
    ['an empty file', 2, 'video: a/empty.mp4', 'not empty'],
    ['a video of another kind', 2, 'video: a/bsl.jpg', 'mp4 or webm'],
    ['captions that are no WebVTT', 4, 'captions: a/words.vtt', 'WEBVTT'],
  ])('are refused with the line for %s', (_, line, entry, expected) => {
    const lines = bsl.map((each, index) => (index === line - 1 ? `  ${entry}` : each))
    const {media, problems} = find(lines)
    expect(media).toBeUndefined()
    expect(problems).toMatchObject([{level: 'error', rule: 'bad-media', place: {file: 'content/records/a.yaml', line}}])
    expect(problems[0]?.message).toContain(expected)
    expect(problems[0]?.hint).toBeTruthy()
  })

  it.each(['../secret.mp4', '/etc/video.mp4', 'a/../../b.mp4', 'https://elsewhere.example/a.mp4', '.hidden.mp4'])(
    'never come from outside their folder: %s',
    (video) => {
      const {problems} = find(bsl.map((line) => (line.includes('video') ? `  video: ${video}` : line)))
      expect(problems).toMatchObject([{level: 'error', rule: 'bad-record', place: {line: 2}}])
    },
  )

  it.each(['poster', 'captions', 'transcript'])('need a %s beside a video', (slot) => {
    const {problems} = find(bsl.filter((line) => !line.includes(slot)))
    expect(problems).toMatchObject([{level: 'error', rule: 'bad-record'}])
    expect(problems[0]?.message).toContain(slot)
  })

  it('are for a person to check where words are withheld', () => {
    const {problems} = find([...audio, 'redactions:', '  - {pattern: Marlow, why: Personal data}'])
    expect(problems).toMatchObject([{level: 'note', rule: 'media-with-redactions'}])
  })
})
