import type { Plugin } from 'vite'
import type { Fault } from '../fault.ts'
import { languageOf } from '../store/language.ts'
import { serveDecks } from './live.ts'
import { liveClient } from './live-client.ts'
import { siteFiles } from './pages.ts'

export interface SiteOptions {
  /** The folder of the decks. */
  readonly slides: string
  /** Whether the pages carry the speaker notes. */
  readonly withNotes: boolean
}

const entry = 'virtual:study-deck'

/** The Vite plugins: every deck becomes a page, and the list of them the front page. */
export function studyDeck({ slides, withNotes }: SiteOptions): Plugin[] {
  const site: Plugin = {
    name: 'study-deck',
    config: () => ({
      build: { rolldownOptions: { input: entry }, reportCompressedSize: false, assetsInlineLimit: 0 },
    }),
    // The pages carry their scripts already, so the bundle itself is empty.
    resolveId: (id) => (id === entry ? `\0${id}` : null),
    load: (id) => (id === `\0${entry}` ? '' : null),
    configureServer: (server) => void server.middlewares.use(serveDecks(server, slides)),
    async generateBundle(_options, bundle) {
      for (const name of Object.keys(bundle)) delete bundle[name]
      const failed = (fault: Fault): void => this.error(fault.line(languageOf(fault)))
      for await (const { name, content } of siteFiles(slides, withNotes, failed))
        this.emitFile({ type: 'asset', fileName: name, source: content })
    },
  }
  return [site, liveClient()]
}
