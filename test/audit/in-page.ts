/**
 * Checks that run inside a page, each by itself, so they may name nothing outside themselves. Each returns what it found,
 * an element a line.
 */

/** Anything that makes the page scroll sideways, or words that are cut off (WCAG 1.4.10, 1.4.12). */
export function findOverflow(width: number): string[] {
  const tell = (element: Element) =>
    `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${element.textContent?.trim().slice(0, 40).replace(/\s+/g, ' ')}`
  const found: string[] = []
  if (document.documentElement.scrollWidth > width) {
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > width + 1 && !element.closest('.table-scroll, svg *'),
    )
    found.push(`sideways: ${document.documentElement.scrollWidth} pixels wide, ${wide.slice(-1).map(tell)}`)
  }
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const style = getComputedStyle(element)
    const isHiddenOnPurpose = element.closest('.hidden, .skip-link, .govuk-visually-hidden, .label, thead')
    if (isHiddenOnPurpose || !/hidden|clip/.test(style.overflowX + style.overflowY)) continue
    if (element instanceof SVGElement || element.tagName === 'HTML' || element.clientWidth < 2) continue
    if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
      found.push(`cut off: ${tell(element)}`)
  }
  return found
}

/** Words that lie on other words, line by line. */
export function findOverlaps(): string[] {
  const lines: {block: Element; words: string; box: DOMRect}[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement
    const words = texts.currentNode.textContent?.trim().slice(0, 30)
    if (!element || !words || !element.checkVisibility({visibilityProperty: true})) continue
    if (element.closest('.hidden, .govuk-visually-hidden, .label, .skip-link, .to-contents, svg, script, style, thead'))
      continue
    // Where a box scrolls, what lies outside it is not seen.
    if (element.closest('.table-scroll, .contents__inner, .filter__values--long, select')) continue
    const block =
      element.closest('p, li, dt, dd, th, td, h1, h2, h3, h4, h5, h6, label, summary, caption, button, div') ?? element
    const range = document.createRange()
    range.selectNodeContents(texts.currentNode)
    for (const box of range.getClientRects()) if (box.width > 4 && box.height > 8) lines.push({block, words, box})
  }
  lines.sort((a, b) => a.box.top - b.box.top)
  const found = new Set<string>()
  for (const [index, {block, words, box}] of lines.entries())
    for (
      let next = index + 1;
      next < lines.length && (lines[next]?.box.top ?? 0) < box.bottom - box.height / 2;
      next++
    ) {
      const other = lines[next]
      if (!other || other.block === block) continue
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
      if (across > 4) found.add(`“${words}” lies on “${other.words}”`)
    }
  return [...found]
}

/** What can be pressed and is smaller than 24 by 24 pixels, unless it stands in a sentence or apart (WCAG 2.5.8). */
export function findSmallTargets(): string[] {
  const targets = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
  ]
    .filter((element) => element.checkVisibility() && !element.closest('.skip-link, .hidden'))
    .map((element) => {
      // A label is pressed as its field is.
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
      const boxes = [element.getBoundingClientRect(), ...(label ? [label.getBoundingClientRect()] : [])]
      const box = boxes.reduce((a, b) => (a.width * a.height >= b.width * b.height ? a : b))
      return {element, box}
    })
    .filter(({box}) => box.width > 1 && box.height > 1)
  const isInSentence = (element: HTMLElement) => {
    if (getComputedStyle(element).display !== 'inline') return false
    const around = [...(element.parentElement?.childNodes ?? [])].filter(
      (node) =>
        node !== element &&
        node.textContent?.trim() &&
        !(node instanceof HTMLElement && node.matches('.hidden, a, .chart')),
    )
    return around.length > 0
  }
  return targets
    .filter(({element, box}) => {
      if (Math.min(box.width, box.height) >= 23.5 || isInSentence(element)) return false
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      return targets.some((other) => {
        if (other.element === element || other.element.contains(element) || element.contains(other.element))
          return false
        const across = Math.max(other.box.left - x, 0, x - other.box.right)
        const down = Math.max(other.box.top - y, 0, y - other.box.bottom)
        return Math.hypot(across, down) < 12
      })
    })
    .map(({element, box}) => `${Math.round(box.width)} by ${Math.round(box.height)}: ${element.outerHTML.slice(0, 90)}`)
}

/** One `h1`, no level left out, one of each landmark, and each of a kind with a name of its own. */
export function findStructure(): string[] {
  const found: string[] = []
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter((heading) => (heading as HTMLElement).checkVisibility())
    .map((heading) => ({level: Number(heading.tagName[1]), words: heading.textContent?.trim().slice(0, 40)}))
  if (levels.filter(({level}) => level === 1).length !== 1) found.push('not one h1')
  if (levels[0]?.level !== 1) found.push(`begins with h${levels[0]?.level}`)
  for (const [index, {level, words}] of levels.entries())
    if (level > (levels[index - 1]?.level ?? 0) + 1)
      found.push(`h${level} after h${levels[index - 1]?.level}: ${words}`)
  for (const name of ['main', 'body > header', 'body > footer'])
    if (document.querySelectorAll(name).length !== 1) found.push(`not one ${name}`)
  for (const kind of ['nav', 'aside', 'section[aria-label], section[aria-labelledby]', 'form[role=search]']) {
    const names = [...document.querySelectorAll(kind)].map((element) => {
      const labelled = element.getAttribute('aria-labelledby')
      return (
        element.getAttribute('aria-label') ?? (labelled && document.getElementById(labelled)?.textContent?.trim()) ?? ''
      )
    })
    for (const [index, name] of names.entries())
      if (names.length > 1 && kind !== 'form[role=search]' && (!name || names.indexOf(name) < index))
        found.push(`two of ${kind} are called “${name}”`)
  }
  const ids = [...document.querySelectorAll('[id]')].map(({id}) => id)
  for (const [index, id] of ids.entries()) if (ids.indexOf(id) < index) found.push(`two elements have the id ${id}`)
  return found
}

/** What the focus is on: where it is in the order of the page, and what is wrong with how it is seen. */
export function readFocus(): {readonly at: number; readonly faults: string[]; readonly words: string} | undefined {
  const element = document.activeElement as HTMLElement | null
  if (!element || element === document.body) return
  const all = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
  ]
  const style = getComputedStyle(element)
  const box = element.getBoundingClientRect()
  const hasOutline = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
  const faults: string[] = []
  if (!hasOutline && style.boxShadow === 'none') faults.push('no sign of the focus')
  const isSeen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
  if (!isSeen) faults.push('the focus is out of sight')
  else {
    // The first line box, since a link may run over two lines and its middle lie between them.
    const line = element.getClientRects()[0] ?? box
    const x = Math.min(Math.max((line.left + line.right) / 2, 1), innerWidth - 1)
    const y = Math.min(Math.max((Math.max(line.top, 0) + Math.min(line.bottom, innerHeight)) / 2, 1), innerHeight - 1)
    const top = document.elementFromPoint(x, y)
    if (top && !element.contains(top) && !top.contains(element))
      faults.push(`the focus is behind <${top.tagName.toLowerCase()} class="${top.className}">`)
  }
  return {at: all.indexOf(element), faults, words: element.outerHTML.slice(0, 90)}
}

/** The words of `main`, without what only works with a script. */
export function readMain(): string {
  const main = document.querySelector('main')?.cloneNode(true) as HTMLElement | undefined
  for (const other of main?.querySelectorAll('.if-scripted, script') ?? []) other.remove()
  return main?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
}
