/** A share in words, and its exact value. */
export interface Share {
  /** `more than 9 out of every 10` */
  readonly share: string
  /** `94.4 out of 100` */
  readonly exact: string
}

/**
 * Tells a percentage by its size in words: rounded down, and then only with "more than"; "nearly all" from 95, "all"
 * for 100 alone. Below a tenth there is no round figure to give, and above 100 no share of a whole, so the exact one stands.
 */
export function softenPercent(percent: number): Share {
  const exact = `${percent} out of 100`
  const tenths = Math.floor(percent / 10)
  if (percent < 10 || percent > 100) return {share: exact, exact}
  if (percent === 100) return {share: 'all', exact}
  if (percent >= 95) return {share: 'nearly all', exact}
  if (percent === 50) return {share: 'half', exact}
  return {share: `${percent % 10 === 0 ? '' : 'more than '}${tenths} out of every 10`, exact}
}

/** `94.4%` → 94.4 */
export const readPercent = (printed: string): number => Number.parseFloat(printed)

const percentage = /(?<value>\d+(?:\.\d+)?) ?(?:%|per ?cent\b)/gi

/** What was made of the percentages of a text: the log by which the numbers in easy lines are allowed. */
export function logShares(text: string): {readonly printed: string; readonly share: Share}[] {
  return [...text.matchAll(percentage)].flatMap((match) => {
    const percent = Number(match.groups?.['value'])
    const share = softenPercent(percent)
    // "Nearly all" may also be told by its tenths.
    const byTenths = percent >= 95 && percent < 100 ? [{share: 'more than 9 out of every 10', exact: share.exact}] : []
    return [share, ...byTenths].map((each) => ({printed: match[0], share: each}))
  })
}
