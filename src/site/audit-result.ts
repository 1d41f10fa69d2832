import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'
import type {Look} from './look.ts'

/** What the last audit of the whole site found: `content/_data/audit.yaml`, written by `npm run audit`. */
export const auditSchema = z.strictObject({
  /** Day of the audit. */
  tested: z.iso.date(),
  /** Whose site was tested, and where it stands: another site made with the same program was not. */
  organisation: z.string(),
  url: z.string(),
  /** Version of axe-core. */
  axe: z.string(),
  browser: z.string(),
  pages: z.int(),
  reports: z.int(),
  /** Pages times the ways to see them. */
  views: z.int(),
  /** In words for readers. */
  checks: z.array(z.string()).min(1),
  problems: z.int(),
  /** Problems that we know of and have not mended yet. */
  exceptions: z.array(z.strictObject({what: z.string(), why: z.string(), until: z.iso.date()})),
  /** Fingerprint of the design that was tested. */
  design: z.string().regex(/^[0-9a-f]{64}$/),
})

export type AuditResult = z.infer<typeof auditSchema>

// What decides how a page looks and works, whatever the documents say.
const parts = ['layouts', 'content', 'src/site', 'src/variants', 'src/search'] as const
const isDesign = (file: string) => /\.(?:njk|scss|js|ts|svg|png)$/.test(file)

/**
 * Takes a fingerprint of everything that decides how pages look and work, so that a statement about an earlier design is
 * never made about a later one.
 */
export function fingerprintDesign(root: string, look: Look): string {
  const hash = createHash('sha256')
  const files = parts.flatMap((part) =>
    readdirSync(join(root, part), {recursive: true, encoding: 'utf8'})
      .map((file) => `${part}/${file.replaceAll('\\', '/')}`)
      .filter(isDesign),
  )
  const {dependencies} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {dependencies: unknown}
  hash.update(JSON.stringify([look, dependencies]))
  for (const file of files.sort())
    hash
      .update(`${file}\n`)
      .update(readFileSync(join(root, file)))
      .update('\n')
  return hash.digest('hex')
}
