import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {afterAll, expect, inject, it} from 'vitest'
import {listFiles, runCli} from './support/site.ts'

const folder = mkdtempSync(join(tmpdir(), 'plain-account-again-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

it('is the same to the byte in another folder, time zone, language and order of files, without what was stored', () => {
  const site = inject('site')
  const project = join(folder, 'Ein anderer Ördner')
  // Written backwards, so that a file system that lists files as they came has them in another order.
  for (const part of ['seeds', 'src', 'layouts', 'content'])
    for (const file of listFiles(part).reverse()) {
      mkdirSync(dirname(join(project, part, file)), {recursive: true})
      cpSync(join(part, file), join(project, part, file))
    }
  for (const file of ['package.json', 'package-lock.json', 'eleventy.config.ts']) cpSync(file, join(project, file))
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'))
  const builtOn = /made on <time datetime="([\d-]+)"/.exec(readFileSync(join(site, 'index.html'), 'utf8'))?.[1] ?? ''
  const {status, stdout, stderr} = spawnSync(process.execPath, ['src/cli.ts', 'build'], {
    cwd: project,
    encoding: 'utf8',
    timeout: 150_000,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      SOURCE_DATE_EPOCH: String(Date.parse(`${builtOn}T12:00:00Z`) / 1000),
    },
  })
  expect(`${stdout}${stderr}`.slice(-2000)).toContain('files to download')
  expect(status).toBe(0)
  const other = join(project, '_site')
  expect(listFiles(other)).toEqual(listFiles(site))
  const different = listFiles(site).filter(
    (file) => !readFileSync(join(site, file)).equals(readFileSync(join(other, file))),
  )
  expect(different).toEqual([])
  // Downloads and the index of the search are among them.
  for (const ending of ['.pdf', '.epub', '.docx', '.brf', '.zip', '.pf_index', '.pf_fragment'])
    expect(
      listFiles(site).some((file) => file.endsWith(ending)),
      ending,
    ).toBe(true)
})

it('gives pages the day that SOURCE_DATE_EPOCH names, and takes nothing else for a day', () => {
  process.env['SOURCE_DATE_EPOCH'] = 'yesterday'
  const {status, output} = runCli(['build', `--output=${join(folder, 'site')}`])
  delete process.env['SOURCE_DATE_EPOCH']
  expect(status).toBe(1)
  expect(output).toMatch(/bad-date: Unexpected SOURCE_DATE_EPOCH `yesterday`, expected seconds since 1970\n {2}hint: /)
})
