import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../browser/chromium.ts'
import { drawPicture, foreignSlide, pictureSizes } from '../page/foreign-slides.ts'
import { pageOf } from './decks.ts'
import { layOut, overflows } from './overflow.ts'

const count = process.env['LOOK'] === 'all' ? 1000 : 60
const folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

it('leaves no slide of other people larger than the wall, and no picture unseen', async () => {
  mkdirSync(join(folder, 'slides/x'), { recursive: true })
  for (const size of pictureSizes) writeFileSync(join(folder, `slides/x/${size}.svg`), drawPicture(size))
  const slides = fc.sample(foreignSlide, { numRuns: count, seed: Number(process.env['LOOK_SEED'] ?? 16) })
  slides.forEach((markdown, i) => {
    writeFileSync(join(folder, `slides/x/${i}.md`), markdown)
  })
  const { deck, html } = await pageOf(join(folder, 'slides'), 'x', '16:9')
  writeFileSync(join(folder, 'page.html'), html)
  if (process.env['LOOK_KEEP']) writeFileSync(process.env['LOOK_KEEP'], html)
  await layOut(page, join(folder, 'page.html'))
  const found = await overflows(page, 'zhu')
  expect(found.slides).toBe(deck.slides)
  // Type that its author made small stays so, and lines that are set tight are cut by nobody.
  // A line with a formula or a picture in it may be some pixels higher than was estimated, above the foot of the slide.
  const wrong = found.wrong.filter((one) => !/ (?:small|cut|high by [1-6])\b/.test(one))
  const unseen = await page.evaluate(
    () =>
      [...document.querySelectorAll('.slides img')].filter((image) => {
        const { width, height } = image.getBoundingClientRect()
        return width < 8 || height < 2
      }).length,
  )
  expect(unseen).toBe(0)
  expect(wrong).toEqual([])
}, 1_200_000)
