import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { buildCommand } from '../../src/cli/build.ts'
import { launchChromium } from './chromium.ts'
import { pdfText } from './pdf-text.ts'

let browser: Browser
let context: BrowserContext
let wall: Page
let out: string
let errors: string[]
const url = (): string => pathToFileURL(join(out, 'heilongjiang-secrecy/index.html')).href

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'study-deck-test-'))
  await buildCommand({ slides: 'slides', out })
  browser = await launchChromium()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await rm(out, { recursive: true, force: true })
})

async function open(address: string): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(address)
  await page.locator('.reveal.ready').waitFor()
  return page
}

beforeEach(async () => {
  errors = []
  context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  wall = await open(`${url()}#/1/1`)
})

afterEach(async () => {
  await context.close()
  expect(errors).toEqual([])
})

/** Files believe only the windows that they opened. */
async function openSpeaker(): Promise<Page> {
  const [speaker] = await Promise.all([wall.waitForEvent('popup'), wall.keyboard.press('s')])
  await speaker.locator('.spoken-notes').waitFor()
  await speaker.locator('.reveal.ready').waitFor()
  return speaker
}

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')
const shownPoints = (page: Page): Promise<number> => page.locator('section.present .fragment.visible').count()

it('fills the wall with each slide, also with the further ones of a section', async () => {
  const box = await wall.locator('section.present section.present').boundingBox()
  expect(box).toEqual({ x: 0, y: 0, width: 1280, height: 720 })
})

it.each([
  [3840, 2160],
  [7680, 4320],
  [3440, 1440],
])('fills a wall of %d by %d', async (width, height) => {
  await wall.setViewportSize({ width, height })
  const slide = wall.locator('section.present section.present')
  await expect.poll(async () => (await slide.boundingBox())?.height).toBe(height)
  expect((await slide.boundingBox())?.width).toBe((height * 16) / 9)
})

it('answers the keys of a remote, and F5 loads nothing again', async () => {
  await wall.evaluate(() => Object.assign(window, { sameDocument: true }))
  const full = (): Promise<boolean> => wall.evaluate(() => document.fullscreenElement !== null)
  await wall.keyboard.press('Shift+F5')
  await expect.poll(full).toBe(true)
  expect(await wall.locator('section.present section.present h3').count()).toBe(1)
  await wall.keyboard.press('Enter')
  expect(await shownPoints(wall)).toBe(1)
  // On full screen the talk goes on where it is.
  await wall.keyboard.press('F5')
  expect(await shownPoints(wall)).toBe(1)
  await wall.keyboard.press('f')
  await expect.poll(full).toBe(false)
  await wall.keyboard.press('F5')
  await expect.poll(full).toBe(true)
  expect(await wall.locator('section.present section.present.title').count()).toBe(1)
  expect(await wall.evaluate(() => 'sameDocument' in window)).toBe(true)
})

it('names its first keys on the first slide, until any is pressed', async () => {
  expect(await wall.locator('.hint').count()).toBe(0)
  const first = await open(url())
  expect(await first.locator('.hint').innerText()).toMatch(/F5.*S.*\?/)
  await first.keyboard.press('Shift')
  expect(await first.locator('.hint').count()).toBe(0)
})

it('is printed slide by slide, with all that comes on each, and goes on where it was', async () => {
  await wall.keyboard.press('b')
  const pages = await pdfText(await wall.pdf({ preferCSSPageSize: true }))
  expect(pages.length).toBe(await wall.locator('.slides > section > section').count())
  const said = (
    await wall.locator('.slides > section > section h3, .slides > section > section li').allTextContents()
  ).map(bare)
  const printed = pages.join('')
  expect(said.filter((words) => !printed.includes(words))).toEqual([])
  await wall.keyboard.press('b')
  await wall.keyboard.press('PageDown')
  expect(await shownPoints(wall)).toBe(1)
})

it('says in the overview where in the deck one is', async () => {
  await wall.keyboard.press('o')
  expect(await wall.locator('.overview-place').innerText()).toMatch(/第 6 \/ 13 页\s+第 1 \/ 4 部分 · 一、/)
  await wall.keyboard.press('Escape')
  expect(await wall.locator('.overview-place').isVisible()).toBe(false)
})

it('goes black and white, and comes back to the very place', async () => {
  const cloth = wall.locator('.curtain:not([hidden])')
  await wall.keyboard.press('.')
  expect(await cloth.getAttribute('data-colour')).toBe('black')
  await wall.keyboard.press('w')
  expect(await cloth.getAttribute('data-colour')).toBe('white')
  await wall.keyboard.press('PageDown')
  expect(await cloth.count()).toBe(0)
  expect(await shownPoints(wall)).toBe(0)
  await wall.keyboard.press('PageDown')
  expect(await shownPoints(wall)).toBe(1)
})

it('leaves a stroke on the slide where it was begun when the deck goes on meanwhile', async () => {
  const strokes = (): Promise<number> => wall.locator('.slide-layer .ink path').count()
  await wall.keyboard.press('Home')
  await wall.keyboard.press('PageDown')
  await wall.keyboard.press('p')
  await wall.mouse.move(300, 300)
  await wall.mouse.down()
  await wall.mouse.move(500, 320, { steps: 5 })
  await wall.keyboard.press('Home')
  expect(await strokes()).toBe(0)
  await wall.mouse.move(600, 400, { steps: 3 })
  await wall.mouse.up()
  expect(await strokes()).toBe(0)
  await wall.keyboard.press('PageDown')
  await expect.poll(strokes).toBe(1)
  await wall.keyboard.press('e')
  await wall.keyboard.press('p')
})

it('keeps what is drawn on each slide through a reload, and shows it in the speaker view too', async () => {
  const speaker = await openSpeaker()
  const strokes = (page: Page): Promise<number> => page.locator('.slide-layer .ink path').count()
  const draw = async (key: string): Promise<void> => {
    await wall.keyboard.press(key)
    await wall.mouse.move(300, 300)
    await wall.mouse.down()
    await wall.mouse.move(500, 320, { steps: 5 })
    await wall.mouse.up()
  }
  await draw('p')
  await draw('h')
  expect(await strokes(wall)).toBe(2)
  expect(await wall.locator('.ink .highlighter').count()).toBe(1)
  await expect.poll(() => strokes(speaker)).toBe(2)
  await wall.keyboard.press('End')
  expect(await strokes(wall)).toBe(0)
  await wall.reload()
  await wall.locator('.reveal.ready').waitFor()
  await wall.keyboard.press('m')
  await wall.locator('dialog.agenda button').nth(1).click()
  await wall.keyboard.press('PageDown')
  expect(await strokes(wall)).toBe(2)
  await wall.keyboard.press('u')
  expect(await strokes(wall)).toBe(1)
  await wall.keyboard.press('e')
  expect(await strokes(wall)).toBe(0)
})

it('points with a light that the other window moves too', async () => {
  const speaker = await openSpeaker()
  await speaker.keyboard.press('l')
  const box = await speaker.locator('.screen').boundingBox()
  await speaker.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 4, (box?.y ?? 0) + (box?.height ?? 0) / 2, {
    steps: 3,
  })
  await expect
    .poll(async () => {
      const dot = await wall.locator('.laser').boundingBox()
      return dot && [Math.round((dot.x + dot.width / 2) / 20), Math.round((dot.y + dot.height / 2) / 20)]
    })
    .toEqual([16, 18])
  await speaker.keyboard.press('Escape')
  await expect.poll(() => wall.locator('.laser').isVisible()).toBe(false)
})

it('shows the point under the pointer at twice its size, where it was', async () => {
  const heading = wall.locator('section.present section.present h3')
  const before = await heading.boundingBox()
  await wall.mouse.move(before?.x ?? 0, before?.y ?? 0)
  await wall.keyboard.press('z')
  await expect.poll(async () => (await heading.boundingBox())?.width).toBeCloseTo(2 * (before?.width ?? 0), 0)
  const zoomed = await heading.boundingBox()
  expect(Math.abs((zoomed?.x ?? 0) - (before?.x ?? 0))).toBeLessThan(2)
  await wall.keyboard.press('Shift+ArrowRight')
  await expect.poll(async () => (await heading.boundingBox())?.x).toBeLessThan((zoomed?.x ?? 0) - 50)
  await wall.keyboard.press('Escape')
  await expect.poll(async () => (await heading.boundingBox())?.width).toBeCloseTo(before?.width ?? 0, 0)
})

it('has a menu of sections and a sheet of keys, driven by the keyboard', async () => {
  await wall.keyboard.press('m')
  expect(await wall.locator('dialog.agenda [aria-current]').textContent()).toContain('一、进一步提高认识')
  await wall.keyboard.press('ArrowDown')
  await wall.keyboard.press('Enter')
  await expect.poll(() => wall.locator('section.present section.present').textContent()).toContain('二、')
  await wall.keyboard.press('?')
  expect(await wall.locator('dialog.help').textContent()).toContain('演讲者视图')
  await wall.keyboard.press('?')
  expect(await wall.locator('dialog[open]').count()).toBe(0)
  expect(await wall.locator('.r-overlay').count()).toBe(0)
})

it('shows every slide whole in the overview, also points that have not come yet', async () => {
  const hidden = async (): Promise<number> => {
    const seen = await wall
      .locator('.slides .fragment')
      .evaluateAll((all) =>
        all.map((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true })),
      )
    return seen.filter((visible) => !visible).length
  }
  await wall.keyboard.press('PageDown')
  expect(await hidden()).toBeGreaterThan(0)
  await wall.keyboard.press('o')
  expect(await hidden()).toBe(0)
  await wall.keyboard.press('o')
  expect(await hidden()).toBeGreaterThan(0)
})

it('shows its tools while the pointer moves, big enough for a finger', async () => {
  const bar = wall.locator('.toolbar')
  expect(await bar.isVisible()).toBe(false)
  await wall.mouse.move(200, 200)
  await expect.poll(() => bar.isVisible()).toBe(true)
  for (const button of await bar.locator('button').all()) {
    const box = await button.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  }
  await bar.locator('[data-tool=black]').click()
  await wall.locator('.curtain:not([hidden])').click()
  await expect.poll(() => bar.isVisible()).toBe(false)
})

it('leads from an item of a list to what is said of it, but not where motion is unwelcome', async () => {
  const marks = (page: Page): Promise<(string | undefined)[]> =>
    page.evaluate(() => {
      const slides = window.Reveal?.getSlides() ?? []
      const at = slides.findIndex((slide) => slide.matches('.agenda'))
      const { h, v } = window.Reveal?.getIndices(slides[at]) ?? { h: 0, v: 0 }
      window.Reveal?.slide(h, v)
      return slides.slice(at, at + 2).map((slide) => slide.dataset['autoAnimate'])
    })
  const deck = await mkdtemp(join(tmpdir(), 'study-deck-test-'))
  await mkdir(join(deck, 'slides/a'), { recursive: true })
  const slides =
    '# 甲\n\n---\n\n<!-- .slide: class="agenda" -->\n\n## 目录\n\n- 一、认识\n- 二、落实\n\n---\n\n<!-- .slide: class="divider" -->\n\n## 一、认识\n'
  await writeFile(join(deck, 'slides/a/01.md'), slides)
  await buildCommand({ slides: join(deck, 'slides'), out: join(deck, 'out') })
  const address = pathToFileURL(join(deck, 'out/a/index.html')).href
  const page = await open(address)
  expect(await marks(page)).toEqual(['lead', 'lead'])
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.locator('section.present').last().getAttribute('class')).toContain('divider')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.reload()
  await page.locator('.reveal.ready').waitFor()
  expect(await marks(page)).toEqual([undefined, undefined])
  await rm(deck, { recursive: true, force: true })
})
