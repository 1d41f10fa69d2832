/**
 * The words of a text as a reader could find them, whatever wraps them: entities, escapes of JSON, JavaScript and
 * addresses undone, without accents, capitals and what nobody sees. `Jos\u00e9&nbsp;M%61rlow` → `jose marlow`.
 */
export function foldWords(text: string): string[] {
  return splitWords(makePlain(decode(text)))
}

/**
 * The same in each way to read markup: between tags, with tags inside words closed up, and in the tags themselves. A
 * reading that holds none of `wanted` is left out.
 */
export function foldMarkup(text: string, wanted: readonly string[]): string[][] {
  const plain = makePlain(decode(text))
  const readings = plain.includes('<')
    ? [
        plain.replace(tag, ' '),
        ...(dressed.test(plain) ? [plain.replace(dress, '').replace(tag, ' ')] : []),
        (plain.match(attributes) ?? []).join(' '),
      ]
    : [plain]
  // Looking for a few words is fast, and most files hold none; looking for many is slower than splitting.
  const isWanted = (reading: string) => wanted.length > 50 || wanted.some((word) => reading.includes(word))
  return readings.filter(isWanted).map(splitWords)
}

const tag = /<\/?[a-z!][^<>]*>/g
const attributes = /<[a-z!][^<>]*[=-][^<>]*>/g
/** Tags that may stand inside a word. */
const dress = /<\/?(?:a|b|del|em|font|i|ins|mark|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>/g
const dressed = new RegExp(`[\\p{L}\\p{N}](?:${dress.source})+[\\p{L}\\p{N}]`, 'u')
const splitWords = (plain: string): string[] => plain.match(/[\p{L}\p{N}]+/gu) ?? []

function makePlain(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return text.toLowerCase()
  // A raised figure is a footnote mark and no part of the word before it.
  return text
    .replace(/\p{No}/gu, ' ')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()
}

/** Undoes what may be wrapped in itself: the source page shows `&amp;nbsp;` for a document's `&nbsp;`. */
function decode(text: string): string {
  let decoded = text
  for (let round = 0; round < 3; round++) {
    const before = decoded
    if (decoded.includes('&')) decoded = decoded.replace(entity, decodeEntity)
    if (decoded.includes('\\')) decoded = decoded.replace(escaped, decodeEscape)
    if (decoded.includes('%')) decoded = decoded.replace(/(?:%[\da-f]{2})+/gi, decodePercent)
    if (decoded === before) break
  }
  return decoded
}

const entity =
  /&(?:#(?<code>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<letter>[a-z])(?<accent>acute|grave|circ|uml|tilde|cedil|ring|slash|caron)|(?<unseen>shy|zwn?j)|(?<name>[a-z]{2,8}));/gi
const named: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}

function decodeEntity(...match: readonly unknown[]): string {
  const {code, hex, letter, unseen, name = ''} = match.at(-1) as Partial<Record<string, string>>
  if (letter) return letter
  if (unseen) return ''
  if (code || hex) return fromCode(code ? Number(code) : Number.parseInt(hex ?? '', 16))
  return named[name.toLowerCase()] ?? ' '
}

const escaped = /\\(?:u\{(?<point>[\da-f]{1,6})\}|u(?<unit>[\da-f]{4})|x(?<byte>[\da-f]{2})|[nrtbfv])/gi

function decodeEscape(...match: readonly unknown[]): string {
  const {point, unit, byte} = match.at(-1) as Partial<Record<string, string>>
  const code = point ?? unit ?? byte
  return code === undefined
    ? ' '
    : unit
      ? String.fromCharCode(Number.parseInt(unit, 16))
      : fromCode(Number.parseInt(code, 16))
}

const fromCode = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : ' ')

function decodePercent(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch {
    return String.fromCharCode(
      ...run
        .split('%')
        .slice(1)
        .map((hex) => Number.parseInt(hex, 16)),
    )
  }
}
