import { join } from 'node:path'
import { installedAssets } from '../assets/installed.ts'
import { documentIn } from '../deck/deck-files.ts'
import { sourceName } from '../deck/source-files.ts'
import { asFault, Fault } from '../fault.ts'
import { buildPage } from '../page/build-page.ts'
import { charactersOf, textsOf } from '../page/fonts/characters.ts'
import { embedFonts } from '../page/fonts/fonts.ts'
import { mediaFolder } from '../page/media.ts'
import { listPage } from '../page/page.ts'
import type { RenderedDeck } from '../page/render-deck.ts'
import { type LargeFile, largeFile } from '../store/large-file.ts'
import { findDecks, openPlace, readFiles } from '../store/load.ts'
import { guide, guideName } from './guide.ts'

/** What pages carry besides the slides. */
export interface Carrying {
  /** The speaker notes. */
  readonly withNotes: boolean
  /** The deck's own files, so that it can be edited again; with the notes unless told, and never without them. */
  readonly withSources?: boolean
}

/** A file of the built site. */
export interface SiteFile {
  /** Its path in the site, with slashes. */
  readonly name: string
  readonly content: string | LargeFile
  /** The deck whose page it is. */
  readonly deck?: RenderedDeck
}

/**
 * Builds a page for every deck, the list of them, and how to use them.
 *
 * @param slides the folder of the decks
 * @param carrying what the pages carry besides the slides
 * @param failed told of each deck that can't be built; the others are
 * @throws Fault where there is no deck at all
 */
export async function* siteFiles(
  slides: string,
  { withNotes, withSources = withNotes }: Carrying,
  failed: (fault: Fault) => void,
): AsyncGenerator<SiteFile> {
  const places = await findDecks(slides)
  if (!places.length) throw new Fault((say) => say.noDecks, { file: slides })
  const siblings = places.map(({ slug }) => slug)
  const assets = installedAssets()
  const decks: RenderedDeck[] = []
  for (const place of places) {
    try {
      const files = await readFiles(place)
      const deck = await openPlace(place, files, siblings)
      const project = withSources ? files : null
      const document = documentIn(files, join(place.folder, sourceName))
      const { rendered, html } = await buildPage(deck, document, withNotes, assets, project)
      decks.push(rendered)
      const media: SiteFile[] = []
      for (const name of rendered.large)
        media.push({
          name: `${place.slug}/${mediaFolder}/${name}`,
          content: await largeFile(join(place.folder, name)),
        })
      yield { name: `${place.slug}/index.html`, content: html, deck: rendered }
      yield* media
    } catch (error) {
      failed(asFault(error))
    }
  }
  if (!decks.length) return
  const list = await listPage(decks, assets.client, (language, html) =>
    embedFonts(assets.fonts, language, charactersOf([textsOf(html)])),
  )
  yield { name: 'index.html', content: list }
  // With a mark, by which any Notepad knows its encoding.
  yield { name: guideName, content: `\ufeff${guide()}` }
}
