import { bytesOf, glyphIds, metricsOf, type Tables, tablesOf, viewOf } from './sfnt.ts'
import { fontOf, joined } from './write-sfnt.ts'

/**
 * Joins TrueType fonts of the same design and weight whose glyphs need no layout tables, as ideographs do. The pieces
 * that fonts come in each carry tables of their own; joined they are smaller and compress better.
 */

/** Tables that say the same in every part, the font's own measures and names. */
const shared = ['OS/2', 'hhea', 'head', 'maxp', 'name', 'post']

export function mergeFonts(fonts: readonly Uint8Array[]): Uint8Array {
  const tables = fonts.map(tablesOf)
  const [first] = tables
  if (!first) throw new Error('no fonts to merge')
  const glyphs: Uint8Array[] = []
  const metrics: Uint8Array[] = []
  const codes = new Map<number, number>()
  tables.forEach((own, i) => {
    // Glyph 0 stands for what is missing; the first part's does for all.
    const base = i === 0 ? 0 : glyphs.length - 1
    const from = i === 0 ? 0 : 1
    glyphs.push(
      ...glyphsOf(own)
        .slice(from)
        .map((glyph) => renumbered(glyph, base)),
    )
    metrics.push(...metricsOf(own).slice(from))
    for (const [code, glyph] of glyphIds(own)) codes.set(code, glyph + base)
  })

  const out = new Map(shared.flatMap((tag) => copied(first, tag)))
  const count = glyphs.length
  out.get('head')?.setInt16(50, 1)
  out.get('hhea')?.setUint16(34, count)
  const limits = out.get('maxp')
  limits?.setUint16(4, count)
  // What the largest glyph needs, from points to the depth of components.
  for (let at = 6; limits && at + 2 <= limits.byteLength; at += 2)
    limits.setUint16(at, Math.max(...tables.map((own) => own.get('maxp')?.getUint16(at) ?? 0)))
  // The scripts that any of them has.
  const os2 = out.get('OS/2')
  for (const at of [42, 46, 50, 54])
    os2?.setUint32(at, tables.reduce((all, own) => all | (own.get('OS/2')?.getUint32(at) ?? 0), 0) >>> 0)
  out.set('hmtx', viewOf(joined(metrics)))
  const offsets = new DataView(new ArrayBuffer((count + 1) * 4))
  let end = 0
  glyphs.forEach((glyph, i) => {
    end += glyph.length
    offsets.setUint32((i + 1) * 4, end)
  })
  out.set('loca', offsets)
  out.set('glyf', viewOf(joined(glyphs)))
  out.set('cmap', characterMap(codes))
  return fontOf(out)
}

function copied(tables: Tables, tag: string): [string, DataView][] {
  const view = tables.get(tag)
  return view ? [[tag, viewOf(bytesOf(view).slice())]] : []
}

function glyphsOf(tables: Tables): Uint8Array[] {
  const [loca, glyf, head, maxp] = ['loca', 'glyf', 'head', 'maxp'].map((tag) => tables.get(tag))
  if (!loca || !glyf || !head || !maxp) throw new Error('not a TrueType font')
  const long = head.getInt16(50) === 1
  const offset = (i: number): number => (long ? loca.getUint32(i * 4) : loca.getUint16(i * 2) * 2)
  const data = bytesOf(glyf)
  return Array.from({ length: maxp.getUint16(4) }, (_, i) => {
    const glyph = data.slice(offset(i), offset(i + 1))
    const padded = new Uint8Array(Math.ceil(glyph.length / 4) * 4)
    padded.set(glyph)
    return padded
  })
}

/** A glyph composed of others names them by their ids. */
function renumbered(glyph: Uint8Array, base: number): Uint8Array {
  if (glyph.length < 10) return glyph
  const view = viewOf(glyph)
  if (view.getInt16(0) >= 0) return glyph
  for (let at = 10, more = true; more; ) {
    const flags = view.getUint16(at)
    const component = view.getUint16(at + 2)
    view.setUint16(at + 2, component && component + base)
    at += 4 + (flags & 0x1 ? 4 : 2) + (flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0)
    more = (flags & 0x20) !== 0
  }
  return glyph
}

/** A `cmap` of format 12, one group a character. */
function characterMap(codes: ReadonlyMap<number, number>): DataView {
  const sorted = [...codes].sort(([a], [b]) => a - b)
  const view = new DataView(new ArrayBuffer(12 + 16 + sorted.length * 12))
  view.setUint16(2, 1)
  // Windows, full Unicode.
  view.setUint16(4, 3)
  view.setUint16(6, 10)
  view.setUint32(8, 12)
  view.setUint16(12, 12)
  view.setUint32(16, 16 + sorted.length * 12)
  view.setUint32(24, sorted.length)
  sorted.forEach(([code, glyph], i) => {
    view.setUint32(28 + i * 12, code)
    view.setUint32(32 + i * 12, code)
    view.setUint32(36 + i * 12, glyph)
  })
  return view
}
