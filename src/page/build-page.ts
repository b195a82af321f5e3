import { auditDeck } from '../deck/audit/audit.ts'
import { loadDocument } from '../store/document.ts'
import type { Deck } from '../store/load.ts'
import { embedFonts } from './fonts/fonts.ts'
import { type ClientFiles, deckPage } from './page.ts'
import { type RenderedDeck, renderDeck } from './render-deck.ts'

/**
 * Builds the page of a deck with all that it needs, held against the document where it carries notes.
 *
 * @throws Fault with file and line
 */
export async function buildPage(
  deck: Deck,
  withNotes: boolean,
  client: ClientFiles,
): Promise<{ readonly rendered: RenderedDeck; readonly html: string }> {
  const document = withNotes ? await loadDocument(deck.folder) : null
  const rendered = await renderDeck(deck, withNotes, new Map(), document && auditDeck(deck, document))
  const fonts = await embedFonts(rendered.lang, rendered.characters)
  return { rendered, html: deckPage(rendered, client, fonts) }
}
