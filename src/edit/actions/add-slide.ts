import type { DeckState } from '../deck-state.ts'
import { putBehind } from '../slide-list.ts'

/**
 * Puts new slides behind another one.
 *
 * @param behind null for the deck's beginning
 * @param texts the Markdown of each
 * @returns the ids of the new slides beside the state
 */
export function addSlides(
  state: DeckState,
  behind: number | null,
  texts: readonly string[],
): { readonly state: DeckState; readonly ids: readonly number[] } {
  const added = texts.map((text, i) => ({ id: state.nextId + i, before: '', text }))
  const ids = added.map(({ id }) => id)
  return { state: putBehind({ ...state, nextId: state.nextId + added.length }, behind, added), ids }
}

/** A slide of a person's own words. */
export function addSlide(state: DeckState, behind: number | null, heading = ''): DeckState {
  return addSlides(state, behind, [heading ? `### ${heading}` : '###']).state
}

/** A copy of each slide right behind the last of them. */
export function duplicateSlides(state: DeckState, ids: readonly number[]): DeckState {
  const wanted = new Set(ids)
  const slides = state.files.flatMap((file) => file.slides).filter(({ id }) => wanted.has(id))
  const last = slides.at(-1)
  if (!last) return state
  return addSlides(
    state,
    last.id,
    slides.map(({ text }) => text),
  ).state
}
