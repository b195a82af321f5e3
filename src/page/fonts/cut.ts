import { toBase64 } from '../../base64.ts'
import type { Face } from './faces.ts'
import { type FontLibrary, rangeOf, type Slice } from './library.ts'
import { mergeFonts } from './merge.ts'
import { bySlice } from './slices.ts'
import { fromWoff2, toWoff2 } from './subset.ts'

/** What vertical text, hinting and choosing among weights would need. */
const dropTables = ['BASE', 'DSIG', 'STAT', 'gasp', 'prep', 'vhea', 'vmtx']
/** What horizontal text is set with: squeezed punctuation, kerning, composed and joined letters. */
const features = ['ccmp', 'liga', 'kern', 'mark', 'halt', 'chws', 'locl']

/** @returns TrueType */
async function cutSlice(fonts: FontLibrary, slice: Slice, text: string, weight: number): Promise<Uint8Array> {
  const [cut, font] = await Promise.all([fonts.cutter(), fonts.read(slice).then(fromWoff2)])
  return cut(font, { text, weight, features, dropTables })
}

const ideograph = /\p{Script=Han}/u

/** Ideographs need no layout and come from many slices: one font has them all. */
async function cutIdeographs(
  fonts: FontLibrary,
  slices: ReadonlyMap<Slice, string[]>,
  weight: number,
): Promise<Uint8Array> {
  const parts = [...slices].map(([slice, own]) => cutSlice(fonts, slice, own.join(''), weight))
  const text = [...slices.values()].flat().join('')
  const [cut, merged] = await Promise.all([fonts.cutter(), Promise.all(parts).then(mergeFonts)])
  return cut(merged, { text })
}

/** Browsers refuse a font without a single outline, and what has none is as wide in any other. */
function hasInk(characters: Iterable<string>): boolean {
  return [...characters].some((character) => /[^\p{White_Space}\p{Cf}]/u.test(character))
}

/** The `@font-face` rules of a face with only the given characters, as data. */
export async function embedFace(
  fonts: FontLibrary,
  face: Face,
  characters: ReadonlySet<string>,
): Promise<string> {
  if (!hasInk(characters)) return ''
  const sorted = [...characters].sort()
  const slicesOf = (own: readonly string[]): Map<Slice, string[]> => bySlice(fonts, face, own)
  const ideographs = slicesOf(sorted.filter((character) => ideograph.test(character)))
  const others = new Map(
    [...slicesOf(sorted.filter((character) => !ideograph.test(character)))].filter(([, own]) => hasInk(own)),
  )
  const key = [...ideographs, ...others].map(([slice, own]) => `${slice.key} ${own.join('')}`).join('\n')
  const rules = await fonts.cached(`face ${JSON.stringify(face)} ${key}`, async () => {
    const rule = async (font: Promise<Uint8Array>, own: readonly string[]): Promise<string> => {
      const points = own.map((character) => character.codePointAt(0) ?? 0)
      const address = `data:font/woff2;base64,${toBase64(await toWoff2(await font))}`
      return fontFace(face, address, rangeOf(points))
    }
    const made = [...others].map(([slice, own]) =>
      rule(cutSlice(fonts, slice, own.join(''), face.weight), own),
    )
    if (ideographs.size)
      made.push(rule(cutIdeographs(fonts, ideographs, face.weight), [...ideographs.values()].flat()))
    return new TextEncoder().encode((await Promise.all(made)).join(''))
  })
  return new TextDecoder().decode(rules)
}

/** One `@font-face` rule. */
export function fontFace({ family, weight }: Face, address: string, range: string): string {
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:block;src:url(${address}) format("woff2");unicode-range:${range}}`
}
