import { readFile } from 'node:fs/promises'
import { cached } from './cache.ts'
import type { Face } from './faces.ts'
import { mergeFonts } from './merge.ts'
import { bySlice, type Slice } from './slices.ts'

type Format = 'woff2' | 'truetype'

/** What vertical text, hinting and choosing among weights would need. */
const dropTables = ['BASE', 'DSIG', 'STAT', 'gasp', 'prep', 'vhea', 'vmtx']
/** What horizontal text is set with: squeezed punctuation, kerning, composed and joined letters. */
const keepFeatures = ['ccmp', 'liga', 'kern', 'mark', 'halt', 'chws', 'locl']

async function cutSlice(
  slice: Slice,
  text: string,
  weight: number,
  targetFormat: Format,
): Promise<Uint8Array> {
  const { default: subsetFont } = await import('subset-font')
  const variationAxes = { wght: weight }
  return subsetFont(await readFile(slice.file), text, {
    targetFormat,
    variationAxes,
    keepFeatures,
    dropTables,
  })
}

const ideograph = /\p{Script=Han}/u

/** Ideographs need no layout and come from many slices: one font has them all. */
async function cutIdeographs(slices: ReadonlyMap<Slice, string[]>, weight: number): Promise<Uint8Array> {
  const [{ default: subsetFont }, fontkit] = await Promise.all([import('subset-font'), import('fontkit')])
  const parts = [...slices].map(async ([slice, own]) => {
    const font = await cutSlice(slice, own.join(''), weight, 'truetype')
    const read = fontkit.create(Buffer.from(font))
    const glyphs = own.map((character) => {
      const point = character.codePointAt(0) ?? 0
      return [point, 'glyphForCodePoint' in read ? read.glyphForCodePoint(point).id : 0] as const
    })
    return { font, glyphs: new Map(glyphs) }
  })
  const text = [...slices.values()].flat().join('')
  return subsetFont(Buffer.from(mergeFonts(await Promise.all(parts))), text, { targetFormat: 'woff2' })
}

const hex = (point: number): string => `U+${point.toString(16)}`

/** Neighbours joined to ranges, as `unicode-range` has them. */
function rangeOf(characters: readonly string[]): string {
  const points = characters.map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b)
  const ranges: [number, number][] = []
  for (const point of points) {
    const last = ranges.at(-1)
    if (last && point === last[1] + 1) last[1] = point
    else ranges.push([point, point])
  }
  return ranges.map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${to.toString(16)}`)).join()
}

/** The `@font-face` rules of a face with only the given characters, as data. */
export async function embedFace(face: Face, characters: ReadonlySet<string>): Promise<string> {
  // Spaces alone need no font.
  if ([...characters].every((character) => character === ' ')) return ''
  const sorted = [...characters].sort()
  const ideographs = bySlice(
    face,
    sorted.filter((character) => ideograph.test(character)),
  )
  const others = bySlice(
    face,
    sorted.filter((character) => !ideograph.test(character)),
  )
  const key = [...ideographs, ...others].map(([slice, own]) => `${slice.key} ${own.join('')}`).join('\n')
  const rules = await cached(`face ${JSON.stringify(face)} ${key}`, async () => {
    const rule = (data: Uint8Array, own: readonly string[]): string =>
      fontFace(face, `data:font/woff2;base64,${Buffer.from(data).toString('base64')}`, rangeOf(own))
    const made = [...others].map(async ([slice, own]) =>
      rule(await cutSlice(slice, own.join(''), face.weight, 'woff2'), own),
    )
    if (ideographs.size)
      made.push(
        cutIdeographs(ideographs, face.weight).then((data) => rule(data, [...ideographs.values()].flat())),
      )
    return Buffer.from((await Promise.all(made)).join(''))
  })
  return Buffer.from(rules).toString()
}

/** One `@font-face` rule. */
export function fontFace({ family, weight }: Face, address: string, range: string): string {
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:block;src:url(${address}) format("woff2");unicode-range:${range}}`
}
