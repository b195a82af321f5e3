import { auditDeck } from '../deck/audit/audit.ts'
import type { Deck } from '../deck/deck.ts'
import type { DeckFiles } from '../deck/deck-files.ts'
import { noting, projectElement } from '../deck/project.ts'
import type { Document } from '../document/index.ts'
import type { PageAssets } from './assets.ts'
import { embedFonts } from './fonts/fonts.ts'
import { officeFonts } from './fonts/office.ts'
import { deckPage } from './page.ts'
import { type RenderedDeck, renderDeck } from './render-deck.ts'

/**
 * Builds the page of a deck with all that it needs.
 *
 * @param project the deck's own files, for the page to carry them and the pictures; null for a page that is only shown
 * @param document what the deck is held against where it carries notes; null for a deck that was written by hand
 * @throws Fault with file and line
 */
export async function buildPage(
  deck: Deck,
  document: Document | null,
  withNotes: boolean,
  assets: PageAssets,
  project: DeckFiles | null = null,
): Promise<{ readonly rendered: RenderedDeck; readonly html: string }> {
  const audit = document && withNotes ? auditDeck(deck, document, { withDropped: false }) : null
  const library = officeFonts(assets.fonts, deck.office)
  const used = new Map(project)
  const rendered = await renderDeck(project ? noting(deck, used) : deck, {
    fonts: library,
    withNotes,
    audit,
  })
  const fonts = await embedFonts(library, rendered.lang, rendered.characters)
  return {
    rendered,
    html: deckPage(rendered, assets, fonts, { project: project ? projectElement(used, deck.slug) : '' }),
  }
}
