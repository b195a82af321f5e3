import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadDeck } from '../../src/store/load.ts'
import { drawPicture, foreignSlide, pictureSizes } from '../page/foreign-slides.ts'
import { render } from '../page/render.ts'
import { launchChromium } from './chromium.ts'
import { readyReveal, type Said, saidByReveal, saidByUs } from './said.ts'

// The long form shows ten thousand slides to reveal.js and its Markdown plugin, and to us.
const perDeck = 100
const runs = Math.max(1, Math.floor(Number(process.env['FUZZ_RUNS'] ?? 0) / 2 / perDeck))
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1e6)

const slides = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
  await readyReveal(page)
})
afterAll(async () => {
  await browser?.close()
  rmSync(slides, { recursive: true, force: true })
})

let decks = 0
async function ours(markdown: string): Promise<Said[]> {
  const name = `d${decks++}`
  mkdirSync(join(slides, name))
  for (const size of pictureSizes) writeFileSync(join(slides, name, `${size}.svg`), drawPicture(size))
  writeFileSync(join(slides, name, '01.md'), markdown)
  return saidByUs(await render(await loadDeck(slides, name)))
}

const wordsOf = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join('')

/** Of all characters how many of theirs are not among ours; a word may be broken otherwise. */
function lost(theirs: string, ours: string): string {
  const left = new Map<string, number>()
  for (const character of wordsOf(ours)) left.set(character, (left.get(character) ?? 0) + 1)
  const gone = [...wordsOf(theirs)].filter((character) => {
    const count = left.get(character) ?? 0
    left.set(character, count - 1)
    return count <= 0
  })
  return gone.join('')
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
    const [wanted, found] = await Promise.all([saidByReveal(page, markdown), ours(markdown)])
    expect(found.length, `seed ${seed + run}`).toBe(wanted.length)
    const differences = wanted.flatMap((one, i) => {
      const other = found[i]
      if (!other) return [`${i}: no slide`]
      const words = lost(one.text, other.text)
      const notes = lost(one.notes, other.notes)
      return [
        ...(words ? [`${i}: lost ${words}`] : []),
        ...(notes ? [`${i}: lost of the notes ${notes}`] : []),
        ...(one.pictures === other.pictures ? [] : [`${i}: ${other.pictures} of ${one.pictures} pictures`]),
      ].map((told) => `${told}\n${written[i]}`)
    })
    expect(differences, `seed ${seed + run}`).toEqual([])
    count += wanted.length
    pictures += wanted.reduce((sum, one) => sum + one.pictures, 0)
  }
  process.stdout.write(`${count} slides with ${pictures} pictures beside reveal.js\n`)
}, 3_600_000)

/** What is meant to be otherwise than in reveal.js; the README says so. */
it.each([
  ['code parts no slides', '```\na\n\n---\n\nb\n```\n', 2, 1],
  ['a separator may have spaces behind it', 'a\n\n--- \n\nb\n', 1, 2],
  ['a separator may stand at the end of a file', 'a\n\n---', 1, 2],
])('but %s', async (_what, markdown, theirs, own) => {
  expect(await saidByReveal(page, markdown)).toHaveLength(theirs)
  expect(await ours(markdown)).toHaveLength(own)
})

it('but shows no words that are for the speaker, however often they are said to be', async () => {
  const markdown = 'a\n\nNote: one\n\nNote: two\n'
  expect((await saidByReveal(page, markdown))[0]?.text).toMatch(/one[\s\S]*two/)
  const [slide] = await ours(markdown)
  expect([slide?.text.trim(), wordsOf(slide?.notes ?? '')]).toEqual(['a', expect.stringMatching(/one.*two/)])
})
