import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Characters } from './characters.ts'
import { embedFace, fontFace } from './cut.ts'
import { type Face, type FaceName, facesFor, packageNames } from './faces.ts'
import { fontPackage, quotes, type Slice, sliceFor } from './slices.ts'

const named = (language: string): [FaceName, Face][] =>
  Object.entries(facesFor(language)) as [FaceName, Face][]

const license = (face: Face): string =>
  `/*! Noto fonts, cut to the characters of this page.\n${fontPackage(face.packages[0] ?? '').license.replaceAll('*/', '* /')}\n*/`

/**
 * The fonts of a page, cut to what it uses, as `@font-face` rules that hold them as data.
 *
 * @param language BCP 47; decides the shapes of the characters
 */
export async function embedFonts(language: string, characters: Characters): Promise<string> {
  const rules = named(language).map(([name, face]) => embedFace(face, characters[name]))
  return license(facesFor(language).sans) + (await Promise.all(rules)).join('')
}

/** Where a live page finds the slices of the fonts. */
export const liveFonts = '/@study-deck/fonts/'

/** `@font-face` rules for a live page: whole fonts, of which the browser takes the slices that it needs. */
export function linkFonts(language: string): string {
  return named(language)
    .flatMap(([, face]) => {
      const rule = (name: string, { file, range }: Slice): string =>
        fontFace(face, `${liveFonts}${name}/${basename(file)}`, range)
      const slice = face.quotes && sliceFor(face, quotes.from)
      const range = `U+${quotes.from.toString(16)}-${quotes.to.toString(16)}`
      return [
        ...[...face.packages]
          .reverse()
          .flatMap((name) => fontPackage(name).slices.map((slice) => rule(name, slice))),
        // Of two rules for a character the later counts.
        ...(face.quotes && slice ? [rule(face.quotes, { ...slice, range })] : []),
      ]
    })
    .join('')
}

/** A slice by the end of its address, `noto-sans-sc/….woff2`; null where there is none. */
export function readSlice(address: string): Buffer | null {
  const [name = '', file = ''] = address.split('/')
  if (!packageNames.includes(name)) return null
  const slice = fontPackage(name).slices.find((one) => basename(one.file) === file)
  return slice ? readFileSync(slice.file) : null
}

/** Of the characters of a page, those that none of its fonts has: the computer that shows it must have them. */
export function missingCharacters(language: string, { sans }: Characters): string[] {
  const face = facesFor(language).sans
  return [...sans].filter((character) => !sliceFor(face, character.codePointAt(0) ?? 0))
}
