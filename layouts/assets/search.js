// The search page's own small interface on Pagefind's JavaScript API. Without it the page is an index to browse.
import {
  findNamed,
  findSameWords,
  mend,
  merge,
  narrow,
  normalise,
  numberOf,
  prepare,
  readQuery,
  unfold,
} from './search-words.js'

const form = document.getElementById('search')
const results = document.getElementById('results')
const status = document.getElementById('status')
const notes = document.getElementById('notes')
const hits = document.getElementById('hits')
const more = document.getElementById('more')
const help = document.getElementById('help')
const helpList = document.getElementById('help-list')
const filters = document.getElementById('filters')
const chosenNote = document.getElementById('chosen')
const facetNames = {council: 'Council', topic: 'Topic', grade: 'Grade', year: 'Year', inspection: 'Inspection'}
const pageSize = 5
const title = document.title

// The module stands in assets/fingerprinted/; the index beside assets/, under whatever path the site has.
const base = new URL('../../', import.meta.url)
const loaded = new Map()
/** Loads something once; a failed load is tried again at the next need. */
function load(name, fetchIt) {
  if (!loaded.has(name))
    loaded.set(
      name,
      fetchIt().catch((error) => {
        loaded.delete(name)
        throw error
      }),
    )
  return loaded.get(name)
}

/** What the page counts, narrows and mends words by. */
const loadStart = () =>
  load('start', async () => {
    const answer = await fetch(new URL('search/start.json', base))
    if (!answer.ok) throw new Error(`start.json: ${answer.status}`)
    return answer.json()
  })

/** Facets of the sections or of the easy-read pages, a value for each record. */
async function loadFacets(isEasy) {
  const {standard, easyRead, sameWords, words} = await loadStart()
  const {values, runs} = isEasy ? easyRead : standard
  return load(`facets ${isEasy}`, async () => ({
    values,
    records: Object.fromEntries(Object.entries(runs).map(([name, list]) => [name, unfold(list)])),
    sameWords,
    words,
    known: new Set(words),
  }))
}

const loadEngine = () => load('engine', () => import(new URL('pagefind/pagefind.js', base).href))

const loadIndex = (isEasy) =>
  load(`index ${isEasy}`, async () => {
    const {createInstance} = await loadEngine()
    const folder = new URL(isEasy ? 'pagefind/easy-read/' : 'pagefind/', base).pathname
    // The index is small enough to be read here; a worker would be one more file to load.
    const index = createInstance({
      bundlePath: folder,
      basePath: folder,
      baseUrl: '/',
      excerptLength: 32,
      noWorker: true,
      // A section is no better for being short; one that says the words more often, or in its heading, is.
      ranking: {pageLength: 0.1, termSaturation: 2, metaWeights: {title: 3}},
    })
    await index.init()
    return index
  })

/** What is asked for: the words, the chosen values of each facet, and how to read and to order. */
function readState(source) {
  const one = (name) => source.get(name) ?? ''
  return {
    q: one('q').trim(),
    reading: one('reading'),
    sort: one('sort'),
    exact: one('exact'),
    ...Object.fromEntries(Object.keys(facetNames).map((name) => [name, source.getAll(name).filter(Boolean)])),
  }
}

function addressOf(state) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(state))
    for (const each of [value].flat()) if (each) query.append(name, each)
  return query.size > 0 ? `?${query}` : location.pathname
}

function fillForm(state) {
  for (const field of form.elements) {
    if (field.type === 'checkbox') field.checked = state[field.name]?.includes(field.value) ?? false
    else if (field.name) field.value = state[field.name] ?? ''
  }
}

const isEmpty = (state) =>
  !state.q && !state.reading && Object.keys(facetNames).every((name) => state[name].length === 0)

let latest = 0
async function search(state) {
  const turn = ++latest
  results.hidden = isEmpty(state)
  if (isEmpty(state)) {
    document.title = title
    await count([], state).catch(() => {})
    return
  }
  results.setAttribute('aria-busy', 'true')
  status.textContent = 'Searching…'
  try {
    const found = await find(state)
    if (turn !== latest) return
    await show(found, state, turn)
  } catch {
    if (turn !== latest) return
    hits.replaceChildren()
    notes.replaceChildren()
    more.hidden = true
    status.textContent = 'The search could not be loaded. Try again, or use the lists below.'
  } finally {
    if (turn === latest) results.removeAttribute('aria-busy')
  }
}

/** All hits for the words, before anything narrows them, with the words that were searched besides. */
async function find(state) {
  const isEasy = state.reading === 'Easy read'
  const [index, facets] = await Promise.all([loadIndex(isEasy), loadFacets(isEasy)])
  if (!state.q) return {all: (await index.search(null)).results, also: []}
  const {query, missing} = state.exact ? {query: state.q, missing: []} : mend(prepare(state.q), facets)
  const mended = normalise(query) === normalise(prepare(state.q)) ? undefined : query
  if (!normalise(query)) return {all: [], also: [], missing}
  const {all, also} = await findWords(index, query, facets)
  return {all: favour(all, findNamed(query, facets.values), facets.records), also, mended, missing}
}

async function findWords(index, query, {sameWords, values}) {
  const ask = async (words, weight) => ({hits: words ? (await index.search(words)).results : [], weight})
  const {also, phrase, isOnlyPeoples} = findSameWords(query, sameWords)
  const {phrases, telling} = readQuery(query)
  const named = findNamed(query, values)
  const asked = phrases.length > 0 ? prepare(query) : prepare(telling.join(' '))
  const others = telling.filter((word) => !named.words.includes(word)).join(' ')
  const lists = await Promise.all([
    // Words that no document says in a row, such as `bed blocking`, mean nothing one by one.
    ...(isOnlyPeoples ? [] : [ask(asked, 1)]),
    ...(phrase ? [ask(phrase, 0.3)] : []),
    ...(named.words.length > 0 && phrases.length === 0 ? [ask(others, 0.9)] : []),
    ...also.map((each) => ask(each.query, 0.7)),
  ])
  // A question has words that no section has together: then sections with most of the telling ones.
  if (phrases.length === 0 && telling.length > 1 && !isOnlyPeoples && lists.every((list) => list.hits.length < 5))
    lists.push({hits: await findMost(index, others.split(' ')), weight: 0.6})
  return {all: merge(lists), also: also.map(({form: words}) => words)}
}

/** Sections by how many of the words they have; Pagefind gives a word more that few sections have. */
async function findMost(index, words) {
  const found = await Promise.all(words.map(async (word) => (await index.search(word)).results))
  const sums = new Map()
  for (const list of found)
    for (const hit of list) {
      const {score, count} = sums.get(hit.id) ?? {score: 0, count: 0}
      sums.set(hit.id, {hit, score: score + hit.score, count: count + 1})
    }
  return [...sums.values()].map(({hit, score, count}) => ({
    id: hit.id,
    data: () => hit.data(),
    score: (score * count) / words.length,
  }))
}

/** Sections of a council, or with a grade, that the query names come first; the others stay. */
function favour(all, named, records) {
  if (named.words.length === 0) return all
  const isMeant = (hit) =>
    Object.entries(named.values).filter(([facet, indexes]) => indexes.has(records[facet][numberOf(hit.id)])).length
  return all
    .map((hit) => ({...hit, data: () => hit.data(), score: hit.score * (1 + isMeant(hit))}))
    .sort((a, b) => b.score - a.score)
}

/** Writes beside each choice how many sections it would show, and gives back those that are left. */
async function count(all, state) {
  const {values, records} = await loadFacets(state.reading === 'Easy read')
  const numbers =
    all.length > 0 || !isEmpty(state) ? all.map(({id}) => numberOf(id)) : records.Council.map((_, at) => at)
  const chosen = Object.fromEntries(
    Object.entries(facetNames).map(([name, facet]) => [
      facet,
      new Set(state[name].map((value) => values[facet].indexOf(value))),
    ]),
  )
  const {kept, counts} = narrow(numbers, records, chosen)
  for (const field of form.elements) {
    if (field.type !== 'checkbox') continue
    const facet = facetNames[field.name]
    const times = counts[facet].get(values[facet].indexOf(field.value)) ?? 0
    field.parentElement.querySelector('.count').textContent = times.toLocaleString('en-GB')
    field.closest('li').toggleAttribute('data-none', times === 0 && !field.checked)
  }
  return {kept: new Set(kept), year: records.Year}
}

async function show({all, also, mended, missing = []}, state, turn) {
  const {kept, year} = await count(all, state)
  if (turn !== latest) return
  const found = all.filter(({id}) => kept.has(numberOf(id)))
  if (state.sort || !state.q) {
    // Years stand newest first; of one year, in the order of the site.
    const order = state.sort === 'oldest' ? -1 : 1
    found.sort((a, b) => order * (year[numberOf(a.id)] - year[numberOf(b.id)]) || numberOf(a.id) - numberOf(b.id))
  }
  hits.replaceChildren()
  const what = state.q ? ` for “${mended ?? state.q}”` : ''
  const noun = state.reading === 'Easy read' ? ['page', 'pages'] : ['section', 'sections']
  const told =
    found.length === 0 ? 'Nothing' : `${found.length.toLocaleString('en-GB')} ${found.length === 1 ? noun[0] : noun[1]}`
  status.textContent = `${told} found${what}.`
  document.title = `${told} found${what}: ${title}`
  tellNotes({also, mended, missing}, state)
  offerHelp(state, found.length)
  let shown = 0
  const add = async () => {
    const page = await Promise.all(found.slice(shown, shown + pageSize).map((hit) => hit.data()))
    if (turn !== latest) return
    const items = page.map(makeHit)
    hits.append(...items)
    const first = shown > 0 ? items[0]?.querySelector('a') : undefined
    shown += page.length
    more.hidden = shown >= found.length
    more.firstElementChild.textContent = `Show more results (${shown} of ${found.length.toLocaleString('en-GB')} shown)`
    first?.focus()
  }
  more.firstElementChild.onclick = add
  await add()
}

/** What was searched besides, and what was read instead of a word that no report has. */
function tellNotes({also, mended, missing}, state) {
  const lines = []
  if (mended) {
    const line = make('p', `No report has all the words you typed. We searched for “${mended}”. `)
    line.append(makeLink(addressOf({...state, exact: 'yes'}), `Search for “${state.q}” as you typed it`))
    lines.push(line)
  } else if (missing.length > 0)
    lines.push(make('p', `No report says ${missing.map((word) => `“${word}”`).join(' or ')}.`))
  if (also.length > 0) lines.push(make('p', `Also searching: ${also.join(', ')}.`))
  notes.replaceChildren(...lines)
}

function makeHit({url, excerpt, meta}) {
  const item = make('li')
  item.append(make('h3'), make('p', '', 'soft'), make('p'))
  const [heading, facts, words] = item.children
  heading.append(makeLink(url, meta.title))
  facts.textContent = [meta.council, meta.year, meta.topic].filter(Boolean).join(' · ')
  if (meta.grade) facts.append(' · Grade: ', make('strong', meta.grade))
  words.append(...markWords(excerpt))
  return item
}

function make(tag, text = '', name = '') {
  const element = document.createElement(tag)
  if (text) element.textContent = text
  if (name) element.className = name
  return element
}

function makeLink(address, text) {
  const link = make('a', text)
  link.href = address
  return link
}

/** Pagefind marks the words it found with `<mark>` in escaped text; everything else becomes text again. */
function markWords(excerpt) {
  return excerpt.split(/(<mark>.*?<\/mark>)/g).map((part) => {
    const marked = /^<mark>(.*)<\/mark>$/.exec(part)
    return marked ? make('mark', decodeEntities(marked[1])) : decodeEntities(part)
  })
}

const entities = {'&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'"}
const decodeEntities = (text) => text.replace(/&(?:amp|lt|gt|quot|#39|#x27);/g, (entity) => entities[entity])

/** When nothing is found: which choice to drop, and where to browse. */
function offerHelp(state, total) {
  help.hidden = total > 0
  if (total > 0) return
  const offers = []
  for (const name of Object.keys(facetNames))
    for (const value of state[name])
      offers.push([
        addressOf({...state, [name]: state[name].filter((each) => each !== value)}),
        `Search without “${value}”`,
      ])
  if (state.q && offers.length > 0) offers.push([addressOf({q: state.q}), `Search all reports for “${state.q}”`])
  offers.push(['#browse', 'Look through the lists below'])
  helpList.replaceChildren(
    ...offers.map(([address, text]) => {
      const item = make('li')
      item.append(makeLink(address, text))
      return item
    }),
  )
}

/** How many choices are made, for whoever has the filters closed. */
function tellChosen(state) {
  const number = Object.keys(facetNames).reduce((total, name) => total + state[name].length, 0)
  chosenNote.textContent = number > 0 ? ` (${number} chosen)` : ''
}

function go(state, isNew) {
  if (isNew) history.pushState(null, '', addressOf(state))
  tellChosen(state)
  return search(state)
}

const fromForm = () => readState(new FormData(form))

form.addEventListener('submit', (event) => {
  event.preventDefault()
  go(fromForm(), true)
})
// Choosing is searching: the choice keeps the focus.
document.addEventListener('change', ({target}) => {
  if (target.form === form && target.name && target.name !== 'q') go(fromForm(), true)
})
form.addEventListener('reset', (event) => {
  event.preventDefault()
  const state = {...readState(new URLSearchParams()), q: form.elements.q.value.trim()}
  fillForm(state)
  go(state, true)
})
for (const box of form.querySelectorAll('[data-narrows]'))
  box.addEventListener('input', () => {
    const wanted = normalise(box.value)
    for (const item of box.closest('fieldset').querySelectorAll('li'))
      item.hidden = !normalise(item.textContent).includes(wanted) && !item.querySelector(':checked')
  })
addEventListener('popstate', () => {
  const state = readState(new URLSearchParams(location.search))
  fillForm(state)
  go(state, false)
})

// Whoever opens this page is about to search: the small part is there by then, the large one waits for the words.
loadEngine().catch(() => {})

// On a phone the choices would push the results off the screen.
filters.open = matchMedia('(min-width: 60em)').matches
const start = readState(new URLSearchParams(location.search))
fillForm(start)
go(start, false)
