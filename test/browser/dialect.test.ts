import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildCommand } from '../../src/cli/build.ts'
import { launchChromium } from './chromium.ts'

const orange = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4v5QBAAUAAX7rl0pWAAAAAElFTkSuQmCC'
const markdown = `# 图

\`\`\`mermaid
graph LR
  甲 --> 乙
\`\`\`

---

## 公式 $\\int_0^1 x\\,dx$

---

<!-- .slide: data-background-image="图 1.png" -->

![说明](图%201.png)

正文[^1]

[^1]: 脚注

---

- 一 <!-- .element: class="fragment" data-fragment-index="2" -->
- 二 <!-- .element: class="fragment" data-fragment-index="1" -->
`

let folder: string
let browser: Browser
let page: Page
const errors: string[] = []
const requests: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'study-deck-test-'))
  await mkdir(join(folder, 'slides/hand'), { recursive: true })
  await writeFile(join(folder, 'slides/hand/01.md'), markdown)
  await writeFile(join(folder, 'slides/hand/图 1.png'), Buffer.from(orange, 'base64'))
  await buildCommand({ slides: join(folder, 'slides'), out: join(folder, 'out') })
  browser = await launchChromium()
  page = await browser.newPage()
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('request', (request) => request.url().startsWith('data:') || requests.push(request.url()))
  await page.goto(pathToFileURL(join(folder, 'out/hand/index.html')).href)
  await page.locator('.reveal.ready').waitFor()
})

afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

it('draws a diagram, also on a slide that is not shown', async () => {
  const node = page.locator('pre.mermaid svg .node').first()
  await node.waitFor({ state: 'attached' })
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  const box = await page.locator('pre.mermaid svg').boundingBox()
  expect(box?.width).toBeGreaterThan(100)
})

it('sets formulas in fonts that travel with the page', async () => {
  await page.keyboard.press('PageDown')
  await page.evaluate(() => document.fonts.ready)
  const families = await page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
  )
  expect(families).toContain('KaTeX_Math')
})

it('shows pictures beside the Markdown, on the slide and behind it', async () => {
  await page.keyboard.press('PageDown')
  expect(
    await page.locator('section.present img').evaluate((image) => (image as HTMLImageElement).naturalWidth),
  ).toBe(1)
  await expect
    .poll(() =>
      page
        .locator('.slide-background.present .slide-background.present > .slide-background-content')
        .getAttribute('style'),
    )
    .toContain('data:image/png')
})

it('shows fragments in the order that they name', async () => {
  await page.keyboard.press('End')
  const shown = page.locator('section.present .fragment.visible')
  await page.evaluate(() => window.Reveal?.slide(3, 0, -1))
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => shown.allTextContents()).toEqual(['二 '])
})

it('does all that with one request and no error', () => {
  expect(requests).toHaveLength(1)
  expect(errors).toEqual([])
})
