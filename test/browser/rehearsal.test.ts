import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/deck/settings.ts'
import { copyOwnDeck } from '../own-deck.ts'
import { launchChromium } from './chromium.ts'
import { type Serving, serveLive } from './serve.ts'

let browser: Browser
let server: Serving
let slides: string
let speaker: Page

const file = (name: string): string => join(slides, 'deck', name)
const first = (): string =>
  readdirSync(join(slides, 'deck'))
    .filter((name) => name.endsWith('.md'))
    .sort()[0] ?? ''

beforeAll(async () => {
  slides = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  copyOwnDeck(join(slides, 'deck'))
  server = await serveLive(slides)
  browser = await launchChromium()
  speaker = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  await speaker.goto(`${server.address}/deck/?view=speaker#/1/1`)
  await speaker.locator('.reveal.ready').waitFor()
  await speaker.locator('.spoken-notes .now').first().waitFor()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(slides, { recursive: true, force: true })
})

it('follows an edit of the notes', async () => {
  const text = readFileSync(file('01.md'), 'utf8')
  writeFileSync(file('01.md'), text.replaceAll('当前国际形势跌宕起伏', '眼下国际形势跌宕起伏'))
  await expect.poll(() => speaker.locator('.spoken-notes').textContent()).toContain('眼下国际形势')
  expect(await speaker.locator('.place .number').textContent()).toMatch(/^第 \d+ \/ \d+ 页$/)
})

it('records the time of each slide, shows it against the plan, and saves it into the deck', async () => {
  const bodyOf = (name: string) => readFrontMatter(name, readFileSync(file(name), 'utf8')).body
  const written = bodyOf(first())
  await speaker.keyboard.press('r')
  expect(await speaker.evaluate(() => document.documentElement.classList.contains('rehearsing'))).toBe(true)
  const here = (): Promise<string | null> => speaker.locator('.place .number').textContent()
  const began = await here()
  await speaker.waitForTimeout(1600)
  while ((await here()) === began) await speaker.keyboard.press('PageDown')
  await speaker.waitForTimeout(700)
  // What is recorded outlives a reload.
  await speaker.reload()
  await speaker.locator('html.rehearsing .spoken-notes').waitFor()
  await speaker.keyboard.press('r')
  const rows = speaker.locator('dialog.results tbody tr')
  expect(await rows.count()).toBe(2)
  expect(await rows.first().textContent()).toContain('眼下国际形势跌宕起伏')
  await speaker.locator('dialog.results button', { hasText: '存入课件' }).click()
  await expect.poll(() => speaker.locator('dialog.results [role=status]').textContent()).toBe('已存入课件')
  const { settings } = readFrontMatter('x', readFileSync(file(first()), 'utf8'))
  const [longer = 0, shorter = 0] = Object.values(settings.timings ?? {})
  expect(Object.keys(settings.timings ?? {})[0]).toContain('眼下国际形势跌宕起伏')
  expect(longer).toBeGreaterThanOrEqual(2)
  expect(shorter).toBeGreaterThanOrEqual(1)
  expect(bodyOf(first())).toBe(written)
  await speaker.keyboard.press('Escape')
})

it('lets only the deck itself save timings, and only into a deck', async () => {
  const before = readFileSync(file(first()), 'utf8')
  const post = async (deck: string, body: string, headers: Record<string, string>): Promise<number> =>
    (await fetch(`${server.address}/@study-deck/timings?deck=${deck}`, { method: 'POST', body, headers }))
      .status
  const own = { origin: server.address, 'content-type': 'application/json' }
  expect(await post('deck', '{"a":1}', { ...own, origin: 'http://example.org' })).toBe(403)
  expect(await post('deck', '{"a":1}', { ...own, 'content-type': 'text/plain' })).toBe(403)
  expect(await post('..%2Fdeck', '{"a":1}', own)).toBe(400)
  expect(await post('deck', '{"a":"b"}', own)).toBe(400)
  expect(await post('deck', '[', own)).toBe(400)
  expect(readFileSync(file(first()), 'utf8')).toBe(before)
})
