import {spawn} from 'node:child_process'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {join} from 'node:path'
import EleventyDevServer from '@11ty/eleventy-dev-server'
import {watch} from 'chokidar'
import type {CheckReport} from './check-report.ts'
import {renderEditorFailure, renderEditorPage} from './editor-page.ts'

/** Builds, serves the output with live reload, and builds again on every change of a seed, page, layout, record or source. */
export async function serve(options: {
  readonly root: string
  readonly folders: {readonly seeds: string; readonly records: string; readonly output: string}
  readonly pathPrefix: string
  readonly port: number
  readonly args: readonly string[]
}): Promise<void> {
  const {root, folders, pathPrefix, port, args} = options
  const isBuilt = await runBuild(root, args)
  if (!isBuilt) console.error('Waiting for a change that mends it …')
  const server = new EleventyDevServer('plain-account', folders.output, {
    pathPrefix,
    port,
    showAllHosts: false,
    domDiff: false,
    middleware: [serveEditorPage(root, pathPrefix, args)],
    messageOnStart: ({hosts}: {readonly hosts: readonly string[]}) =>
      `Serving at ${hosts.join(' or ')}\nWhat to look at before you publish: ${hosts[0]?.replace(/\/$/, '')}${editorPath}`,
  })
  // Its own listener opens the port to the whole network; a preview is for this machine alone.
  server._serverListen = (free) => server.server.listen({port: free, host: 'localhost'})
  server.serve(port)

  let isBuilding = false
  let isStale = false
  const rebuild = async () => {
    isStale = true
    if (isBuilding) return
    isBuilding = true
    while (isStale) {
      isStale = false
      if (await runBuild(root, args)) await server.reload({})
    }
    isBuilding = false
  }
  let timer: NodeJS.Timeout | undefined
  const watched = [folders.seeds, folders.records, ...['content', 'layouts', 'src'].map((folder) => join(root, folder))]
  watch(watched, {ignoreInitial: true}).on('all', () => {
    // An editor saves in several steps; one build for all of them.
    clearTimeout(timer)
    timer = setTimeout(rebuild, 150)
  })
}

const editorPath = '/editor/'

/**
 * Answers the editor's page, read afresh each time; it is no file, so that it can never be deployed. Only under a name of
 * this machine: a page elsewhere that points its own name here must not read unpublished words.
 */
function serveEditorPage(root: string, pathPrefix: string, args: readonly string[]) {
  const own = `${pathPrefix.replace(/\/$/, '')}${editorPath}`
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost')
    const isEditor = [own, editorPath].some((path) => `${pathname.replace(/\/$/, '')}/` === path)
    if (!isEditor || !/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(request.headers.host ?? '')) {
      next()
      return
    }
    const child = spawn(process.execPath, [join(root, 'src/cli.ts'), 'check', '--json', ...withoutPort(args)])
    const [output, errors]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (data: Buffer) => output.push(data))
    child.stderr.on('data', (data: Buffer) => errors.push(data))
    const answer = (page: string) => {
      response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store'})
      response.end(page)
    }
    child.on('error', (error) => answer(renderEditorFailure(error.message)))
    child.on('close', () => {
      const text = Buffer.concat(output).toString('utf8')
      // A fault in our own content stops the check before it can print.
      if (text.trim()) answer(renderEditorPage(JSON.parse(text) as CheckReport, pathPrefix))
      else answer(renderEditorFailure(Buffer.concat(errors).toString('utf8')))
    })
  }
}

const withoutPort = (args: readonly string[]) => args.filter((arg) => !arg.startsWith('--port'))

/** Each build is a process of its own, so that a change of the code counts too and a failure cannot stop the server. */
function runBuild(root: string, args: readonly string[]): Promise<boolean> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [join(root, 'src/cli.ts'), 'build', ...withoutPort(args)], {stdio: 'inherit'})
    child.on('error', fail)
    child.on('exit', (code) => settle(code === 0))
  })
}
