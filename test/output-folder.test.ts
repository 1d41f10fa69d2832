import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {hostname, tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {takeOutputFolder} from '../src/output-folder.ts'
import {BuildStopped} from '../src/problem.ts'
import {runCli} from './support/site.ts'

let folder: string
let output: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plain-account-output-'))
  output = join(folder, 'site')
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

const write = (path: string, text: string) => {
  mkdirSync(path, {recursive: true})
  writeFileSync(join(path, 'index.html'), text)
}
const read = () => readFileSync(join(output, 'index.html'), 'utf8')
/** A process that has ended. */
const endedPid = () => spawnSync(process.execPath, ['-e', '']).pid

describe('the folder of the site', () => {
  it('is the old site until the new one is whole, and leaves nothing beside it', () => {
    write(output, 'old')
    const taken = takeOutputFolder(output)
    write(taken.next, 'new')
    expect(read()).toBe('old')
    taken.swapIn()
    taken.release()
    expect(read()).toBe('new')
    expect(readdirSync(folder)).toEqual(['site'])
  })

  it('stays as it was when a build is given up', () => {
    write(output, 'old')
    const taken = takeOutputFolder(output)
    write(taken.next, 'half')
    taken.release()
    expect(read()).toBe('old')
    expect(readdirSync(folder)).toEqual(['site'])
  })

  it('is had by one build at a time, and the second is told which process has it', () => {
    const taken = takeOutputFolder(output)
    expect(() => takeOutputFolder(output)).toThrow(BuildStopped)
    expect(() => takeOutputFolder(output)).toThrow(`process ${process.pid} is at it`)
    taken.release()
    takeOutputFolder(output).release()
  })

  it('is taken over from a build that was killed, also in the middle of the swap', () => {
    write(`${output}.old`, 'old')
    write(`${output}.next`, 'half')
    writeFileSync(`${output}.lock`, `${endedPid()} ${hostname()}\n`)
    const taken = takeOutputFolder(output)
    expect(read()).toBe('old')
    expect(readdirSync(taken.next)).toEqual([])
    taken.release()
    writeFileSync(`${output}.lock`, '')
    expect(() => takeOutputFolder(output)).toThrow(BuildStopped)
  })

  it('has the old site back when the swap fails half way', () => {
    write(output, 'old')
    const taken = takeOutputFolder(output)
    // The new site has gone, so that it cannot be put in the place of the old one, which is aside already.
    rmSync(taken.next, {recursive: true})
    expect(() => taken.swapIn()).toThrow(/ENOENT/)
    expect(read()).toBe('old')
    taken.release()
    expect(readdirSync(folder)).toEqual(['site'])
  })

  it('is not taken from a build on another machine', () => {
    writeFileSync(`${output}.lock`, `1 another-machine\n`)
    expect(() => takeOutputFolder(output)).toThrow('on another-machine')
  })
})

describe('a build beside another', () => {
  it('ends with the reason and the way out, and leaves the site alone', () => {
    write(output, 'old')
    writeFileSync(`${output}.lock`, `${process.pid} ${hostname()}\n`)
    const {status, output: printed} = runCli(['build', `--output=${output}`])
    expect(status).toBe(1)
    expect(printed).toContain('another-build')
    expect(printed).toContain('--output')
    expect(printed).not.toContain('    at ')
    expect(read()).toBe('old')
    expect(existsSync(`${output}.lock`)).toBe(true)
  })

  it('that cannot write ends with the reason, and without a stack trace', () => {
    writeFileSync(output, 'a file where a folder should be')
    const {status, output: printed} = runCli(['build', `--output=${output}/site`])
    expect(status).toBe(1)
    expect(printed).toContain('cannot-write')
    expect(printed).not.toContain('    at ')
  })
})
