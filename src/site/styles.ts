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
  const others = names
    .filter((name) => /\.(?:js|svg)$/.test(name))
    .map((name) => fingerprint(name, readFileSync(join(folder, name))))
  const styles = names
    .filter((name) => name.endsWith('.scss') && !name.startsWith('_'))
    .map((name) => {
      const {css} = compile(join(folder, name), {
        loadPaths: [folder, join(root, 'node_modules')],
        style: 'compressed',
        charset: false,
        quietDeps: true,
      })
      return fingerprint(name.replace('.scss', '.css'), Buffer.from(linkFonts(css, fonts)))
    })
  return [...fonts, ...others, ...styles]
}

/** Style sheets name a font `atkinson-hyperlegible-next-400.woff2`; here it gets its fingerprint. */
function linkFonts(css: string, fonts: readonly Asset[]): string {
  return fonts.reduce((text, {name, path}) => text.replaceAll(name, path.split('/').at(-1) ?? name), css)
}

function fingerprint(name: string, content: Uint8Array): Asset {
  const [, base, extension] = /^(.*)(\.\w+)$/.exec(name) ?? []
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8)
  return {name, path: `/assets/fingerprinted/${base}.${hash}${extension}`, content}
}
