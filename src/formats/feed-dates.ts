import {type Assessment, notStated} from '../assessment.ts'
import type {PublishedAssessment, WithdrawnReport} from '../publication.ts'

/**
 * When a report last changed for those who follow it: the latest of the date on the document, its release, and the day
 * that another took its place. A day alone is its first moment; where the document says only a month, or gives no date,
 * the first moment after that month, or after the period that it covers, since it cannot be older. The day of the build
 * is left out: a feed changes when a report does.
 */
export function findLastChange({assessment, record}: PublishedAssessment): string {
  const dates = [findWritten(assessment), record?.release?.when, record?.supersededBy?.when]
  return writeMoment(
    dates
      .filter((date) => date !== undefined)
      .sort()
      .at(-1) ?? unknown,
  )
}

/** A withdrawn report changed last when it was withdrawn. */
export const findWithdrawal = ({when}: WithdrawnReport): string => writeMoment(when)

/** Older than any report: the standard asks for a date, and a document that tells neither date nor period has none. */
const unknown = '1970-01-01'

const writeMoment = (date: string) => `${date}T00:00:00Z`

function findWritten({dated, period}: Pick<Assessment, 'dated' | 'period'>): string | undefined {
  return dated ? findDayAfter(dated) : period === notStated ? undefined : findDayAfterPeriod(period)
}

/** `2008-10-27` stays; `2024-09` → `2024-10-01`; `2024` → `2025-01-01`. */
function findDayAfter(date: string): string | undefined {
  const [year, month, day] = date.split('-')
  if (day) return date
  return year && writeDay(Number(year), month ? Number(month) + 1 : 13)
}

/** The years of these reports end on 31 March: `2009-10` → `2010-04-01`; `2024` → `2025-01-01`. */
function findDayAfterPeriod(period: string): string | undefined {
  const [, start] = /^(\d{4})-\d{2}$/.exec(period) ?? []
  if (start) return writeDay(Number(start) + 1, 4)
  return /^\d{4}$/.test(period) ? findDayAfter(period) : undefined
}

const writeDay = (year: number, month: number) => new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10)
