import { createHash } from 'node:crypto'
import type { DeckAudit } from '../deck/audit/audit.ts'
import type { Deck } from '../deck/load.ts'
import type { DeckSettings } from '../deck/settings.ts'
import { speakingTime } from '../deck/speaking-time.ts'
import type { SlideSource } from '../markdown/cut.ts'
import { renderSlide } from '../markdown/render.ts'
import { sanitizeHtml } from '../markdown/sanitize.ts'
import { auditMarks } from './audit-marks.ts'
import { escapeHtml } from './escape-html.ts'
import { embedPictures } from './pictures.ts'

/** A slide as it stands in the page; slides with the same key are the same. */
export interface RenderedSlide {
  readonly key: string
  readonly html: string
}

export interface RenderedDeck {
  readonly slug: string
  readonly title: string
  readonly lang: string
  readonly settings: DeckSettings
  readonly stacks: readonly (readonly RenderedSlide[])[]
  readonly slides: number
  /** Seconds to read the notes aloud; a paragraph that several slides carry counts once. */
  readonly seconds: number
}

/** What was rendered before, by the words it was rendered from: only what changed is rendered again. */
export type RenderCache = Map<string, RenderedSlide>

/**
 * Renders every slide of a deck.
 *
 * @param audit of this deck, for the page to mark what was edited; null for a deck without a document
 * @throws Fault with file and line
 */
export function renderDeck(
  deck: Deck,
  withNotes: boolean,
  cache: RenderCache = new Map(),
  audit: DeckAudit | null = null,
): RenderedDeck {
  const picture = embedPictures(deck.folder)
  const { title = deck.slug, lang = 'zh-CN', incremental = false } = deck.settings
  const spoken = new Set<string>()
  const counts = new Map<string, number>()
  const used = new Set<string>()
  let number = 0
  const render = (file: string, source: SlideSource): RenderedSlide => {
    const marks = auditMarks(audit?.slides[number++])
    if (source.notes) spoken.add(source.notes.text.trim())
    const words = `${lang}\0${incremental}\0${source.body.text}\0${source.notes?.text ?? ''}\0${marks.key}`
    const count = (counts.get(words) ?? 0) + 1
    counts.set(words, count)
    const id = createHash('sha1').update(`${words}\0${count}`).digest('hex').slice(0, 10)
    used.add(id)
    const before = cache.get(id)
    if (before) return before
    const { attributes, body, notes } = renderSlide(deck.parser, source, {
      file,
      language: lang,
      incremental,
      picture,
      id,
      originals: marks.originals,
      sanitize: sanitizeHtml,
    })
    const written = [...attributes, ...marks.attributes]
      .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
      .join('')
    const aside = notes && withNotes ? `<aside class="notes">${notes}</aside>` : ''
    const slide = { key: id, html: `<section${written} data-key="${id}">${body}${aside}</section>` }
    cache.set(id, slide)
    return slide
  }
  const stacks = deck.files.flatMap(({ path, stacks }) =>
    stacks.map((slides) => slides.map((slide) => render(path, slide))),
  )
  for (const id of cache.keys()) if (!used.has(id)) cache.delete(id)
  return {
    slug: deck.slug,
    title,
    lang,
    settings: deck.settings,
    stacks,
    slides: stacks.reduce((sum, slides) => sum + slides.length, 0),
    seconds: [...spoken].reduce((sum, notes) => sum + speakingTime(notes, deck.settings), 0),
  }
}
