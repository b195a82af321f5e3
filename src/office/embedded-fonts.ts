import { facesFor } from '../page/fonts/faces.ts'
import type { FontLibrary } from '../page/fonts/library.ts'
import { wholeFace } from '../page/fonts/whole-face.ts'

/** A family that a file carries, as TrueType. */
export interface EmbeddedFamily {
  readonly name: string
  readonly regular: Uint8Array
  readonly bold: Uint8Array
}

/** The families that a file may carry, by their names in it. */
export const familyNames = { sans: 'Deck Sans', serif: 'Deck Serif' } as const
export type FamilyKind = keyof typeof familyNames

/** So that whoever goes on writing has them in any case. */
const usual =
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~，。、；：？！“”‘’（）《》〈〉【】〔〕—…·～％　•–一二三四五六七八九十'

/**
 * Our own families, cut to the characters of a file.
 *
 * @param language BCP 47; decides the shapes of the characters
 */
export function embeddedFamilies(
  fonts: FontLibrary,
  language: string,
  kinds: readonly FamilyKind[],
  characters: Iterable<string>,
): Promise<readonly EmbeddedFamily[]> {
  const faces = facesFor(language)
  const all = new Set([...usual, ...characters])
  return Promise.all(
    kinds.map(async (kind) => {
      const family = familyNames[kind]
      const [regular, bold] = await Promise.all(
        [false, true].map((isBold) =>
          wholeFace(fonts, { ...faces[kind], weight: isBold ? 700 : 400 }, { family, isBold }, all),
        ),
      )
      if (!regular || !bold) throw new Error(`no font for ${family}`)
      return { name: family, regular, bold }
    }),
  )
}
