import {spawn} from 'node:child_process'
import {join} from 'node:path'
import EleventyDevServer from '@11ty/eleventy-dev-server'
import {watch} from 'chokidar'

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
    messageOnStart: ({hosts}: {readonly hosts: readonly string[]}) => `Serving at ${hosts.join(' or ')}`,
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

/** Each build is a process of its own, so that a change of the code counts too and a failure cannot stop the server. */
function runBuild(root: string, args: readonly string[]): Promise<boolean> {
  return new Promise((settle, fail) => {
    const child = spawn(
      process.execPath,
      [join(root, 'src/cli.ts'), 'build', ...args.filter((arg) => !arg.startsWith('--port'))],
      {stdio: 'inherit'},
    )
    child.on('error', fail)
    child.on('exit', (code) => settle(code === 0))
  })
}
