import type {Problem} from '../problem.ts'

const periodForm = String.raw`\b(?<from>(?:19|20)\d{2})\s*[/–-]\s*(?<to>(?:(?:19|20)?\d{2}))\b`

/** `2009/10`, `2009-2010`, `2009 – 10` → `2009-10`. */
export function readPeriod(text: string): string | undefined {
  return toPeriod(new RegExp(periodForm, 'u').exec(text))
}

/** Every period that a text names, each once, in order. */
export function readPeriods(text: string): string[] {
  const found = text.matchAll(new RegExp(periodForm, 'gu'))
  return [...new Set([...found].flatMap((match) => toPeriod(match) ?? []))]
}

/** The period of a report by its titles: of several in one, such as over two columns of grades, the last is its own. */
export function findPeriod(titles: readonly string[]): string | undefined {
  const named = titles.map(readPeriods)
  return named.find(({length}) => length === 1)?.[0] ?? named.flat().sort().at(-1)
}

function toPeriod(match: RegExpExecArray | null): string | undefined {
  const {from, to} = match?.groups ?? {}
  if (!from || !to) return
  // `2009-2019` is a plan's span, not a year of assessment.
  return (Number(from) + 1) % 100 === Number(to.slice(-2)) ? `${from}-${to.slice(-2)}` : undefined
}

/** The document prints no period of its own. */
export const periodInferred = (file: string, period: string, from: string): Problem => ({
  level: 'note',
  rule: 'period-inferred',
  place: {file, line: 1},
  message: `Unexpected document that names no period, expected one; ${period} is taken from ${from}`,
  hint: 'When it covers another period, write `period:` into its record in content/records/',
})

const months = 'January February March April May June July August September October November December'.split(' ')
const dayAndMonth = new RegExp(
  `\\b(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+)?(?<month>${months.join('|')}),?\\s+(?<year>(?:19|20)\\d{2})\\b`,
  'i',
)

/** `27th October 2008` → `2008-10-27`; `September 2024` → `2024-09`. */
export function readDate(text: string): string | undefined {
  const {day, month, year} = dayAndMonth.exec(text)?.groups ?? {}
  if (!month || !year) return
  const number = months.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1
  const monthly = `${year}-${String(number).padStart(2, '0')}`
  return day ? `${monthly}-${day.padStart(2, '0')}` : monthly
}

/** The one year that a title names; that of a law, `Care Act 2014`, is not the report's. */
export function readYear(title: string): string | undefined {
  const years = [...title.matchAll(/(?<!\b(?:Act|Order|Regulations|Code)\s)\b(?:19|20)\d{2}\b/g)].map(([year]) => year)
  return new Set(years).size === 1 && !readDate(title) ? years[0] : undefined
}

const dateLabel =
  /^(?:(?:last )?(?:published|updated|issued|revised)|(?:final )?version(?: \d+(?:\.\d+)*)?|date(?:d| of publication)?)\b[\s:,–-]*(?:(?:in|on)\s+)?/i
const dateAlone = new RegExp(
  `^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(?:${months.join('|')}),?\\s+(?:19|20)\\d{2}[.)]?$`,
  'i',
)

/** A date that stands alone in a line, or behind `Published`, `Version 2` or `Updated`; one in running text dates nothing. */
export function readOwnDate(text: string): string | undefined {
  return dateAlone.test(text.replace(dateLabel, '').trim()) ? readDate(text) : undefined
}

/** Whether a line says what a date in it is: `Updated: June 2024`. */
export const isDateLabelled = (text: string): boolean => dateLabel.test(text)
