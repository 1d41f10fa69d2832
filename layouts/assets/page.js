// On every page, before it is drawn: puts the reader's own settings on it, so that it never flickers. What a button needs
// beyond that is fetched when the button is pressed.
;(() => {
  const root = document.documentElement
  try {
    const kept = JSON.parse(localStorage.getItem('reading'))
    for (const name of ['size', 'spacing', 'font', 'colours'])
      if (typeof kept?.[name] === 'string') root.dataset[name] = kept[name]
  } catch {
    // A browser that keeps nothing shows the page as it is; so does one that kept something else under this name.
  }
  root.dataset.scripted = ''
  const fetched = {reading: () => import('./reading.js'), cite: () => import('./cite.js')}
  document.addEventListener('click', ({target}) => {
    const button = target.closest('[data-does]')
    if (!button) return
    if (button.dataset.does === 'print') print()
    else fetched[button.dataset.does]().then((module) => module.begin(button))
  })
})()
