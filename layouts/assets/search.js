// The search page's own small interface on Pagefind's JavaScript API. Without it the page is an index to browse.
const form = document.getElementById('search')
const results = document.getElementById('results')
const status = document.getElementById('status')
const hits = document.getElementById('hits')
const more = document.getElementById('more')
const help = document.getElementById('help')
const helpList = document.getElementById('help-list')
const browse = document.getElementById('browse')
const filterNames = {council: 'Council', topic: 'Topic', grade: 'Grade', year: 'Year', inspection: 'Inspection'}
const pageSize = 10

// The module stands in assets/fingerprinted/; the index beside assets/, under whatever path the site has.
const base = new URL('../../', import.meta.url)
let loading
/** Loads the index at the first search; a failed load is tried again at the next. */
function load() {
  loading ??= import(new URL('pagefind/pagefind.js', base).href)
    .then(async (pagefind) => {
      await pagefind.options({bundlePath: new URL('pagefind/', base).pathname, baseUrl: '/', excerptLength: 32})
      await pagefind.init()
      return pagefind
    })
    .catch((error) => {
      loading = undefined
      throw error
    })
  return loading
}

const readForm = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''))

function fillForm(state) {
  for (const field of form.elements) if (field.name) field.value = state[field.name] ?? ''
}

const readAddress = () => Object.fromEntries(new URLSearchParams(location.search))

const addressOf = (state) => {
  const query = new URLSearchParams(state).toString()
  return query ? `?${query}` : location.pathname
}

/** Filters by the section's own topic and grade; easy-read pages are found only when they are asked for. */
function filtersOf(state) {
  const filters = {Reading: state.reading || 'Standard'}
  for (const [name, filter] of Object.entries(filterNames)) if (state[name]) filters[filter] = state[name]
  return filters
}

let latest = 0
async function search(state) {
  const turn = ++latest
  const isEmpty = !state.q && !Object.keys(filterNames).some((name) => state[name]) && !state.reading
  results.hidden = isEmpty
  browse.hidden = false
  if (isEmpty) {
    document.title = document.title.replace(/^.*?: (?=Search)/, '')
    return
  }
  results.setAttribute('aria-busy', 'true')
  status.textContent = 'Searching…'
  try {
    const pagefind = await load()
    const sort = state.sort === 'newest' ? {year: 'desc'} : state.sort === 'oldest' ? {year: 'asc'} : undefined
    const found = await pagefind.search(state.q || null, {filters: filtersOf(state), ...(sort ? {sort} : {})})
    if (turn !== latest) return
    await show(found.results, state, turn)
  } catch {
    if (turn !== latest) return
    hits.replaceChildren()
    more.hidden = true
    status.textContent = 'The search could not be loaded. Try again, or use the lists below.'
  } finally {
    if (turn === latest) results.removeAttribute('aria-busy')
  }
}

async function show(found, state, turn) {
  hits.replaceChildren()
  const count = found.length
  const what = state.q ? ` for “${state.q}”` : ''
  status.textContent =
    count === 0 ? `Nothing found${what}.` : `${count} ${count === 1 ? 'section' : 'sections'} found${what}.`
  document.title = `${count} found${what}: ${document.title.replace(/^.*?: (?=Search)/, '')}`
  offerHelp(state, count)
  let shown = 0
  const add = async () => {
    const page = await Promise.all(found.slice(shown, shown + pageSize).map((hit) => hit.data()))
    if (turn !== latest) return
    const items = page.map(makeHit)
    hits.append(...items)
    const first = shown > 0 ? items[0]?.querySelector('a') : undefined
    shown += page.length
    more.hidden = shown >= count
    first?.focus()
  }
  more.firstElementChild.onclick = add
  await add()
}

function makeHit({url, excerpt, meta}) {
  const item = document.createElement('li')
  const heading = item.appendChild(document.createElement('h3'))
  const link = heading.appendChild(document.createElement('a'))
  link.href = url
  link.textContent = meta.title
  const facts = item.appendChild(document.createElement('p'))
  facts.className = 'soft'
  facts.textContent = [meta.council, meta.year, meta.grade ? `Grade: ${meta.grade}` : ''].filter(Boolean).join(' · ')
  item.appendChild(document.createElement('p')).append(...markWords(excerpt))
  return item
}

/** Pagefind marks the words it found with `<mark>` in escaped text; everything else becomes text again. */
function markWords(excerpt) {
  return excerpt.split(/(<mark>.*?<\/mark>)/g).map((part) => {
    const marked = /^<mark>(.*)<\/mark>$/.exec(part)
    if (!marked) return decodeEntities(part)
    const mark = document.createElement('mark')
    mark.textContent = decodeEntities(marked[1])
    return mark
  })
}

const entities = {'&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'"}
const decodeEntities = (text) => text.replace(/&(?:amp|lt|gt|quot|#39|#x27);/g, (entity) => entities[entity])

/** When nothing is found: which choice to drop, and where to browse. */
function offerHelp(state, count) {
  help.hidden = count > 0
  if (count > 0) return
  const offers = Object.keys(filterNames)
    .filter((name) => state[name])
    .map((name) => {
      const {[name]: dropped, ...rest} = state
      return [addressOf(rest), `Search without “${dropped}”`]
    })
  if (state.q && offers.length > 0) offers.push([addressOf({q: state.q}), `Search all reports for “${state.q}”`])
  offers.push(['#browse', 'Look through the lists below'])
  helpList.replaceChildren(
    ...offers.map(([href, text]) => {
      const item = document.createElement('li')
      const link = item.appendChild(document.createElement('a'))
      link.href = href
      link.textContent = text
      return item
    }),
  )
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const state = readForm()
  history.pushState(undefined, '', addressOf(state))
  search(state)
})
form.addEventListener('change', ({target}) => {
  if (target.matches('select')) form.requestSubmit()
})
addEventListener('popstate', () => {
  fillForm(readAddress())
  search(readAddress())
})
// On a narrow screen the filters wait behind their heading, unless one is chosen.
const start = readAddress()
const isChosen = [...Object.keys(filterNames), 'reading', 'sort'].some((name) => start[name])
if (matchMedia('(max-width: 40rem)').matches && !isChosen) document.getElementById('filters').open = false
fillForm(start)
search(start)
