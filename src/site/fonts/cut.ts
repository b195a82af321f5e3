import { readFile } from 'node:fs/promises'
import { cached } from './cache.ts'
import type { Face } from './faces.ts'
import { bySlice, type Slice } from './slices.ts'

/** Cuts a slice to some of its characters, at one weight. @returns WOFF2 */
async function cutSlice({ file, key }: Slice, text: string, weight: number): Promise<Uint8Array> {
  return cached(`woff2 ${key} ${weight} ${text}`, async () => {
    const { default: subsetFont } = await import('subset-font')
    return subsetFont(await readFile(file), text, {
      targetFormat: 'woff2',
      variationAxes: { wght: weight },
      // What horizontal text is set with: squeezed punctuation, kerning, composed and joined letters.
      keepFeatures: ['ccmp', 'liga', 'kern', 'mark', 'halt', 'chws', 'locl'],
      // What vertical text, hinting and choosing among weights would need.
      dropTables: ['BASE', 'DSIG', 'STAT', 'gasp', 'prep', 'vhea', 'vmtx'],
    })
  })
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
  const parts = [...bySlice(face, [...characters].sort())]
  // Kept as one, so that a deck whose characters are the same is read, and slice by slice for one that has new ones.
  const key = parts.map(([slice, own]) => `${slice.key} ${own.join('')}`).join('\n')
  const rules = await cached(`face ${JSON.stringify(face)} ${key}`, async () => {
    const made = parts.map(async ([slice, own]) => {
      const data = await cutSlice(slice, own.join(''), face.weight)
      return fontFace(face, `data:font/woff2;base64,${Buffer.from(data).toString('base64')}`, rangeOf(own))
    })
    return Buffer.from((await Promise.all(made)).join(''))
  })
  return Buffer.from(rules).toString()
}

/** One `@font-face` rule. */
export function fontFace({ family, weight }: Face, address: string, range: string): string {
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:block;src:url(${address}) format("woff2");unicode-range:${range}}`
}
