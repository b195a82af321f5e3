import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, dirname, resolve, sep } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { ViteDevServer } from 'vite'
import { installedAssets } from '../assets/installed.ts'
import { type Auditor, createAuditor } from '../deck/audit/audit.ts'
import { isMarkdown } from '../deck/slide-files.ts'
import { themeFileName } from '../deck/theme-file.ts'
import { asFault } from '../fault.ts'
import { linkFonts, liveFonts, sliceAt } from '../page/fonts/fonts.ts'
import { officeFonts } from '../page/fonts/office.ts'
import { mediaFolder } from '../page/media.ts'
import { deckPage, listPage, pageNeeds } from '../page/page.ts'
import { type RenderCache, type RenderedDeck, renderDeck } from '../page/render-deck.ts'
import type { DeckMistake, DeckUpdate, ShownDeck } from '../page/update.ts'
import { languageOf } from '../store/language.ts'
import { type DeckPlace, findDecks, isDeckFile, loadDocument, readDeck } from '../store/load.ts'
import { readAddress } from './door.ts'
import { mistakePage } from './mistake-page.ts'
import { saveTimings, timingsAddress } from './save-timings.ts'
import { serveMedia } from './serve-media.ts'

/** The watcher tells of no second change within 50 ms of one, as when an editor formats what it saves. */
const unheard = 60

/** What need not be made again for a deck after each edit. */
interface DeckCache {
  readonly rendered: RenderCache
  readonly auditor: Promise<Auditor | null>
}

/** A rendering of a deck, as its pages show it. */
interface Shown {
  readonly deck: RenderedDeck
  /** See `pageNeeds`. */
  readonly needs: string
  /** What tells it from other renderings of the deck. */
  readonly version: string
}

async function auditorOf(folder: string): Promise<Auditor | null> {
  const document = await loadDocument(folder)
  return document && createAuditor(document, { withDropped: false })
}

/** Answers a request, or leaves it to who comes next. */
type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => Promise<void>

/** Serves the decks live: pages on request, and after each edit what changed of them. */
export function serveDecks(server: ViteDevServer, slides: string): Handler {
  const caches = new Map<string, DeckCache>()
  const shown = new Map<string, Shown>()
  const assets = installedAssets()
  const { fonts } = assets
  const link = (language: string): string => linkFonts(fonts, language)
  const show = async (place: DeckPlace, places: readonly DeckPlace[]): Promise<Shown> => {
    const deck = await render(place, places)
    const needs = pageNeeds(deck, assets.math)
    const keys = deck.stacks.map((stack) => stack.map(({ key }) => key))
    const version = createHash('sha1')
      .update(JSON.stringify([needs, deck.settings.timings, keys]))
      .digest('hex')
    return { deck, needs, version }
  }
  const render = async (place: DeckPlace, places: readonly DeckPlace[]): Promise<RenderedDeck> => {
    const siblings = places.map(({ slug }) => slug)
    const deck = await readDeck(place, siblings)
    const { slug } = place
    const { rendered, auditor } = caches.get(slug) ?? { rendered: new Map(), auditor: auditorOf(deck.folder) }
    caches.set(slug, { rendered, auditor })
    const audit = (await auditor)?.(deck) ?? null
    return renderDeck(deck, {
      fonts: officeFonts(fonts, deck.office),
      withNotes: true,
      cache: rendered,
      audit,
    })
  }
  /** A deck at fault is no reason not to list the others. */
  const renderAll = async (
    places: readonly DeckPlace[],
  ): Promise<{ decks: RenderedDeck[]; mistakes: string[] }> => {
    const decks: RenderedDeck[] = []
    const mistakes: string[] = []
    for (const place of places)
      try {
        decks.push(await render(place, places))
      } catch (error) {
        mistakes.push(tell(error))
      }
    return { decks, mistakes }
  }
  const answer: Handler = async (request, response, next) => {
    const { path, query } = readAddress(request.url) ?? { path: '' }
    const [, slug = '', rest = '', ...further] = path.split('/')
    try {
      if (path === timingsAddress) {
        await saveTimings(slides, query?.get('deck') ?? '', request, response)
        return
      }
      if (path.startsWith(liveFonts)) {
        const slice = sliceAt(fonts, path.slice(liveFonts.length))
        if (!slice) return next()
        response
          .writeHead(200, { 'content-type': 'font/woff2', 'cache-control': 'max-age=86400' })
          .end(await fonts.read(slice))
        return
      }
      const places = await findDecks(slides)
      const place = places.find((one) => one.slug === slug)
      if (path === '/' || path === '/index.html') {
        response.setHeader('content-type', 'text/html; charset=utf-8')
        const { decks, mistakes } = await renderAll(places)
        response.end(await listPage(decks, assets.client, link, { live: true, mistakes }))
      } else if (place && rest === mediaFolder) {
        // Only what the deck shows, by the name that its reader of files gave it.
        const name = path.slice(`/${slug}/${mediaFolder}/`.length)
        const { deck } = shown.get(slug) ?? (await show(place, places))
        if (!deck.large.includes(name)) return next()
        await serveMedia(place.folder, name, request, response)
      } else if (place && (rest === '' || rest === 'index.html') && !further.length) {
        if (!path.startsWith(`/${slug}/`)) {
          response.writeHead(302, { location: `/${encodeURIComponent(slug)}/` }).end()
          return
        }
        const current = await show(place, places)
        const { deck, version } = current
        shown.set(slug, current)
        response.setHeader('content-type', 'text/html; charset=utf-8')
        response.end(
          deckPage(deck, assets, linkFonts(officeFonts(fonts, deck.office), deck.lang), { version }),
        )
      } else next()
    } catch (error) {
      shown.delete(slug)
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/html; charset=utf-8' })
      response.end(mistakePage(tell(error)))
    }
  }

  const changed = async (file: string): Promise<void> => {
    if (basename(file) === themeFileName) {
      caches.clear()
      server.ws.send({ type: 'full-reload' })
      return
    }
    const places = await findDecks(slides).catch((): DeckPlace[] => [])
    const place = places.find((one) => file.startsWith(resolve(one.folder) + sep))
    // A deck that is gone, or all of them, has no page to tell.
    if (!place) return
    const { slug } = place
    // A picture is in the HTML of the slides that show it, and the document in what their audit remembers.
    if (!isMarkdown(basename(file))) caches.delete(slug)
    // An editor empties a file before it writes it.
    else if ((await stat(file).catch(() => null))?.size === 0) return
    try {
      const current = await show(place, places)
      const { deck, needs, version } = current
      const before = shown.get(slug)
      shown.set(slug, current)
      // A page that showed a mistake instead of the deck has nothing that could follow.
      if (!before || before.needs !== needs) {
        server.ws.send({ type: 'full-reload', path: `/${slug}/index.html` })
        return
      }
      const had = new Set(before.deck.stacks.flat().map(({ key }) => key))
      const html = Object.fromEntries(
        deck.stacks.flat().flatMap(({ key, html }) => (had.has(key) ? [] : [[key, html]])),
      )
      const update: DeckUpdate = {
        slug,
        from: before.version,
        version,
        settings: deck.settings,
        stacks: deck.stacks.map((stack) => stack.map(({ key }) => key)),
        html,
      }
      server.ws.send('study-deck:update', update)
    } catch (error) {
      const mistake: DeckMistake = { slug, message: tell(error) }
      server.ws.send('study-deck:mistake', mistake)
    }
  }
  server.ws.on('study-deck:shown', async ({ slug }: ShownDeck, page) => {
    const places = await findDecks(slides).catch((): DeckPlace[] => [])
    const place = places.find((one) => one.slug === slug)
    if (!place) return
    try {
      const { version } = await show(place, places)
      const current: ShownDeck = { slug, version }
      page.send('study-deck:shown', current)
    } catch (error) {
      const mistake: DeckMistake = { slug, message: tell(error) }
      page.send('study-deck:mistake', mistake)
    }
  })
  // Its size too: a file may be emptied and written within one tick of the clock that dates it.
  const stateOf = async (file: string): Promise<string> => {
    const found = await stat(file).catch(() => null)
    return found ? `${found.mtimeMs} ${found.size}` : ''
  }
  const follow = async (file: string): Promise<void> => {
    let seen: string
    do {
      seen = await stateOf(file)
      await changed(file)
      await setTimeout(unheard)
    } while (seen !== (await stateOf(file)))
  }
  const folder = isDeckFile(slides) ? dirname(resolve(slides)) : resolve(slides)
  server.watcher.add(folder)
  for (const event of ['add', 'change', 'unlink'] as const)
    server.watcher.on(event, (file) => file.startsWith(folder + sep) && void follow(file))
  return answer
}

/** What a mistake is, to whoever mends it. */
function tell(error: unknown): string {
  const fault = asFault(error)
  return fault.line(languageOf(fault))
}
