import { current, state } from '../model/deck.ts'

/** Where the page of the deck shows the slide that is shown here: `/2/1`, counted from 0. */
export function placeInPage(): string {
  for (const [column, { slides }] of (state.value?.files ?? []).entries()) {
    const row = slides.findIndex(({ id }) => id === current.value)
    if (row >= 0) return `/${column}/${row}`
  }
  return ''
}
