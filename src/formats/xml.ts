/** Text without the characters that XML 1.0 cannot hold (section 2.2), which no document means. */
export const dropUnwritable = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')

/** Text as text in XML, also within attributes. */
export const escapeXml = (text: string): string =>
  dropUnwritable(text).replace(/[&<>"']/g, (character) => entities[character] ?? character)

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
