import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'

/*
 * Loaded before a build: from the operation that FAIL_AFTER names on, every write below FAIL_BELOW fails as it would on a
 * full or locked disk, with the code of FAIL_CODE; with FAIL_ONLY, only operations of that name count and fail.
 */
const below = process.env['FAIL_BELOW'] ?? '/'
const code = process.env['FAIL_CODE'] ?? 'ENOSPC'
const only = process.env['FAIL_ONLY']
let left = Number(process.env['FAIL_AFTER'] ?? 0)

type Operation = (...args: unknown[]) => unknown

function refuse(path: unknown, syscall: string): void {
  if (!String(path).startsWith(below) || String(path).endsWith('.lock') || left-- > 0) return
  throw Object.assign(new Error(`${code}: the test refuses, ${syscall} '${path}'`), {code, syscall, path: String(path)})
}

function wrap(owner: Record<string, unknown>, name: string, pathAt: number): void {
  const real = owner[name] as Operation
  owner[name] = function (this: unknown, ...args: unknown[]) {
    const isWrite = name !== 'open' && name !== 'openSync' ? true : /[wa+]/.test(String(args[1] ?? 'r'))
    const last = args.at(-1)
    if (isWrite && (!only || only === name)) {
      try {
        refuse(args[pathAt], name)
      } catch (error) {
        if (owner === (fs.promises as unknown)) return Promise.reject(error)
        if (typeof last === 'function' && !name.endsWith('Sync')) return void setImmediate(() => last(error))
        throw error
      }
    }
    return real.apply(this, args)
  }
}

const names = ['writeFile', 'mkdir', 'open', 'copyFile', 'rename'] as const
for (const name of names) {
  const at = name === 'copyFile' || name === 'rename' ? 1 : 0
  wrap(fs as unknown as Record<string, unknown>, name, at)
  wrap(fs as unknown as Record<string, unknown>, `${name}Sync`, at)
  wrap(fs.promises as unknown as Record<string, unknown>, name, at)
}
syncBuiltinESMExports()
