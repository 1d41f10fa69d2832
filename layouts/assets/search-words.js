// What the search makes of words, apart from any page: tested as it is.

/** Small letters and figures, with one space between; the same as in src/search/words.ts. */
export const normalise = (text) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

// Words of questions, which stand in every section or in none.
const small = new Set(
  'a about am an and any are as at be been but by can could did do does for from get give good had has have he help how i if in into is it its me my no not of off on or our should so tell than that the their them there they this to was we were what when where which who why will with would you your'.split(
    ' ',
  ),
)

/** `is "extra care" good for carers` → its phrases, its words, and those of them that say something. */
export function readQuery(query) {
  const phrases = [...query.matchAll(/["“”]([^"“”]+)["“”]/g)].map(([, phrase]) => phrase.trim()).filter(Boolean)
  const rest = query.replace(/["“”][^"“”]*["“”]?/g, ' ')
  const words = normalise(rest).split(' ').filter(Boolean)
  const telling = words.filter((word) => !small.has(word))
  return {phrases, words, telling: telling.length > 0 ? telling : words}
}

/**
 * Other words that mean the same as words of the query: `respite` for `break for carers`. Each with the query in which
 * they take their place. An exact phrase is meant as it stands.
 */
export function findSameWords(query, groups, limit = 6) {
  if (/["“”]/.test(query)) return []
  const typed = ` ${normalise(query)} `
  const found = groups.flatMap(({documents, people}) => {
    const said = [...people, ...documents]
      .filter((form) => typed.includes(` ${normalise(form)} `))
      .sort((a, b) => b.length - a.length)[0]
    if (!said) return []
    const others = documents.filter((form) => normalise(form) !== normalise(said) && !isPlural(form, said))
    return others.map((form) => ({said: normalise(said), form}))
  })
  // Of two that overlap the longer is meant: `old people's home`, and not `home`.
  const longest = found.filter(
    ({said}) => !found.some((other) => other.said !== said && ` ${other.said} `.includes(` ${said} `)),
  )
  const unique = [...new Map(longest.map((entry) => [normalise(entry.form), entry])).values()].slice(0, limit)
  return unique.map(({said, form}) => {
    const words = typed.replace(` ${said} `, ' ').trim()
    const quoted = form.includes(' ') ? `"${form}"` : form
    return {
      form,
      query: [
        readQuery(words)
          .telling.filter(() => words !== '')
          .join(' '),
        quoted,
      ]
        .filter(Boolean)
        .join(' '),
    }
  })
}

/** Pagefind finds both of `care home` and `care homes` by their stem. */
const isPlural = (a, b) => {
  const [one, other] = [normalise(a), normalise(b)].sort((x, y) => x.length - y.length)
  return other === `${one}s` || other === `${one}es`
}

/** The nearest word of the index, or nothing when the word is in it or none is near; `words` has the commonest first. */
export function findNearest(word, words) {
  if (word.length < 4 || /\d/.test(word)) return
  const allowed = word.length < 6 ? 1 : word.length < 10 ? 2 : 3
  let best
  let least = allowed + 1
  for (const other of words) {
    if (other === word) return
    if (Math.abs(other.length - word.length) >= least) continue
    // People seldom mistype the first letter, so that counts for a half more.
    const distance = measure(word, other, least) + (other[0] === word[0] ? 0 : 0.5)
    if (distance < least) {
      best = other
      least = distance
    }
  }
  return best
}

/** How many letters to change, put in, leave out or swap with their neighbour (optimal string alignment). */
function measure(a, b, limit) {
  let before = []
  let row = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        next[j] = Math.min(next[j], before[j - 2] + 1)
    }
    if (Math.min(...next) >= limit) return limit
    before = row
    row = next
  }
  return row[b.length]
}

/** Puts hits of several searches together, each record once with its best score; `weight` says how much a search counts. */
export function merge(lists) {
  const best = new Map()
  for (const {hits, weight} of lists) {
    const top = Math.max(...hits.map(({score}) => score), 1e-9)
    for (const hit of hits) {
      const score = (hit.score / top) * weight
      if (score > (best.get(hit.id)?.score ?? 0)) best.set(hit.id, {...hit, data: hit.data, score})
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

/** The number of a record, from the name that the build gave it: `en_000000a` → 10. */
export const numberOf = (id) => Number.parseInt(id.replace(/^.*_/, ''), 36)

/** A facet's runs as one value a record: -1 is none. */
export function unfold(runs) {
  const values = []
  for (let at = 0; at < runs.length; at += 2) for (let times = 0; times < runs[at]; times++) values.push(runs[at + 1])
  return values
}

/** Which records have what was chosen, and for each value of each facet how many would have it besides the rest. */
export function narrow(numbers, facets, chosen) {
  const names = Object.keys(facets)
  const isIn = (name, number) => !chosen[name]?.size || chosen[name].has(facets[name][number])
  const counts = Object.fromEntries(names.map((name) => [name, new Map()]))
  const kept = []
  for (const number of numbers) {
    const missing = names.filter((name) => !isIn(name, number))
    if (missing.length === 0) kept.push(number)
    // A value that is chosen besides others of its facet adds to them, so the facet itself does not narrow its counts.
    for (const name of names)
      if (missing.length === 0 || (missing.length === 1 && missing[0] === name)) {
        const value = facets[name][number]
        counts[name].set(value, (counts[name].get(value) ?? 0) + 1)
      }
  }
  return {kept, counts}
}
