import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {frameworks} from '../src/frameworks/index.ts'
import {readAs} from './support/golden-reading.ts'
import {randomDocument} from './support/random-document.ts'

/**
 * Prints how the time of reading grows with the text, for each family: seeds and random texts, once and sixteen times
 * over. Sixteen times the time is linear, 256 times would be the square. It asserts nothing: machines are shared.
 */
const times = 16
const seeds = readdirSync('seeds').filter((name) => name.endsWith('.txt'))
const texts: readonly (readonly [name: string, text: string])[] = [
  ...seeds.map((name) => [name, readFileSync(join('seeds', name), 'utf8')] as const),
  ...fc
    .sample(randomDocument(12_500), {seed: 20_240_901, numRuns: 3})
    .map((text, index) => [`random ${index + 1}`, text] as const),
]
for (const framework of frameworks) {
  for (const [name, text] of texts) {
    const once = measure(() => readAs(framework, text))
    const longer = measure(() => readAs(framework, `${text}\n\n`.repeat(times)))
    const size = `${Math.round(text.length / 1000)} KB`.padStart(6)
    console.log(
      `${framework.id.padEnd(14)} ${name.padEnd(26)} ${size}  ${once.toFixed(0).padStart(5)} ms  × ${(longer / once).toFixed(1).padStart(5)} for ${times} times the text`,
    )
  }
}

/** The median of three runs, in milliseconds of this process's own time. */
function measure(run: () => unknown): number {
  const taken = [0, 1, 2].map(() => {
    const before = process.cpuUsage()
    run()
    const {user, system} = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return taken.sort((a, b) => a - b)[1] ?? 0
}
