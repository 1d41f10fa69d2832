import type {Page} from 'puppeteer-core'
import type {Section} from '../../src/assessment.ts'
import {eachPassage} from '../../src/ledger.ts'
import {splitWords} from '../../src/normalise.ts'

/** The document's words on a page as a reader's tool would see them: those of `<main>` outside `[data-ours]`. */
export async function readPageWords(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => {
    const read = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? ''
      if (!(node instanceof HTMLElement)) return ' '
      // What explains a short form stands between the word and its full stop.
      if (node.hasAttribute('data-ours')) return node.classList.contains('gloss') ? '' : ' '
      if (node.tagName === 'BR') return ' '
      const inner = [...node.childNodes].map(read).join('')
      return ['SPAN', 'STRONG', 'A', 'SUP', 'EM'].includes(node.tagName) ? inner : ` ${inner} `
    }
    return read(document.querySelector('main') ?? document.body)
  })
  return splitWords(text)
}

const plain = (text: string) => text.replace(/[⁰¹²³⁴-⁹]/gu, (mark) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(mark)))

/** The words that the ledger counts as published. */
export const publishedWords = (sections: readonly Section[]): string[] =>
  [...eachPassage(sections)].flatMap(({passage}) => splitWords(plain(passage.text)))

/** Words that one list has more often than the other: `-lost`, `+added`. */
export function compareWords(
  expected: readonly string[],
  found: readonly string[],
  fold = (word: string) => word,
): string[] {
  const counts = new Map<string, number>()
  for (const word of found) counts.set(fold(word), (counts.get(fold(word)) ?? 0) + 1)
  for (const word of expected) counts.set(fold(word), (counts.get(fold(word)) ?? 0) - 1)
  return [...counts].filter(([, count]) => count !== 0).map(([word, count]) => `${count > 0 ? '+' : '-'}${word}`)
}
