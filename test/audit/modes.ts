import type {CDPSession, Page} from 'puppeteer-core'

/** A way in which somebody may have a page before them. */
export interface Mode {
  readonly place: '320' | '1280' | 'print'
  readonly colours: 'light' | 'dark' | 'forced'
}

/** 320 by 256 is a screen of 1280 by 1024 at 400 % (WCAG 1.4.10); paper is as wide as A4 between its margins. */
const windows = {
  '320': {width: 320, height: 256},
  '1280': {width: 1280, height: 1024},
  print: {width: 643, height: 900},
} as const

export const places = ['320', '1280', 'print'] as const
export const colourings = ['light', 'dark', 'forced'] as const
export const modes: readonly Mode[] = places.flatMap((place) => colourings.map((colours) => ({place, colours})))

export const widthOf = (place: Mode['place']): number => windows[place].width
export const nameMode = ({place, colours}: Mode): string => `${place} ${colours}`

/** Sets the window, before a page is opened. */
export const setPlace = (page: Page, place: Mode['place']): Promise<void> => page.setViewport(windows[place])

// A session that ends takes its modes with it.
const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** Puts an open page into a mode, in which it stays. */
export async function setMode(page: Page, {place, colours}: Mode): Promise<void> {
  const session = sessions.get(page) ?? page.createCDPSession()
  sessions.set(page, session)
  await (await session).send('Emulation.setEmulatedMedia', {
    media: place === 'print' ? 'print' : 'screen',
    features: [
      {name: 'prefers-color-scheme', value: colours === 'light' ? 'light' : 'dark'},
      {name: 'forced-colors', value: colours === 'forced' ? 'active' : 'none'},
    ],
  })
}

/** Whether the browser shows a page in a mode, asked of the page itself. */
export const isInMode = (page: Page, {place, colours}: Mode): Promise<boolean> =>
  page.evaluate(
    (isPrint, isDark, isForced) =>
      matchMedia('print').matches === isPrint &&
      matchMedia('(prefers-color-scheme: dark)').matches === isDark &&
      matchMedia('(forced-colors: active)').matches === isForced,
    place === 'print',
    colours !== 'light',
    colours === 'forced',
  )
