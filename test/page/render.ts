import { installedAssets } from '../../src/assets/installed.ts'
import type { Deck } from '../../src/deck/deck.ts'
import { type RenderedDeck, type Rendering, renderDeck } from '../../src/page/render-deck.ts'

/** Renders a deck, notes and all, with the fonts of the package. */
export async function render(deck: Deck, how: Partial<Rendering> = {}): Promise<RenderedDeck> {
  return renderDeck(deck, { fonts: installedAssets().fonts, withNotes: true, ...how })
}
