import {spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import type {TestProject} from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the site built at `/`. */
    site: string
    /** Folder of the site built for `/reports/`. */
    prefixedSite: string
  }
}

/** Builds the real site twice for the whole run, at the root and under a path; a failed build fails the run. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'plain-account-site-'))
  for (const [name, prefix] of [
    ['site', '/'],
    ['prefixedSite', '/reports/'],
  ] as const) {
    const output = join(folder, name)
    const {status, output: printed} = runCli(['build', `--output=${output}`, `--pathprefix=${prefix}`])
    if (status !== 0) throw new Error(`The site does not build:\n${printed}`)
    project.provide(name, output)
  }
  return () => rmSync(folder, {recursive: true, force: true})
}

/** Runs the command line as a person would, with an end to its time. */
export function runCli(args: readonly string[]): {readonly status: number | null; readonly output: string} {
  const {status, stdout, stderr} = spawnSync(process.execPath, ['src/cli.ts', ...args], {
    encoding: 'utf8',
    timeout: 300_000,
  })
  return {status, output: `${stdout}${stderr}`}
}

/** A copy of a folder that a test may damage. */
export function copyFolder(from: string): {readonly folder: string; readonly remove: () => void} {
  const folder = mkdtempSync(join(tmpdir(), 'plain-account-copy-'))
  cpSync(from, folder, {recursive: true})
  return {folder, remove: () => rmSync(folder, {recursive: true, force: true})}
}

/** Every file below a folder, by its path in it. */
export const listFiles = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

/** Every page: its address at the root and its HTML. */
export const listPages = (folder: string): {readonly path: string; readonly html: string}[] =>
  listFiles(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({path: `/${file.replace(/index\.html$/, '')}`, html: readFileSync(join(folder, file), 'utf8')}))
