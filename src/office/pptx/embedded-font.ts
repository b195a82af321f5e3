import { bytesOf, tablesOf, viewOf } from '../../page/fonts/sfnt.ts'

/**
 * A TrueType font as presentations carry them: Embedded OpenType (https://www.w3.org/submissions/EOT/), version 0x00020001,
 * neither compressed nor obfuscated.
 */
export function embeddedOpenType(font: Uint8Array): Uint8Array {
  const tables = tablesOf(font)
  const [os2, head] = [tables.get('OS/2'), tables.get('head')]
  if (!os2 || !head) throw new Error('not a TrueType font')
  const names = [1, 2, 5, 4].map((id) => nameOf(tables.get('name'), id))
  const header = 82 + names.reduce((sum, { length }) => sum + 4 + length, 0) + 2
  const bytes = new Uint8Array(header + font.length)
  const view = viewOf(bytes)
  view.setUint32(0, bytes.length, true)
  view.setUint32(4, font.length, true)
  view.setUint32(8, 0x00020001, true)
  // The kind of face (PANOSE), for whatever else would be taken.
  bytes.set(bytesOf(os2).subarray(32, 42), 16)
  // Any character set.
  view.setUint8(26, 1)
  view.setUint32(28, os2.getUint16(4), true)
  view.setUint16(32, os2.getUint16(8), true)
  view.setUint16(34, magic, true)
  // The scripts and code pages that it has.
  for (const [i, at] of [42, 46, 50, 54, 78, 82].entries())
    view.setUint32(36 + 4 * i, os2.getUint32(at), true)
  view.setUint32(60, head.getUint32(8), true)
  let at = 82
  for (const name of names) {
    view.setUint16(at, name.length, true)
    bytes.set(name, at + 2)
    at += 4 + name.length
  }
  bytes.set(font, header)
  return bytes
}

const magic = 0x504c

/** A name of a font as Windows has it, in UTF-16 with the low byte first. */
function nameOf(table: DataView | undefined, id: number): Uint8Array {
  if (!table) return new Uint8Array()
  const storage = table.getUint16(4)
  for (let i = 0; i < table.getUint16(2); i++) {
    const record = 6 + i * 12
    if (table.getUint16(record) !== 3 || table.getUint16(record + 6) !== id) continue
    const [length, at] = [table.getUint16(record + 8), storage + table.getUint16(record + 10)]
    return bytesOf(table)
      .slice(at, at + length)
      .map((_, k, all) => all[k ^ 1] ?? 0)
  }
  return new Uint8Array()
}
