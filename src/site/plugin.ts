import type { Plugin } from 'vite'
import { installedAssets } from '../assets/installed.ts'
import { Fault } from '../fault.ts'
import { buildPage } from '../page/build-page.ts'
import { charactersOf, textsOf } from '../page/fonts/characters.ts'
import { embedFonts } from '../page/fonts/fonts.ts'
import { listPage } from '../page/page.ts'
import type { RenderedDeck } from '../page/render-deck.ts'
import { deckNames, loadDeck } from '../store/load.ts'
import { serveDecks } from './live.ts'

export interface SiteOptions {
  /** The folder of the decks. */
  readonly slides: string
  /** Whether the pages carry the speaker notes. */
  readonly withNotes: boolean
  /** Told of every deck that was built. */
  readonly built?: (deck: RenderedDeck) => void
}

/** The address at which a live page loads what keeps it up to date. */
const liveScript = '/@study-deck/live.js'
const entry = 'virtual:study-deck'

/** The Vite plugin: every deck becomes a page, and the list of them the front page. */
export function studyDeck({ slides, withNotes, built }: SiteOptions): Plugin {
  return {
    name: 'study-deck',
    config: () => ({
      build: { rolldownOptions: { input: entry }, reportCompressedSize: false, assetsInlineLimit: 0 },
    }),
    // The pages carry their scripts already, so the bundle itself is empty.
    resolveId: (id) => (id === entry || id === liveScript ? `\0${id}` : null),
    load: (id) =>
      id === `\0${entry}`
        ? ''
        : id === `\0${liveScript}`
          ? `import { ErrorOverlay } from '/@vite/client'\n${installedAssets().client.live()}\nfollow(import.meta.hot, ErrorOverlay)`
          : null,
    configureServer: (server) => serveDecks(server, slides),
    async generateBundle(_options, bundle) {
      for (const name of Object.keys(bundle)) delete bundle[name]
      const names = await deckNames(slides)
      if (!names.length) throw new Fault((say) => say.noDecks, { file: slides })
      const assets = installedAssets()
      const decks: RenderedDeck[] = []
      for (const name of names) {
        const { rendered, html } = await buildPage(await loadDeck(slides, name), withNotes, assets)
        this.emitFile({ type: 'asset', fileName: `${name}/index.html`, source: html })
        built?.(rendered)
        decks.push(rendered)
      }
      const source = await listPage(decks, assets.client, (language, html) =>
        embedFonts(assets.fonts, language, charactersOf([textsOf(html)])),
      )
      this.emitFile({ type: 'asset', fileName: 'index.html', source })
    },
  }
}
