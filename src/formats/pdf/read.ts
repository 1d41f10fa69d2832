import {getDocumentProxy} from 'unpdf'

/** The words of a PDF in the order of its structure, a line a line; running titles and page numbers stay out. */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(bytes), {verbosity: 0})
  try {
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const {items} = await page.getTextContent({includeMarkedContent: true, disableNormalization: true})
      pages.push(joinItems(items as readonly Item[]))
      page.cleanup()
    }
    return pages.join('\n')
  } finally {
    await document.loadingTask.destroy()
  }
}

/** What pdf.js finds: text, or where a marked stretch begins and ends. */
type Item =
  | {readonly str: string; readonly hasEOL: boolean}
  | {readonly type: 'beginMarkedContent' | 'beginMarkedContentProps'; readonly tag: string | null}
  | {readonly type: 'endMarkedContent'}

function joinItems(items: readonly Item[]): string {
  const open: boolean[] = []
  return items
    .map((item) => {
      if ('str' in item) return open.includes(true) ? '' : item.str + (item.hasEOL ? '\n' : '')
      if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.tag === 'Artifact')
      return ''
    })
    .join('')
}
