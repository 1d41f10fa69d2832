import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {compile} from 'sass'

/** A file that browsers may keep for ever: its name changes with its content. */
export interface Asset {
  /** `report.css` */
  readonly name: string
  /** `/assets/fingerprinted/report.1f0c2a9b.css` */
  readonly path: string
  readonly content: Uint8Array
}

const typeface = 'atkinson-hyperlegible-next'
const weights = [400, 700]

/**
 * Compiles the style sheets (each `layouts/assets/<name>.scss`), and takes scripts, pictures and the typeface along. A page
 * loads one style sheet, made for its kind, so that a reader with a slow phone fetches no rule for another kind.
 */
export function makeAssets(root: string): Asset[] {
  const folder = join(root, 'layouts/assets')
  const fonts = weights.map((weight) => {
    const file = `node_modules/@fontsource/${typeface}/files/${typeface}-latin-${weight}-normal.woff2`
    return fingerprint(`${typeface}-${weight}.woff2`, readFileSync(join(root, file)))
  })
  const names = readdirSync(folder).sort()
  const read = (name: string) => readFileSync(join(folder, name))
  const pictures = names.filter((name) => name.endsWith('.svg')).map((name) => fingerprint(name, read(name)))
  const scripts = names.filter((name) => name.endsWith('.js')).sort(byImports(read))
  const modules: Asset[] = []
  for (const name of scripts)
    modules.push(fingerprint(name, Buffer.from(linkAssets(read(name).toString('utf8'), modules))))
  const others = [...pictures, ...modules]
  const styles = names
    .filter((name) => name.endsWith('.scss') && !name.startsWith('_'))
    .map((name) => {
      const {css} = compile(join(folder, name), {
        loadPaths: [folder, join(root, 'node_modules')],
        style: 'compressed',
        charset: false,
        quietDeps: true,
      })
      return fingerprint(name.replace('.scss', '.css'), Buffer.from(linkAssets(css, fonts)))
    })
  return [...fonts, ...others, ...styles]
}

/** A script comes behind those that it imports, whose names it must know. */
const byImports = (read: (name: string) => Buffer) => (a: string, b: string) => {
  const imports = (name: string, other: string) => read(name).includes(`from './${other}'`)
  return Number(imports(a, b)) - Number(imports(b, a))
}

/** Style sheets name a font `atkinson-hyperlegible-next-400.woff2`, scripts a script; here it gets its fingerprint. */
function linkAssets(css: string, fonts: readonly Asset[]): string {
  return fonts.reduce((text, {name, path}) => text.replaceAll(name, path.split('/').at(-1) ?? name), css)
}

function fingerprint(name: string, content: Uint8Array): Asset {
  const [, base, extension] = /^(.*)(\.\w+)$/.exec(name) ?? []
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8)
  return {name, path: `/assets/fingerprinted/${base}.${hash}${extension}`, content}
}
