import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { buildCommand } from '../../src/cli/build.ts'
import { copyOwnDeck } from '../own-deck.ts'
import { launchChromium } from './chromium.ts'
import { pdfText } from './pdf-text.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
let browser: Browser
let out: string
let page: Page

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  const slides = join(out, 'slides')
  copyOwnDeck(join(slides, 'deck'))
  const first = join(slides, 'deck/01.md')
  // A point in other words; two slides of one paragraph; words of the notes gone.
  const [divider = '', long = ''] = readFileSync(first, 'utf8').split('\n---\n')
  const [, notes = ''] = long.split('\nNote:\n')
  const heading = '### 当前国际形势跌宕起伏，保密与窃密的斗争日趋尖锐复杂'
  const body = `${heading}\n\n- 保密管理不严\n- 保密技术相对落后\n`
  const second = '### 当前国际形势跌宕起伏\n\n- 保密技术相对落后\n'
  writeFileSync(
    first,
    [
      divider,
      `${body}\nNote:\n${notes}`,
      `${second}\nNote:\n${notes.replace('确保国家秘密安全', '')}`,
      `${second}\nNote:\n${notes.replace('确保国家秘密安全', '')}`,
    ].join('\n---\n'),
  )
  const opening = join(slides, 'deck/00.md')
  writeFileSync(opening, readFileSync(opening, 'utf8').replace('---\n', '---\nmarking: 内部资料\n'))
  await buildCommand({ slides, out })
  browser = await launchChromium()
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  rmSync(out, { recursive: true, force: true })
})
beforeEach(async () => {
  await page.goto(`${pathToFileURL(join(out, 'deck/index.html')).href}?view=notes`)
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
})

const passage = (label: string) => page.locator(`.passage[aria-label="${label}"]`)

it('stands behind a link in the list of decks', async () => {
  await page.goto(pathToFileURL(join(out, 'index.html')).href)
  await page.getByRole('link', { name: '讲稿' }).click()
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
  expect(await page.locator('.passage').count()).toBeGreaterThan(10)
})

it('has each paragraph once, beside all slides that were made of it', async () => {
  const shared = passage('幻灯片 7–8')
  expect(await shared.locator('.slide-box').count()).toBe(2)
  expect(await shared.locator('.notes').count()).toBe(1)
  const said = await passage('幻灯片 6').locator('.notes').textContent()
  expect(said).toMatch(/^\s*当前国际形势跌宕起伏，[\s\S]*确保国家秘密安全。\s*$/)
})

it('lights a point with its sentence, by pointer and by keyboard, from either side', async () => {
  const here = passage('幻灯片 6')
  const point = here.locator('.slide-box li', { hasText: '保密技术相对落后' })
  const sentence = here.locator('.notes .quoted', { hasText: '四是保密技术相对落后' })
  await point.hover()
  await expect.poll(() => sentence.getAttribute('class')).toContain('lit')
  expect(await sentence.locator('mark').allTextContents()).toContain('保密技术相对落后')
  await page.mouse.move(0, 0)
  await sentence.focus()
  await expect.poll(() => point.getAttribute('class')).toContain('lit')
  await page.keyboard.press('Shift+Tab')
  expect(await point.getAttribute('class')).not.toContain('lit')
})

it('says of each slide what the check knows', async () => {
  expect(await passage('幻灯片 5').locator('.state').textContent()).toBe('√ 原文')
  const edited = passage('幻灯片 6')
  expect(await edited.locator('.state').textContent()).toBe('△ 有改动')
  expect(await edited.locator('.findings td').allTextContents()).toEqual(['保密管理松懈', '保密管理不严'])
  const lost = passage('幻灯片 7–8')
  expect(await lost.locator('.state').textContent()).toBe('× 有缺漏')
  expect(await lost.locator('.findings').textContent()).toContain('确保国家秘密安全')
})

it('finds words, a section, and what was edited', async () => {
  const shown = () => page.locator('.passage:visible').count()
  const all = await shown()
  await page.keyboard.press('/')
  await page.keyboard.type('跌宕起伏')
  await expect.poll(shown).toBe(2)
  await page.getByRole('searchbox').fill('')
  const whole = await page.locator('.review-head h1 small').textContent()
  await page.getByLabel('核对结果').selectOption('edited')
  expect(await page.locator('.review-head h1 small').textContent()).toMatch(/^1 页 · \d+ 字/)
  await expect.poll(shown).toBe(1)
  await page.getByLabel('核对结果').selectOption('')
  expect(await page.locator('.review-head h1 small').textContent()).toBe(whole)
  await page.getByLabel('部分').selectOption({ index: 3 })
  await expect.poll(shown).toBeLessThan(all)
  expect(await page.locator('.part > h2:visible').count()).toBe(1)
})

it('prints what is shown, and says on every page that it is not the whole', async () => {
  const print = async () => pdfText(await page.pdf({ preferCSSPageSize: true }))
  const whole = await print()
  expect(whole.join('')).not.toContain('不是全部')
  for (const text of whole) expect(text).toContain('内部资料')
  await page.getByLabel('核对结果').selectOption('edited')
  const edited = await print()
  expect(edited.length).toBeLessThan(whole.length)
  for (const text of edited) expect(text).toMatch(/不是全部[：:]只有“△有改动”的1\/\d+张/)
  expect(edited.join('')).toContain('跌宕起伏')
  // Only what was found, not all of its section.
  expect(whole.join('')).toContain('幻灯片7–8')
  expect(edited.join('')).not.toContain('幻灯片7–8')
})

it('has the slides of the handout as they are, and its title broken as on the slide', async () => {
  const at = pathToFileURL(join(out, 'deck/index.html')).href
  const looks: unknown[] = []
  for (const view of ['view=slides', 'view=handout&with-notes']) {
    await page.goto(`${at}?${view}`)
    await page.locator('html[data-ready]').waitFor({ state: 'attached' })
    looks.push(
      await page
        .locator('.slide-box :is(li, h3)')
        .evaluateAll((all) => all.map((one) => getComputedStyle(one).fontSize)),
    )
  }
  expect(looks[1]).toEqual(looks[0])
  const linesOf = (title: Element): string[] => {
    const lines = new Map<number, string>()
    const texts = document.createTreeWalker(title, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      for (const [i, letter] of [...(node.textContent ?? '')].entries()) {
        const range = new Range()
        range.setStart(node, i)
        range.setEnd(node, i + 1)
        const top = Math.round(range.getBoundingClientRect().top)
        lines.set(top, (lines.get(top) ?? '') + letter)
      }
    return [...lines.values()].filter((line) => line.trim())
  }
  const lines = await page.locator('.slide-box h1').first().evaluate(linesOf)
  expect(await page.locator('.cover h1').evaluate(linesOf)).toEqual(lines)
})

it('goes to the slide with a click or a key, and through the passages with J and K', async () => {
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('幻灯片 2')
  await page.keyboard.press('k')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('.reveal.ready').waitFor()
  expect(await page.locator('section.present h1').count()).toBe(1)
  await page.goBack()
  await passage('幻灯片 6').locator('h3').click()
  await page.locator('.reveal.ready').waitFor()
  expect(await page.locator('section.present section.present h3').textContent()).toContain('跌宕起伏')
})

it.each(['notes', 'handout', 'slides'])('axe-core finds nothing: %s', async (view) => {
  await page.goto(`${pathToFileURL(join(out, 'deck/index.html')).href}?view=${view}`)
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
  await page.evaluate(readFileSync(axe, 'utf8'))
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
  expect(found).toEqual([])
})
