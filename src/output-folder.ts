import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {hostname} from 'node:os'
import {basename, dirname} from 'node:path'
import {BuildStopped} from './problem.ts'

/** The folder of the site, held by one build. */
export interface OutputFolder {
  /** Where the build writes; nobody serves it. */
  readonly next: string
  /** Puts the new site in the place of the old one, whole. */
  readonly swapIn: () => void
  /** Lets another build have the folder, and throws away what was not swapped in. */
  readonly release: () => void
}

/**
 * Takes the folder for a build, so that two at once do not write into each other's site. A lock that a killed build left
 * behind is taken over, and a swap that it began is ended: the old site whole, or the new one.
 */
export function takeOutputFolder(output: string): OutputFolder {
  const [lock, next, old] = ['lock', 'next', 'old'].map((ending) => `${output}.${ending}`) as [string, string, string]
  mkdirSync(dirname(output), {recursive: true})
  takeLock(lock, output)
  if (!existsSync(output) && existsSync(old)) renameSync(old, output)
  for (const leftover of [next, old]) rmSync(leftover, {recursive: true, force: true})
  mkdirSync(next)
  return {
    next,
    swapIn: () => {
      if (existsSync(output)) renameSync(output, old)
      try {
        renameSync(next, output)
      } catch (error) {
        if (existsSync(old)) renameSync(old, output)
        throw error
      }
      rmSync(old, {recursive: true, force: true})
    },
    release: () => {
      rmSync(next, {recursive: true, force: true})
      rmSync(lock, {force: true})
    },
  }
}

function takeLock(lock: string, output: string): void {
  const own = `${process.pid} ${hostname()}\n`
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(lock, own, {flag: 'wx'})
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const [pid = '', host = ''] = readLock(lock).split(/\s+/)
      if (host !== hostname() || isRunning(Number(pid)))
        throw new BuildStopped([describeOther(output, pid, host, lock)])
      rmSync(lock, {force: true})
    }
  }
  throw new BuildStopped([describeOther(output, '', '', lock)])
}

/** The other build may end between two looks. */
function readLock(lock: string): string {
  try {
    return readFileSync(lock, 'utf8')
  } catch {
    return ''
  }
}

/** Whether a process of this machine is there; one of another user is, too. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const describeOther = (output: string, pid: string, host: string, lock: string) => ({
  level: 'error' as const,
  rule: 'another-build',
  message: `Unexpected second build of ${basename(output)}, expected one at a time: process ${pid || 'unknown'}${host && host !== hostname() ? ` on ${host}` : ''} is at it`,
  hint: `Wait until it has ended, or build into another folder with --output; when no build is running, delete ${basename(lock)}`,
})
