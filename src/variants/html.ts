import type {Data, Link, ListItem, Nodes, Root, Table} from 'mdast'
import type {Grade} from '../assessment.ts'
import {drawPicture} from './easy-read/pictures.ts'

export interface HtmlOptions {
  /** `/reports/`, or a whole address. */
  readonly prefix?: string
  /** Where a place of the page is, when it is cut into several files: `outcome-1` → `part-3.xhtml#outcome-1`. */
  readonly locate?: (id: string) => string
  /** Draws the grades that words tell of; without it there are the words alone. */
  readonly draw?: (grades: readonly Grade[]) => string
}

/**
 * Writes a tree as HTML. Text only ever becomes text: `<script>` in a document is shown, not run. Addresses that begin
 * with `/` get the path prefix; any other scheme than a fragment, https, mailto and tel is left out.
 */
export function toHtml(tree: Root, options: HtmlOptions = {}): string {
  const {prefix = '/', locate = (id) => `#${id}`, draw = () => ''} = options
  const base = prefix.replace(/\/$/, '')
  const writeAll = (nodes: readonly Nodes[], separator = ''): string => nodes.map(write).join(separator)

  const drawOf = ({data}: {readonly data?: Data | undefined}) => (data?.drawn ? draw(data.drawn) : '')

  function write(node: Nodes): string {
    switch (node.type) {
      case 'root':
        return writeAll(node.children, '\n')
      case 'text':
        return writeText(node.value)
      case 'break':
        return '<br>'
      case 'anchor':
        return `<span${attributes(node)}></span>`
      case 'ours':
        return `<span${attributes(node)} data-ours>${writeAll(node.children)}</span>`
      case 'strong':
        return `${drawOf(node)}<strong>${writeAll(node.children)}</strong>`
      case 'link':
        return writeLink(node, writeAll(node.children))
      case 'heading':
        return `<h${node.depth}${attributes(node)}>${writeAll(node.children)}</h${node.depth}>`
      case 'paragraph':
        return `<p${attributes(node)}>${drawOf(node)}${writeAll(node.children)}</p>`
      case 'blockquote':
        return `<blockquote${attributes(node)}>${writeAll(node.children)}</blockquote>`
      case 'list':
        return `<ul${attributes(node)}>${node.children.map(writeItem).join('')}</ul>`
      case 'table':
        return writeTable(node)
      case 'picture':
        return drawPicture(node.name)
      case 'group': {
        const label = node.label ? ` aria-label="${escapeHtml(node.label)}"` : ''
        return `<${node.tag} class="${escapeHtml(node.name)}"${attributes(node)}${label}>\n${writeAll(node.children, '\n')}\n</${node.tag}>`
      }
      default:
        throw new Error(`A page has no node of the type \`${node.type}\``)
    }
  }

  const writeItem = ({children, data}: ListItem) =>
    `<li${attributes({data})}>${children.map((child) => (child.type === 'paragraph' ? writeAll(child.children) : write(child))).join('')}</li>`

  function writeLink({url, data}: Link, inner: string): string {
    if (url.startsWith('#')) return `<a href="${escapeHtml(locate(url.slice(1)))}"${attributes({data})}>${inner}</a>`
    const address = url.startsWith('/') && !url.startsWith('//') ? `${base}${url}` : url
    return /^(?:\/(?!\/)|https:|mailto:|tel:)/.test(address)
      ? `<a href="${escapeHtml(address)}"${attributes({data})}>${inner}</a>`
      : inner
  }

  /** The first cell of a row is its header. The wrapper scrolls by keyboard, so that the page does not at 320 pixels. */
  function writeTable(node: Table): string {
    const {caption = '', hasHeader = false} = node.data ?? {}
    const [first, ...rest] = node.children
    const rows = hasHeader ? rest : node.children
    const head =
      hasHeader && first
        ? `<thead><tr>${first.children.map((cell) => `<th scope="col">${writeAll(cell.children)}</th>`).join('')}</tr></thead>`
        : ''
    const body = rows.map(({children}) => {
      const [header, ...cells] = children.map((cell) => writeAll(cell.children))
      return `<tr><th scope="row">${header ?? ''}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    })
    const shown = escapeHtml(caption)
    return `<section class="table-scroll" aria-label="${shown}" tabindex="0"><table${attributes(node)}><caption data-ours>${shown}</caption>${head}<tbody>${body.join('\n')}</tbody></table></section>`
  }

  return write(tree)
}

function attributes({data}: {readonly data?: Data | undefined}): string {
  const id = data?.id ? ` id="${escapeHtml(data.id)}"` : ''
  const name = data?.name ? ` class="${escapeHtml(data.name)}"` : ''
  const label = data?.label ? ` aria-label="${escapeHtml(data.label)}"` : ''
  return `${id}${name}${label}${data?.isOurs ? ' data-ours' : ''}`
}

const superscripts = /[⁰¹²³⁴-⁹]+/gu
const plainDigits: Readonly<Record<string, string>> = Object.fromEntries(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((mark, digit) => [mark, String(digit)]),
)

/**
 * A footnote mark becomes a real superscript, which readers can enlarge and screen readers announce. Marks that are piled on
 * a letter by the dozen, which no browser breaks, get places to break at.
 */
function writeText(value: string): string {
  return escapeHtml(value)
    .replace(superscripts, (marks) => `<sup>${[...marks].map((mark) => plainDigits[mark]).join('')}</sup>`)
    .replace(/\p{M}{6}(?=\p{M})/gu, '$&<wbr>')
}

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'}
/** Text as text in HTML, also within attributes. */
export const escapeHtml = (value: string) => value.replace(/[&<>"']/g, (character) => entities[character] ?? character)
