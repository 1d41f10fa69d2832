/** The part of the package's interface that we use; it ships no types. */
declare module '@11ty/eleventy-dev-server' {
  export default class EleventyDevServer {
    constructor(name: string, folder: string, options?: Readonly<Record<string, unknown>>)
    readonly server: import('node:net').Server
    _serverListen: (port: number) => void
    serve(port: number): void
    reload(event: Readonly<Record<string, unknown>>): Promise<void>
  }
}
