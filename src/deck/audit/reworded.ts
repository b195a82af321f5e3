import type { Document } from '../../document/index.ts'
import { keyPoints } from '../../keypoints/index.ts'
import { composeDeck } from '../compose/compose.ts'
import { shownWords } from '../draft.ts'
import { comparable } from './comparable.ts'
import { likeness } from './compare.ts'

/** What slides were derived from some notes: their headings and points, in order. */
export type Derived = (notes: string) => readonly string[]

/** Derives the deck of a document again, once somebody asks what a slide said before a person changed it. */
export function derivedWords(document: Document): Derived {
  let found: ReadonlyMap<string, readonly string[]> | null = null
  return (notes) => {
    found ??= derive(document)
    return found.get(comparable(notes)) ?? []
  }
}

function derive(document: Document): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>()
  for (const slide of composeDeck(document, keyPoints(document)).files.flatMap(({ slides }) => slides)) {
    const key = comparable(slide.notes.join('\n'))
    words.set(key, [...(words.get(key) ?? []), ...shownWords(slide)])
  }
  return words
}

/**
 * What each of the words that a slide shows was when it was derived, where its place tells: between the same two
 * neighbours, the words most like it, or, where there are as many of the one as of the other, those in its turn.
 *
 * @param shown the words of a slide, in order
 * @param derived those that were derived from its notes, in order
 * @returns for each of the shown words its original; null for what was derived so, and for a person's own
 */
export function originalsOf(
  shown: readonly string[],
  derived: readonly string[],
): readonly (string | null)[] {
  const places = new Map(derived.map((words, i) => [comparable(words), i]))
  const at = shown.map((words) => places.get(comparable(words)))
  const known = new Set(at)
  const taken = new Set<number>()
  return shown.map((words, i) => {
    if (at[i] !== undefined) return null
    const before = at.slice(0, i).findLast((place) => place !== undefined) ?? -1
    const after = at.slice(i).find((place) => place !== undefined && place > before) ?? derived.length
    const free = derived.flatMap((text, k) =>
      k > before && k < after && !known.has(k) && !taken.has(k) ? [{ text, k }] : [],
    )
    const changed = at.filter((place, k) => {
      const isHere = at.slice(0, k).findLast((one) => one !== undefined) === (before < 0 ? undefined : before)
      return place === undefined && isHere && k >= i
    }).length
    const [best] = free
      .map((one) => ({ ...one, alike: likeness(one.text, words) }))
      .sort((one, other) => other.alike - one.alike)
    const chosen = best && best.alike > 0 ? best : free.length === changed ? free[0] : undefined
    if (!chosen) return null
    taken.add(chosen.k)
    return chosen.text
  })
}
