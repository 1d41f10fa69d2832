import type {
  Blockquote,
  Data,
  Heading,
  Link,
  List,
  Paragraph,
  Parent,
  PhrasingContent,
  Root,
  RootContent,
  Strong,
  Table,
  TableRow,
  Text,
} from 'mdast'
import type {Grade} from '../assessment.ts'

/** A stretch of a page that looks and reads as one thing: the grades, the contents, a list of findings. */
export interface Group extends Parent {
  type: 'group'
  /** Class of the element: `findings findings-strength`. */
  name: string
  tag: 'div' | 'section' | 'nav' | 'aside'
  /** For assistive technology, where no heading names it. */
  label?: string
  children: RootContent[]
}

/** Words of ours inside a line of the document's. */
export interface Ours extends Parent {
  type: 'ours'
  children: PhrasingContent[]
}

/** A drawing that helps to read; the words beside it carry the meaning. */
export interface Picture {
  type: 'picture'
  name: string
}

/** A place inside a line to link to. */
export interface Anchor {
  type: 'anchor'
  data: Data
}

declare module 'mdast' {
  interface RootContentMap {
    anchor: Anchor
    group: Group
    ours: Ours
    picture: Picture
  }
  interface PhrasingContentMap {
    anchor: Anchor
    ours: Ours
  }
  interface BlockContentMap {
    group: Group
    picture: Picture
  }
  interface Data {
    /** Anchor. */
    id?: string
    /** Words of ours, not of the document. */
    isOurs?: boolean
    /** Of a table: what it shows. */
    caption?: string
    /** Of a table: its first row names the columns. */
    hasHeader?: boolean
    /** Of a paragraph, a link or words of ours: its class. */
    name?: string
    /** Of a paragraph or of strong words: the grades that a page may draw before them; the words say the same. */
    drawn?: readonly Grade[]
    /** Of a link: its name for assistive technology, where its words alone say too little. */
    label?: string
  }
}

export const root = (children: RootContent[]): Root => ({type: 'root', children})
export const text = (value: string): Text => ({type: 'text', value})
export const strong = (value: string): Strong => ({type: 'strong', children: [text(value)]})
export const ours = (...children: (string | PhrasingContent)[]): Ours => ({
  type: 'ours',
  children: children.map(toPhrasing),
})
/** Words of ours that are heard, not seen. */
export const hidden = (value: string): Ours => ({type: 'ours', children: [text(value)], data: {name: 'hidden'}})
export const link = (url: string, value: string, ...heard: Ours[]): Link => ({
  type: 'link',
  url,
  children: [text(value), ...heard],
})

/** Words of the document; printed line breaks stay. */
export function words(value: string): PhrasingContent[] {
  return value
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => (index === 0 ? [text(line)] : [{type: 'break'}, text(line)]))
}

const toPhrasing = (child: string | PhrasingContent): PhrasingContent =>
  typeof child === 'string' ? text(child) : child

/** A heading of the document's words; one of ours with `isOurs`. Levels past 6 stay 6. */
export function heading(
  level: number,
  children: string | PhrasingContent[],
  marks: {id?: string; isOurs?: boolean} = {},
): Heading {
  const depth = Math.min(level, 6) as Heading['depth']
  return {type: 'heading', depth, children: typeof children === 'string' ? [text(children)] : children, data: marks}
}

/** A paragraph of ours. */
export const note = (...children: (string | PhrasingContent)[]): Paragraph => ({
  type: 'paragraph',
  children: children.map(toPhrasing),
  data: {isOurs: true},
})

export const list = (
  items: readonly (readonly PhrasingContent[])[],
  {isOurs, ids = []}: {isOurs?: boolean /** Anchors of the items. */; ids?: readonly (string | undefined)[]} = {},
): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: items.map((children, index) => ({
    type: 'listItem',
    spread: false,
    children: [{type: 'paragraph', children: [...children]}],
    ...(ids[index] ? {data: {id: ids[index]}} : {}),
  })),
  data: isOurs ? {isOurs} : {},
})

export const quote = (children: Blockquote['children'], marks: {isOurs?: boolean} = {}): Blockquote => ({
  type: 'blockquote',
  children,
  data: marks,
})

export function table(
  rows: readonly (readonly PhrasingContent[][])[],
  marks: {caption: string; hasHeader: boolean; isOurs?: boolean},
): Table {
  const children = rows.map(
    (cells): TableRow => ({type: 'tableRow', children: cells.map((cell) => ({type: 'tableCell', children: cell}))}),
  )
  return {type: 'table', children, data: marks}
}

export function group(
  name: string,
  children: RootContent[],
  marks: {tag?: Group['tag']; label?: string; isOurs?: boolean; id?: string} = {},
): Group {
  const {tag = 'div', label, isOurs, id} = marks
  return {
    type: 'group',
    name,
    tag,
    children,
    data: {...(isOurs ? {isOurs} : {}), ...(id ? {id} : {})},
    ...(label ? {label} : {}),
  }
}

export const picture = (name: string): Picture => ({type: 'picture', name})

export type {PhrasingContent, Root, RootContent}
