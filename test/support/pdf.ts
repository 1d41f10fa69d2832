import {getDocumentProxy} from 'unpdf'

/** A part of the structure of a PDF: its role, and its words with those of the parts inside it. */
export interface Tagged {
  readonly role: string
  readonly text: string
  readonly page: number
  readonly children: readonly Tagged[]
}

/** A run of text where it stands: sizes and places in points, from the left edge of the sheet. */
export interface Run {
  readonly text: string
  readonly page: number
  readonly size: number
  readonly left: number
  readonly right: number
}

export interface InspectedPdf {
  readonly title: unknown
  readonly lang: unknown
  readonly isMarked: boolean
  readonly showsTitle: boolean
  readonly pages: number
  readonly width: number
  /** Titles of the bookmarks, each with its level from 1. */
  readonly bookmarks: readonly {readonly title: string; readonly level: number}[]
  readonly tags: readonly Tagged[]
  readonly runs: readonly Run[]
  /** Names of the fonts, and whether the file holds them. */
  readonly fonts: readonly {readonly name: string; readonly isEmbedded: boolean}[]
}

/** Takes a PDF apart as a screen reader or a checker would. */
export async function inspectPdf(bytes: Uint8Array): Promise<InspectedPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes), {verbosity: 0, fontExtraProperties: true})
  const {info} = await document.getMetadata()
  const details = info as Readonly<Record<string, unknown>>
  const preferences = (await document.getViewerPreferences()) as {readonly DisplayDocTitle?: boolean} | null
  const marks = (await document.getMarkInfo()) as {readonly Marked?: boolean} | null
  const tags: Tagged[] = []
  const runs: Run[] = []
  const fonts = new Map<string, boolean>()
  let width = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    width = page.getViewport({scale: 1}).width
    const {items} = await page.getTextContent({includeMarkedContent: true, disableNormalization: true})
    const words = new Map<string, string>()
    const open: (string | undefined)[] = []
    for (const item of items as readonly Item[]) {
      if (item.type === 'endMarkedContent') open.pop()
      else if (item.type !== undefined) open.push(item.id)
      else if (item.str !== undefined && item.transform) {
        const id = open.findLast((each) => each !== undefined)
        if (id) words.set(id, `${words.get(id) ?? ''}${item.str}${item.hasEOL ? '\n' : ''}`)
        const [a = 0, b = 0, , , left = 0] = item.transform
        if (item.str.trim())
          runs.push({text: item.str, page: number, size: Math.hypot(a, b), left, right: left + (item.width ?? 0)})
      }
    }
    await page.getOperatorList()
    for (const name of new Set((items as readonly Item[]).flatMap(({fontName}) => (fontName ? [fontName] : [])))) {
      const font = page.commonObjs.get(name) as {readonly name: string; readonly missingFile?: boolean}
      fonts.set(font.name, font.missingFile !== true)
    }
    const tree = (await page.getStructTree()) as Node | null
    if (tree) tags.push(toTagged(tree, words, number))
  }
  const outline = ((await document.getOutline()) ?? []) as readonly Bookmark[]
  await document.loadingTask.destroy()
  return {
    title: details['Title'],
    lang: details['Language'],
    isMarked: marks?.Marked === true,
    showsTitle: preferences?.DisplayDocTitle === true,
    pages: document.numPages,
    width,
    bookmarks: listBookmarks(outline, 1),
    tags,
    runs,
    fonts: [...fonts].map(([name, isEmbedded]) => ({name, isEmbedded})),
  }
}

/** Every part of a role, in the order of the document. */
export const findTags = (tags: readonly Tagged[], role: RegExp): Tagged[] =>
  tags.flatMap((tag) => [...(role.test(tag.role) ? [tag] : []), ...findTags(tag.children, role)])

interface Item {
  readonly type?: string
  readonly id?: string
  readonly str?: string
  readonly hasEOL?: boolean
  readonly transform?: readonly number[]
  readonly width?: number
  readonly fontName?: string
}

interface Node {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly Node[]
}

interface Bookmark {
  readonly title: string
  readonly items: readonly Bookmark[]
}

function toTagged({role = '', id, children = []}: Node, words: ReadonlyMap<string, string>, page: number): Tagged {
  const inner = children.map((child) => toTagged(child, words, page))
  const own = id ? (words.get(id) ?? '') : ''
  return {role, text: own + inner.map(({text}) => text).join(''), page, children: inner}
}

const listBookmarks = (items: readonly Bookmark[], level: number): {title: string; level: number}[] =>
  items.flatMap(({title, items: inner}) => [{title, level}, ...listBookmarks(inner, level + 1)])
