import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyOwnDeck } from '../own-deck.ts'
import { launchChromium } from './chromium.ts'
import { type Serving, serveLive } from './serve.ts'

let browser: Browser
let server: Serving
let slides: string
let page: Page
const file = () => join(slides, 'deck/01.md')

beforeAll(async () => {
  slides = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  copyOwnDeck(join(slides, 'deck'))
  server = await serveLive(slides)
  browser = await launchChromium()
  page = await browser.newPage()
  await page.goto(`${server.address}/deck/#/1/1/1`)
  await page.locator('html[data-live] .reveal.ready').waitFor()
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(slides, { recursive: true, force: true })
})

it('shows an edit on the slide and fragment being shown, without a reload', async () => {
  const visible = page.locator('section.present section.present .fragment.visible')
  await expect.poll(() => visible.count()).toBe(2)
  writeFileSync(file(), readFileSync(file(), 'utf8').replace('个别领导', '仍有个别领导'))
  await expect
    .poll(() => page.locator('section.present section.present').innerText())
    .toContain('仍有个别领导')
  expect(await visible.count()).toBe(2)
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
})

it('gives an edited slide the attributes and the size that it now has, and takes away what it had', async () => {
  const deck = join(slides, 'sizes')
  mkdirSync(deck)
  const write = (text: string) => writeFileSync(join(deck, '01.md'), text)
  write(
    '# 甲\n\n---\n\n<!-- .slide: data-auto-animate-id="old" style="color: red" -->\n## 乙\n\n- 一\n- 二\n',
  )
  const other = await browser.newPage()
  await other.goto(`${new URL('/sizes/#/1', page.url())}`)
  const slide = other.locator('section.present section.present[data-auto-animate-id="old"]')
  await slide.waitFor()
  const before = await slide.getAttribute('style')
  expect(before).toContain('--scale')
  expect(before).toContain('red')
  const points = Array.from({ length: 4 }, () => `- ${'字'.repeat(40)}`).join('\n')
  write(`# 甲\n\n---\n\n## 乙\n\n${points}\n`)
  await expect.poll(() => other.locator('section.present section.present li').count()).toBe(4)
  const edited = other.locator('section.present section.present')
  expect(await edited.getAttribute('data-auto-animate-id')).toBeNull()
  const after = (await edited.getAttribute('style')) ?? ''
  expect(after).toContain('display')
  expect(after).not.toContain('red')
  expect(/--scale: ?([\d.]+)/.exec(after)?.[1]).not.toBe(/--scale: ?([\d.]+)/.exec(before ?? '')?.[1])
  await other.close()
  rmSync(deck, { recursive: true })
})

it('keeps the slide being shown when one is put before it', async () => {
  const text = readFileSync(file(), 'utf8')
  writeFileSync(file(), `# 新的一页\n\n---\n\n${text}`)
  await expect.poll(() => page.locator('.slide-number-a').textContent()).toBe('7')
  expect(await page.locator('section.present section.present h3').textContent()).toContain('跌宕起伏')
})

it('shows an edit that was told before it was connected', async () => {
  const other = await browser.newPage()
  let connect = (): void => {}
  const waiting = new Promise<void>((done) => {
    connect = done
  })
  await other.route('**/@study-deck/live.js', async (route) => {
    await waiting
    await route.continue()
  })
  await other.goto(`${server.address}/deck/`, { waitUntil: 'commit' })
  await other.locator('.reveal.ready').waitFor()
  const text = readFileSync(file(), 'utf8')
  const missed = (on: Page) => on.locator('.slides h3', { hasText: '没有听到的改动' }).count()
  writeFileSync(file(), text.replace('\n### ', '\n### 没有听到的改动'))
  await expect.poll(() => missed(page)).toBe(1)
  expect(await missed(other)).toBe(0)
  connect()
  await expect.poll(() => missed(other)).toBe(1)
  await other.close()
  writeFileSync(file(), text)
  await expect.poll(() => missed(page)).toBe(0)
})

it('notices a new file and a deleted one', async () => {
  const more = join(slides, 'deck/06.md')
  writeFileSync(more, '# 附录\n')
  await expect.poll(() => page.locator('.slides > section').count()).toBe(7)
  rmSync(more)
  await expect.poll(() => page.locator('.slides > section').count()).toBe(6)
})

/** Packed bytes, which a deck of text can't have. */
const noText = Buffer.from('504b0304000000fffed80000010203040506', 'hex')

it('comes up when a mistake that was there at the start is mended', async () => {
  const deck = join(slides, 'broken')
  mkdirSync(deck)
  writeFileSync(join(deck, '01.md'), noText)
  const other = await browser.newPage()
  await other.goto(`${new URL('/broken/', page.url())}`)
  await other.locator('vite-error-overlay').waitFor()
  expect(await other.locator('vite-error-overlay').evaluate((e) => e.shadowRoot?.textContent)).toContain(
    '01.md',
  )
  writeFileSync(join(deck, '01.md'), '# 甲\n')
  await expect.poll(() => other.locator('section.present h1').allTextContents()).toEqual(['甲'])
  await other.close()
  rmSync(deck, { recursive: true })
})

it('survives an address that is none', async () => {
  expect((await fetch(new URL('/%zz', page.url()))).status).toBe(404)
  expect((await fetch(page.url())).status).toBe(200)
})

it('says where a mistake is, and comes back when it is mended', async () => {
  const text = readFileSync(file(), 'utf8')
  const overlay = page.locator('vite-error-overlay')
  writeFileSync(file(), noText)
  await overlay.waitFor()
  expect(await overlay.evaluate((element) => element.shadowRoot?.textContent)).toMatch(/01\.md: /)
  writeFileSync(file(), text)
  await expect.poll(() => overlay.count()).toBe(0)
  expect(await page.locator('section.present section.present h3').textContent()).toContain('跌宕起伏')
})

it('makes the notes view and the handout anew where one is open, with what was sought and the place', async () => {
  const notes = await browser.newPage({ viewport: { width: 1300, height: 700 } })
  await notes.goto(`${new URL('/deck/?view=notes', page.url())}`)
  await notes.locator('html[data-ready]').waitFor({ state: 'attached' })
  await notes.getByLabel('部分').selectOption({ index: 3 })
  const last = notes.locator('.passage:visible').last()
  const label = await last.getAttribute('aria-label')
  await last.evaluate((element) => element.scrollIntoView())
  const at = () => notes.locator(`.passage[aria-label="${label}"]`).boundingBox()
  const before = await at()
  const shown = await notes.locator('.passage:visible').count()
  const handout = await browser.newPage()
  await handout.goto(`${new URL('/deck/?view=handout', page.url())}`)

  const third = join(slides, 'deck/03.md')
  writeFileSync(third, readFileSync(third, 'utf8').replace('\n- ', '\n- 改过的'))
  await expect.poll(() => notes.locator('.slide-box li', { hasText: '改过的' }).count()).toBe(1)
  await notes.locator('html[data-ready]').waitFor({ state: 'attached' })
  expect(await notes.locator('.passage:visible').count()).toBe(shown)
  await expect.poll(async () => Math.round((await at())?.y ?? -1)).toBe(Math.round(before?.y ?? 0))
  await expect.poll(() => handout.locator('.slide-box li', { hasText: '改过的' }).count()).toBe(1)
  await notes.close()
  await handout.close()
})

it('takes a changed setting at once, timings without a reload', async () => {
  const speaker = await browser.newPage()
  await speaker.goto(`${new URL('/deck/?view=speaker', page.url())}`)
  await speaker.locator('html[data-live] .spoken-notes').waitFor()
  await speaker.evaluate(() => Object.assign(window, { sameDocument: true }))
  const total = () => speaker.locator('.time.remaining .value').textContent()
  await expect.poll(total).toMatch(/\d/)
  const before = await total()
  const opening = join(slides, 'deck/00.md')
  const text = readFileSync(opening, 'utf8')
  const heading = /^# (.*)$/m.exec(text)?.[1] ?? ''
  writeFileSync(opening, text.replace('---\n', `---\ntimings:\n  "${heading}": 3600\n`))
  await expect.poll(total).not.toBe(before)
  expect(await speaker.evaluate(() => 'sameDocument' in window)).toBe(true)
  writeFileSync(opening, text.replace('---\n', '---\nunit: 某某办公厅\n'))
  await expect.poll(() => page.locator('.wall-furniture').textContent()).toContain('某某办公厅')
  expect(await page.locator('section.present section.present h3').textContent()).toContain('跌宕起伏')
  writeFileSync(opening, text)
  await speaker.close()
})
