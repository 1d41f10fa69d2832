// Copies citations: of the report, and of each finding and numbered paragraph while "Cite this report" is open. Closed,
// it adds nothing, so that nobody has to step over a button at every finding on the way through a report.
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

if (navigator.clipboard) {
  document.getElementById('cite-each').hidden = false
  box.append(status)
  addButton(whole, 'this report', read(whole))
  const citation = read(whole)
  box.addEventListener('toggle', () => {
    for (const element of document.querySelectorAll('.findings li[id], .report p[id]:has(a.number)')) {
      element.querySelector('.cite__copy')?.remove()
      const words = read(element)
      const start = words.split(' ', 9).join(' ')
      const name = `“${start}${start === words ? '' : '…'}”`
      if (box.open) addButton(element, name, `“${words}” ${citation.replace(page, `${page}#${element.id}`)}`)
    }
  })
}
