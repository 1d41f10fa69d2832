import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import puppeteer, {type Browser} from 'puppeteer-core'

export interface OpenBrowser {
  readonly browser: Browser
  readonly executable: string
  /** What another program needs to start the same browser. */
  readonly environment: Readonly<Record<string, string>>
  readonly close: () => Promise<void>
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--no-zygote',
]

/**
 * Opens a browser: the one that `CHROME_PATH` names, else the one inside `@sparticuz/chromium`. That package unpacks
 * itself into the temporary folder and takes up whatever lies there, so each run has a folder of its own; it unpacks
 * the libraries that a bare machine lacks only when it believes to be on AWS.
 */
export async function openBrowser(): Promise<OpenBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'plain-account-browser-'))
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'
  const named = process.env['CHROME_PATH']
  const {default: chromium} = named ? {default: undefined} : await import('@sparticuz/chromium')
  const executable = named ?? (await chromium?.executablePath()) ?? ''
  const environment = {TMPDIR: folder, FONTCONFIG_FILE: writeFontSettings(folder)}
  const browser = await puppeteer.launch({
    executablePath: executable,
    headless: 'shell',
    args: quiet,
    userDataDir: join(folder, 'profile'),
    env: {...process.env, ...environment},
  })
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  return {
    browser,
    executable,
    environment,
    close: async () => {
      await browser.close()
      rmSync(folder, {recursive: true, force: true, maxRetries: 3})
    },
  }
}

/** The package's own settings look for its fonts in a fixed folder; without one font the browser ends at the first page. */
function writeFontSettings(folder: string): string {
  const file = join(folder, 'fonts.conf')
  const settings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`
  writeFileSync(file, settings)
  return file
}
