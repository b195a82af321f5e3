import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCommand } from '../../src/cli/build.ts'
import { launchChromium } from './chromium.ts'
import { type Serving, servePages } from './serve.ts'

let browser: Browser
let out: string
let server: Serving

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'study-deck-test-'))
  await buildCommand({ slides: 'slides', out })
  const hostile = join(out, 'hostile')
  await mkdir(join(hostile, 'slides/deck'), { recursive: true })
  await writeFile(
    join(hostile, 'slides/deck/01.md'),
    `# A\n\n<img src=x onerror="window.hit=1">\n`.replace('src=x', 'src="data:,x"') +
      `<script>window.hit=1</script>\n<svg onload="window.hit=1"></svg>\n<a href="javascript:window.hit=1" id="bad">x</a>\n\n[y](javascript:window.hit=1)\n\n<!-- .slide: onclick="window.hit=1" data-background-iframe="javascript:window.hit=1" -->\n\nNote:\n<iframe srcdoc="<script>parent.hit=1</script>"></iframe>说明\n`,
  )
  await buildCommand({ slides: join(hostile, 'slides'), out: hostile })
  server = await servePages(out)
  browser = await launchChromium()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await rm(out, { recursive: true, force: true })
})

async function open(url: string): Promise<{ page: Page; requests: string[]; errors: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  const requests: string[] = []
  const errors: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(url)
  await page.locator('.reveal.ready').waitFor()
  return { page, requests: requests.filter((request) => !request.startsWith('data:')), errors }
}

const places = [
  ['file://', () => pathToFileURL(join(out, 'heilongjiang-secrecy/index.html')).href],
  ['http://', () => `${server.address}/heilongjiang-secrecy/index.html`],
] as const

describe.each(places)('the built deck over %s', (_scheme, url) => {
  it('loads with no request but its own and no error', async () => {
    const { page, requests, errors } = await open(url())
    expect(await page.locator('section.present h1').textContent()).toBe('黑龙江省做好新形势下的保密工作')
    expect(requests).toEqual([url()])
    expect(errors).toEqual([])
    await page.close()
  })

  it('goes through every slide in one line with the arrow key', async () => {
    const { page } = await open(url())
    const count = await page.locator('.slides > section > section').count()
    const steps = count + (await page.locator('.fragment').count())
    for (let step = 1; step < steps; step++) await page.keyboard.press('ArrowRight')
    expect(await page.locator('.slide-number-a').textContent()).toBe(String(count))
    await page.close()
  })

  it('leads to its own notes and handout', async () => {
    const { page } = await open(url())
    for (const [name, view] of [
      ['讲稿', 'notes'],
      ['讲义', 'handout'],
    ] as const) {
      await page.keyboard.press('?')
      await page.locator('dialog.help').getByRole('link', { name }).click()
      await page.locator(`html[data-view=${view}][data-ready]`).waitFor()
      await page.goBack()
      await page.locator('.reveal.ready').waitFor()
    }
    await page.close()
  })

  it('finds Chinese words, also with a bracket, and jumps to a number', async () => {
    const { page } = await open(url())
    await page.keyboard.press('g')
    await page.keyboard.type('（一')
    expect(await page.locator('dialog.find li').count()).toBe(1)
    await page.locator('dialog.find input').fill('跌宕起伏')
    await page.keyboard.press('Enter')
    expect(await page.locator('section.present section.present h3').textContent()).toContain('跌宕起伏')
    await page.keyboard.press('g')
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.slide-number-a').textContent()).toBe('2')
    await page.close()
  })
})

it('runs nothing that hostile Markdown brings', async () => {
  const { page } = await open(pathToFileURL(join(out, 'hostile/deck/index.html')).href)
  await page.locator('section.present').first().click()
  // It stands on the slide's second page.
  await page.keyboard.press('ArrowRight')
  await page.locator('#bad').click()
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
  expect(
    await page
      .locator('script:not([type^="application/"]), iframe, svg[onload], [onerror], [onclick]')
      .count(),
  ).toBe(2)
  await page.close()
})
