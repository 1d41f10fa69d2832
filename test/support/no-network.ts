import dns from 'node:dns'
import {syncBuiltinESMExports} from 'node:module'
import net from 'node:net'

/* Loaded before a build: whatever looks up a name or opens a connection fails, and says so where the test reads it. */
const refuse = (what: string) => () => {
  process.stderr.write(`NETWORK ${what}\n`)
  throw Object.assign(new Error(`ENETUNREACH: ${what}`), {code: 'ENETUNREACH'})
}
net.Socket.prototype.connect = refuse('connect') as never
dns.lookup = refuse('lookup') as never
globalThis.fetch = refuse('fetch') as never
syncBuiltinESMExports()
