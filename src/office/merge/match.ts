import { likeness } from '../../deck/audit/compare.ts'
import type { EditedFile, EditedSlide } from './edited-slide.ts'

/** What became of the slides of a deck in a file that came back. */
export interface Matched {
  /** By the place of the deck's slide. */
  readonly edited: ReadonlyMap<number, EditedSlide>
  /** Slides that the deck has not, each behind that place; -1 for before all. */
  readonly added: readonly { readonly slide: EditedSlide; readonly behind: number }[]
  /** Changed in the file, and in the Markdown since the file was written; with its place, null where the deck has none like it. */
  readonly clashing: readonly { readonly slide: EditedSlide; readonly place: number | null }[]
  /** Places of slides that the file has no more. */
  readonly gone: readonly number[]
}

/** Slides less alike than this are not one. */
const alike = 0.5

/**
 * Finds the slides of a deck in a file.
 *
 * @param deck the slides as they would be written now
 * @param file those that came back
 */
export function matchSlides(deck: readonly EditedSlide[], { slides: file, originals }: EditedFile): Matched {
  const edited = new Map<number, EditedSlide>()
  const added: { slide: EditedSlide; behind: number }[] = []
  const places = new Map<string, number[]>()
  for (const [i, { print }] of deck.entries()) places.set(print, [...(places.get(print) ?? []), i])
  const taken = new Set<number>()
  const take = (print: string): number | undefined => {
    const place = places.get(print)?.find((one) => !taken.has(one))
    if (place !== undefined) taken.add(place)
    return place
  }
  // First those whose words are as they were, then those that say what they were; what a file does not tell is guessed.
  const found = new Map<EditedSlide, number>()
  const note = (slide: EditedSlide, place: number | undefined): void => {
    if (place !== undefined) found.set(slide, place)
  }
  for (const slide of file) if (slide.was !== undefined && slide.was !== null) note(slide, take(slide.was))
  // What was merged before is as the file has it.
  for (const slide of file) if (!found.has(slide) && slide.was !== null) note(slide, take(slide.print))
  guess(deck, file, found, taken, ({ was }) => was === undefined)
  let behind = -1
  for (const slide of file) {
    const place = found.get(slide)
    if (place !== undefined) {
      edited.set(place, slide)
      behind = place
    } else if (slide.was === undefined || slide.was === null) added.push({ slide, behind })
  }
  const isClashing = (slide: EditedSlide): boolean =>
    !edited.has(found.get(slide) ?? -1) && typeof slide.was === 'string' && slide.was !== slide.print
  const clashes = new Map(found)
  guess(deck, file, clashes, taken, isClashing)
  const clashing = file.filter(isClashing).map((slide) => ({ slide, place: clashes.get(slide) ?? null }))
  // What was written in the Markdown since is not in the file because it never was.
  const gone = deck.flatMap(({ print }, i) => (edited.has(i) || !(originals?.has(print) ?? true) ? [] : [i]))
  return { edited, added, clashing, gone }
}

/** Pairs such slides of a file as ask for it with the slide that it is most like, no further away than its neighbours are. */
function guess(
  deck: readonly EditedSlide[],
  file: readonly EditedSlide[],
  found: Map<EditedSlide, number>,
  taken: Set<number>,
  asks: (slide: EditedSlide) => boolean,
): void {
  const words = ({ heading, body, notes }: EditedSlide): string =>
    [heading, ...body.map(({ text }) => text), ...notes.map(({ text }) => text)].join('')
  let above = -1
  file.forEach((slide, i) => {
    const own = found.get(slide)
    if (own !== undefined) above = own
    else if (asks(slide)) {
      const next = file
        .slice(i + 1)
        .map((one) => found.get(one))
        .find((place) => place !== undefined)
      let [best, place] = [alike, -1]
      for (let k = above + 1; k < (next ?? deck.length); k++) {
        const other = deck[k]
        const like = other && !taken.has(k) ? likeness(words(slide), words(other)) : 0
        if (like >= best) [best, place] = [like, k]
      }
      if (place >= 0) {
        found.set(slide, place)
        taken.add(place)
        above = place
      }
    }
  })
}
