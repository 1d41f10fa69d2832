import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Made} from './format.ts'

/** A file that was made before, and the words that were read back from it. */
export interface StoredFile extends Made {
  readonly read: string
}

/** Where files are kept from one build to the next, by the hash of all that they are made from. */
export interface FileStore {
  readonly find: (key: string) => StoredFile | undefined
  readonly keep: (key: string, file: StoredFile) => void
  /** Forgets what this build did not ask for, so that no word of a withdrawn report lies about. */
  readonly sweep: () => void
}

/** Keeps files in a folder. One that is damaged is made again; two builds at once do each other no harm. */
export function openStore(folder: string): FileStore {
  const asked = new Set<string>()
  const pathOf = (key: string) => join(folder, key)
  return {
    find: (key) => {
      asked.add(key)
      const stored = readIfThere(pathOf(key))
      return stored && readStored(stored)
    },
    keep: (key, file) => {
      mkdirSync(folder, {recursive: true})
      const draft = `${pathOf(key)}.${process.pid}.draft`
      writeFileSync(draft, writeStored(file))
      renameSync(draft, pathOf(key))
    },
    sweep: () => {
      if (!existsSync(folder)) return
      for (const name of readdirSync(folder))
        if (!asked.has(name) && !isBeingWritten(pathOf(name))) rmSync(pathOf(name), {force: true})
    },
  }
}

/** Another build may sweep a file away between two looks at it. */
function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    throw error
  }
}

const hour = 3_600_000

/** Whether another build is about to keep it; a draft of a build that was killed grows old. */
const isBeingWritten = (path: string) =>
  path.endsWith('.draft') && Date.now() - (statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0) < hour

const hashLength = 32

/** A hash of all that follows; the length of a head in JSON; the head; the bytes. */
function writeStored({bytes, ...head}: StoredFile): Buffer {
  const json = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  const rest = Buffer.concat([length, json, bytes])
  return Buffer.concat([createHash('sha256').update(rest).digest(), rest])
}

function readStored(stored: Buffer): StoredFile | undefined {
  const rest = stored.subarray(hashLength)
  if (!createHash('sha256').update(rest).digest().equals(stored.subarray(0, hashLength)) || rest.length < 4) return
  const end = 4 + rest.readUInt32BE(0)
  return {...JSON.parse(rest.toString('utf8', 4, end)), bytes: new Uint8Array(rest.subarray(end))}
}

/** Keeps nothing, for a build that must make every file. */
export const noStore: FileStore = {find: () => undefined, keep: () => {}, sweep: () => {}}
