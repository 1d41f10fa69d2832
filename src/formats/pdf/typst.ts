import {join} from 'node:path'
import {type Made, ToolMissing} from '../format.ts'
import {nameCharacter} from '../unshown.ts'
import {readFonts} from './fonts.ts'

/** Folder of the templates. */
export const printFolder = join(import.meta.dirname, '../../../layouts/print')

type Compiler = import('@myriaddreamin/typst-ts-node-compiler').NodeCompiler
let opened: Promise<Compiler> | undefined

/**
 * Sets data with a template (`large-print.typ`) and exports it as PDF/UA-1. Typst refuses what the standard forbids: no
 * title, a skipped level of headings, a picture without words.
 */
export async function setPrint(template: string, data: unknown): Promise<Made> {
  opened ??= openCompiler()
  const compiler = await opened
  try {
    return exportPrint(compiler, template, data)
  } catch (error) {
    const unshown = listUnshown(error)
    if (unshown.size === 0) throw error
    return exportPrint(compiler, template, nameCharacters(data, unshown))
  } finally {
    // Typst keeps what it set for the next time; reports have little in common.
    compiler.evictCache(1)
  }
}

function exportPrint(compiler: Compiler, template: string, data: unknown): Made {
  const compiled = compiler.compile({
    mainFilePath: join(printFolder, template),
    inputs: {data: JSON.stringify(data)},
    resetRead: false,
  })
  const document = compiled.result
  if (!document) {
    const faults = compiler.fetchDiagnostics(compiled.takeDiagnostics() as never) as {message: string}[]
    throw new Error(`layouts/print/${template}: ${faults.map(({message}) => message).join('; ')}`)
  }
  return {bytes: compiler.pdf(document, {pdfStandard: 'ua-1'}), pages: document.numOfPages}
}

/** The characters that Typst has no font for, as its refusal prints them: ``the text `"👩"` could not be displayed``. */
function listUnshown(error: unknown): Set<string> {
  const texts = [...String(error).matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)]
  return new Set(
    texts.flatMap(([, printed = '']) => [
      ...printed.replace(/\\+u\{([\da-f]+)\}/g, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16))),
    ]),
  )
}

/** The same data with such characters by their numbers; those that nobody sees, such as joiners of emoji, go. */
function nameCharacters(data: unknown, unshown: ReadonlySet<string>): unknown {
  if (typeof data === 'string')
    return [...data]
      .map((character) => {
        if (!unshown.has(character)) return character
        return /\p{Default_Ignorable_Code_Point}/u.test(character) ? '' : nameCharacter(character)
      })
      .join('')
  if (Array.isArray(data)) return data.map((item) => nameCharacters(item, unshown))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, nameCharacters(value, unshown)]))
}

async function openCompiler(): Promise<Compiler> {
  try {
    const {NodeCompiler} = await import('@myriaddreamin/typst-ts-node-compiler')
    return NodeCompiler.create({workspace: printFolder, fontArgs: [{fontBlobs: readFonts()}]})
  } catch (error) {
    throw new ToolMissing(
      'Typst',
      'Install the optional packages too: run `npm ci` without `--omit=optional`, on a system that @myriaddreamin/typst-ts-node-compiler is made for',
      {cause: error},
    )
  }
}
