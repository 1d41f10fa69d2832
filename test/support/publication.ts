import {readdirSync, readFileSync} from 'node:fs'
import {readPublication, type World} from '../../src/build.ts'
import {readContent} from '../../src/content.ts'

/** The project's own folders as the outside world, on a fixed day. */
export const projectWorld: World = {
  listSeeds: () => readdirSync('seeds').sort(),
  readSeed: (name) => readFileSync(`seeds/${name}`),
  listRecords: () => readdirSync('content/records'),
  readRecord: (name) => readFileSync(`content/records/${name}`, 'utf8'),
  listEasyRead: () =>
    readdirSync('content/easy-read', {encoding: 'utf8', recursive: true}).map((path) => path.replaceAll('\\', '/')),
  readEasyRead: (path) => readFileSync(`content/easy-read/${path}`, 'utf8'),
  readContent: (file) => readFileSync(file, 'utf8'),
  findMedia: () => undefined,
  today: '2026-01-01',
  progress: () => {},
}

export const content = readContent(projectWorld.readContent)
export const readProject = () => readPublication(projectWorld, content)
