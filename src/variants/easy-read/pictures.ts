import {existsSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {isNode, LineCounter, parseDocument} from 'yaml'
import {z} from 'zod'
import {BuildStopped} from '../../problem.ts'

/** One picture of `content/plain-language/pictures.yaml`. */
const entry = z.strictObject({
  name: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  /** A few words for whoever draws or chooses it; readers never see them. */
  shows: z.string().min(1),
  from: z
    .string()
    .regex(
      /^(?:drawn|tabler\/[a-z0-9-]+|healthicons\/[a-z]+\/[\w-]+|picture\/[a-z-]+)$/,
      'expected `tabler/<icon>`, `healthicons/<group>/<icon>`, `picture/<name>` or `drawn`',
    ),
})

/** Where pictures come from: the text of a file of this project, of Tabler Icons or of Health Icons; nothing when there is none. */
export interface PictureFiles {
  readonly project: (file: string) => string | undefined
  readonly tabler: (icon: string) => string | undefined
  readonly healthicons: (icon: string) => string | undefined
}

const list = 'content/plain-language/pictures.yaml'

/** Draws a picture as inline SVG, hidden from assistive technology: the words beside it carry the meaning. */
export function drawPicture(name: string): string {
  const steps = readSteps(name)
  const svg = pictures().get(name) ?? (steps && drawSteps(steps))
  if (svg) return svg
  throw new Error(`Unexpected picture \`${name}\`, expected a name from ${list}`)
}

/** Whether there is a picture of this name, so that content may use it. */
export const hasPicture = (name: string) => pictures().has(name) || readSteps(name) !== undefined

/** The names of all pictures, in the order of the list; those of grades apart, which are as many as there are scales. */
export const listPictures = (): string[] => [...pictures().keys()]

let known: ReadonlyMap<string, string> | undefined

function pictures(): ReadonlyMap<string, string> {
  known ??= readPictures(installedFiles())
  return known
}

function installedFiles(): PictureFiles {
  const {resolve} = createRequire(import.meta.url)
  const reader = (folder: string) => (file: string) =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : undefined
  const tabler = reader(join(dirname(resolve('@tabler/icons/package.json')), 'icons/outline'))
  const healthicons = reader(join(dirname(resolve('healthicons/package.json')), 'public/icons/svg/outline'))
  return {
    project: reader(join(import.meta.dirname, '../../..')),
    tabler: (icon) => tabler(`${icon}.svg`),
    healthicons: (icon) => healthicons(`${icon}.svg`),
  }
}

/** Reads the list with its drawings; everything wrong with it is reported at once, each with its line. */
export function readPictures(files: PictureFiles): ReadonlyMap<string, string> {
  const lines = new LineCounter()
  const document = parseDocument(files.project(list) ?? '[]', {lineCounter: lines})
  const lineOf = (path: readonly PropertyKey[]) => {
    const node = document.getIn(path, true)
    return isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1
  }
  const stop = (path: readonly PropertyKey[], message: string, hint: string) =>
    ({level: 'error', rule: 'bad-picture', place: {file: list, line: lineOf(path)}, message, hint}) as const

  const {data: entries, error} = z.array(entry).safeParse(document.toJS())
  if (error)
    throw new BuildStopped(
      error.issues.map(({path, message}) =>
        stop(path, `Unexpected \`${path.join('.')}\`: ${message}`, 'The head of the file says what an entry holds'),
      ),
    )
  const origins = new Map(entries.map(({name, from}) => [name, from]))
  const drawn = entries.map(({name, from}, index) => {
    const [kind = '', other = ''] = from.startsWith('picture/')
      ? [origins.get(from.slice(8)), from.slice(8)]
      : [from, name]
    const svg = readDrawing(kind, other, files)
    if (entries.findIndex((each) => each.name === name) < index)
      return stop(
        [index, 'name'],
        `Unexpected second picture \`${name}\`, expected each name once`,
        'Take one of them out',
      )
    return (
      svg ??
      stop([index, 'from'], `Unexpected picture \`${from}\` for \`${name}\`, ${tellMissing(from, name)}`, wayOut(from))
    )
  })
  const problems = drawn.filter((each) => typeof each !== 'string')
  if (problems.length > 0) throw new BuildStopped(problems)
  return new Map(entries.map(({name}, index) => [name, String(drawn[index])]))
}

function tellMissing(from: string, name: string): string {
  if (from === 'drawn') return `expected our drawing in layouts/assets/pictures/${name}.svg`
  if (from.startsWith('picture/')) return 'expected a picture of this list that is not itself the same as another'
  return from.startsWith('tabler/') ? 'expected an outline icon of Tabler Icons' : 'expected an outline of Health Icons'
}

const wayOut = (from: string) =>
  from === 'drawn'
    ? 'Draw it on a grid of 24 with lines 1.5 wide, without colours or ids'
    : 'Look the name up in node_modules, or draw the picture and write `from: drawn`'

/** Health Icons draw their lines as shapes, 2 wide in 48 with a margin; cut and thickened a little, they look as wide as ours. */
function readDrawing(from: string, name: string, files: PictureFiles): string | undefined {
  const [set, ...rest] = from.split('/')
  const icon = rest.join('/')
  if (set === 'healthicons') {
    const shapes = files.healthicons(icon)?.replaceAll(/ (?:fill|fill-rule|clip-rule)="(?:currentColor|evenodd)"/g, '')
    return wrap(shapes, 'viewBox="3 3 42 42" fill="currentColor" fill-rule="evenodd" stroke-width=".6"')
  }
  return wrap(
    set === 'tabler'
      ? files.tabler(icon)
      : set === 'drawn'
        ? files.project(`layouts/assets/pictures/${name}.svg`)
        : undefined,
    'viewBox="0 0 24 24" fill="none" stroke-width="1.5"',
  )
}

/** One `<svg>` for all, whose attributes draw it in the colour of the text even where our style sheet is missing. */
function wrap(file: string | undefined, attributes: string): string | undefined {
  const shapes = file && /<svg[^>]*>(?<shapes>[\s\S]*)<\/svg>/.exec(file)?.groups?.['shapes']
  if (!shapes) return
  const tidy = shapes
    .replace(/<path[^>]*M0 0h24v24H0z[^>]*>/, '')
    .replaceAll(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
    .replace(/\s*\n\s*/g, '')
    .replaceAll(' />', '/>')
  return `<svg class="picture" ${attributes} width="96" height="96" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${tidy}</svg>`
}

interface Steps {
  readonly rank: number
  readonly of: number
}

/** Reads `grade-2-of-4`: the second best of four grades. */
function readSteps(name: string): Steps | undefined {
  const {rank, of} = /^grade-(?<rank>[1-9])-of-(?<of>[1-9])$/.exec(name)?.groups ?? {}
  const steps = {rank: Number(rank), of: Number(of)}
  return steps.rank <= steps.of ? steps : undefined
}

/**
 * Steps that rise from left to right. Those reached are filled and an arrow points at the last of them, so that place
 * and shape tell the grade and not colour alone: `grade-1-of-4` is the highest step.
 */
function drawSteps({rank, of}: Steps): string {
  const width = 20 / of
  const reached = of - rank
  const top = (index: number) => 21.5 - ((index + 1) / of) * 13.5
  const bars = Array.from({length: of}, (_, index) => {
    const [x, y] = [2 + (index + 0.2) * width, top(index)]
    const shape = `x="${short(x)}" y="${short(y)}" width="${short(0.6 * width)}" height="${short(21.5 - y)}"`
    return `<rect ${shape} stroke-width=".8"${index <= reached ? ' fill="currentColor"' : ''}/>`
  })
  const half = short(Math.min(2, 0.3 * width))
  const arrow = `<path d="M${short(2 + (reached + 0.5) * width)} ${short(top(reached) - 6.5)}v4.5m-${half}-${half} ${half} ${half} ${half}-${half}"/>`
  return wrap(`<svg>${bars.join('')}${arrow}</svg>`, 'viewBox="0 0 24 24" fill="none" stroke-width="1.5"') ?? ''
}

const short = (value: number) => String(Math.round(value * 10) / 10)
