import type {Nodes, Root} from 'mdast'
import {findExpansions, findUses} from '../acronyms.ts'
import type {Assessment} from '../assessment.ts'

/**
 * The document's words with each short form in full, as a voice should say it: `the JSNA` → `the Joint Strategic Needs
 * Assessment`. Where the document explains it, and in words of ours, it stays; one that nobody explains is spelt out by
 * the voice.
 */
export function speakAcronyms(body: Root, {acronyms}: Pick<Assessment, 'acronyms'>): Root {
  const meanings = new Map(acronyms.flatMap(({short, full}) => (full ? [[short.toUpperCase(), full] as const] : [])))

  const speak = (node: Nodes): Nodes => {
    if (node.type === 'text') return {...node, value: speakText(node.value)}
    if (!('children' in node) || node.type === 'ours' || ('data' in node && node.data?.isOurs)) return node
    // What stands behind a first use on the page is said in its place.
    const children = node.children.filter((child) => !(child.type === 'ours' && child.data?.name === 'gloss'))
    return {...node, children: children.map(speak)} as Nodes
  }

  function speakText(text: string): string {
    const explained = new Set(findExpansions(text).map(({at}) => at))
    const uses = findUses(text).filter(({at, key}) => meanings.has(key) && !explained.has(at))
    return uses.toReversed().reduce((spoken, {key, short, at, to}) => {
      const ending = text.slice(at + short.length, to)
      return `${spoken.slice(0, at)}${meanings.get(key)}${ending}${spoken.slice(to)}`
    }, text)
  }

  return speak(body) as Root
}
