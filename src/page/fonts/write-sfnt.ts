import { bytesOf, type Tables, viewOf } from './sfnt.ts'

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** What a table's checksum, and with it the font's, are made of: its words of four bytes, added up. */
function checksum(bytes: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4)
    sum =
      (sum +
        (((bytes[at] ?? 0) << 24) |
          ((bytes[at + 1] ?? 0) << 16) |
          ((bytes[at + 2] ?? 0) << 8) |
          (bytes[at + 3] ?? 0))) >>>
      0
  return sum
}

/** `checkSumAdjustment` makes the checksum of the whole font this. */
const whole = 0xb1b0afba

/** Tables as a TrueType font. Their bytes are taken as they are, but for the checksum in `head`. */
export function fontOf(tables: Tables): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const header = new DataView(new ArrayBuffer(12 + sorted.length * 16))
  const power = Math.floor(Math.log2(sorted.length))
  header.setUint32(0, 0x00010000)
  header.setUint16(4, sorted.length)
  header.setUint16(6, 16 * 2 ** power)
  header.setUint16(8, power)
  header.setUint16(10, 16 * (sorted.length - 2 ** power))
  tables.get('head')?.setUint32(8, 0)
  const parts = [bytesOf(header)]
  let at = header.byteLength
  let headAt = -1
  sorted.forEach(([tag, view], i) => {
    const entry = 12 + i * 16
    for (let k = 0; k < 4; k++) header.setUint8(entry + k, tag.charCodeAt(k))
    header.setUint32(entry + 4, checksum(bytesOf(view)))
    header.setUint32(entry + 8, at)
    header.setUint32(entry + 12, view.byteLength)
    if (tag === 'head') headAt = at
    const padding = (4 - (view.byteLength % 4)) % 4
    parts.push(bytesOf(view), new Uint8Array(padding))
    at += view.byteLength + padding
  })
  const font = joined(parts)
  if (headAt >= 0) viewOf(font).setUint32(headAt + 8, (whole - checksum(font)) >>> 0)
  return font
}
