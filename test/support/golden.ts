import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {expect} from 'vitest'

/** Compares text with a golden file; with `UPDATE=1` writes the file instead, for a person to read the difference. */
export function checkGolden(file: string, text: string): void {
  if (process.env['UPDATE'] === '1') {
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, text)
  } else if (!existsSync(file)) throw new Error(`There is no golden file ${file}: write it with UPDATE=1 and read it`)
  expect(text, `differs from ${file}; when the change is meant, write it with UPDATE=1 and read the difference`).toBe(
    readFileSync(file, 'utf8'),
  )
}
