/**
 * What is read of TrueType fonts: the bytes of their tables, the characters they have, how wide those are.
 * Table layouts: https://learn.microsoft.com/typography/opentype/spec/
 */
export type Tables = ReadonlyMap<string, DataView>

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
export const bytesOf = (view: DataView): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength)

/** The tables of a font by their tags. */
export function tablesOf(font: Uint8Array): Tables {
  const view = viewOf(font)
  return new Map(
    Array.from({ length: view.getUint16(4) }, (_, i) => {
      const at = 12 + i * 16
      const tag = String.fromCharCode(...font.subarray(at, at + 4))
      const start = view.getUint32(at + 8)
      return [tag, viewOf(font.subarray(start, start + view.getUint32(at + 12)))]
    }),
  )
}

/** Glyph ids by code point, from the table that reaches farthest; empty where the font has none that is known. */
export function glyphIds(tables: Tables): ReadonlyMap<number, number> {
  const cmap = tables.get('cmap')
  const found = new Map<number, number>()
  if (!cmap) return found
  const offsets = Array.from({ length: cmap.getUint16(2) }, (_, i) => cmap.getUint32(4 + i * 8 + 4))
  const of = (format: number): number | undefined => offsets.find((at) => cmap.getUint16(at) === format)
  const [groups, segments] = [of(12), of(4)]
  const add = (point: number, glyph: number): void => {
    if (glyph > 0 && point !== 0xffff) found.set(point, glyph)
  }
  if (groups !== undefined)
    for (let i = 0; i < cmap.getUint32(groups + 12); i++) {
      const at = groups + 16 + i * 12
      const first = cmap.getUint32(at)
      for (let point = first; point <= cmap.getUint32(at + 4); point++)
        add(point, cmap.getUint32(at + 8) + point - first)
    }
  else if (segments !== undefined) {
    const size = cmap.getUint16(segments + 6)
    for (let i = 0; i < size; i += 2) {
      const [end, start] = [cmap.getUint16(segments + 14 + i), cmap.getUint16(segments + 16 + size + i)]
      const delta = cmap.getUint16(segments + 16 + 2 * size + i)
      const range = segments + 16 + 3 * size + i
      const offset = cmap.getUint16(range)
      for (let point = start; point <= end; point++) {
        const glyph = offset === 0 ? point : cmap.getUint16(range + offset + (point - start) * 2)
        add(point, glyph === 0 && offset !== 0 ? 0 : (glyph + delta) & 0xffff)
      }
    }
  }
  return found
}

/** The advance and bearing of each glyph, 4 bytes each. */
export function metricsOf(tables: Tables): Uint8Array[] {
  const [hmtx, hhea, maxp] = ['hmtx', 'hhea', 'maxp'].map((tag) => tables.get(tag))
  if (!hmtx || !hhea || !maxp) throw new Error('not a TrueType font')
  const long = hhea.getUint16(34)
  return Array.from({ length: maxp.getUint16(4) }, (_, i) => {
    const metric = new DataView(new ArrayBuffer(4))
    metric.setUint16(0, hmtx.getUint16(Math.min(i, long - 1) * 4))
    metric.setInt16(2, hmtx.getInt16(i < long ? i * 4 + 2 : long * 4 + (i - long) * 2))
    return bytesOf(metric)
  })
}

/** The advance widths, in em, of the characters that a font has. */
export function advances(font: Uint8Array): [character: string, em: number][] {
  const tables = tablesOf(font)
  const unitsPerEm = tables.get('head')?.getUint16(18) ?? 1000
  const metrics = metricsOf(tables)
  return [...glyphIds(tables)].map(([point, glyph]) => {
    const metric = metrics[glyph]
    return [String.fromCodePoint(point), (metric ? viewOf(metric).getUint16(0) : 0) / unitsPerEm]
  })
}
