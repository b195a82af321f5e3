import type { Document } from '../../document/index.ts'
import { keyPoints } from '../../keypoints/index.ts'
import { composeDeck } from '../compose/compose.ts'
import { shownWords } from '../draft.ts'
import { comparable } from './comparable.ts'
import { likeness } from './compare.ts'
import { documentLines, numberOf } from './document-lines.ts'

/** What slides were derived from some notes. */
export interface DerivedSlides {
  /** Their headings and points, in order. */
  readonly words: readonly string[]
  /** Those that are headings of the document's sections, or numbers of articles. */
  readonly headings: readonly string[]
}

/** @param notes as they are compared; '' for the agenda */
export type Derived = (notes: string) => DerivedSlides

const none: DerivedSlides = { words: [], headings: [] }

/** Derives the deck of a document again, once somebody asks what a slide said before a person changed it. */
export function derivedSlides(document: Document): Derived {
  let found: ReadonlyMap<string, DerivedSlides> | null = null
  return (notes) => {
    found ??= derive(document)
    return found.get(notes) ?? none
  }
}

function derive(document: Document): ReadonlyMap<string, DerivedSlides> {
  const slides = new Map<string, DerivedSlides>()
  const { headings } = documentLines(document)
  const known = new Set(headings.map((heading) => bareHeading(heading)))
  for (const slide of composeDeck(document, keyPoints(document)).files.flatMap(({ slides }) => slides)) {
    const key = comparable(slide.notes.join('\n'))
    const before = slides.get(key) ?? none
    const isAgenda = slide.classes.includes('agenda')
    const shown = shownWords(slide)
    const heads = isAgenda
      ? shown
      : slide.parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : []))
    slides.set(key, {
      words: [...before.words, ...shown],
      headings: [
        ...before.headings,
        ...heads.filter((text) => known.has(bareHeading(text)) || numbersOnly(text)),
      ],
    })
  }
  return slides
}

const bareHeading = (text: string): string => comparable(text).replace(/\P{L}+$/u, '')

const numbersOnly = (text: string): boolean => numberOf(text).length >= text.length - 1

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
    const end = at.findIndex((place, k) => k > i && place !== undefined)
    const changed = (end < 0 ? at.length : end) - i
    const [best] = free
      .map((one) => ({ ...one, alike: likeness(one.text, words) }))
      .sort((one, other) => other.alike - one.alike)
    const chosen = best && best.alike > 0 ? best : free.length === changed ? free[0] : undefined
    if (!chosen) return null
    taken.add(chosen.k)
    return chosen.text
  })
}
