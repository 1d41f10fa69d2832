import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Page} from 'puppeteer-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type OpenBrowser, openBrowser} from '../support/browser.ts'
import {serveSite} from '../support/server.ts'
import {auditPage, type Check, checks, type Finding, openAudit} from './audit-page.ts'
import {excuse} from './exceptions.ts'
import {colourings, type Mode, modes} from './modes.ts'

let open: OpenBrowser
let page: Page
let auditAll: Awaited<ReturnType<typeof openAudit>>['audit']

beforeAll(async () => {
  open = await openBrowser()
  const opened = await openAudit(open.browser)
  page = opened.page
  auditAll = opened.audit
})
afterAll(async () => {
  await open?.close()
})

describe('the audit', () => {
  let folder: string
  let broken: Awaited<ReturnType<typeof serveSite>>
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plain-account-audit-'))
    writeFileSync(
      join(folder, '_headers'),
      "/*\n  Content-Security-Policy: default-src 'self'; style-src 'self' 'unsafe-inline'\n",
    )
    writeFileSync(join(folder, '404.html'), '')
    writeFileSync(join(folder, 'own.js'), "document.querySelector('main').append('only with a script')\n")
    writeFileSync(
      join(folder, 'trap.js'),
      "addEventListener('keydown', (event) => event.key === 'Tab' && event.preventDefault())\n",
    )
    writeFileSync(join(folder, 'keep.js'), "document.cookie = 'seen=1'; localStorage.setItem('seen', '1')\n")
    broken = await serveSite(folder)
  })
  afterAll(async () => {
    await broken.close()
    rmSync(folder, {recursive: true, force: true})
  })

  const base =
    'body{margin:0;color:#000;background:#fff}a{display:inline-block;padding:8px;color:#00c}:focus-visible{outline:3px solid #000}*{box-sizing:border-box}' +
    '@media (forced-colors:active){body{color:CanvasText;background:Canvas}a{color:LinkText}}'
  let count = 0
  /** A page that is right but for `fault`. */
  async function auditWith(fault: string, css = '', head = ''): Promise<Finding[]> {
    const name = `page-${count++}`
    mkdirSync(join(folder, name))
    writeFileSync(
      join(folder, name, 'index.html'),
      `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Page</title>${head}<style>${base}${css}</style></head><body><header><a href="/a">Home page</a></header><main><h1>A page</h1><p>Some words to read here.</p>${fault}</main><footer><a href="/b">About this page</a></footer></body></html>`,
    )
    return auditAll(
      broken.origin,
      `/${name}/`,
      [modes[0], modes[3], modes[5], modes[6]].filter((mode) => mode !== undefined),
    )
  }

  it('finds nothing on a page that is right', async () => {
    expect(await auditWith('')).toEqual([])
  })

  const faults: readonly (readonly [Check, what: RegExp, fault: string, css?: string, head?: string])[] = [
    ['axe', /image-alt/, '<img src="/x.png" width="30" height="30">'],
    ['axe', /color-contrast-enhanced/, '<p style="color:#767676">Grey words on white, 4.5:1</p>'],
    ['reflow', /sideways/, '<div style="width:500px">Wide</div>'],
    [
      'reflow',
      /cut off/,
      '<p class="narrow">Words that do not fit in here</p>',
      '.narrow{width:90px;overflow:hidden;white-space:nowrap}',
    ],
    ['reflow', /lies on/, '<p class="over">Other words upon them</p>', '.over{margin-top:-30px}'],
    [
      'spacing',
      /cut off/,
      '<p class="tight">Words, words.</p>',
      '.tight{height:1.3em;overflow:hidden;width:90px;line-height:1.2}',
    ],
    [
      'targets',
      /12 by 12/,
      '<nav aria-label="Steps"><a class="dot" href="/1" aria-label="One"></a><a class="dot" href="/2" aria-label="Two"></a></nav>',
      '.dot{width:12px;height:12px;padding:0;background:#000}',
    ],
    ['structure', /h4 after h1/, '<h4>Deep</h4>'],
    ['structure', /two elements have the id twice/, '<p id="twice">One</p><p id="twice">Two</p>'],
    ['keyboard', /goes back to/, '<p><a href="/1" tabindex="2">Second</a> and <a href="/2" tabindex="1">first</a></p>'],
    ['keyboard', /reaches \d of \d/, '', '', '<script src="/trap.js" defer></script>'],
    [
      'focus',
      /no sign of the focus/,
      '<p><a class="quiet" href="/1">Quiet link</a></p>',
      '.quiet:focus-visible{outline:none}',
    ],
    [
      'focus',
      /behind <div/,
      `<div class="bar">Fixed</div>${'<p><a href="/1">One link</a></p>'.repeat(20)}`,
      '.bar{position:fixed;inset:auto 0 0;height:120px;background:#fff}',
    ],
    ['script', /other words/, '', '', '<script src="/own.js" defer></script>'],
    ['script', /offers what does not work/, '<button class="if-scripted" type="button">Press</button>'],
    ['requests', /127\.0\.0\.1:9/, '<img src="http://127.0.0.1:9/x.png" alt="" width="30" height="30">'],
    ['cookies', /cookie seen/, '', '', '<script src="/keep.js" defer></script>'],
    ['cookies', /kept seen/, '', '', '<script src="/keep.js" defer></script>'],
    ['headers', /Content Security Policy/, '', '', '<script>document.title = 1</script>'],
  ]

  it.each(faults.map((fault) => [fault[0], String(fault[1]), fault] as const))(
    'finds a fault of %s: %s',
    async (_, __, [check, what, fault, css = '', head = '']) => {
      const found = await auditWith(fault, css, head)
      expect(found.filter((finding) => finding.check === check && what.test(finding.what))).not.toEqual([])
      await page.deleteCookie({name: 'seen', domain: '127.0.0.1'})
      await page.evaluate(() => localStorage.clear())
    },
  )

  it('has a planted fault for every check but weight, which a test of the built site counts', () => {
    expect(new Set(faults.map(([check]) => check))).toEqual(
      new Set(Object.keys(checks).filter((check) => check !== 'weight')),
    )
  })

  it('sees a colour that is too pale in one of the modes alone', async () => {
    const own: readonly Mode[] = colourings.map((colours) => ({place: '1280', colours}))
    const name = 'pale'
    mkdirSync(join(folder, name))
    writeFileSync(
      join(folder, name, 'index.html'),
      `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Page</title><style>${base}@media (prefers-color-scheme:dark) and (forced-colors:none){body{background:#111}h1,p{color:#fff}.pale{color:#777}}</style></head><body><main><h1>A page</h1><p class="pale">Pale in the dark</p></main></body></html>`,
    )
    const found = await auditPage(page, broken.origin, `/${name}/`, own)
    const pale = found.filter(({what}) => /color-contrast/.test(what))
    expect([...new Set(pale.map(({mode}) => mode))]).toEqual(['1280 dark'])
  })

  it('excuses only what an exception names, until its day', () => {
    const found: Finding[] = [
      {page: '/compare/', mode: '320 light', check: 'targets', what: '20 by 20: <a>'},
      {page: '/compare/', mode: '320 light', check: 'focus', what: 'no sign of the focus: <a>'},
    ]
    const exception = {
      check: 'targets',
      page: '/compare/',
      found: '20 by 20',
      what: 'Small.',
      why: 'Later.',
      until: '2026-12-31',
    }
    expect(excuse(found, [exception], '2026-12-31')).toEqual({open: [found[1]], used: [exception]})
    expect(excuse(found, [exception], '2027-01-01')).toEqual({open: found, used: []})
    expect(excuse(found, [{...exception, page: '/search/'}], '2026-12-01').used).toEqual([])
  })
})
