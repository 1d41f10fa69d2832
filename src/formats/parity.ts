import type {Nodes} from 'mdast'
import {plainText} from '../variants/plain-text.ts'
import {listFindings, listGrades} from './facts.ts'
import type {ReportFormat} from './format.ts'
import type {Paper} from './paper.ts'
import {readCharacters} from './unshown.ts'

/**
 * Holds the words read back from a file against those it must carry: every character of its page, in its order, with
 * nothing between and nothing behind. Returns where they part, for whoever mends it; nothing when they agree.
 */
export function findDifference(format: ReportFormat, read: string, paper: Paper): string | undefined {
  const see = (words: string) => fold(words).replace(format.unread ?? never, '')
  const told = see(read)
  // Names of tables are ours, and not every kind of file has a place for them.
  const wanted = listWanted(format, paper).map(see)
  if (wanted.some((words) => (format.carries === 'every word' ? told.endsWith(words) : told === words))) return
  return describeDifference(told, wanted[0] ?? '')
}

function listWanted({carries, expects}: ReportFormat, paper: Paper): string[] {
  if (expects) return [expects(paper)]
  const {assessment} = paper.published
  switch (carries) {
    case 'every word':
      return [plainText(paper.body), spellTables(paper.body)]
    case 'grades':
      return [listGrades(assessment).join('\n')]
    case 'findings':
      return [listFindings(assessment).join('\n')]
    case 'grades and findings':
      return [[...listGrades(assessment), ...listFindings(assessment)].join('\n')]
  }
}

/** The words with the name of each table before it. */
function spellTables(node: Nodes): string {
  if (node.type === 'table') return `${node.data?.caption ?? ''}\n${plainText(node)}`
  if (node.type !== 'root' && node.type !== 'group') return plainText(node)
  return node.children.map(spellTables).join('\n')
}

/**
 * Characters without what a kind of file may set in another way: white space, the marks of lists, raised figures, which
 * some have as plain ones, and characters that they have no sign for. NFKC undoes ligatures.
 */
const fold = (text: string) =>
  readCharacters(text.replace(/[\s•\p{Default_Ignorable_Code_Point}]+/gu, ''))
    .normalize('NFKC')
    .replace(unseen, '')

const unseen = /[\s\p{Default_Ignorable_Code_Point}]+/gu
const never = /(?!)/g

/** The first characters that differ, with those around them. */
function describeDifference(told: string, wanted: string): string {
  const around = 30
  // Words before those of the page are allowed, so the longest beginning that is found counts.
  let [low, high] = [0, wanted.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (told.includes(wanted.slice(0, middle))) low = middle
    else high = middle - 1
  }
  const at = told.indexOf(wanted.slice(0, low)) + low
  const show = (text: string, from: number) => text.slice(Math.max(0, from - around), from + around) || 'nothing'
  return `Unexpected \`${show(told, at)}\`, expected \`${show(wanted, low)}\``
}
