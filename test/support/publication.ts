import {readdirSync, readFileSync} from 'node:fs'
import {readPublication, type World} from '../../src/build.ts'
import {readContent} from '../../src/content.ts'

/** The project's own folders as the outside world, on a fixed day. */
export const projectWorld: World = {
  listSeeds: () => readdirSync('seeds').sort(),
  readSeed: (name) => readFileSync(`seeds/${name}`),
  listRecords: () => readdirSync('content/records'),
  readRecord: (name) => readFileSync(`content/records/${name}`, 'utf8'),
  readContent: (file) => readFileSync(file, 'utf8'),
  today: '2026-01-01',
  progress: () => {},
}

export const content = readContent(projectWorld.readContent)
export const readProject = () => readPublication(projectWorld, content)
