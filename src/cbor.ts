/** Every text in a CBOR value (RFC 8949), in order; numbers and the shape of the value are left out. */
export function readCborTexts(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const decoder = new TextDecoder()
  const texts: string[] = []
  let at = 0

  /** The number that a head byte's low bits announce: itself, or in the next 1, 2, 4 or 8 bytes. */
  function readArgument(low: number): number {
    if (low < 24) return low
    const size = 2 ** (low - 24)
    if (size > 8) return Number.POSITIVE_INFINITY
    at += size
    if (size === 1) return view.getUint8(at - 1)
    if (size === 2) return view.getUint16(at - 2)
    return size === 4 ? view.getUint32(at - 4) : Number(view.getBigUint64(at - 8))
  }

  // An array or a map only announces how many values follow, so values are read one after the other.
  while (at < bytes.length) {
    const head = bytes[at++] ?? 0
    const kind = head >> 5
    const argument = readArgument(head & 31)
    if (kind !== 2 && kind !== 3) continue
    // A text of unknown length comes in pieces that tell theirs.
    if (!Number.isFinite(argument)) continue
    texts.push(decoder.decode(bytes.subarray(at, at + argument)))
    at += argument
  }
  return texts
}
