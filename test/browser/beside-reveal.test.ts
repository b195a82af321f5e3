import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { attribute, isElement, isText, type Node, parseBody } from '../../src/markdown/html-tree.ts'
import { loadDeck } from '../../src/store/load.ts'
import { drawPicture, foreignSlide, pictureSizes } from '../page/foreign-slides.ts'
import { render } from '../page/render.ts'
import { launchChromium } from './chromium.ts'

// The long form shows ten thousand slides to reveal.js and its Markdown plugin, and to us.
const runs = Math.max(1, Math.floor(Number(process.env['FUZZ_RUNS'] ?? 0) / 200))
const perDeck = 100
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1e6)

/** What a deck says on one slide. */
interface Said {
  readonly words: readonly string[]
  readonly pictures: number
  readonly notes: readonly string[]
}

const slides = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  rmSync(slides, { recursive: true, force: true })
})

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** reveal.js's own rendering. */
async function theirs(markdown: string): Promise<Said[]> {
  const dist = dirname(createRequire(import.meta.url).resolve('reveal.js/reveal.css'))
  const script = (name: string): string =>
    readFileSync(join(dist, name), 'utf8').replaceAll('</script', '<\\/script')
  const page = await browser.newPage()
  await page.setContent(
    `<div class="reveal"><div class="slides"><section data-markdown><textarea data-template>${markdown.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</textarea></section></div></div>
    <script>${script('reveal.js')}</script><script>${script('plugin/markdown.js')}</script>
    <script>Reveal.initialize({ plugins: [RevealMarkdown] })</script>`,
  )
  await page.locator('.reveal.ready').waitFor({ timeout: 60_000 })
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('.slides section:not(:has(section))')].map((slide) => {
      const notes = [...slide.querySelectorAll('aside.notes')]
      const said = notes.map((one) => one.textContent ?? '').join(' ')
      for (const one of notes) one.remove()
      return { text: slide.textContent ?? '', pictures: slide.querySelectorAll('img').length, said }
    }),
  )
  await page.close()
  return found.map(({ text, pictures, said }) => ({ words: wordsOf(text), pictures, notes: wordsOf(said) }))
}

/** Ours: the slides that one was split into are one. */
async function ours(markdown: string, name: string): Promise<Said[]> {
  mkdirSync(join(slides, name))
  for (const size of pictureSizes) writeFileSync(join(slides, name, `${size}.svg`), drawPicture(size))
  writeFileSync(join(slides, name, '01.md'), markdown)
  const deck = await render(await loadDeck(slides, name))
  const bySlide = new Map<string, { text: string; pictures: number; notes: string }>()
  for (const { key, html } of deck.stacks.flat()) {
    const source = key.replace(/-.*/, '')
    const said = bySlide.get(source) ?? { text: '', pictures: 0, notes: '' }
    bySlide.set(source, said)
    const visit = (node: Node, inNotes: boolean): void => {
      if (isText(node)) said[inNotes ? 'notes' : 'text'] += node.value
      if (!isElement(node)) return
      const aside = inNotes || (node.tagName === 'aside' && attribute(node, 'class') === 'notes')
      if (node.tagName === 'img') said.pictures++
      // What blocks hold are not the same words.
      const ends = /^(?:p|li|td|th|h\d|br|div|pre|tr|caption|summary|code)$/.test(node.tagName) ? '\n' : ''
      if (ends) said[aside ? 'notes' : 'text'] += ends
      for (const child of node.childNodes) visit(child, aside)
      if (ends) said[aside ? 'notes' : 'text'] += ends
    }
    // Parsed within a <div>, where a section is what it is.
    for (const node of parseBody(html)) visit(node, false)
  }
  return [...bySlide.values()].map(({ text, pictures, notes }) => ({
    words: wordsOf(text),
    pictures,
    notes: wordsOf(notes),
  }))
}

/** Of all characters how many of theirs are not among ours; a word may be broken otherwise. */
function lost(theirs: readonly string[], ours: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const character of ours.join('')) left.set(character, (left.get(character) ?? 0) + 1)
  return [...theirs.join('')].filter((character) => {
    const count = left.get(character) ?? 0
    left.set(character, count - 1)
    return count <= 0
  })
}

it('has the slides, words, pictures and notes that reveal.js has', async () => {
  // Formulas are set by us and written out by the bare plugin, which makes slides of sections within slides.
  const slide = foreignSlide.filter((markdown) => !/\$|<section/.test(markdown))
  const noted = fc.tuple(slide, fc.option(fc.constantFrom('said only', '只说', 'two\n\nparagraphs')))
  let [count, pictures] = [0, 0]
  for (let run = 0; run < runs; run++) {
    const all = fc.sample(noted, { numRuns: perDeck, seed: seed + run })
    const written = all.map(
      ([markdown, notes], i) => `number${i}\n\n${markdown}${notes ? `\nNote:\n${notes}\n` : ''}`,
    )
    const markdown = written.join('\n---\n')
    const [wanted, found] = await Promise.all([theirs(markdown), ours(markdown, `d${run}`)])
    expect(found.length, `seed ${seed + run}`).toBe(wanted.length)
    const differences = wanted.flatMap((one, i) => {
      const other = found[i]
      if (!other) return [`${i}: no slide`]
      const words = lost(one.words, other.words)
      const notes = lost(one.notes, other.notes)
      return [
        ...(words.length ? [`${i}: lost ${words.join('')}`] : []),
        ...(notes.length ? [`${i}: lost of the notes ${notes.join('')}`] : []),
        ...(one.pictures === other.pictures ? [] : [`${i}: ${other.pictures} of ${one.pictures} pictures`]),
      ].map((told) => `${told}\n${written[i]}`)
    })
    expect(differences, `seed ${seed + run}`).toEqual([])
    count += wanted.length
    pictures += wanted.reduce((sum, one) => sum + one.pictures, 0)
  }
  process.stdout.write(`${count} slides with ${pictures} pictures beside reveal.js\n`)
}, 3_600_000)
