import type { Characters } from './characters.ts'
import { embedFace, fontFace } from './cut.ts'
import { type Face, type FaceName, facesFor } from './faces.ts'
import type { FontLibrary, Slice } from './library.ts'
import { bySlice, has } from './slices.ts'

const named = (language: string): [FaceName, Face][] =>
  Object.entries(facesFor(language)) as [FaceName, Face][]

const license = (text: string): string =>
  `/*! Noto fonts, cut to the characters of this page.\n${text.replaceAll('*/', '* /')}\n*/`

/**
 * The fonts of a page, cut to what it uses, as `@font-face` rules that hold them as data.
 *
 * @param language BCP 47; decides the shapes of the characters
 */
export async function embedFonts(
  fonts: FontLibrary,
  language: string,
  characters: Characters,
): Promise<string> {
  const rules = named(language).map(([name, face]) =>
    embedFace(
      fonts,
      face,
      name === 'emoji' ? emojiCharacters(fonts, language, characters) : characters[name],
    ),
  )
  const [first = ''] = facesFor(language).sans.packages
  return license(fonts.package(first).license) + (await Promise.all(rules)).join('')
}

/** What the face of the emoji must have: the parts of those of several characters, and what the sans lacks. */
export function emojiCharacters(
  fonts: FontLibrary,
  language: string,
  { sans, joined }: Pick<Characters, 'sans' | 'joined'>,
): Set<string> {
  const faces = facesFor(language)
  const lacking = [...sans].filter((character) => !has(fonts, faces.sans, character))
  return new Set([...lacking, ...joined].filter((character) => has(fonts, faces.emoji, character)))
}

/** Where a live page finds the slices of the fonts. */
export const liveFonts = '/@study-deck/fonts/'

/** `@font-face` rules for a live page: whole fonts, of which the browser takes the slices that it needs. */
export function linkFonts(fonts: FontLibrary, language: string): string {
  return named(language)
    .flatMap(([, face]) => {
      const rule = (slice: Slice): string =>
        fontFace(face, `${liveFonts}${slice.package}/${slice.file}`, slice.range)
      const narrow = [...face.narrow.keys()].map((codePoint) => String.fromCodePoint(codePoint))
      return [
        ...[...face.packages].reverse().flatMap((name) => fonts.package(name).slices.map(rule)),
        // Of two rules for a character the later counts.
        ...[...bySlice(fonts, face, narrow)].map(([slice, some]) => rule({ ...slice, range: rangeOf(some) })),
      ]
    })
    .join('')
}

/** `U+a7,U+2026` */
const rangeOf = (characters: readonly string[]): string =>
  characters.map((character) => `U+${character.codePointAt(0)?.toString(16)}`).join()

/** A slice by the end of its address, `noto-sans-sc/….woff2`; undefined where there is none. */
export function sliceAt(fonts: FontLibrary, address: string): Slice | undefined {
  const [name = '', file = ''] = address.split('/')
  return fonts.package(name).slices.find((slice) => slice.file === file)
}

/** Of the characters of a page, those that none of its fonts has: the computer that shows it must have them. */
export function missingCharacters(
  fonts: FontLibrary,
  language: string,
  { sans }: Pick<Characters, 'sans'>,
): string[] {
  const faces = facesFor(language)
  return [...sans].filter(
    (character) => !has(fonts, faces.sans, character) && !has(fonts, faces.emoji, character),
  )
}
