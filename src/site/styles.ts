import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {compile, type Importer} from 'sass'
import {BuildStopped} from '../problem.ts'
import {type Look, writeLookModule} from './look.ts'

/** A file that browsers may keep for ever: its name changes with its content. */
export interface Asset {
  /** `report.css` */
  readonly name: string
  /** `/assets/fingerprinted/report.1f0c2a9b.css` */
  readonly path: string
  readonly content: Uint8Array
}

const weights = [400, 700]

/**
 * Compiles the style sheets (each `layouts/assets/<name>.scss`), and takes scripts, pictures and the typeface along. A page
 * loads one style sheet, made for its kind, so that a reader with a slow phone fetches no rule for another kind.
 */
export function makeAssets(root: string, look: Look): Asset[] {
  const folder = join(root, 'layouts/assets')
  const names = readdirSync(folder).sort()
  if (look.logo && !names.includes(look.logo))
    throw stop(`Unexpected logo \`${look.logo}\`, expected a file in layouts/assets/`, 'Put the picture there')
  const fonts = readTypeface(root, look)
  const read = (name: string) => readFileSync(join(folder, name))
  const pictures = names.filter((name) => /\.(?:svg|png)$/.test(name)).map((name) => fingerprint(name, read(name)))
  const styles = names
    .filter((name) => name.endsWith('.scss') && !name.startsWith('_'))
    .map((name) => {
      const {css} = compile(join(folder, name), {
        importers: [lookImporter(look)],
        loadPaths: [folder, join(root, 'node_modules')],
        style: 'compressed',
        charset: false,
        quietDeps: true,
      })
      return fingerprint(name.replace('.scss', '.css'), Buffer.from(linkFonts(css, fonts)))
    })
  const scripts = linkScripts(
    names.filter((name) => name.endsWith('.js')),
    (name) => read(name).toString('utf8'),
    styles,
  )
  return [...fonts, ...pictures, ...scripts, ...styles]
}

function readTypeface(root: string, {typeface}: Look): Asset[] {
  const name = typeface.package.replace('@fontsource/', '')
  return weights.map((weight) => {
    const file = join(root, `node_modules/${typeface.package}/files/${name}-latin-${weight}-normal.woff2`)
    if (!existsSync(file))
      throw stop(
        `Unexpected typeface \`${typeface.package}\`, expected an installed package with the weights ${weights.join(' and ')}`,
        `Run \`npm install ${typeface.package}\`, or choose a typeface that has a bold weight`,
      )
    return fingerprint(`typeface-${weight}.woff2`, readFileSync(file))
  })
}

const stop = (message: string, hint: string) =>
  new BuildStopped([
    {level: 'error', rule: 'bad-look', place: {file: 'content/_data/site.yaml', line: 1}, message, hint},
  ])

/** Lets style sheets say `@use "look"`. */
const lookImporter = (look: Look): Importer<'sync'> => ({
  canonicalize: (url) => (url === 'look' ? new URL('look:tokens') : null),
  load: () => ({contents: writeLookModule(look), syntax: 'scss'}),
})

/** Scripts name others and style sheets `'./reading.js'`; each gets the fingerprints of those that it names, and then its own. */
function linkScripts(names: readonly string[], read: (name: string) => string, styles: readonly Asset[]): Asset[] {
  const known = new Map(styles.map((style) => [style.name, style]))
  const link = (name: string): Asset => {
    const linked = read(name).replaceAll(/'\.\/([\w-]+\.(?:js|css))'/g, (_, other: string) => {
      const {path} = known.get(other) ?? link(other)
      return `'./${path.split('/').at(-1)}'`
    })
    const asset = fingerprint(name, Buffer.from(linked))
    known.set(name, asset)
    return asset
  }
  return names.map((name) => known.get(name) ?? link(name))
}

/** Style sheets name a font `typeface-400.woff2`; here it gets its fingerprint. */
const linkFonts = (css: string, fonts: readonly Asset[]): string =>
  fonts.reduce((text, {name, path}) => text.replaceAll(name, path.split('/').at(-1) ?? name), css)

function fingerprint(name: string, content: Uint8Array): Asset {
  const [, base, extension] = /^(.*)(\.\w+)$/.exec(name) ?? []
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8)
  return {name, path: `/assets/fingerprinted/${base}.${hash}${extension}`, content}
}
