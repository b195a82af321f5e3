import type { RevealApi } from 'reveal.js'
import type { Place, SharedState } from './shared.ts'

function placeOf(deck: RevealApi): Place {
  const { h, v, f } = deck.getIndices()
  return { key: deck.getCurrentSlide().dataset['key'] ?? '', h, v, f: f ?? -1 }
}

const isSame = (a: Place, b: Place | null): boolean =>
  a.key === b?.key && a.h === b.h && a.v === b.v && a.f === b.f

/**
 * Keeps a deck where the other windows are, and them where it is.
 *
 * @param stamp how much its first place counts that nobody chose yet: windows that moved are right, whatever it is
 */
export function keepPlace(deck: RevealApi, shared: SharedState, stamp: number): void {
  let following = false
  shared.merge({ place: { value: placeOf(deck), stamp } })
  const follow = (): void => {
    const place = shared.get('place')
    if (!place || isSame(placeOf(deck), place)) return
    // The key finds a slide that moved, while an edit reaches one window before the other.
    const slide = deck.getSlides().find((slide) => slide.dataset['key'] === place.key)
    const { h, v } = slide ? deck.getIndices(slide) : place
    // On its way there it passes places where nobody wants to be.
    following = true
    deck.slide(h, v, place.f)
    following = false
  }
  const lead = (): void => {
    if (following) return
    const place = placeOf(deck)
    if (!isSame(place, shared.get('place'))) shared.set('place', place)
  }
  follow()
  shared.on('place', follow)
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden']) deck.on(event, lead)
}
