import type { DeckState } from '../deck-state.ts'
import { putBehind, removed, withoutEmptyFiles } from '../slide-list.ts'
import { slidesOf } from '../within.ts'

/**
 * Moves slides, in the order in which they stand, behind another one; into another file where that stands in one.
 *
 * @param behind none of the slides that move; null for the deck's beginning
 */
export function moveSlides(state: DeckState, ids: readonly number[], behind: number | null): DeckState {
  const moving = new Set(ids)
  if (behind !== null && moving.has(behind)) return state
  const all = slidesOf(state)
  const moved = all.filter(({ id }) => moving.has(id))
  const order = all.filter(({ id }) => !moving.has(id))
  const at = behind === null ? 0 : order.findIndex(({ id }) => id === behind) + 1
  const isThere = [...order.slice(0, at), ...moved, ...order.slice(at)].every((slide, i) => slide === all[i])
  const isInFile = state.files.some(
    ({ slides }) =>
      (behind === null || slides.some(({ id }) => id === behind)) &&
      moved.every((slide) => slides.includes(slide)),
  )
  if (moved.length === 0 || (isThere && isInFile)) return state
  const files = state.files.map((file) => removed(file, ({ id }) => moving.has(id)))
  return withoutEmptyFiles(putBehind({ ...state, files }, behind, moved))
}
