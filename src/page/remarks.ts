import type { Deck } from '../deck/deck.ts'
import type { Place, Remark } from '../fault.ts'
import { wordsFor } from '../words.ts'
import type { Characters } from './fonts/characters.ts'
import { missingCharacters } from './fonts/fonts.ts'
import type { FontLibrary } from './fonts/library.ts'

/** What became of a slide that holds more than its layout has room for, in words; null where it just fits. */
export function fitRemark(
  language: string,
  {
    scale,
    slides: { length: pages },
    byPictures,
  }: { readonly scale: number; readonly slides: readonly unknown[]; readonly byPictures: boolean },
): string | null {
  const { split, shrunk, splitByPictures, shrunkByPictures } = wordsFor(language).remarks
  if (pages > 1) return (byPictures ? splitByPictures : split)(pages)
  return scale < 1 ? (byPictures ? shrunkByPictures : shrunk)(Math.round(scale * 100)) : null
}

/** So many other places are named where the same is to be told. */
const mostPlaces = 8

/** The same is told once, where it stands first, with its other places; what is said of a slide's room is of each. */
export function toldOnce(language: string, remarks: readonly Remark[]): Remark[] {
  const { again } = wordsFor(language).remarks
  const all = new Map<unknown, [Remark, ...Remark[]]>()
  for (const remark of remarks) {
    const key = remark.isTight ? remark : remark.message
    const same = all.get(key)
    if (same) same.push(remark)
    else all.set(key, [remark])
  }
  const shown = ({ place: { file, line } }: Remark): string =>
    `${file.replace(/^.*[\\/]/, '')}${line === undefined ? '' : `:${line}`}`
  return [...all.values()].map(([first, ...others]) => {
    const places = [...new Set(others.map(shown))].filter((place) => place !== shown(first))
    if (!places.length) return first
    const written = places.slice(0, mostPlaces).join(', ') + (places.length > mostPlaces ? ' …' : '')
    return { ...first, message: again(first.message, written) }
  })
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

/** A page of more is slow to open and too large for mail, in bytes. */
const heavy = 40 * 1024 * 1024

/** What makes a page heavy. @param embedded addresses with the bytes that they take in it */
export function weightRemark(
  language: string,
  embedded: readonly (readonly [address: string, size: number])[],
  file: string,
): Remark[] {
  const total = embedded.reduce((sum, [, size]) => sum + size, 0)
  if (total < heavy) return []
  const largest = [...new Map(embedded)].sort(([, one], [, other]) => other - one).slice(0, 3)
  const megabytes = (size: number): string => `${Math.round(size / 1024 / 1024)} MB`
  const names = largest.map(([address, size]) => `${address.slice(0, 80)} ${megabytes(size)}`)
  return [{ place: { file }, message: wordsFor(language).remarks.heavy(megabytes(total), names.join(', ')) }]
}

/** The characters that no font of ours has, all in one remark, where the first of them stands. */
export function missingRemarks(
  fonts: FontLibrary,
  deck: Deck,
  language: string,
  characters: Characters,
): Remark[] {
  const missing = missingCharacters(fonts, language, characters)
  if (!missing.length) return []
  const passages = deck.files.flatMap(({ path, stacks }) =>
    stacks.flat().flatMap(({ body, notes }) => [body, notes].map((passage) => ({ path, passage }))),
  )
  const shown = missing.flatMap((character) => {
    for (const [i, { path, passage }] of passages.entries()) {
      const at = passage?.text.indexOf(character) ?? -1
      if (!passage || at < 0) continue
      const line = passage.line + passage.text.slice(0, at).split('\n').length - 1
      return [{ character, order: [i, at], place: { file: path, line } }]
    }
    // What stands nowhere is made of a formula, whose fonts are others.
    const isSet = Object.values(deck.settings).some((value) => String(value).includes(character))
    const [file] = deck.files
    return file && isSet ? [{ character, order: [-1, 0], place: { file: file.path, line: 1 } }] : []
  })
  shown.sort((one, other) => {
    const [a = 0, b = 0] = one.order
    const [c = 0, d = 0] = other.order
    return a - c || b - d
  })
  const [first] = shown
  if (!first) return []
  const { noGlyphs } = wordsFor(language).remarks
  const named = shown.slice(0, mostNamed).map(({ character }) => nameOf(character))
  const all = `${named.join(' ')}${shown.length > mostNamed ? ' …' : ''}`
  return [{ place: first.place, message: noGlyphs(all, shown.length) }]
}

/** More characters say nothing more. */
const mostNamed = 40

/** A character, by its number where it may not be seen. */
const nameOf = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  if (/[\p{L}\p{N}]/u.test(character) && code < 0x10000) return character
  return `${character} (U+${code.toString(16).toUpperCase().padStart(4, '0')})`
}
