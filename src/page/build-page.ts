import { auditDeck } from '../deck/audit/audit.ts'
import type { Deck } from '../deck/deck.ts'
import type { Document } from '../document/index.ts'
import type { PageAssets } from './assets.ts'
import { embedFonts } from './fonts/fonts.ts'
import { deckPage } from './page.ts'
import { type RenderedDeck, renderDeck } from './render-deck.ts'

/**
 * Builds the page of a deck with all that it needs.
 *
 * @param document what the deck is held against where it carries notes; null for a deck that was written by hand
 * @throws Fault with file and line
 */
export async function buildPage(
  deck: Deck,
  document: Document | null,
  withNotes: boolean,
  assets: PageAssets,
): Promise<{ readonly rendered: RenderedDeck; readonly html: string }> {
  const audit = document && withNotes ? auditDeck(deck, document) : null
  const rendered = await renderDeck(deck, { fonts: assets.fonts, withNotes, audit })
  const fonts = await embedFonts(assets.fonts, rendered.lang, rendered.characters)
  return { rendered, html: deckPage(rendered, assets, fonts) }
}
