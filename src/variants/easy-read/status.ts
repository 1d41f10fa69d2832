import {formatDate} from '../phrases.ts'
import type {Explained} from './explain.ts'
import type {Chapter, Idea, Line, Status} from './line.ts'
import {type FittedOverrides, hashWords} from './overrides.ts'
import {say} from './sentences.ts'

/** Pins what a reader checks: every line, quotation, picture and explanation of a page, in their order. */
export function hashPage(chapters: readonly Chapter[], {terms, names}: Pick<Explained, 'terms' | 'names'>): string {
  const seen = chapters.flatMap(({question, ideas}) => [
    question,
    ...ideas.flatMap(({id, picture, title = '', lines, quote = ''}) => [
      id,
      picture,
      title,
      quote,
      ...lines.map(({text}) => text),
    ]),
  ])
  const explained = terms.flatMap((term) => [names.get(term) ?? term.term, ...term.lines])
  return hashWords([...seen, ...explained].join('\n'))
}

/**
 * Who stands behind a page, from the hashes alone: a check counts only for the page that was checked, and lines that a
 * person wrote only for the words that they were written for.
 */
export function findStatus(overrides: FittedOverrides | undefined, hash: string): Status {
  if (!overrides) return {letter: 'a'}
  const {by: role, date, checked, stale, fitting} = overrides
  if (stale.length > 0) return {letter: 'd', role: checked?.role ?? checked?.group ?? role, date: checked?.date ?? date}
  if (checked?.hash === hash) {
    if (checked.group) return {letter: 'c', group: checked.group, date: checked.date}
    return {letter: 'b', role: checked.role ?? role, date: checked.date}
  }
  return fitting.length > 0 ? {letter: 'a', wroteSome: {role, date}} : {letter: 'a'}
}

const pictures = {a: 'computer', b: 'person-checked', c: 'group-checked', d: 'report-changed'} as const

/** The status as an idea, for the first page and the foot. */
export const tellStatus = (status: Status): Idea => ({
  id: 'status',
  picture: pictures[status.letter],
  lines: statusLines(status),
})

function statusLines(status: Status): Line[] {
  switch (status.letter) {
    case 'a':
      return [say('by-computer'), ...(status.wroteSome ? [say('some-by-person')] : []), say('not-checked')]
    case 'b':
      return [say('by-person'), tellWhom(status.role, status.date), say('no-readers-yet')]
    case 'c':
      return [say('by-group'), tellWhom(status.group, status.date)]
    case 'd':
      return [say('by-person'), tellWhom(status.role, status.date), say('report-changed')]
  }
}

const tellWhom = (role: string, date: string): Line =>
  say('by-whom', {role: `${role[0]?.toUpperCase()}${role.slice(1)}`, date: formatDate(date)})

/** The status for the public data: what it is called there, and who checked. */
export function describeStatus(status: Status): {
  readonly status: 'drafted' | 'reviewed' | 'checked' | 'changed'
  readonly checkedBy: string | null
} {
  switch (status.letter) {
    case 'a':
      return {status: 'drafted', checkedBy: null}
    case 'b':
      return {status: 'reviewed', checkedBy: `${status.role}, ${status.date}`}
    case 'c':
      return {status: 'checked', checkedBy: `${status.group}, ${status.date}`}
    case 'd':
      return {status: 'changed', checkedBy: null}
  }
}
