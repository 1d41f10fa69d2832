import type {Line} from '../../normalise.ts'
import {endsSentence, groupAtBlanks, joinLines} from '../../outline.ts'
import {isAddressee, isClose} from '../letters.ts'
import {foldHeading} from '../reading.ts'
import {isDateLine, reportOf, services} from './parts.ts'
import {findSignature} from './signature.ts'

/** The stretches of a bound document, in its order; any may be empty. */
export interface Parts {
  readonly committee: readonly Line[]
  /** Above the letter, or above the review where there is no letter: nothing says who wrote it. */
  readonly above: readonly Line[]
  readonly letter: readonly Line[]
  /** Running text under the letter's end. */
  readonly below: readonly Line[]
  /** `undefined` when the document has none. */
  readonly review: readonly Line[] | undefined
}

/** `PERFORMANCE REVIEW REPORT 2003: …`; in prose the words go on as a sentence. */
export const reviewLine =
  /^(?:annex(?: \w)? )?performance review report\b(?! (?:is|was|will|has|which|that|to|and|of)\b)/

/** Bullets and rows are never headings, though an item may begin with a heading's words: `Services for adults can be …`. */
export const isShort = (line: Line): boolean => line.shape === 'text' && line.text.length < 90

/** Cuts a document into its parts; each but the review may be missing, and what no part claims stays apart. */
export function cutParts(lines: readonly Line[]): Parts {
  const found = findReview(lines)
  const front = lines.slice(0, found < 0 ? undefined : found)
  const review = found < 0 ? undefined : lines.slice(found)
  const letter = findLetter(front)
  const start = letter ? letter.start : front.length
  const isCommittee = front.slice(0, start).some((line) => isCommitteeSign(line) || isCommitteeHeading(line))
  if (isCommittee) return {committee: front.slice(0, start), above: [], ...cutFoot(front.slice(start)), review}
  const running = front.slice(0, start).some((_, index) => isRunningAt(front, index))
  // Short lines above a letter are its head; above the review they are its cover.
  if (running) return {committee: [], above: front.slice(0, start), ...cutFoot(front.slice(start)), review}
  if (letter) return {committee: [], above: [], ...cutFoot(front), review}
  return {committee: [], above: review ? [] : front, letter: [], below: [], review: review && [...front, ...review]}
}

/** Where the review begins; the committee report may name it or its services, so it is looked for behind the letter first. */
function findReview(lines: readonly Line[]): number {
  const salutation = lines.findIndex(isDear)
  const reviewFrom = (start: number) => {
    const isHeading = (test: (folded: string) => boolean) => (line: Line, index: number) =>
      index >= start && isShort(line) && test(foldHeading(line.text))
    const title = lines.findIndex(isHeading((folded) => reviewLine.test(folded)))
    return title >= 0 ? title : lines.findIndex(isHeading((folded) => services.some(({words}) => words.test(folded))))
  }
  const behindLetter = reviewFrom(Math.max(salutation, 0))
  return behindLetter < 0 ? reviewFrom(0) : behindLetter
}

const isDear = (line: Line) => line.shape === 'text' && /^Dear\s+\p{Lu}/u.test(line.text)

/** Words that only a letter to the council says. */
const letterWords =
  /\byou are (?:asked|expected|required|requested)\b|\byour (?:council|authority|area|department)\b|\bthank you for\b|\bthis letter (?:accompanies|sets out|summari[sz]es|gives|confirms|encloses)\b/i

/** Where a letter begins: at its date or its address, or its salutation; known by that, by its close or by its words. */
function findLetter(front: readonly Line[]): {readonly start: number} | undefined {
  const salutation = front.findIndex(isDear)
  if (salutation >= 0) {
    const from = Math.max(0, salutation - 25)
    const date = front.slice(from, salutation).findLastIndex(isDateLine)
    return {start: date < 0 ? salutation : from + date}
  }
  const from = front.findLastIndex(isCommitteeSign) + 1
  // A margin may part `You are` from `asked`.
  const hasWords = (line: Line, next?: Line) => letterWords.test(`${line.text} ${next?.text ?? ''}`)
  const at = front.findIndex((line, index) => index >= from && (hasWords(line, front[index + 1]) || isClose(line)))
  if (at < 0) return
  const head = front.findIndex(
    (line, index) => index >= from && index <= at && (isDateLine(line) || (line.shape === 'text' && isAddressee(line))),
  )
  if (head >= 0) return {start: head}
  if (from === 0) return {start: 0}
  // A committee's paper may say to its members what they are asked, so behind one a letter must look like a letter too.
  const own = front.slice(from)
  return own.some(isClose) || findSignature(own) ? {start: findGroupStart(front, at)} : undefined
}

const findGroupStart = (lines: readonly Line[], at: number) =>
  lines.slice(0, at).findLastIndex(({shape}) => shape === 'blank') + 1

/** The letter to its signature and the short lines under it; running text behind those is no part of it. */
function cutFoot(lines: readonly Line[]): {readonly letter: readonly Line[]; readonly below: readonly Line[]} {
  const signature = findSignature(lines)
  const end = signature ? lines.findIndex((_, index) => index >= signature.to && isRunningAt(lines, index)) : -1
  return end < 0 ? {letter: lines, below: []} : {letter: lines.slice(0, end), below: lines.slice(end)}
}

/** Whether a group of lines that says whole sentences begins here: no address, title or list of names does. */
export function isRunningAt(lines: readonly Line[], index: number): boolean {
  const [line, before] = [lines[index], lines[index - 1]]
  if (line === undefined || line.shape === 'blank' || (before !== undefined && before.shape !== 'blank')) return false
  const [group = []] = groupAtBlanks(lines.slice(index, index + 12))
  const {text} = joinLines(group)
  if (/^\W*(?:a\s+)?(?:copy|copied|copies|c\.?c\.?|enc)\b/i.test(text)) return false
  return (
    /(?:\p{Ll}+,?\s+){3}/u.test(text) && text.split(/\s+/u).length >= 8 && (endsSentence(text) || group.length > 11)
  )
}

const paperHeadings =
  /\b(?:purpose|recommendations?|background papers?|background documents?|implications?|consultations?|report author|decision|appendi)/i

/** What only a committee's paper prints: whose report it is, the committee, paragraphs with numbers, the headings of its form. */
function isCommitteeSign(line: Line): boolean {
  if (line.shape !== 'text') return false
  if (/^\d{1,2}\.\d{1,2}\.?\s+["“‘(]?\p{Lu}/u.test(line.text)) return true
  if (!isShort(line) || endsSentence(line.text)) return isCommitteeHeading(line) && paperHeadings.test(line.text)
  return (
    reportOf.test(line.text) ||
    /^(?:(?:report )?to:?\s+)?(?:the )?(?!chair|members?|clerk|copy)(?:[\p{Lu}&][\p{L}’',-]*\s+|(?:and|of|for)\s+){0,9}(?:sub-?)?committee$/iu.test(
      line.text,
    ) ||
    /^agenda item\b/i.test(line.text) ||
    (isCommitteeHeading(line) && paperHeadings.test(line.text))
  )
}

/** `1. Purpose of Report`, `DECISION STATUS`: numbered, or a bold line in capitals; `2.1 Since 2001 …` is a paragraph. */
export const isCommitteeHeading = (line: Line): boolean =>
  line.shape === 'text' &&
  isShort(line) &&
  ((/^\d{1,2}\.?\s+\p{Lu}[^.]*$/u.test(line.text) && (/^\d{1,2}\./.test(line.text) || paperHeadings.test(line.text))) ||
    (line.isStrong && /^[\p{Lu}\s]{8,}$/u.test(line.text) && /status|decision|appendi/i.test(line.text)))
