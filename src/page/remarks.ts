import type { Deck } from '../deck/deck.ts'
import type { Place, Remark } from '../fault.ts'
import { wordsFor } from '../words.ts'
import type { Characters } from './fonts/characters.ts'
import { missingCharacters } from './fonts/fonts.ts'
import type { FontLibrary } from './fonts/library.ts'

/** What became of a slide that holds more than its layout has room for, in words; null where it just fits. */
export function fitRemark(language: string, scale: number, pages: number): string | null {
  const { split, shrunk } = wordsFor(language).remarks
  if (pages > 1) return split(pages)
  return scale < 1 ? shrunk(Math.round(scale * 100)) : null
}

const mostNames = 12

/** Attributes and elements that were left out, in one remark where the first of them stands. */
export function leftOutRemarks(language: string, names: ReadonlyMap<string, Place>): Remark[] {
  const [place] = names.values()
  if (!place) return []
  const shown = [...names.keys()].slice(0, mostNames).map((name) => name.slice(0, 40))
  const more = names.size > mostNames ? ' …' : ''
  return [{ place, message: wordsFor(language).remarks.leftOut(shown.join(', ') + more) }]
}

/** The characters that no font of ours has, each where it stands first. */
export function missingRemarks(
  fonts: FontLibrary,
  deck: Deck,
  language: string,
  characters: Characters,
): Remark[] {
  const missing = missingCharacters(fonts, language, characters)
  if (!missing.length) return []
  const { noGlyph } = wordsFor(language).remarks
  const passages = deck.files.flatMap(({ path, stacks }) =>
    stacks.flat().flatMap(({ body, notes }) => [body, notes].map((passage) => ({ path, passage }))),
  )
  const [first] = deck.files
  return missing.flatMap((character) => {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    for (const { path, passage } of passages) {
      const at = passage?.text.indexOf(character) ?? -1
      if (!passage || at < 0) continue
      const line = passage.line + passage.text.slice(0, at).split('\n').length - 1
      return [{ place: { file: path, line }, message: noGlyph(character, code) }]
    }
    // It stands in the settings.
    return first ? [{ place: { file: first.path }, message: noGlyph(character, code) }] : []
  })
}
