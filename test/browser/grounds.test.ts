import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCommand } from '../../src/cli/build.ts'
import { launchChromium } from './chromium.ts'

const picture = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="${colour}"/></svg>`

/** Each background, the colour it has at the upper left, and what stands on it. */
const slides: readonly [attributes: string, colour: readonly number[], on: 'dark' | 'light'][] = [
  ['data-background="#003366"', [0, 51, 102], 'dark'],
  ['data-background-color="rgb(250, 240, 10)"', [250, 240, 10], 'light'],
  ['data-background="darkred"', [139, 0, 0], 'dark'],
  ['data-background-color="hsl(120, 100%, 90%)"', [204, 255, 204], 'light'],
  ['data-background-image="夜 图.svg"', [16, 16, 48], 'dark'],
  ['data-background="day.svg"', [240, 240, 200], 'light'],
  [
    'data-background-image="夜 图.svg" data-background-opacity="0.5" data-background-color="#000"',
    [8, 8, 24],
    'dark',
  ],
  ['data-background-gradient="linear-gradient(to bottom, #101040, #203060)"', [16, 16, 64], 'dark'],
  ['data-background="linear-gradient(to right, white, ivory)"', [255, 255, 255], 'light'],
  [
    'data-background-image="夜 图.svg" data-background-size="40px" data-background-position="left top"',
    [16, 16, 48],
    'light',
  ],
  ['class="divider" data-background="#004400"', [0, 68, 0], 'dark'],
]
const markdown = slides
  .map(([attributes], i) => `<!-- .slide: ${attributes} -->\n\n## 第 ${i} 页\n\n- 字`)
  .join('\n\n---\n\n')

let folder: string
let browser: Browser
let page: Page
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'study-deck-test-'))
  await mkdir(join(folder, 'slides/x'), { recursive: true })
  await writeFile(join(folder, 'slides/x/01.md'), markdown)
  await writeFile(join(folder, 'slides/x/夜 图.svg'), picture('#101030'))
  await writeFile(join(folder, 'slides/x/day.svg'), picture('#f0f0c8'))
  await buildCommand({ slides: join(folder, 'slides'), out: join(folder, 'out') })
  browser = await launchChromium()
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

/** The colour of a dot of what is seen. */
async function dot(x: number, y: number): Promise<number[]> {
  const shot = await page.screenshot({ clip: { x, y, width: 1, height: 1 } })
  const reader = await browser.newPage()
  const colour = await reader.evaluate(
    async (address) => {
      const image = new Image()
      image.src = address
      await image.decode()
      const brush = document.createElement('canvas').getContext('2d')
      brush?.drawImage(image, 0, 0)
      return [...(brush?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3)
    },
    `data:image/png;base64,${shot.toString('base64')}`,
  )
  await reader.close()
  return colour
}

const isNear = (found: readonly number[], wanted: readonly number[]): boolean =>
  found.every((value, i) => Math.abs(value - (wanted[i] ?? 0)) <= 4)

const url = (query = ''): string => pathToFileURL(join(folder, 'out/x/index.html')).href + query

describe('a background is seen', () => {
  it('on the wall, and what stands on it is light where it is dark', async () => {
    await page.goto(url())
    await page.locator('.reveal.ready').waitFor()
    for (const [i, [attributes, colour, on]] of slides.entries()) {
      await page.evaluate((i) => {
        const slide = window.Reveal?.getSlides()[i]
        const { h, v } = window.Reveal?.getIndices(slide) ?? { h: 0, v: 0 }
        window.Reveal?.slide(h, v)
      }, i)
      await expect
        .poll(() => dot(3, 3).then((found) => isNear(found, colour)), { message: attributes })
        .toBe(true)
      const seen = await page.locator('section.present section.present').evaluate((slide) => ({
        on: (slide as HTMLElement).dataset['on'],
        ink: getComputedStyle(slide.querySelector('li') ?? slide).color,
      }))
      expect([attributes, seen.on]).toEqual([attributes, on])
      if (attributes.includes('class')) continue
      expect([attributes, seen.ink]).toEqual([
        attributes,
        on === 'dark' ? 'rgb(255, 255, 255)' : 'rgb(35, 26, 23)',
      ])
    }
  })

  it('on paper', async () => {
    await page.goto(url('?view=slides'))
    await page.locator('html[data-ready]').waitFor()
    const boxes = page.locator('.slide-box')
    for (const [i, [attributes, colour]] of slides.entries()) {
      await boxes.nth(i).scrollIntoViewIfNeeded()
      const box = await boxes.nth(i).boundingBox()
      const found = await dot((box?.x ?? 0) + 4, Math.max(0, box?.y ?? 0) + 4)
      expect([attributes, isNear(found, colour), found]).toEqual([attributes, true, found])
    }
  })
})
