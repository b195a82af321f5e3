import { auditDeck } from '../deck/audit/audit.ts'
import { loadDocument } from '../store/document.ts'
import type { Deck } from '../store/load.ts'
import type { PageAssets } from './assets.ts'
import { embedFonts } from './fonts/fonts.ts'
import { deckPage } from './page.ts'
import { type RenderedDeck, renderDeck } from './render-deck.ts'

/**
 * Builds the page of a deck with all that it needs, held against the document where it carries notes.
 *
 * @throws Fault with file and line
 */
export async function buildPage(
  deck: Deck,
  withNotes: boolean,
  assets: PageAssets,
): Promise<{ readonly rendered: RenderedDeck; readonly html: string }> {
  const document = withNotes ? await loadDocument(deck.folder) : null
  const rendered = await renderDeck(deck, {
    fonts: assets.fonts,
    withNotes,
    audit: document && auditDeck(deck, document),
  })
  const fonts = await embedFonts(assets.fonts, rendered.lang, rendered.characters)
  return { rendered, html: deckPage(rendered, assets, fonts) }
}
