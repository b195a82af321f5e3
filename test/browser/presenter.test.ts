import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildCommand } from '../../src/cli/build.ts'
import { launchChromium } from './chromium.ts'
import { type Serving, servePages } from './serve.ts'

let browser: Browser
let context: BrowserContext
let out: string
let server: Serving
let errors: string[]

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'study-deck-test-'))
  await buildCommand({ slides: 'slides', out })
  server = await servePages(out)
  browser = await launchChromium()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await rm(out, { recursive: true, force: true })
})

beforeEach(async () => {
  errors = []
  context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  context.on('page', (page) => {
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  })
})

afterEach(async () => {
  await context.close()
  expect(errors).toEqual([])
})

const ready = (page: Page): Promise<void> => page.locator('.reveal.ready').waitFor()

async function openWall(url: string): Promise<Page> {
  const wall = await context.newPage()
  await wall.goto(url)
  await ready(wall)
  return wall
}

async function openSpeaker(wall: Page): Promise<Page> {
  const [speaker] = await Promise.all([wall.waitForEvent('popup'), wall.keyboard.press('s')])
  await ready(speaker)
  await speaker.locator('.spoken-notes').waitFor()
  return speaker
}

/** The place in the deck: slide, and how many of its points are shown. */
const placeOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { h, v, f } = window.Reveal?.getIndices() ?? {}
    return `${h}/${v}/${f ?? -1}`
  })

const marked = async (speaker: Page): Promise<string> =>
  (await speaker.locator('.spoken-notes .now').allTextContents()).join('')

const places = [
  ['file://', () => pathToFileURL(join(out, 'heilongjiang-secrecy/index.html')).href],
  ['http://', () => `${server.address}/heilongjiang-secrecy/index.html`],
] as const

describe.each(places)('two windows over %s', (_scheme, url) => {
  it('go through the deck in step; the marked sentence holds the point, every time', async () => {
    const wall = await openWall(url())
    const speaker = await openSpeaker(wall)
    const steps =
      (await wall.locator('.slides > section > section').count()) + (await wall.locator('.fragment').count())
    let points = 0
    for (let step = 1; step < steps; step++) {
      // By turns from either window, with the keys of a remote.
      await (step % 2 ? speaker : wall).keyboard.press('PageDown')
      const place = await placeOf(step % 2 ? speaker : wall)
      await expect.poll(() => placeOf(step % 2 ? wall : speaker)).toBe(place)
      const point = wall.locator('section.present section.present .current-fragment')
      if (!(await point.count())) continue
      points++
      const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
      // Words may be left out of a point.
      const pieces = (text: string): RegExp => new RegExp(text.split('……').map(plain).join('.*'))
      // The points below it come later.
      const own = await point.evaluate((item) => {
        const copy = item.cloneNode(true) as HTMLElement
        for (const list of copy.querySelectorAll('ul, ol')) list.remove()
        return copy.textContent ?? ''
      })
      expect(plain(await marked(speaker))).toMatch(pieces(own))
      const seen = await speaker.locator('.spoken-notes').evaluate((pane) => {
        const box = pane.getBoundingClientRect()
        return new Promise<boolean>((done) => {
          const look = (tries: number): void => {
            const now = pane.querySelector('.now')?.getBoundingClientRect()
            const inside = !!now && now.top >= box.top && now.top < box.bottom - 60
            if (inside || !tries) done(inside)
            else setTimeout(() => look(tries - 1), 50)
          }
          look(40)
        })
      })
      expect(seen).toBe(true)
    }
    expect(points).toBe(await wall.locator('.fragment').count())
    await speaker.keyboard.press('PageUp')
    await expect.poll(() => placeOf(wall)).toBe(await placeOf(speaker))
  })

  it('keep in step through reloads of each, a close and a reopening of each', async () => {
    const wall = await openWall(`${url()}#/1/1`)
    const speaker = await openSpeaker(wall)
    await speaker.keyboard.press('PageDown')
    await expect.poll(() => placeOf(wall)).toBe('1/1/0')

    await speaker.reload()
    await ready(speaker)
    await speaker.keyboard.press('PageDown')
    await expect.poll(() => placeOf(wall)).toBe('1/1/1')

    await wall.reload()
    await ready(wall)
    await expect.poll(() => placeOf(wall)).toBe('1/1/1')
    await wall.keyboard.press('PageDown')
    await expect.poll(() => placeOf(speaker)).toBe('1/1/2')

    await speaker.close()
    await wall.keyboard.press('PageDown')
    const again = await openSpeaker(wall)
    await expect.poll(() => placeOf(again)).toBe('1/1/3')
    await again.keyboard.press('b')
    await wall.locator('.curtain:not([hidden])').waitFor()
    await again.keyboard.press('b')

    await wall.close()
    await again.locator('.no-wall a').waitFor()
    await again.keyboard.press('PageUp')
    const [second] = await Promise.all([again.waitForEvent('popup'), again.keyboard.press('s')])
    await ready(second)
    await expect.poll(() => placeOf(second)).toBe('1/1/2')
    await second.keyboard.press('PageDown')
    await expect.poll(() => placeOf(again)).toBe('1/1/3')
  })

  it('show no notes on the wall unasked where a second is blocked, and give way to one with a way back', async () => {
    const wall = await openWall(`${url()}#/1/1`)
    await wall.evaluate(() => Object.assign(window, { open: () => null }))
    await wall.keyboard.press('s')
    await wall.locator('dialog.blocked[open]').waitFor()
    expect(await wall.locator('.spoken-notes').count()).toBe(0)
    const [beside] = await Promise.all([wall.waitForEvent('popup'), wall.locator('dialog.blocked a').click()])
    await ready(beside)
    await beside.keyboard.press('b')
    await wall.locator('.curtain:not([hidden])').click()
    await beside.close()
    await wall.keyboard.press('s')
    await wall.locator('dialog.blocked button').click()
    await wall.locator('.spoken-notes').waitFor()
    await ready(wall)
    expect(await placeOf(wall)).toBe('1/1/-1')
    await wall.keyboard.press('PageDown')
    const [tab] = await Promise.all([wall.waitForEvent('popup'), wall.locator('.no-wall a').click()])
    await ready(tab)
    await expect.poll(() => placeOf(tab)).toBe('1/1/0')
    await wall.bringToFront()
    await wall.keyboard.press('v')
    await expect.poll(() => wall.locator('.spoken-notes').count()).toBe(0)
    await ready(wall)
    expect(await placeOf(wall)).toBe('1/1/0')
  })
})

it('windows of a web page find each other also when the speaker view is opened by hand', async () => {
  const [, [, url]] = places
  const wall = await openWall(`${url()}#/1/1`)
  const speaker = await openWall(`${url()}?view=speaker`)
  await expect.poll(() => placeOf(speaker)).toBe('1/1/-1')
  await speaker.keyboard.press('PageDown')
  await expect.poll(() => placeOf(wall)).toBe('1/1/0')
})

describe('where a browser holds back', () => {
  it('windows speak to each other without a channel for all, through reloads of each', async () => {
    await context.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'))
    const wall = await openWall(`${places[0][1]()}#/1/1`)
    const speaker = await openSpeaker(wall)
    await speaker.keyboard.press('PageDown')
    await expect.poll(() => placeOf(wall)).toBe('1/1/0')
    await wall.reload()
    await ready(wall)
    await speaker.keyboard.press('PageDown')
    await expect.poll(() => placeOf(wall)).toBe('1/1/1')
    await speaker.reload()
    await ready(speaker)
    await wall.keyboard.press('PageDown')
    await expect.poll(() => placeOf(speaker)).toBe('1/1/2')
  })

  it('nothing is missed but what storage would remember', async () => {
    await context.addInitScript(() => {
      for (const storage of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, storage, {
          get: () => {
            throw new DOMException('refused', 'SecurityError')
          },
        })
      Object.defineProperty(navigator, 'wakeLock', {
        value: { request: () => Promise.reject(new DOMException('refused', 'NotAllowedError')) },
      })
    })
    const wall = await openWall(`${places[1][1]()}#/1/1`)
    const speaker = await openSpeaker(wall)
    await speaker.keyboard.press('+')
    await speaker.keyboard.press('PageDown')
    await expect.poll(() => placeOf(wall)).toBe('1/1/0')
  })
})

describe('the speaker view', () => {
  let speaker: Page
  beforeEach(async () => {
    speaker = await openWall(`${places[1][1]()}?view=speaker#/1/1/1`)
    await speaker.locator('.spoken-notes .now').first().waitFor()
  })

  it('dims what is said, and shows the place, the clock and the next step', async () => {
    expect(await speaker.locator('.spoken-notes .said').first().textContent()).toContain('当前国际形势')
    expect(await speaker.locator('.place .section').textContent()).toContain('一、进一步提高认识')
    expect(await speaker.locator('.clock').textContent()).toMatch(/^\d\d:\d\d$/)
    expect(await speaker.locator('.next-step .fragment.visible').count()).toBe(3)
  })

  it('has nothing at fault for axe at AA, also with its dialogs open', async () => {
    const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
    // The page's policy lets no script in but its own.
    await speaker.evaluate(await readFile(axe, 'utf8'))
    const faults = (): Promise<unknown> =>
      speaker.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof import('axe-core') }
        const { violations } = await axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        })
        return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])
      })
    expect(await faults()).toEqual([])
    for (const key of ['?', 't', 'm', 'g']) {
      await speaker.keyboard.press(key)
      await speaker.locator('dialog[open]').waitFor()
      expect(await faults()).toEqual([])
      await speaker.keyboard.press('Escape')
    }
  })

  it('has larger type in a larger window', async () => {
    const sizes = (): Promise<number[]> =>
      speaker.evaluate(() =>
        ['.spoken-notes', '.clock', '.place .section', '.desk button'].map((part) =>
          Number.parseFloat(getComputedStyle(document.querySelector(part) ?? document.body).fontSize),
        ),
      )
    const usual = await sizes()
    await speaker.setViewportSize({ width: 3840, height: 2160 })
    await expect
      .poll(async () => Math.min(...(await sizes()).map((size, i) => size / (usual[i] ?? 1))))
      .toBeGreaterThan(2)
  })

  it('remembers how large the notes are', async () => {
    const size = (): Promise<string> =>
      speaker.locator('.spoken-notes').evaluate((pane) => getComputedStyle(pane).fontSize)
    expect(await size()).toBe('32px')
    await speaker.keyboard.press('+')
    await speaker.locator('[data-tool=bigger]').click()
    await speaker.reload()
    await ready(speaker)
    await expect.poll(size).toBe('40px')
  })
})

it('fills the window with the overview, also at the first and the last slide', async () => {
  const wall = await openWall(`${server.address}/heilongjiang-secrecy/index.html`)
  const edges = (): Promise<readonly number[]> =>
    wall.evaluate(() => {
      const shown = [...document.querySelectorAll('.slides > section > section')].map((slide) =>
        slide.getBoundingClientRect(),
      )
      const least = Math.min(...shown.map(({ left }) => left))
      const most = Math.max(...shown.map(({ right }) => right))
      return [least, innerWidth - most]
    })
  for (const key of ['Home', 'End']) {
    await wall.keyboard.press(key)
    await wall.keyboard.press('o')
    await expect.poll(async () => Math.max(...(await edges()))).toBeLessThan(100)
    await wall.keyboard.press('o')
  }
})
