/** What kind of file an address leads to, by its ending. */
const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  brf: 'text/x-brf',
  html: 'text/html',
  txt: 'text/plain',
  md: 'text/markdown',
  json: 'application/json',
  csv: 'text/csv',
  xml: 'application/atom+xml',
  zip: 'application/zip',
}

export const findMediaType = (path: string): string | undefined => mediaTypes[path.split('.').at(-1) ?? '']
