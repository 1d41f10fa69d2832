import {foldHeading} from '../reading.ts'

/** `Key strengths` or `Key Areas for Development`, alone in a line. */
export function readFindingKind(text: string): 'strength' | 'improvement' | undefined {
  const folded = foldHeading(text)
  if (/^(?:key )?strengths$/.test(folded)) return 'strength'
  return /^(?:key )?areas for (?:development|improvement)$/.test(folded) ? 'improvement' : undefined
}
