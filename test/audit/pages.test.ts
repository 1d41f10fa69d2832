import {afterAll, beforeAll, expect, inject, it} from 'vitest'
import {type OpenBrowser, openBrowser} from '../support/browser.ts'
import {serveSite} from '../support/server.ts'
import {listPages} from '../support/site.ts'
import {openAudit} from './audit-page.ts'
import {colourings, places} from './modes.ts'

const site = inject('site')
let open: OpenBrowser
let server: Awaited<ReturnType<typeof serveSite>>
let audit: Awaited<ReturnType<typeof openAudit>>['audit']

beforeAll(async () => {
  server = await serveSite(site)
  open = await openBrowser()
  audit = (await openAudit(open.browser)).audit
})
afterAll(async () => {
  await open?.close()
  await server?.close()
})

// A third of what `npm run audit` looks at: each page in all three places, the colours taken in turn.
it.each(listPages(site).map(({path}, index) => [path, index] as const))(
  'finds nothing to stumble over at %s',
  async (path, index) => {
    const own = places.map((place, turn) => ({place, colours: colourings[(index + turn) % 3] ?? 'light'}))
    expect(await audit(server.origin, path, own)).toEqual([])
  },
)
