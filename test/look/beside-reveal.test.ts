import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installedAssets } from '../../src/assets/installed.ts'
import { isPage } from '../../src/deck/foreign/page.ts'
import { revealMdName, setBeside } from '../../src/deck/foreign/set-beside.ts'
import { readFrontMatter } from '../../src/deck/settings.ts'
import { readTextFile } from '../../src/document/encoding.ts'
import { renderDeck } from '../../src/page/render-deck.ts'
import { type DeckPlace, findDecks, readDeck } from '../../src/store/load.ts'
import { launchChromium } from '../browser/chromium.ts'
import { type Cutting, readyReveal, type Said, saidByReveal, saidByUs } from '../browser/said.ts'

/**
 * Decks of others beside reveal.js and its Markdown plugin: on every slide the same words, pictures and notes.
 * `DECKS=<folder of decks> npx vitest run test/look/beside-reveal.test.ts`
 */
const decks = process.env['DECKS'] ?? ''

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
  await readyReveal(page)
})
afterAll(() => browser?.close())

/** A text as reveal.js gets it, and the separators that it is written for. */
function written(place: DeckPlace, name: string): { body: string; cutting: Cutting } {
  const path = join(place.folder, name)
  const { text } = readTextFile({ name: path, bytes: readFileSync(path) })
  const { others, body } = readFrontMatter(path, text)
  const texts = [revealMdName, ...readdirSync(place.folder).filter(isPage)].flatMap((file) => {
    const beside = join(place.folder, file)
    return existsSync(beside) ? [[file, readFileSync(beside, 'utf8')] as const] : []
  })
  const beside = setBeside(new Map(texts), (file) => file)(name)
  const own = (key: string): string | undefined => {
    const value = others.get(key)?.value
    const set = value && 'value' in value ? value.value : beside?.values[key]
    return typeof set === 'string' && set ? set : undefined
  }
  const hasShort = /^\n?--[ \t]*$/m.test(body) && !/^----[ \t]*$/m.test(body)
  return {
    body,
    cutting: {
      separator: own('separator') ?? '\\r?\\n---\\r?\\n',
      verticalSeparator:
        own('verticalSeparator') ??
        (beside?.shown ? null : hasShort ? '\\r?\\n--\\r?\\n' : '\\r?\\n----\\r?\\n'),
      notesSeparator: own('notesSeparator') ?? null,
    },
  }
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
/** Ideographs and letters without what stands between them; a word may be broken otherwise. */
const lettersOf = (text: string): string => wordsIn(text).join('')

function lost(theirs: string, ours: string): string[] {
  const plain = theirs
    // A formula is set by us and stands as it is written in reveal.js without its plugin;
    .replace(/\$\$[\s\S]*?\$\$|\$[^$\n]+\$|\\\([\s\S]*?\\\)|\\\[[\s\S]*?\\\]/g, ' ')
    // so do boxes and attributes in braces.
    .replace(/:{3,}[ \t]*[\w.-]*[ \t]*(?:\{[^{}]*\})?|\{[^{}\n]*[.#=:][^{}\n]*\}/g, ' ')
  const letters = lettersOf(ours)
  return wordsIn(plain).filter((word) => !letters.includes(word))
}

describe.skipIf(!decks)('beside reveal.js', async () => {
  const places = decks ? await findDecks(decks) : []
  it.each(places.map((place) => [place.slug, place] as const))('%s', async (_slug, place) => {
    const theirs: Said[] = []
    for (const name of place.names) {
      const { body, cutting } = written(place, name)
      theirs.push(...(await saidByReveal(page, body, cutting)))
    }
    const { fonts } = installedAssets()
    const ours = saidByUs(await renderDeck(await readDeck(place), { fonts, withNotes: true }))
    const whole = ours.map(({ text, notes }) => `${text} ${notes}`).join(' ')
    // Where slides differ in number, words are looked for in the whole deck.
    const isSame = theirs.length === ours.length
    const told = theirs.flatMap(({ text, notes, pictures }, i) => {
      const own = ours[i]
      const words = lost(text, isSame && own ? own.text : whole)
      const spoken = lost(notes, isSame && own ? own.notes : whole)
      return [
        ...(words.length ? [`${i + 1}: lost ${words.slice(0, 12).join(' ')}`] : []),
        ...(spoken.length ? [`${i + 1}: lost of the notes ${spoken.slice(0, 12).join(' ')}`] : []),
        ...(isSame && own && own.pictures < pictures
          ? [`${i + 1}: ${own.pictures} of ${pictures} pictures`]
          : []),
        ...(isSame && own && !notes.trim() !== !own.notes.trim()
          ? [`${i + 1}: notes ${notes.trim().slice(0, 60)} | ${own.notes.trim().slice(0, 60)}`]
          : []),
      ]
    })
    expect({ slides: ours.length, told }).toEqual({ slides: theirs.length, told: [] })
  })
})
