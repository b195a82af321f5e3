import type { Plugin } from 'vite'
import type { Fault } from '../fault.ts'
import { languageOf } from '../store/language.ts'
import { serveDecks } from './live.ts'
import { liveClient } from './live-client.ts'
import { siteFiles } from './pages.ts'

export interface SiteOptions {
  /** The folder of the decks. */
  readonly slides: string
  /** Whether the pages carry the speaker notes; they do unless told. */
  readonly withNotes?: boolean
}

const entry = 'virtual:study-deck'

/**
 * The Vite plugins: every deck becomes a page beside those of the project, and the list of them the front page where
 * the project has none of its own. They are for `plugins` of a Vite configuration.
 */
export function studyDeck({ slides, withNotes = true }: SiteOptions): Plugin[] {
  const site: Plugin = {
    name: 'study-deck',
    config: ({ build }) => {
      const own = build?.rolldownOptions?.input ?? build?.rollupOptions?.input
      // Vite joins lists, and names with names.
      const input = typeof own === 'object' && !Array.isArray(own) ? { 'study-deck': entry } : [entry]
      return { build: { rolldownOptions: { input }, reportCompressedSize: false } }
    },
    // The pages carry their scripts already, so this part of the bundle is empty.
    resolveId: (id) => (id === entry ? `\0${id}` : null),
    load: (id) => (id === `\0${entry}` ? '' : null),
    configureServer: (server) => void server.middlewares.use(serveDecks(server, slides)),
    async generateBundle(_options, bundle) {
      for (const [name, part] of Object.entries(bundle))
        if (part.type === 'chunk' && part.facadeModuleId === `\0${entry}`) delete bundle[name]
      const failed = (fault: Fault): void => this.error(fault.line(languageOf(fault)))
      for await (const { name, content } of siteFiles(slides, { withNotes }, failed)) {
        if (Object.hasOwn(bundle, name)) continue
        const source = typeof content === 'string' ? content : await content.read()
        this.emitFile({ type: 'asset', fileName: name, source })
      }
    },
  }
  return [site, liveClient()]
}
