import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {formatHeaders, type HeaderRule, headerRules} from '../../../src/site/headers.ts'

/** Reads the `[[headers]]` tables of netlify.toml, which are written in one plain form. */
function readNetlifyRules(): HeaderRule[] {
  const [, ...tables] = readFileSync('netlify.toml', 'utf8').split('[[headers]]')
  return tables.map((table) => {
    const [path = '', ...values] = [...table.matchAll(/^ +(?<name>[\w-]+) = "(?<value>.*)"$/gm)].map(
      (match) => match.groups ?? {},
    )
    return {
      path: typeof path === 'string' ? path : (path['value'] ?? ''),
      headers: Object.fromEntries(values.map(({name = '', value = ''}) => [name, value])),
    }
  })
}

test('netlify.toml sets the headers that _headers lists', () => {
  expect(readNetlifyRules()).toEqual(headerRules)
})

test('lets no inline script, no inline style and nothing from another site run', () => {
  const policy = headerRules[0]?.headers['Content-Security-Policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe-inline')
  expect(policy).not.toContain("'unsafe-eval'")
  expect(policy).not.toMatch(/https?:|\*/)
})

test('sets no header twice for one address, since a host would send both values', () => {
  const paths = headerRules.map(({path}) => path)
  const caching = headerRules.filter(({headers}) => headers['Cache-Control']).map(({path}) => path)
  for (const path of caching.filter((each) => each.endsWith('*')))
    expect(caching.filter((other) => other !== path && other.startsWith(path.slice(0, -1)))).toEqual([])
  expect(new Set(paths).size).toBe(paths.length)
})

test('keeps only files whose name changes with their content for a year', () => {
  const forAYear = headerRules.filter(({headers}) => headers['Cache-Control']?.includes('immutable'))
  expect(forAYear.map(({path}) => path)).toEqual(['/assets/fingerprinted/*', '/pagefind/index/*', '/pagefind/filter/*'])
})

test('writes the rules for a site that stands under a path', () => {
  const rules = [{path: '/*', headers: {'X-Content-Type-Options': 'nosniff'}}]
  expect(formatHeaders(rules, '/')).toBe('/*\n  X-Content-Type-Options: nosniff\n')
  expect(formatHeaders(rules, '/reports/')).toBe('/reports/*\n  X-Content-Type-Options: nosniff\n')
})
