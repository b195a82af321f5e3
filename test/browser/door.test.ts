import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildCommand } from '../../src/cli/build.ts'
import { hostileMarkdown } from '../page/door.ts'
import { launchChromium } from './chromium.ts'
import { serveLive } from './serve.ts'

/** Slides of hostile Markdown, each with its mark so that one that swallows others shows. */
const count = Number(process.env['FUZZ_RUNS'] ?? 0) > 1000 ? 1500 : 120
const folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
let browser: Browser

beforeAll(async () => {
  const slides = fc.sample(hostileMarkdown, count)
  mkdirSync(join(folder, 'slides/x'), { recursive: true })
  slides.forEach((markdown, i) => {
    // A file each: what one leaves open must not hide the others.
    writeFileSync(join(folder, `slides/x/${i}.md`), `# slide${i}\n\n${markdown}\n`)
  })
  await buildCommand({ slides: join(folder, 'slides'), out: join(folder, 'out') })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens a page without its content security policy, as if that wall had fallen, and walks through it. */
async function whatRuns(address: string): Promise<string[]> {
  const context = await browser.newContext({ bypassCSP: true })
  const found: string[] = []
  await context.exposeFunction('boom', () => void found.push('a script ran'))
  await context.addInitScript(() => Object.assign(window, { alert: () => 0 }))
  const page: Page = await context.newPage()
  const origin = new URL(address).origin
  page.on('request', (request) => {
    const url = request.url()
    if (
      !url.startsWith('data:') &&
      !url.startsWith('blob:') &&
      (origin === 'null' ? url !== address : !url.startsWith(origin))
    )
      found.push(`request ${url.slice(0, 80)}`)
  })
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || !frame.url().startsWith(address))
      found.push(`navigation to ${frame.url()}`)
  })
  await page.goto(address)
  await page.locator('.reveal.ready').waitFor()
  const slides = await page.evaluate(() => {
    const all = window.Reveal?.getSlides() ?? []
    for (const slide of all) {
      const { h, v } = window.Reveal?.getIndices(slide) ?? { h: 0, v: 0 }
      window.Reveal?.slide(h, v)
    }
    // Whatever waits for a hand.
    for (const link of document.querySelectorAll<HTMLElement>('.slides :is(svg a, summary, [onclick])'))
      link.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    return all.length
  })
  await page.waitForTimeout(500)
  expect(slides).toBeGreaterThanOrEqual(count)
  await context.close()
  return [...new Set(found)]
}

it('runs and fetches nothing of a built deck, even without its policy', async () => {
  expect(await whatRuns(pathToFileURL(join(folder, 'out/x/index.html')).href)).toEqual([])
})

it('runs and fetches nothing of a live deck, even without its policy', async () => {
  const { address, stop } = await serveLive(join(folder, 'slides'))
  const found = await whatRuns(`${address}/x/`)
  await stop()
  expect(found.filter((one) => !/^request \S+(?:@vite|@study-deck|@id|node_modules)/.test(one))).toEqual([])
})
