import type { DeckState, EditedFile, EditedSlide } from './deck-state.ts'

/** Where a slide stands. */
export interface SlidePlace {
  readonly file: number
  readonly at: number
}

/** Every slide with its file, in the deck's order. */
export function slidesOf({ files }: DeckState): EditedSlide[] {
  return files.flatMap(({ slides }) => slides)
}

export function placeOf({ files }: DeckState, id: number): SlidePlace | null {
  for (const [file, { slides }] of files.entries()) {
    const at = slides.findIndex((slide) => slide.id === id)
    if (at >= 0) return { file, at }
  }
  return null
}

export function slideOf(state: DeckState, id: number): EditedSlide | null {
  const place = placeOf(state, id)
  return (place && state.files[place.file]?.slides[place.at]) ?? null
}

export function fileOf(state: DeckState, id: number): EditedFile | null {
  const place = placeOf(state, id)
  return (place && state.files[place.file]) ?? null
}

/** A slide with nothing on it: without a line of its own, the first one of a file would be none. */
export const emptySlide = '<!-- .slide: -->'

/** The state with other words for one slide; the same state where they are its own. */
export function withText(state: DeckState, id: number, words: string): DeckState {
  const text = words.trim() === '' ? emptySlide : words
  const place = placeOf(state, id)
  const file = place && state.files[place.file]
  if (!place || !file || file.slides[place.at]?.text === text) return state
  return withFile(state, place.file, {
    ...file,
    slides: file.slides.map((slide, at) => (at === place.at ? { ...slide, text } : slide)),
  })
}

export function withFile(state: DeckState, at: number, file: EditedFile): DeckState {
  return { ...state, files: state.files.with(at, file) }
}
