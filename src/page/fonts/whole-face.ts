import type { Face } from './faces.ts'
import type { FontLibrary, Slice } from './library.ts'
import { mergeFonts } from './merge.ts'
import { glyphIds, tablesOf, viewOf } from './sfnt.ts'
import { bySlice } from './slices.ts'
import { fromWoff2 } from './subset.ts'
import { fontOf } from './write-sfnt.ts'

/** The name that programs know a face by. */
export interface FaceName {
  readonly family: string
  readonly isBold: boolean
}

/**
 * A face with only the given characters as a font that stands alone, as programs other than browsers want it: one TrueType
 * file, without features. Characters that the face has not, or has only in a font of other measures, are left out.
 */
export async function wholeFace(
  fonts: FontLibrary,
  face: Face,
  name: FaceName,
  characters: Iterable<string>,
): Promise<Uint8Array> {
  const slices = [...bySlice(fonts, face, [...new Set(characters)].sort())].filter(([, own]) =>
    own.some((character) => /[^\p{White_Space}\p{Cf}]/u.test(character)),
  )
  const key = slices.map(([slice, own]) => `${slice.key} ${own.join('')}`).join('\n')
  return fonts.cached(`whole ${JSON.stringify([face, name])} ${key}`, async () => {
    const parts = await Promise.all(slices.map(([slice, own]) => cutPlain(fonts, slice, own, face.weight)))
    const unit = (font: Uint8Array | undefined): number | undefined =>
      font && tablesOf(font).get('head')?.getUint16(18)
    const alike = parts.filter((font) => unit(font) === unit(parts[0]))
    return named(mergeFonts(alike), name)
  })
}

async function cutPlain(
  fonts: FontLibrary,
  slice: Slice,
  characters: readonly string[],
  weight: number,
): Promise<Uint8Array> {
  const [cut, font] = await Promise.all([fonts.cutter(), fonts.read(slice).then(fromWoff2)])
  return cut(font, { text: characters.join(''), weight, features: [], dropTables })
}

/** What a font without features has no use for. */
const dropTables = ['BASE', 'DSIG', 'GDEF', 'GPOS', 'GSUB', 'STAT', 'gasp', 'prep', 'vhea', 'vmtx']

/** A font under a name of ours: the licence of Noto lets a changed font be passed on, but under another name. */
function named(font: Uint8Array, name: FaceName): Uint8Array {
  const tables = new Map([...tablesOf(font)].map(([tag, view]) => [tag, copyOf(view)]))
  const os2 = tables.get('OS/2')
  const codes = glyphIds(tables)
  const points = [...codes.keys()].sort((a, b) => a - b)
  os2?.setUint16(4, name.isBold ? 700 : 400)
  // fsSelection: bold or regular, and nothing else.
  os2?.setUint16(62, name.isBold ? 0x20 : 0x40)
  os2?.setUint16(64, Math.min(points[0] ?? 0, 0xffff))
  os2?.setUint16(66, Math.min(points.at(-1) ?? 0, 0xffff))
  tables.get('head')?.setUint16(44, name.isBold ? 1 : 0)
  tables.set('name', nameTable(name))
  tables.set('cmap', characterMap(points.map((point) => [point, codes.get(point) ?? 0])))
  // Without names of glyphs.
  const post = copyOf(tables.get('post') ?? new DataView(new ArrayBuffer(32)), 32)
  post.setUint32(0, 0x00030000)
  tables.set('post', post)
  return fontOf(tables)
}

const copyOf = (view: DataView, length = view.byteLength): DataView =>
  viewOf(new Uint8Array(view.buffer, view.byteOffset, Math.min(length, view.byteLength)).slice())

const setUint16s = (view: DataView, at: number, values: readonly number[]): void => {
  for (const [i, value] of values.entries()) view.setUint16(at + 2 * i, value)
}

/** What the licence asks for: whose it is, and under what it may be used. */
const told: Readonly<Record<number, string>> = {
  0: 'Noto fonts: Copyright 2012-2022 Adobe, Google and the Noto Project Authors',
  5: 'Version 1.000',
  13: 'This Font Software is licensed under the SIL Open Font License, Version 1.1.',
  14: 'https://openfontlicense.org',
}

/** A `name` table for Windows, in English. */
function nameTable({ family, isBold }: FaceName): DataView {
  const style = isBold ? 'Bold' : 'Regular'
  const full = isBold ? `${family} ${style}` : family
  const names = new Map<number, string>([
    [0, told[0] ?? ''],
    [1, family],
    [2, style],
    [3, full],
    [4, full],
    [5, told[5] ?? ''],
    [6, `${family.replaceAll(' ', '')}-${style}`],
    [13, told[13] ?? ''],
    [14, told[14] ?? ''],
  ])
  const storage = 6 + names.size * 12
  const view = new DataView(
    new ArrayBuffer(storage + 2 * [...names.values()].reduce((sum, { length }) => sum + length, 0)),
  )
  view.setUint16(2, names.size)
  view.setUint16(4, storage)
  let at = 0
  ;[...names].forEach(([id, text], i) => {
    const record = 6 + i * 12
    setUint16s(view, record, [3, 1, 0x409, id, 2 * text.length, at])
    for (let k = 0; k < text.length; k++) view.setUint16(storage + at + 2 * k, text.charCodeAt(k))
    at += 2 * text.length
  })
  return view
}

/** A `cmap` of format 4, which every program reads, and of format 12 for what is beyond it. */
function characterMap(codes: readonly (readonly [point: number, glyph: number])[]): DataView {
  const basic = [...codes.filter(([point]) => point < 0xffff), [0xffff, 0] as const]
  // Neighbours whose glyphs are neighbours too share a segment.
  const segments: { from: number; to: number; glyph: number }[] = []
  for (const [point, glyph] of basic) {
    const last = segments.at(-1)
    if (last && point === last.to + 1 && glyph === last.glyph + point - last.from) last.to = point
    else segments.push({ from: point, to: point, glyph })
  }
  const [count, short] = [segments.length, 16 + 8 * segments.length]
  const power = Math.floor(Math.log2(count))
  const view = new DataView(new ArrayBuffer(20 + short + 16 + 12 * codes.length))
  view.setUint16(2, 2)
  // Windows: the basic plane, and full Unicode.
  setUint16s(view, 4, [3, 1])
  view.setUint32(8, 20)
  setUint16s(view, 12, [3, 10])
  view.setUint32(16, 20 + short)
  setUint16s(view, 20, [4, short, 0, 2 * count, 2 * 2 ** power, power, 2 * count - 2 * 2 ** power])
  segments.forEach(({ from, to, glyph }, i) => {
    view.setUint16(34 + 2 * i, to)
    view.setUint16(36 + 2 * (count + i), from)
    view.setUint16(36 + 2 * (2 * count + i), from === 0xffff ? 1 : (glyph - from) & 0xffff)
  })
  const long = 20 + short
  view.setUint16(long, 12)
  view.setUint32(long + 4, 16 + 12 * codes.length)
  view.setUint32(long + 12, codes.length)
  codes.forEach(([point, glyph], i) => {
    const at = long + 16 + 12 * i
    view.setUint32(at, point)
    view.setUint32(at + 4, point)
    view.setUint32(at + 8, glyph)
  })
  return view
}
