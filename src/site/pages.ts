import { installedAssets } from '../assets/installed.ts'
import { Fault } from '../fault.ts'
import { buildPage } from '../page/build-page.ts'
import { charactersOf, textsOf } from '../page/fonts/characters.ts'
import { embedFonts } from '../page/fonts/fonts.ts'
import { listPage } from '../page/page.ts'
import type { RenderedDeck } from '../page/render-deck.ts'
import { deckNames, loadDeck, loadDocument } from '../store/load.ts'
import { guide, guideName } from './guide.ts'

/** A file of the built site. */
export interface SiteFile {
  /** Its path in the site, with slashes. */
  readonly name: string
  readonly content: string
  /** The deck whose page it is. */
  readonly deck?: RenderedDeck
}

/**
 * Builds a page for every deck, the list of them, and how to use them.
 *
 * @param slides the folder of the decks
 * @param withNotes whether the pages carry the speaker notes
 * @throws Fault where there is no deck, or with file and line
 */
export async function* siteFiles(slides: string, withNotes: boolean): AsyncGenerator<SiteFile> {
  const names = await deckNames(slides)
  if (!names.length) throw new Fault((say) => say.noDecks, { file: slides })
  const assets = installedAssets()
  const decks: RenderedDeck[] = []
  for (const name of names) {
    const deck = await loadDeck(slides, name)
    const document = await loadDocument(deck.folder)
    const { rendered, html } = await buildPage(deck, document, withNotes, assets)
    decks.push(rendered)
    yield { name: `${name}/index.html`, content: html, deck: rendered }
  }
  const list = await listPage(decks, assets.client, (language, html) =>
    embedFonts(assets.fonts, language, charactersOf([textsOf(html)])),
  )
  yield { name: 'index.html', content: list }
  // With a mark, by which any Notepad knows its encoding.
  yield { name: guideName, content: `\ufeff${guide()}` }
}
