import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/**
 * Everything that proves the project, in one run: types, lint, dead code, then the tests. The last line counts them
 * together: `N passed, N failed`.
 */
const folder = mkdtempSync(join(tmpdir(), 'plain-account-run-'))
const report = join(folder, 'report.json')
const bin = (name: string) => join('node_modules', '.bin', name)
const steps: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  ['Types', bin('tsc'), []],
  ['Lint and format', bin('biome'), ['ci', '--colors=off', '.']],
  ['Dead code and dependencies', bin('knip'), []],
]
let [passed, failed] = [0, 0]
for (const [name, command, args] of steps) {
  const {status} = spawnSync(command, args, {stdio: ['ignore', 'inherit', 'inherit']})
  console.log(`${status === 0 ? 'passed' : 'FAILED'}: ${name}`)
  if (status === 0) passed++
  else failed++
}
const tests = spawnSync(
  bin('vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  {
    stdio: ['ignore', 'inherit', 'inherit'],
  },
)
const counted = readReport()
passed += counted.passed
failed += counted.failed
// A run that ended before its report, or outside a test, is a failure too.
if (tests.status !== 0 && counted.failed === 0) failed++
rmSync(folder, {recursive: true, force: true})
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function readReport(): {readonly passed: number; readonly failed: number} {
  try {
    const {numPassedTests, numFailedTests} = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
    }
    return {passed: numPassedTests, failed: numFailedTests}
  } catch {
    return {passed: 0, failed: 0}
  }
}
