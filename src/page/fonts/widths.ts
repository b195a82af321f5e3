import { readFile } from 'node:fs/promises'
import { cached } from './cache.ts'
import type { Characters } from './characters.ts'
import { type Face, type FaceName, facesFor } from './faces.ts'
import { bySlice, type Slice } from './slices.ts'

/** Advance widths of characters in em. */
export type Widths = ReadonlyMap<string, number>

/** Ideographs, kana, hangul, CJK punctuation and full-width forms are one em wide in every face. */
export const fullWidth =
  /[\u2e80-\u312f\u3190-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u

const rangeCharacters = (range: string): string =>
  range
    .split(',')
    .flatMap((part) => {
      const [from = '', to = from] = part.slice(2).split('-')
      const first = Number.parseInt(from, 16)
      return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, i) =>
        String.fromCodePoint(first + i),
      )
    })
    .filter((character) => !fullWidth.test(character))
    .join('')

/** The widths of a slice's characters that are not full-width, at one weight. */
async function sliceWidths({ file, key, range }: Slice, weight: number): Promise<Widths> {
  const data = await cached(`widths ${key} ${weight}`, async () => {
    const [{ default: subsetFont }, fontkit] = await Promise.all([import('subset-font'), import('fontkit')])
    const pinned = await subsetFont(await readFile(file), rangeCharacters(range), {
      targetFormat: 'truetype',
      variationAxes: { wght: weight },
    })
    const font = fontkit.create(pinned)
    if (!('characterSet' in font)) return Buffer.from('[]')
    const widths = font.characterSet.map((point) => [
      String.fromCodePoint(point),
      font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm,
    ])
    return Buffer.from(JSON.stringify(widths))
  })
  return new Map(JSON.parse(Buffer.from(data).toString()))
}

const known = new Map<string, Promise<Widths>>()

/** The widths of those characters that a face does not set one em wide. */
async function widthsOf(face: Face, characters: ReadonlySet<string>): Promise<Widths> {
  const narrow = [...characters].filter((character) => !fullWidth.test(character))
  const slices = [...bySlice(face, narrow).keys()].map((slice) => {
    const name = `${slice.key} ${face.weight}`
    const before = known.get(name)
    if (before) return before
    const read = sliceWidths(slice, face.weight)
    known.set(name, read)
    return read
  })
  return new Map((await Promise.all(slices)).flatMap((widths) => [...widths]))
}

/** The widths that the faces of a deck need. @param language BCP 47 */
export async function measureFaces(
  language: string,
  characters: Characters,
): Promise<Readonly<Record<FaceName, Widths>>> {
  const faces = facesFor(language)
  const [sans, strong, serif, mono] = await Promise.all([
    widthsOf(faces.sans, characters.sans),
    widthsOf(faces.strong, characters.strong),
    widthsOf(faces.serif, characters.serif),
    widthsOf(faces.mono, characters.mono),
  ])
  return { sans, strong, serif, mono }
}
