// On every page, before it is drawn: puts the reader's own settings on it, so that it never flickers. What a button needs
// beyond that is fetched when the button is pressed.
;(() => {
  const root = document.documentElement
  const known = {
    size: ['large', 'larger', 'largest'],
    spacing: ['wide', 'widest'],
    font: ['device', 'serif'],
    colours: ['light', 'cream', 'dark'],
  }
  const apply = () => {
    let kept = null
    try {
      kept = JSON.parse(localStorage.getItem('reading'))
    } catch {
      // A browser that keeps nothing shows the page as it is; so does one that kept something else under this name.
      return
    }
    for (const name in known)
      if (known[name].includes(kept?.[name])) root.dataset[name] = kept[name]
      else delete root.dataset[name]
  }
  apply()
  root.dataset.scripted = ''
  // A page that the back button brings as it was may be from before a choice.
  addEventListener('pageshow', ({persisted}) => persisted && apply())

  const fetched = {reading: () => import('./reading.js'), cite: () => import('./cite.js')}
  const begin = (name, element) =>
    fetched[name]().then(
      (module) => module.begin(element),
      () => {
        // What a box holds by itself stays as it is.
        if (element.matches('button')) element.textContent = 'Settings did not load'
      },
    )
  document.addEventListener('click', ({target}) => {
    const button = target.closest('[data-does]')
    if (button?.dataset.does === 'print') print()
    else if (button) begin(button.dataset.does, button)
  })
  // A box opens by a press, by an address or by a search of the browser; its toggling does not bubble.
  document.addEventListener('toggle', ({target}) => target.id === 'cite' && begin('cite', target), true)
})()
