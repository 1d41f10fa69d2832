import {describe, expect, it} from 'vitest'
import {writeAskAddress} from '../../src/variants/ask.ts'

const site = {email: 'help@council.example'}
const asked = {
  name: 'Northwold & “Ünder” <City>: Review, 2009/10',
  url: 'https://site.example/councils/northwold/2009-10-review/',
}

/** What a mail program makes of it. */
function open(address: string) {
  const {protocol, pathname, searchParams} = new URL(address)
  return {
    protocol,
    to: decodeURIComponent(pathname),
    names: [...searchParams.keys()],
    subject: searchParams.get('subject'),
    body: searchParams.get('body'),
  }
}

describe('the address to ask for another format', () => {
  it('names the report and its page, and lists the formats', () => {
    const {protocol, to, names, subject, body} = open(writeAskAddress(site, asked))
    expect([protocol, to, names]).toEqual(['mailto:', 'help@council.example', ['subject', 'body']])
    expect(subject).toBe(`Another format: ${asked.name}`)
    expect(body).toContain(`Report: ${asked.name}\r\n${asked.url}\r\n`)
    for (const format of ['18, 24 or 30 point', 'easy read', 'braille', 'British Sign Language', 'Send it to:'])
      expect(body).toContain(format)
  })

  it('is general where no report is meant', () => {
    expect(open(writeAskAddress(site)).subject).toBe('Another format')
  })

  it('lets no name add a line, a receiver or a field', () => {
    const name = 'A\r\nBcc: all@council.example&cc=x@y.example?to=z@y.example'
    const address = writeAskAddress(site, {...asked, name})
    expect(open(address).names).toEqual(['subject', 'body'])
    expect(open(address).subject).not.toMatch(/[\r\n]/)
    expect(open(address).body?.split('\r\n')[0]).toBe(`Report: ${name.replace('\r\n', ' ')}`)
    expect(address).not.toMatch(/[\s"<>'&](?!body=)/)
  })
})
