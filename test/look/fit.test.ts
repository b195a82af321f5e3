import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../browser/chromium.ts'
import { samples } from '../samples.ts'
import { deriveAll, pageOf, writeOverfull } from './decks.ts'
import { layOut, overflows } from './overflow.ts'
import { writeRandom } from './random-deck.ts'

// With LOOK=all every sample and more random slides are proven; otherwise samples whose decks are small.
const all = process.env['LOOK'] === 'all'
const small = ['human-rights-declaration.txt', 'secrets-law.md']
const documents = samples.filter((path) => all || small.includes(basename(path)))

let browser: Browser
let page: Page
const folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
const decks: { slides: string; slug: string }[] = [
  { slides: 'slides', slug: 'heilongjiang-secrecy' },
  { slides: 'test/look/fixtures', slug: 'layouts' },
]

beforeAll(async () => {
  decks.push({ slides: folder, slug: writeOverfull(folder) })
  decks.push({ slides: folder, slug: writeRandom(folder, all ? 600 : 40, 7) })
  for (const slug of await deriveAll(folder, documents)) decks.push({ slides: folder, slug })
  browser = await launchChromium()
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
}, 600_000)

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(['16:9', '4:3', 'A4', '9:16'] as const)('at %s', (ratio) => {
  it('no slide of any deck overflows, is cut or has text too small, in any theme', async () => {
    const wrong: string[] = []
    let count = 0
    for (const { slides, slug } of decks) {
      const { deck, html } = await pageOf(slides, slug, ratio)
      const file = join(folder, 'page.html')
      writeFileSync(file, html)
      await layOut(page, file)
      for (const theme of ['zhu', 'mo', 'su'] as const) {
        const found = await overflows(page, theme)
        expect(found.slides).toBe(deck.slides)
        count += found.slides
        wrong.push(...found.wrong.map((one) => `${slug} ${one}`))
      }
    }
    process.stdout.write(`${count} slides × themes at ${ratio}\n`)
    expect(wrong).toEqual([])
  }, 1_200_000)
})
