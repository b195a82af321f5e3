import type { DeckState } from '../deck-state.ts'
import { removed, withoutEmptyFiles } from '../slide-list.ts'

/** Takes slides out of the deck. */
export function deleteSlides(state: DeckState, ids: readonly number[]): DeckState {
  const gone = new Set(ids)
  const files = state.files.map((file) => removed(file, ({ id }) => gone.has(id)))
  if (files.every((file, i) => file === state.files[i])) return state
  return withoutEmptyFiles({ ...state, files })
}
