import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join, relative, resolve, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {build, readPublication, type World} from './build.ts'
import {describeCheck} from './check-report.ts'
import {readContent} from './content.ts'
import {draftOverrides, formatEasyRead} from './easy-read-tool.ts'
import {openStore} from './formats/store.ts'
import {listNearest} from './nearest.ts'
import {takeOutputFolder} from './output-folder.ts'
import {BuildStopped, formatProblem} from './problem.ts'
import {makeProgress} from './progress.ts'
import {readText} from './readers/text.ts'
import type {Stray} from './seeds.ts'
import {serve} from './serve.ts'
import {formatCheck, formatCost, formatSummary} from './summary.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const usage = `Usage: node src/cli.ts <command> [options]

  build   write the site into _site/
  serve   build, serve at http://localhost:8080 and rebuild on every change
  check   read every document and print the ledger, without writing anything
  easy-read ID   print the easy-read page of a report for its editor: the origin and source of each line, what to mend

  --seeds=FOLDER       source documents (seeds)
  --records=FOLDER     publication records (content/records)
  --easy-read=FOLDER   easy read that people wrote (content/easy-read)
  --output=FOLDER      where the site is written (_site)
  --cache=FOLDER       files of reports from one build to the next (.cache/formats)
  --pathprefix=/PATH/  where the site will stand on its host (/)
  --port=NUMBER        for serve (8080)
  --json               for check: everything for a machine
  --draft              for easy-read: write content/easy-read/ID.yaml with the findings that are quoted, to fill in`

const defaults = {seeds: 'seeds', records: 'content/records', 'easy-read': 'content/easy-read'}
const {values, positionals} = readArguments()
const folders = {
  seeds: resolve(root, values.seeds),
  records: resolve(root, values.records),
  easyRead: resolve(root, values['easy-read']),
  output: resolve(root, values.output),
  store: resolve(root, values.cache),
  media: join(root, 'content/media'),
}
const pathPrefix = `/${values.pathprefix}/`.replace(/\/+/g, '/')

try {
  const [command = 'build'] = positionals
  if (command === 'build') await runBuild()
  else if (command === 'check') runCheck()
  else if (command === 'easy-read') runEasyRead(positionals[1])
  else if (command === 'serve')
    await serve({root, folders, pathPrefix, port: Number(values.port), args: process.argv.slice(3)})
  else {
    console.error(usage)
    process.exitCode = 2
  }
} catch (caught) {
  const error = describeDisk(caught) ?? caught
  if (!(error instanceof BuildStopped)) throw error
  console.error(`\n${error.problems.map(formatProblem).join('\n')}`)
  console.error(
    `\nStopped: ${error.problems.length === 1 ? '1 error' : `${error.problems.length} errors`}. ${existsSync(folders.output) ? `${values.output} is as it was.` : 'Nothing was written.'}`,
  )
  process.exitCode = 1
}

/** What the system says when it cannot write, in words; any other failure passes through. */
function describeDisk(error: unknown): BuildStopped | undefined {
  if (!(error instanceof Error) || !('code' in error)) return
  const path = 'path' in error ? String(error.path) : values.output
  const [what, hint] = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(error.code))
    ? [
        'end of the room to write (a full disk, a quota or a limit)',
        'Make room: a report takes about 3 MB, twice while the site is built',
      ]
    : ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(String(error.code))
      ? [
          'folder that cannot be written',
          'Give yourself the right to write there, or name another folder with --output',
        ]
      : []
  if (!what || !hint) return
  const shown = relative(process.cwd(), path) || path
  return new BuildStopped([
    {
      level: 'error',
      rule: 'cannot-write',
      message: `Unexpected ${what} at ${shown}, expected room and the right to write`,
      hint,
    },
  ])
}

/** Builds beside the last output and swaps it in at the end, so that a failed build leaves the site as it was. */
async function runBuild(): Promise<void> {
  const started = performance.now()
  const folder = takeOutputFolder(folders.output)
  const {next} = folder
  try {
    const place = (file: string) => {
      if (!resolve(next, `.${sep}${file}`).startsWith(`${next}${sep}`))
        throw new Error(`The site has no place for the file ${file}`)
      mkdirSync(dirname(join(next, file)), {recursive: true})
      return join(next, file)
    }
    const write = (file: string, content: string | Uint8Array) => writeFileSync(place(file), content)
    const copyMedia = (source: string, file: string) => copyFileSync(join(folders.media, source), place(file))
    const written = {list: () => listFiles(next), read: (file: string) => readFileSync(join(next, file))}
    const result = await build(
      openWorld(),
      {root, output: next, pathPrefix, store: openStore(folders.store), copyMedia},
      write,
      written,
    )
    const cost = formatCost(result, next, (performance.now() - started) / 1000)
    folder.swapIn()
    console.log(formatSummary(result))
    console.log(cost)
  } finally {
    folder.release()
  }
}

function runCheck(): void {
  // Progress goes where it is not taken for the answer.
  const world = openWorld(values.json ? process.stderr : process.stdout)
  const result = readPublication(world, readContent(world.readContent))
  if (values.json) console.log(JSON.stringify(describeCheck(result, openLines(world)), undefined, 2))
  else console.log(formatCheck(result))
  const errors = result.problems.filter(({level}) => level === 'error')
  if (errors.length > 0) throw new BuildStopped(errors)
}

function runEasyRead(id: string | undefined): void {
  const world = openWorld(process.stderr)
  const content = readContent(world.readContent)
  const {publication, problems} = readPublication(world, content)
  const published = publication.assessments.find(
    ({assessment}) => assessment.id === id?.replace(/^\/?(?:councils\/)?|\/$/g, ''),
  )
  const errors = problems.filter(({level}) => level === 'error')
  if (!published) {
    const ids = publication.assessments.map(({assessment}) => assessment.id)
    throw new BuildStopped([
      ...errors,
      {
        level: 'error',
        rule: 'unknown-report',
        message: id
          ? `Unexpected id \`${id}\`, expected that of a published report`
          : 'Unexpected end of the command, expected the id of a report',
        hint: `One of ${id ? listNearest(id, ids) : ids.join(', ')}: \`npm run easy-read -- ${ids[0] ?? 'ID'}\``,
      },
    ])
  }
  if (values.draft) writeDraft(published.assessment.id, draftOverrides(published, content, world.today))
  else console.log(formatEasyRead(published, content))
  if (errors.length > 0) throw new BuildStopped(errors)
}

/** A draft never takes the place of what someone wrote: when there is a file, its ideas are printed to be put in. */
function writeDraft(id: string, draft: string): void {
  const file = join(folders.easyRead, `${id}.yaml`)
  const shown = relative(process.cwd(), file)
  if (existsSync(file)) {
    console.log(draft.slice(draft.indexOf('ideas:')))
    console.error(`\n${shown} is there already, so nothing was written: put what you need of the ideas above into it.`)
    return
  }
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, draft)
  console.log(`Wrote ${shown}: fill in the lines, then run \`npm run easy-read -- ${id}\`.`)
}

/** Every file below a folder, by its path in it, with `/` on every system. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

/** Finds the words of a line of a source document, each of which is read once. */
function openLines(world: World): (file: string, line: number) => string | undefined {
  const files = new Map<string, readonly string[]>()
  return (file, line) => {
    const name = file.replace(/^seeds\//, '')
    if (name === file) return
    const lines = files.get(file) ?? (readText(file, world.readSeed(name), () => {}) ?? '').split(/\r\n|\n|\r/)
    files.set(file, lines)
    return lines[line - 1]
  }
}

function openWorld(progress: NodeJS.WriteStream = process.stdout): World {
  const list = (folder: string) =>
    existsSync(folder)
      ? readdirSync(folder, {withFileTypes: true})
          .filter((entry) => entry.isFile())
          .map((entry) => entry.name)
          .sort()
      : []
  const day = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10)
  return {
    listSeeds: () => list(folders.seeds),
    listStrays: () => listStrays(folders.seeds),
    readSeed: (name) => readFileSync(join(folders.seeds, name)),
    listRecords: () => list(folders.records),
    readRecord: (name) => readFileSync(join(folders.records, name), 'utf8'),
    areRecordsBorrowed: values.seeds !== defaults.seeds && values.records === defaults.records,
    listEasyRead: () => (existsSync(folders.easyRead) ? listFiles(folders.easyRead).sort() : []),
    readEasyRead: (path) => readFileSync(join(folders.easyRead, path), 'utf8'),
    areOverridesBorrowed: values.seeds !== defaults.seeds && values['easy-read'] === defaults['easy-read'],
    findMedia: (path) => openMedia(join(folders.media, path)),
    readContent: (file) => readFileSync(join(root, file), 'utf8'),
    today: day(Date.now()),
    // https://reproducible-builds.org/docs/source-date-epoch/: seconds.
    ...(process.env['SOURCE_DATE_EPOCH'] ? {builtOn: day(readEpoch(process.env['SOURCE_DATE_EPOCH']) * 1000)} : {}),
    progress: makeProgress(progress),
  }
}

function readEpoch(seconds: string): number {
  if (/^\d{1,11}$/.test(seconds)) return Number(seconds)
  throw new BuildStopped([
    {
      level: 'error',
      rule: 'bad-date',
      message: `Unexpected SOURCE_DATE_EPOCH \`${seconds}\`, expected seconds since 1970`,
      hint: 'Set it with `SOURCE_DATE_EPOCH=$(date +%s)`, or leave it out',
    },
  ])
}

/** What lies in a folder and is no file; names that begin with a dot are the system's. */
function listStrays(folder: string): Stray[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, {withFileTypes: true})
    .filter((entry) => !entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => ({
      name: entry.name,
      what: entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'pipe or device',
    }))
}

/** The size of a file and how it begins; nothing when there is no such file. */
function openMedia(path: string): {readonly bytes: number; readonly head: Uint8Array} | undefined {
  const found = statSync(path, {throwIfNoEntry: false})
  if (!found?.isFile()) return
  const head = new Uint8Array(Math.min(found.size, 64))
  const file = openSync(path, 'r')
  try {
    readSync(file, head)
  } finally {
    closeSync(file)
  }
  return {bytes: found.size, head}
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        seeds: {type: 'string', default: defaults.seeds},
        records: {type: 'string', default: defaults.records},
        'easy-read': {type: 'string', default: defaults['easy-read']},
        output: {type: 'string', default: '_site'},
        cache: {type: 'string', default: '.cache/formats'},
        pathprefix: {type: 'string', default: '/'},
        port: {type: 'string', default: '8080'},
        json: {type: 'boolean', default: false},
        draft: {type: 'boolean', default: false},
      },
    })
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    process.exit(2)
  }
}
