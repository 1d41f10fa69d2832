// The reading settings: built when they are opened, kept on this device only once something is chosen, and never sent.
const root = document.documentElement
const groups = [
  {
    name: 'size',
    label: 'Text size',
    choices: [
      ['', 'As it is'],
      ['large', 'Large'],
      ['larger', 'Larger'],
      ['largest', 'Largest'],
    ],
  },
  {
    name: 'spacing',
    label: 'Spacing',
    choices: [
      ['', 'As it is'],
      ['wide', 'Wide'],
      ['widest', 'Very wide'],
    ],
  },
  {
    name: 'font',
    label: 'Letters',
    choices: [
      ['', 'As they are'],
      ['device', 'Plain letters of this device'],
      ['serif', 'Letters with feet, as in books'],
    ],
  },
  {
    name: 'colours',
    label: 'Colours',
    choices: [
      ['', 'As this device is set'],
      ['light', 'Light'],
      ['cream', 'Cream'],
      ['dark', 'Dark'],
    ],
  },
]
const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

/** Keeps what is chosen, or forgets everything when nothing is; says whether the browser let us. */
function keep() {
  const chosen = Object.fromEntries(
    groups.flatMap(({name}) => (root.dataset[name] ? [[name, root.dataset[name]]] : [])),
  )
  try {
    if (Object.keys(chosen).length > 0) localStorage.setItem('reading', JSON.stringify(chosen))
    else localStorage.removeItem('reading')
    return true
  } catch {
    return false
  }
}

let panel
let opener
let built

function choose(name, value) {
  // Large print holds its size by a transition that never begins; without one the page takes the new size at once.
  root.style.transition = 'none'
  if (value) root.dataset[name] = value
  else delete root.dataset[name]
  getComputedStyle(root).getPropertyValue('font-size')
  root.style.transition = ''
  const isKept = keep()
  panel.querySelector('[role=status]').textContent = isKept
    ? 'Kept on this device for the next page.'
    : 'This browser does not let us keep it, so it is for this page alone.'
}

function build() {
  const fieldsets = groups.map(({name, label, choices}) =>
    element(
      'fieldset',
      {},
      element('legend', {textContent: label}),
      ...choices.map(([value, words]) =>
        element(
          'label',
          {},
          element('input', {
            type: 'radio',
            name,
            value,
            defaultChecked: value === '',
            checked: (root.dataset[name] ?? '') === value,
          }),
          element('span', {textContent: words}),
        ),
      ),
    ),
  )
  const reset = element('button', {type: 'button', textContent: 'Back to how it was'})
  const close = element('button', {type: 'button', textContent: 'Close'})
  const form = element(
    'form',
    {className: 'frame'},
    element('h2', {id: 'reading-settings', textContent: 'Reading settings'}),
    element('div', {className: 'reading__groups'}, ...fieldsets),
    element('p', {role: 'status'}),
    element('div', {className: 'reading__ends'}, reset, close),
  )
  form.addEventListener('change', ({target}) => choose(target.name, target.value))
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('reset', () => {
    for (const {name} of groups) choose(name, '')
  })
  reset.addEventListener('click', () => form.reset())
  close.addEventListener('click', shut)
  for (const place of [form, opener])
    place.addEventListener('keydown', ({key}) => key === 'Escape' && !panel.hidden && shut())
  panel = element('section', {className: 'reading', id: 'reading', hidden: true}, form)
  panel.setAttribute('aria-labelledby', 'reading-settings')
  opener.closest('header').after(panel)
  // Named here, so that its name with its fingerprint is put in.
  const style = element('link', {rel: 'stylesheet', href: new URL('./reading.css', import.meta.url).href})
  return new Promise((settle) => {
    style.onload = style.onerror = settle
    document.head.append(style)
  })
}

function shut() {
  panel.hidden = true
  opener.setAttribute('aria-expanded', 'false')
  opener.focus()
}

/** Opens the settings, or closes them when they are open. */
export async function begin(button) {
  opener = button
  if (panel && !panel.hidden) return shut()
  built ??= build()
  await built
  panel.hidden = false
  button.setAttribute('aria-expanded', 'true')
  button.setAttribute('aria-controls', 'reading')
  panel.querySelector('input:checked').focus()
}
