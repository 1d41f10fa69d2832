import type {Site} from '../content.ts'

/** A report that somebody asks for in another format. */
export interface AskedFor {
  readonly name: string
  /** Address of its page in full. */
  readonly url: string
}

const formats =
  'Large print (18, 24 or 30 point), easy read, braille, audio, British Sign Language, another language, Word, paper'

/**
 * The address of an e-mail that asks for another format, filled in as far as we know (RFC 6068). A name with a line end
 * or an ampersand stays a name: everything but letters, figures and a few marks is percent-encoded.
 */
export function writeAskAddress({email}: Pick<Site, 'email'>, asked?: AskedFor): string {
  const subject = asked ? `Another format: ${asked.name}` : 'Another format'
  const body = [
    asked ? `Report: ${asked.name}` : 'Report: ',
    ...(asked ? [asked.url] : []),
    `Format: ${formats}`,
    'Send it to: ',
  ]
  return `mailto:${encode(email).replaceAll('%40', '@')}?subject=${encode(subject.replace(/\s+/g, ' '))}&body=${encode(body.map(oneLine).join('\r\n'))}`
}

const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ')
const encode = (text: string) => encodeURIComponent(text).replaceAll("'", '%27')
