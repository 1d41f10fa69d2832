import type {Passage, Place} from '../../assessment.ts'
import type {Line} from '../../normalise.ts'
import {isCutShort, spanPlaces} from '../../outline.ts'
import {readDate, readPeriod, readYear} from '../dates.ts'
import {foldHeading} from '../reading.ts'
import {isRunning} from './headings.ts'
import {readNumbering} from './numbering.ts'

/** The lines before running text begins: a title page, the head of a letter or of a committee's paper. */
export function readOpening(lines: readonly Line[]): Line[] {
  const end = lines.findIndex((line, index) => isRunning(line, lines[index + 1]))
  return lines
    .slice(0, end < 0 ? undefined : end)
    .filter(({shape}) => shape !== 'blank')
    .slice(0, 40)
}

const sectionNames =
  /^(?:(?:executive )?summary|introduction|background|contents|foreword|preface|purpose(?: of (?:the )?report)?|overview|welcome)$/

// The label of a committee's form.
const label = /^(?:(?:report )?title|subject)\s*:\s*/i

const documentName =
  /\b(?:report|review|assessment|account|inspection|evaluation|audit|survey|plan|strategy|statement|follow-up|visit|update|summary)\b/i

/** The first short line that names a document, or else the first, in a letter the first under its salutation, that is not just a council's name, a date, an address or the name of a first section. */
export function findTitle(opening: readonly Line[], council: Passage | undefined): Passage | undefined {
  const salutation = opening.findIndex(({text}) => /^dear\b/i.test(text))
  const candidates = opening.filter(
    (line, index) =>
      index > salutation &&
      line.shape === 'text' &&
      line.text.length <= 120 &&
      /\p{L}{3}/u.test(line.text) &&
      foldHeading(line.text) !== foldHeading(council?.text ?? '') &&
      !sectionNames.test(foldHeading(line.text)) &&
      !readNumbering(line.text) &&
      !/^(?:dear|to|from|tel|email|date|report (?:of|to|by)|author|agenda)\b|[@:;,]$|\.$/i.test(line.text) &&
      !(readDate(line.text) && line.text.length < 30) &&
      !/\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b/.test(line.text),
  )
  const line = candidates.find(({text}) => documentName.test(text)) ?? candidates[0]
  if (!line) return
  const next = opening[opening.indexOf(line) + 1]
  const isWrapped =
    next?.shape === 'text' && next.place.line === line.place.line + 1 && isCutShort(line.text, next.text)
  const text = line.text.replace(label, '')
  return isWrapped && line.text.length + next.text.length < 150
    ? {text: `${text} ${next.text}`, place: spanPlaces([line.place, next.place])}
    : {text, place: line.place}
}

/** A period, and where it was read when a date had to do for it. */
export interface FoundPeriod {
  readonly period?: string
  readonly dated?: string
  readonly inferredFrom?: Place
}

/** `2022/23` or `2023` in the title or in a line before the text; else the year of the date there, which is a guess. */
export function findPeriod(opening: readonly Line[], title: Passage | undefined): FoundPeriod {
  const passages = [...(title ? [title] : []), ...opening]
  const date = opening.map(({text, place}) => ({dated: readDate(text), place})).find(({dated}) => dated)
  const dated = date?.dated
  const printed =
    passages.map(({text}) => readPeriod(text)).find(Boolean) ??
    (title ? readYear(title.text) : undefined) ??
    opening.map(({text}) => /^(?:19|20)\d{2}$/.exec(text)?.[0]).find(Boolean)
  if (printed) return {period: printed, ...(dated ? {dated} : {})}
  return date && dated ? {period: dated.slice(0, 4), dated, inferredFrom: date.place} : {}
}

const named = /^(?:report by|report authors?|report of|authors?|written by|prepared by)\s*:\s*(?<author>.{3,120})$/i
const spoken = /^(?:written|prepared) by (?<author>\p{Lu}.{2,100}|the \p{Lu}.{2,100})$/u
// `Report of the Inspection of Adult Services` names no author, so an office must be named.
const office =
  /^(?:joint )?report (?:of|by|from) (?:the )?(?<author>(?:\p{L}+ ){0,4}(?:director|head|chief|officer|manager|commissioners?|inspectorate|executive|leader|secretary|chair|member|board)\b.{0,100})$/iu

/** `Report of the Director of Adult Social Care`, `Author: …`: who the document plainly says wrote it. */
export function findAuthor(opening: readonly Line[]): Passage | undefined {
  for (const {shape, text, cells, place} of opening) {
    const line = shape === 'row' ? `${cells[0]?.replace(/:$/, '')}: ${cells.slice(1).filter(Boolean).join(' ')}` : text
    const author = (named.exec(line) ?? spoken.exec(line) ?? office.exec(line))?.groups?.['author']?.trim()
    if (author && !/[.!?]$/.test(author)) return {text: author, place}
  }
  return
}
