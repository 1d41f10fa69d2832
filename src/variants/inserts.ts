import type {Text} from '../texts.ts'
import {ours, type PhrasingContent, words} from './tree.ts'

/** Something of ours that is put into the document's words, or around them, without changing them. */
export type Insert =
  | {
      /** The superscript from `at` to `to` becomes a link to its note. */
      readonly kind: 'reference'
      readonly at: number
      readonly to: number
      readonly id: string
      readonly url: string
      /** As it is spoken: `Footnote 3`. */
      readonly label: string
    }
  /** The number of a paragraph becomes a link to the paragraph, so that it can be copied and sent. */
  | {readonly kind: 'number'; readonly at: number; readonly to: number; readonly id: string}
  /** What the short form before it stands for. */
  | {readonly kind: 'gloss'; readonly at: number; readonly to: number; readonly full: string}
  /** A place to link to. */
  | {readonly kind: 'anchor'; readonly at: number; readonly to: number; readonly id: string}

/** What is put into the words of each part of the model; of a row, by cell. */
export type Inserts = ReadonlyMap<object, readonly (Insert & {readonly cell?: number})[]>

/** Sorts what is put into words by the part of the model that holds them. */
export function gather(placed: readonly (readonly [Text, Insert])[]): Inserts {
  const inserts = new Map<object, (Insert & {readonly cell?: number})[]>()
  for (const [{owner, cell}, insert] of placed) {
    const own = inserts.get(owner) ?? []
    inserts.set(owner, own)
    own.push({...insert, ...(cell === undefined ? {} : {cell})})
  }
  return inserts
}

/** The document's words as nodes, with what is put into them; `lay` sets them and must keep their length. */
export function tellWords(text: string, inserts: readonly Insert[], lay: (text: string) => string): PhrasingContent[] {
  const set = lay(text)
  const laid = set.length === text.length ? set : text
  let last = 0
  const nodes = inserts
    .toSorted((a, b) => a.at - b.at)
    .flatMap((insert): PhrasingContent[] => {
      const before = laid.slice(last, insert.at)
      last = Math.max(last, insert.to)
      return [...(before ? words(before) : []), tellInsert(insert, laid)]
    })
  const rest = laid.slice(last)
  return [...nodes, ...(rest || nodes.length === 0 ? words(rest) : [])]
}

function tellInsert(insert: Insert, laid: string): PhrasingContent {
  if (insert.kind === 'anchor') return {type: 'anchor', data: {id: insert.id}}
  if (insert.kind === 'number')
    return {
      type: 'link',
      url: `#${insert.id}`,
      children: words(laid.slice(insert.at, insert.to)),
      data: {name: 'number'},
    }
  if (insert.kind === 'gloss') return {...ours(` [${insert.full}]`), data: {name: 'gloss'}}
  const {id, url, label, at, to} = insert
  return {type: 'link', url, children: words(laid.slice(at, to)), data: {id, name: 'ref', label}}
}
