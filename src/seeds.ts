import type {World} from './build.ts'
import type {Problem, Report} from './problem.ts'

/** Something in the seeds folder that is no file, so that nobody reads it. */
export interface Stray {
  readonly name: string
  readonly what: 'folder' | 'link' | 'pipe or device'
}

/** Reads a document; one that somebody took away or locked since the folder was listed is told like any other fault. */
export function readSeed(world: Pick<World, 'readSeed'>, name: string, report: Report): Uint8Array | undefined {
  try {
    return world.readSeed(name)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const isGone = code === 'ENOENT'
    if (!isGone && !['EACCES', 'EPERM', 'EIO', 'EBUSY'].includes(code)) throw error
    report({
      level: 'error',
      rule: 'document-not-read',
      place: {file: `seeds/${name}`, line: 1},
      message: isGone
        ? 'Unexpected gap: the document was taken away while the site was built, expected it to stay'
        : 'Unexpected document that may not be read, expected the right to read it',
      hint: isGone
        ? 'Build again; when it is to go, its record goes with it'
        : 'Give yourself the right to read the file',
    })
    return
  }
}

/** Tells the officer, since a document in a folder would go unread. */
export const describeStray = ({name, what}: Stray): Problem => ({
  level: 'error',
  rule: 'not-a-file',
  place: {file: `seeds/${name}`, line: 1},
  message: `Unexpected ${what} among the documents, expected files alone`,
  hint:
    what === 'folder'
      ? 'Move its documents up into seeds/, and delete the folder'
      : 'Put the document itself there, since whatever stands elsewhere may change unseen',
})
