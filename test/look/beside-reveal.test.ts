import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installedAssets } from '../../src/assets/installed.ts'
import { readFrontMatter } from '../../src/deck/settings.ts'
import { readTextFile } from '../../src/document/encoding.ts'
import { renderDeck } from '../../src/page/render-deck.ts'
import { findDecks, readDeck } from '../../src/store/load.ts'
import { launchChromium } from '../browser/chromium.ts'

/**
 * Decks of others beside reveal.js and its Markdown plugin: as many slides, as many notes, and no word less.
 * `DECKS=<folder of decks> npx vitest run test/look/beside-reveal.test.ts`
 */
const decks = process.env['DECKS'] ?? ''
const plugin = 'node_modules/reveal.js/dist'
const script = (name: string): string => readFileSync(join(plugin, name), 'utf8')

interface Shown {
  readonly slides: number
  readonly notes: number
  readonly words: readonly string[]
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** What reveal.js makes of a text, with the separators that a deck is written for. */
async function besideReveal(page: Page, path: string, revealMd: Record<string, unknown>): Promise<Shown> {
  const { text } = readTextFile({ name: path, bytes: readFileSync(path) })
  const { others, body } = readFrontMatter(path, text)
  const own = (name: string): unknown => {
    const value = others.get(name)?.value
    return value && 'value' in value ? value.value : revealMd[name]
  }
  const hasShort = /^\n?--[ \t]*$/m.test(body) && !/^----[ \t]*$/m.test(body)
  const config = {
    separator: own('separator') ?? '\\r?\\n---\\r?\\n',
    verticalSeparator: own('verticalSeparator') ?? (hasShort ? '\\r?\\n--\\r?\\n' : '\\r?\\n----\\r?\\n'),
    notesSeparator: own('notesSeparator') ?? null,
  }
  await page.setContent(
    '<div class="reveal"><div class="slides"><section data-markdown></section></div></div>',
  )
  await page.addScriptTag({ content: script('reveal.js') })
  await page.addScriptTag({ content: script('plugin/markdown.js') })
  return page.evaluate(
    async ({ body, config }) => {
      const template = document.createElement('script')
      template.setAttribute('type', 'text/template')
      template.textContent = body
      document.querySelector('section')?.append(template)
      const { Reveal, RevealMarkdown } = window as unknown as {
        Reveal: { new (options: object): { initialize: () => Promise<void> } }
        RevealMarkdown: unknown
      }
      await new Reveal({ plugins: [RevealMarkdown], markdown: config }).initialize()
      const slides = [
        ...document.querySelectorAll<HTMLElement>(
          '.slides > section:not(.stack), .slides > section.stack > section',
        ),
      ]
      const text = (slide: Element): string => {
        const copy = slide.cloneNode(true) as Element
        for (const unseen of copy.querySelectorAll('style,script,video,audio,iframe,svg,canvas,pre,code'))
          unseen.remove()
        for (const element of copy.querySelectorAll('*')) element.append(' ')
        return copy.textContent ?? ''
      }
      return {
        slides: slides.length,
        notes: slides.filter((slide) => slide.querySelector('aside.notes')?.textContent?.trim()).length,
        words: slides.map(text),
      }
    },
    { body, config },
  )
}

describe.skipIf(!decks)('beside reveal.js', async () => {
  const places = decks ? await findDecks(decks) : []
  it.each(places.map((place) => [place.slug, place] as const))('%s', async (_slug, place) => {
    const deck = await readDeck(place)
    const { fonts } = installedAssets()
    const rendered = await renderDeck(deck, { fonts, withNotes: true })
    const config = join(place.folder, 'reveal-md.json')
    const revealMd: Record<string, unknown> = existsSync(config)
      ? JSON.parse(readFileSync(config, 'utf8'))
      : {}
    const page = await browser.newPage()
    try {
      await page.route(/^(?!about:|data:)/, (route) => route.abort())
      let [slides, notes] = [0, 0]
      const lost: string[] = []
      const ours = new Set(
        wordsIn(
          rendered.stacks
            .flat()
            .map(({ html }) => html.replace(/<[^>]*>/g, ' ').replace(/&[#\w]+;/g, ' '))
            .join(' '),
        ),
      )
      for (const name of place.names) {
        const theirs = await besideReveal(page, join(place.folder, name), revealMd)
        slides += theirs.slides
        notes += theirs.notes
        for (const word of theirs.words.flatMap(wordsIn)) if (!ours.has(word)) lost.push(word)
      }
      const first = rendered.stacks.flat().filter(({ key }) => !/-\d+$/.test(key))
      const spoken = first.filter(({ html }) => html.includes('<aside class="notes"'))
      expect({ slides: first.length, notes: spoken.length, lost: [] }).toEqual({
        slides,
        notes,
        lost: [...new Set(lost)].slice(0, 20),
      })
    } finally {
      await page.close()
    }
  })
})
