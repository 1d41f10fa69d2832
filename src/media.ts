import type {Place} from './assessment.ts'
import type {Report} from './problem.ts'
import type {FiledRecord, MediaRecord} from './records.ts'
import {formatList} from './variants/phrases.ts'

/** Videos, sound and their texts: `content/media/`. */
export interface MediaFolder {
  /** Size in bytes and the first bytes of a file, or nothing when there is none; a video is never read whole. */
  readonly findMedia: (path: string) => {readonly bytes: number; readonly head: Uint8Array} | undefined
}

/** A file of a report that a person made: a video in British Sign Language, or a recording. */
export interface MediaFile {
  /** In `content/media/`. */
  readonly source: string
  /** Beside the report's page: `media/bsl.mp4`. */
  readonly path: string
  readonly bytes: number
  /** `video/mp4` */
  readonly type: string
}

/** What readers can watch or listen to. */
export interface Media {
  readonly bsl?: {
    readonly video: MediaFile
    readonly poster: MediaFile
    readonly captions: MediaFile
    readonly transcript: MediaFile
    readonly by?: string
  }
  readonly audio?: {readonly file: MediaFile; readonly reader?: string; readonly duration?: string}
}

const types = {
  video: {mp4: 'video/mp4', webm: 'video/webm'},
  poster: {jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', avif: 'image/avif'},
  captions: {vtt: 'text/vtt'},
  transcript: {txt: 'text/plain', md: 'text/markdown'},
  file: {mp3: 'audio/mpeg', m4a: 'audio/mp4', ogg: 'audio/ogg', opus: 'audio/ogg'},
} as const satisfies Record<string, Record<string, string>>

type Part = keyof typeof types

/** Finds the files that a record names; each that is missing or of another kind is an error with its line. */
export function findMedia({record, placeOf}: FiledRecord, folder: MediaFolder, report: Report): Media | undefined {
  const {bsl, audio} = record
  if ((bsl || audio) && record.redactions.length > 0)
    report({
      level: 'note',
      rule: 'media-with-redactions',
      place: placeOf(bsl ? 'bsl' : 'audio'),
      message:
        'Unexpected video or sound of a document from which words are withheld: the program cannot look or listen',
      hint: 'Watch and listen to the whole of it before you publish',
    })
  const find = (slot: keyof MediaRecord, part: Part, source: string) =>
    findFile(part, source, placeOf(slot, part), folder, report)
  const [video, poster, captions, transcript] = bsl
    ? ([
        find('bsl', 'video', bsl.video),
        find('bsl', 'poster', bsl.poster),
        find('bsl', 'captions', bsl.captions),
        find('bsl', 'transcript', bsl.transcript),
      ] as const)
    : []
  const file = audio && find('audio', 'file', audio.file)
  const media = {
    ...(video && poster && captions && transcript
      ? {bsl: {video, poster, captions, transcript, ...(bsl?.by ? {by: bsl.by} : {})}}
      : {}),
    ...(file
      ? {
          audio: {
            file,
            ...(audio.reader ? {reader: audio.reader} : {}),
            ...(audio.duration ? {duration: audio.duration} : {}),
          },
        }
      : {}),
  }
  return Object.keys(media).length > 0 ? media : undefined
}

function findFile(
  part: Part,
  source: string,
  place: Place,
  folder: MediaFolder,
  report: Report,
): MediaFile | undefined {
  const endings: Readonly<Record<string, string>> = types[part]
  const ending = /\.([a-z0-9]+)$/i.exec(source)?.[1]?.toLowerCase() ?? ''
  const fault = (message: string, hint: string) => {
    report({level: 'error', rule: 'bad-media', place, message, hint})
    return undefined
  }
  const type = endings[ending]
  if (!type)
    return fault(
      `Unexpected \`${part}: ${source}\`, expected a file that ends in ${formatList(Object.keys(endings), 'or')}`,
      'See content/records/README.md for what a video and a recording need',
    )
  const found = folder.findMedia(source)
  if (!found || found.bytes === 0)
    return fault(
      `Unexpected \`${part}: ${source}\`, expected a file of that name in content/media/${found ? ' that is not empty' : ''}`,
      'Put the file there, or correct the name',
    )
  if (part === 'captions' && !/^\ufeff?WEBVTT(?:\s|$)/.test(new TextDecoder().decode(found.head)))
    return fault(
      `Unexpected captions ${source}, expected WebVTT, which begins with \`WEBVTT\``,
      'Save the captions as WebVTT: every program for subtitles can',
    )
  return {source, path: `media/${source.split('/').at(-1)}`, bytes: found.bytes, type}
}

/** Every file of a report's media. */
export const listMediaFiles = ({bsl, audio}: Media): MediaFile[] => [
  ...(bsl ? [bsl.video, bsl.poster, bsl.captions, bsl.transcript] : []),
  ...(audio ? [audio.file] : []),
]
