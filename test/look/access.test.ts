import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCommand } from '../../src/cli/build.ts'
import type { Theme } from '../../src/theme/palettes.ts'
import { launchChromium } from '../browser/chromium.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser
let page: Page
const out = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
const url = pathToFileURL(join(out, 'layouts/index.html')).href

beforeAll(async () => {
  await buildCommand({ slides: 'test/look/fixtures', out })
  browser = await launchChromium()
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  rmSync(out, { recursive: true, force: true })
})

/** What axe finds against WCAG 2.2 A and AA, one line a finding. */
async function findings(at: Page): Promise<string[]> {
  return at.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
      }
    }
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    })
    return violations.flatMap((one) => one.nodes.map(({ html }) => `${one.id}: ${html.slice(0, 120)}`))
  })
}

async function open(query = ''): Promise<void> {
  await page.goto(url + query)
  await page.locator('.reveal.ready').waitFor()
}

describe('axe finds nothing', () => {
  it.each(['zhu', 'mo', 'qing'] satisfies Theme[])('on any slide in the theme %s', async (theme) => {
    await open()
    await page.evaluate(axe)
    await page.evaluate((theme) => {
      document.documentElement.dataset['theme'] = theme
    }, theme)
    const count = await page.locator('.slides > section > section').count()
    const found = new Set<string>()
    for (let i = 0; i < count; i++) {
      await page.evaluate((i) => {
        const slide = window.Reveal?.getSlides()[i]
        if (!slide) return
        const { h, v } = window.Reveal?.getIndices(slide) ?? { h: 0, v: 0 }
        window.Reveal?.slide(h, v)
      }, i)
      for (const one of await findings(page)) found.add(one)
    }
    expect([...found]).toEqual([])
  })

  it('in the list of decks', async () => {
    await page.goto(pathToFileURL(join(out, 'index.html')).href)
    await page.evaluate(axe)
    expect(await findings(page)).toEqual([])
  })
})

it('reads as a plain page where scripts are off, notes included', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 720 },
  })
  const plain = await context.newPage()
  await plain.goto(url)
  const shown = await plain.evaluate(() =>
    [...document.querySelectorAll('.slides > section > section, aside.notes, .slides li, .slides p')].map(
      (element) => {
        const { width, height } = element.getBoundingClientRect()
        return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible'
      },
    ),
  )
  expect(shown.length).toBeGreaterThan(60)
  expect(shown.every(Boolean)).toBe(true)
  const tops = await plain.evaluate(() =>
    [...document.querySelectorAll('.slides > section > section')].map(
      (slide) => slide.getBoundingClientRect().top,
    ),
  )
  expect(tops).toEqual([...tops].sort((a, b) => a - b))
  expect(await plain.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
  await context.close()
})

it('goes from theme to theme by T, and remembers where it can', async () => {
  await open()
  const theme = () => page.evaluate(() => document.documentElement.dataset['theme'])
  expect(await theme()).toBe('zhu')
  await page.keyboard.press('t')
  expect(await theme()).toBe('mo')
  await page.reload()
  await page.locator('.reveal.ready').waitFor()
  expect(await theme()).toBe('mo')
  await page.keyboard.press('t')
  await page.keyboard.press('t')
  expect(await theme()).toBe('zhu')
})

it('tells whose deck it is, its marking, and where in it we are', async () => {
  await open('#/4')
  const footer = page.locator('footer.furniture')
  await expect.poll(() => footer.innerText()).toContain('5/22')
  expect(await footer.innerText()).toContain('省委办公厅机关党委')
  expect(await footer.innerText()).toContain('内部资料')
  expect(await footer.innerText()).toContain('三、健全推动经济高质量发展体制机制')
})

it('keeps all of a slide on the screen at 200 % zoom', async () => {
  const small = await browser.newPage({ viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 })
  await small.goto(`${url}#/4`)
  await small.locator('.reveal.ready').waitFor()
  const outside = await small.evaluate(() =>
    [...document.querySelectorAll('section.present > section.present *, footer.furniture *')]
      .filter((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect()
        return left < -1 || right > 641 || top < -1 || bottom > 361
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  )
  expect(outside).toEqual([])
  await small.close()
})

it('moves nothing for those who want no motion', async () => {
  await open()
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('.reveal, .reveal *')]
      .filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element)
        return Number.parseFloat(transitionDuration) > 0 || animationName !== 'none'
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  )
  expect(moving).toEqual([])
})
