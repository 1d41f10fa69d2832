// Links and citations: of the report, and of each finding and paragraph while "Cite this report" is open. Closed, it
// adds nothing, so that nobody has to step over a link and a button at every paragraph on the way through a report.
const box = document.getElementById('cite')
const whole = document.getElementById('citation')
const page = document.querySelector('link[rel=canonical]').href
const status = document.createElement('p')
status.role = 'status'
status.className = 'hidden'

/** The document's own words, without ours and without footnote marks. */
function read(element) {
  const copy = element.cloneNode(true)
  for (const other of copy.querySelectorAll('[data-ours], sup')) other.remove()
  return copy.textContent.replace(/\s+/g, ' ').trim()
}

let last
function addButton(element, name, text) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'cite__copy'
  button.dataset.ours = ''
  const label = document.createElement('span')
  label.textContent = 'Copy citation'
  const which = document.createElement('span')
  which.className = 'hidden'
  which.textContent = ` of ${name}`
  button.append(label, which)
  button.onclick = async () => {
    const isDone = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    if (last) last.textContent = 'Copy citation'
    last = label
    label.textContent = isDone ? 'Copied' : 'Not copied'
    status.textContent = isDone ? `Copied a citation of ${name}` : 'The browser did not let us copy'
  }
  element.append(' ', button)
}

const citation = read(whole)

function mark() {
  for (const element of document.querySelectorAll('.findings li[id], .report p[id]:not(.footnote)')) {
    for (const old of element.querySelectorAll('.cite__copy, .cite__link')) old.remove()
    if (!box.open) continue
    const words = read(element)
    const start = words.split(' ', 9).join(' ')
    const name = `“${start}${start === words ? '' : '…'}”`
    const link = document.createElement('a')
    link.className = 'cite__link'
    link.dataset.ours = ''
    link.href = `#${element.id}`
    link.textContent = 'Link'
    link.setAttribute('aria-label', `Link to ${name}`)
    element.append(' ', link)
    if (navigator.clipboard) addButton(element, name, `“${words}” ${citation.replace(page, `${page}#${element.id}`)}`)
  }
}

box.addEventListener('toggle', mark)
const each = document.getElementById('cite-each')
each.hidden = false
if (navigator.clipboard) {
  box.append(status)
  addButton(whole, 'this report', citation)
} else each.querySelector('span').remove()

let hasBegun = false
/** The box was opened while this was on its way; from then on it tells by itself. */
export function begin() {
  if (!hasBegun) mark()
  hasBegun = true
}
