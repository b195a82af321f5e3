import type { Characters } from './characters.ts'
import { type Face, facesFor, type TextFace } from './faces.ts'
import { emojiCharacters } from './fonts.ts'
import { charactersIn, type FontLibrary, type Slice } from './library.ts'
import { advances } from './sfnt.ts'
import { bySlice } from './slices.ts'
import { fromWoff2 } from './subset.ts'

/** Advance widths of characters in em. */
export type Widths = ReadonlyMap<string, number>

/** Ideographs, kana, hangul, CJK punctuation and full-width forms are one em wide in every face. */
export const fullWidth =
  /[\u2e80-\u312f\u3190-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u

/** The widths of a slice's characters that are not full-width, at one weight. */
async function sliceWidths(fonts: FontLibrary, slice: Slice, weight: number): Promise<Widths> {
  const data = await fonts.cached(`widths ${slice.key} ${weight}`, async () => {
    const [cut, font] = await Promise.all([fonts.cutter(), fonts.read(slice).then(fromWoff2)])
    const text = charactersIn(slice.range)
      .filter((character) => !fullWidth.test(character))
      .join('')
    return new TextEncoder().encode(JSON.stringify(text ? advances(cut(font, { text, weight })) : []))
  })
  return new Map(JSON.parse(new TextDecoder().decode(data)))
}

const known = new Map<string, Promise<Widths>>()

/** The widths of those characters that a face does not set one em wide. */
async function widthsOf(fonts: FontLibrary, face: Face, characters: ReadonlySet<string>): Promise<Widths> {
  const narrow = [...characters].filter((character) => !fullWidth.test(character))
  const slices = [...bySlice(fonts, face, narrow).keys()].map((slice) => {
    const name = `${slice.key} ${face.weight}`
    const before = known.get(name)
    if (before) return before
    const read = sliceWidths(fonts, slice, face.weight)
    known.set(name, read)
    return read
  })
  return new Map((await Promise.all(slices)).flatMap((widths) => [...widths]))
}

/** The widths that the faces of a deck need. @param language BCP 47 */
export async function measureFaces(
  fonts: FontLibrary,
  language: string,
  characters: Characters,
): Promise<Readonly<Record<TextFace, Widths>>> {
  const faces = facesFor(language)
  const emoji = await widthsOf(fonts, faces.emoji, emojiCharacters(fonts, language, characters))
  const measure = async (name: TextFace): Promise<Widths> => {
    const widths = await widthsOf(fonts, faces[name], characters[name])
    // A digit is in the face of the emoji too, for the sake of keycaps.
    return emoji.size ? new Map([...emoji, ...widths]) : widths
  }
  const [sans, strong, serif, mono] = await Promise.all([
    measure('sans'),
    measure('strong'),
    measure('serif'),
    measure('mono'),
  ])
  return { sans, strong, serif, mono }
}
