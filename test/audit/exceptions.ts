import {z} from 'zod'
import type {Finding} from './audit-page.ts'

/** A problem that we know of: `test/audit/exceptions.yaml`. */
export const exceptionsSchema = z.array(
  z.strictObject({
    check: z.string(),
    /** Part of the address of the pages it is about: `/source/`. */
    page: z.string(),
    /** Part of what is found. */
    found: z.string().min(3),
    /** For readers of the accessibility statement. */
    what: z.string(),
    why: z.string(),
    /** From the next day on it is a finding like any other. */
    until: z.iso.date(),
  }),
)
export type Exception = z.infer<typeof exceptionsSchema>[number]

/** Parts findings into those that an exception names and all others. */
export function excuse(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
  today: string,
): {readonly open: Finding[]; readonly used: Exception[]} {
  const valid = exceptions.filter(({until}) => until >= today)
  const fits = ({check, page, what}: Finding) =>
    valid.find((each) => each.check === check && page.includes(each.page) && what.includes(each.found))
  return {
    open: findings.filter((finding) => !fits(finding)),
    used: valid.filter((exception) => findings.some((finding) => fits(finding) === exception)),
  }
}
