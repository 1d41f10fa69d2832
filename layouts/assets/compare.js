// Puts columns of the site's own static tables, or councils of a topic page, side by side. The choice is in the address.
const result = document.getElementById('result')
const body = document.getElementById('result-body')
const heading = document.getElementById('result-heading')
const forms = {report: document.getElementById('compare-reports'), council: document.getElementById('compare-topic')}
const least = 2
const most = 4

/** What the address asks for: `{name: 'report', chosen: [...]}` or `{name: 'council', chosen: [...], topic}`. */
function readAddress() {
  const query = new URLSearchParams(location.search)
  const name = query.has('report') ? 'report' : query.has('council') || query.has('topic') ? 'council' : undefined
  return name && {name, chosen: [...new Set(query.getAll(name))], topic: query.get('topic') ?? ''}
}

function fillForms(state) {
  for (const [name, form] of Object.entries(forms))
    for (const box of form?.querySelectorAll('input') ?? []) {
      box.checked = state?.name === name && state.chosen.includes(box.value)
      // A choice that waits behind its heading is shown.
      if (box.checked) box.closest('details')?.setAttribute('open', '')
    }
  const topic = document.getElementById('topic')
  if ([...topic.options].some(({value}) => value === state?.topic)) topic.value = state.topic
}

const findBox = ({name}, value) => [...forms[name].querySelectorAll('input')].find((box) => box.value === value)

/** Says what is wrong with a choice, if anything is. */
function findFault(state) {
  const what = state.name === 'report' ? 'report' : 'council'
  const unknown = state.chosen.filter((value) => !findBox(state, value))
  if (unknown.length > 0)
    return `We have no ${what} with the name “${unknown[0]}”, or it has no grades. Choose another.`
  const count = state.chosen.length
  if (count === 0) return `Choose two to four ${what}s.`
  if (count < least) return `You chose one ${what}. Choose one more at least, and four at most.`
  if (count > most)
    return `You chose ${count} ${what}s. Four at most can stand side by side: take ${count - most} away.`
  const kinds = new Set(state.chosen.map((value) => findBox(state, value).dataset.kind))
  if (kinds.size > 1)
    return 'These reports are of different kinds, so their grades cannot be compared. Choose reports of one kind.'
  if (state.name === 'council' && !findTopic(state)) return 'We have no topic with that name. Choose another.'
}

const findTopic = ({topic}) => [...document.getElementById('topic').options].find(({value}) => value === topic)

let latest = 0
async function compare(state) {
  const turn = ++latest
  for (const form of Object.values(forms)) if (form) tell(form, '')
  result.hidden = true
  body.replaceChildren()
  if (!state || !forms[state.name]) return
  const form = forms[state.name]
  const fault = findFault(state)
  if (fault) return tell(form, fault)
  try {
    const parts = state.name === 'report' ? await compareReports(state) : await compareCouncils(state)
    if (turn !== latest) return
    body.replaceChildren(...parts)
    form.after(result)
    result.hidden = false
    tell(form, `${state.chosen.length} ${state.name}s stand side by side below.`)
  } catch {
    if (turn === latest) tell(form, 'The grades could not be loaded. Try again, or use the tables below.')
  }
}

function tell(form, words) {
  form.querySelector('[role="status"]').textContent = words
}

const pages = new Map()
/** Fetches a page of the site once; a failed fetch is tried again at the next. */
function load(address) {
  if (!address) return document
  if (!pages.has(address))
    pages.set(
      address,
      fetch(address)
        .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))))
        .then((text) => new DOMParser().parseFromString(text, 'text/html'))
        .catch((error) => {
          pages.delete(address)
          throw error
        }),
    )
  return pages.get(address)
}

/** One table of the chosen columns; a row that none of them fills is left out. */
async function compareReports(state) {
  const sources = await Promise.all(state.chosen.map((id) => load(findBox(state, id).dataset.page)))
  const columns = state.chosen.map((id, index) => {
    const head = [...sources[index].querySelectorAll('th[data-report]')].find((each) => each.dataset.report === id)
    return {head, place: head.cellIndex, rows: [...head.closest('table').tBodies[0].rows]}
  })
  const names = columns.map(({head}) => head.textContent)
  const subjects = new Map(columns.flatMap(({rows}) => rows.map((row) => [row.dataset.of, row.cells[0]])))
  const first = columns[0].head.closest('[data-comparison]')
  const table = make('table', {className: 'stacks'})
  table.append(make('caption', {}, `Grades side by side: ${first.dataset.name}`))
  const top = table.createTHead().insertRow()
  top.append(make('th', {scope: 'col'}, 'What was graded'), ...columns.map(({head}) => copy(head)))
  const rows = table.createTBody()
  for (const [of, subject] of subjects) {
    const cells = columns.map(({head, place, rows}) => {
      const cell = rows.find((row) => row.dataset.of === of)?.cells[place]
      const copied = cell ? copy(cell) : make('td', {className: 'grade'}, 'not stated')
      copied.dataset.label = head.textContent
      return copied
    })
    if (cells.some((cell) => cell.textContent.trim() !== 'not stated')) rows.insertRow().append(copy(subject), ...cells)
  }
  const frame = make('section', {className: 'table-scroll', tabIndex: 0, ariaLabel: 'Grades side by side'})
  frame.append(table)
  heading.textContent = `Side by side: ${names.slice(0, -1).join('; ')} and ${names.at(-1)}`
  return [frame, ...[first.querySelector('.legend')].filter(Boolean).map(copy)]
}

/** A column for each council with what its reports say on the topic. */
async function compareCouncils(state) {
  const topic = findTopic(state)
  const page = await load(topic.dataset.page)
  const frame = make('div', {className: 'compare__councils'})
  for (const id of state.chosen) {
    const found = [...page.querySelectorAll('[data-council]')].find((each) => each.dataset.council === id)
    const name = findBox(state, id).parentElement.textContent.trim()
    const column = make('section', {})
    const title = column.appendChild(make('h3', {}, name))
    title.id = `side-${id}`
    column.setAttribute('aria-labelledby', title.id)
    if (found) column.append(...copy(found).childNodes)
    else column.append(make('p', {}, `Not stated: no report about ${name} says anything on this topic.`))
    frame.append(column)
  }
  heading.textContent = `Side by side: ${topic.textContent}`
  const note = make('p', {}, 'Each grade is on its own scale. Grades of different kinds of report cannot be compared.')
  return [note, frame]
}

function make(name, properties, words) {
  const element = Object.assign(document.createElement(name), properties)
  if (words) element.textContent = words
  return element
}

/** A copy that repeats no id of the page. */
function copy(element) {
  const copied = document.importNode(element, true)
  for (const each of [copied, ...copied.querySelectorAll('[id]')]) each.removeAttribute('id')
  return copied
}

for (const [name, form] of Object.entries(forms))
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    const data = new FormData(form)
    const state = {name, chosen: data.getAll(name), topic: data.get('topic') ?? ''}
    const query = new URLSearchParams([...data])
    history.pushState(undefined, '', query.size > 0 ? `?${query}` : location.pathname)
    compare(state)
  })
addEventListener('popstate', () => {
  fillForms(readAddress())
  compare(readAddress())
})
const start = readAddress()
if (start) fillForms(start)
compare(start)
