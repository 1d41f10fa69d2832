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

/** A query as Pagefind reads it: in its index `CareFirst` is two words in a row, and so is `self-directed`. */
export const prepare = (query) =>
  query
    .split(/(["“”][^"“”]*["“”]?)/)
    .map((part, at) => {
      if (at % 2 === 1) return part.replace(/[“”]/g, '"')
      const apart = part.replace(
        /\b[A-Z]?[a-z]{3,}(?:[A-Z][a-z]{2,})+\b/g,
        (name) => `"${name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')}"`,
      )
      return apart.replace(/[-‐–/]/g, ' ')
    })
    .join('')
    .trim()

/**
 * Other words that mean the same as words of the query: `respite` for `break for carers`; each with the query in which
 * they take their place. `phrase` is set when all of the query is such words, and `isOnlyPeoples` when no document says
 * them. An exact phrase is meant as it stands.
 */
export function findSameWords(query, groups, limit = 6) {
  if (/["“”]/.test(query)) return {also: []}
  const typed = ` ${normalise(query)} `
  const found = groups.flatMap(({documents, people}) => {
    const [said] = [...people, ...documents]
      .filter((form) => typed.includes(` ${normalise(form)} `))
      .sort((a, b) => b.length - a.length)
    // A form that holds the words, or only another ending of them, is found already.
    return said
      ? [
          {
            said: normalise(said),
            isOurs: people.includes(said),
            others: documents.filter((form) => !holds(normalise(form), normalise(said))),
          },
        ]
      : []
  })
  // Of two that overlap the longer is meant: `old people's home`, and not `home`.
  const longest = found.filter(
    ({said}) => !found.some((other) => other.said !== said && ` ${other.said} `.includes(` ${said} `)),
  )
  const also = longest
    .flatMap(({said, others}) => others.map((form) => ({said, form})))
    .filter(({form}, at, all) => !all.slice(0, at).some((before) => holds(normalise(form), normalise(before.form))))
    .slice(0, limit)
    .map(({said, form}) => {
      const rest = typed.replace(` ${said} `, ' ').trim()
      const quoted = form.includes(' ') ? `"${form}"` : form
      return {form, query: [rest ? readQuery(rest).telling.join(' ') : '', quoted].filter(Boolean).join(' ')}
    })
  const whole = longest.find(({said}) => said === readQuery(query).telling.join(' ') || said === typed.trim())
  if (!whole) return {also}
  return {
    also,
    isOnlyPeoples: whole.isOurs && also.length > 0,
    ...(whole.said.includes(' ') ? {phrase: `"${whole.said}"`} : {}),
  }
}

const generic = new Set(normalise('council city borough county district metropolitan royal of and the upon').split(' '))

/** Councils and grades that a query names: `leeds`, `poor`; by facet, the indexes of the values. */
export function findNamed(query, values) {
  const {words, phrases} = readQuery(query)
  const named = {words: [], values: {}}
  if (phrases.length > 0) return named
  const note = (facet, index, word) => {
    named.values[facet] ??= new Set()
    named.values[facet].add(index)
    if (!named.words.includes(word)) named.words.push(word)
  }
  for (const [index, name] of values.Council.entries())
    for (const word of normalise(name).split(' '))
      if (word.length > 3 && !generic.has(word) && words.includes(word)) note('Council', index, word)
  // `graded poor`, and not `poor people`.
  if (words.some((word) => /^(?:grade|rated|rating|judged)/.test(word)))
    for (const [index, label] of values.Grade.entries()) {
      const word = normalise(label)
      if (words.includes(word)) note('Grade', index, word)
    }
  return named
}

/** The query with each word that no report has as the nearest one that they have; without it when none is near. */
export function mend(query, {words, known, sameWords}) {
  if (/["“”]/.test(query)) return {query, missing: []}
  const missing = []
  // What people say for a word of the reports is known, and not mistyped.
  const said = new Set(sameWords.flatMap(({people}) => people.flatMap((form) => normalise(form).split(' '))))
  const mended = readQuery(query).telling.reduce((text, word) => {
    if (word.length < 4 || /\d/.test(word) || said.has(word) || isKnown(word, known, words)) return text
    const nearest = findNearest(word, words)
    if (!nearest) missing.push(word)
    return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu'), nearest ?? '')
  }, query)
  return {query: mended.replace(/\s+/g, ' ').trim(), missing}
}

/** Whether the index has a word, with another ending, or as the beginning of one: `safeg`. */
function isKnown(word, known, words) {
  if (known.has(word) || words.some((other) => other.startsWith(word))) return true
  const stems = [/(?:es|s|ing|ed|er|ers|ly)$/, /(?:d|r|rs)$/].map((ending) => word.replace(ending, ''))
  const forms = [
    ...stems,
    ...stems.map((stem) => `${stem}e`),
    `${word}s`,
    word.replace(/y$/, 'ies'),
    word.replace(/ies$/, 'y'),
  ]
  return forms.some((form) => form.length > 3 && known.has(form))
}

/** Whether each word of a phrase begins like one of the other's: `safeguarding adults` holds `safeguarding`. */
const holds = (phrase, other) => {
  const words = phrase.split(' ')
  const stem = (word) => word.slice(0, Math.max(3, word.length - 3))
  return other
    .split(' ')
    .every((word) => words.some((each) => each === word || (each.startsWith(stem(word)) && word.length > 4)))
}

/** The nearest word of the index, or nothing when the word is in it or none is near; `words` has the commonest first. */
export function findNearest(word, words) {
  if (word.length < 4 || /\d/.test(word)) return
  const allowed = word.length < 8 ? 1 : 2
  let best
  let least = allowed + 1
  for (const other of words) {
    if (other === word) return
    if (Math.abs(other.length - word.length) >= least) continue
    // People seldom mistype the first letter, so that counts for one more.
    const distance = measure(word, other, least) + (other[0] === word[0] ? 0 : 1)
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

/** Puts hits of several searches together: each record once, with the sum of its scores; `weight` says how much a search counts. */
export function merge(lists) {
  const sums = new Map()
  for (const {hits, weight} of lists)
    for (const hit of hits) {
      const score = (sums.get(hit.id)?.score ?? 0) + hit.score * weight
      sums.set(hit.id, {id: hit.id, data: () => hit.data(), score})
    }
  return [...sums.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
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
