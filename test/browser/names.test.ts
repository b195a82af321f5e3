import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildCommand } from '../../src/cli/build.ts'
import { launchChromium } from './chromium.ts'

/** Names that the page, reveal.js or the browser itself know something by. */
const names = [
  ...[
    'settings',
    'study-deck-settings',
    'diagrams',
    'Reveal',
    'StudyDeck',
    'dialog-help',
    'study-deck-help',
    'mistake',
  ],
  ...[
    'location',
    'name',
    'opener',
    'parent',
    'top',
    'history',
    'document',
    'performance',
    'BroadcastChannel',
  ],
  ...[
    'querySelector',
    'body',
    'head',
    'fonts',
    'title',
    'documentElement',
    'getElementById',
    'activeElement',
  ],
  ...['constructor', '__proto__', 'hasOwnProperty', 'toString', '0/0', '1', 'slides', 'reveal'],
]
const events = [
  'keydown',
  'pointermove',
  'pointerdown',
  'pagehide',
  'message',
  'resize',
  'slidechanged',
  'ready',
  'hashchange',
  'study-deck:edited',
  'input',
]

const slide = (
  name: string,
): string => `<!-- .slide: id="${name}" data-state="${events.join(' ')}" name="${name}" -->
## ${name}

<form id="${name}" name="${name}"><input name="${name}" id="${name}"></form><img name="${name}" id="${name}" alt="x" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">

- <span id="${name}" name="${name}">一</span>
- <a id="${name}" name="${name}">二</a>
<!-- .element: id="${name}" data-state="keydown" -->

Note:
${name}<b id="${name}" name="${name}">话</b>。
`
let browser: Browser
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  mkdirSync(join(folder, 'slides/names'), { recursive: true })
  const front =
    '---\ntitle: 名称\nlang: zh-CN\nmarking: 内部资料\ntheme: 墨\ntimings:\n  constructor: 5\n---\n\n'
  writeFileSync(join(folder, 'slides/names/01.md'), front + names.map(slide).join('\n---\n\n'))
  await buildCommand({ slides: join(folder, 'slides'), out: join(folder, 'out') })
  browser = await launchChromium()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

it.each([
  ...[
    '',
    '?view=deck',
    '?view=speaker',
    '?view=constructor',
    '?view=__proto__',
    '?view=toString',
    '?view=',
  ].map((query) => [query, '.reveal.ready'] as const),
  ...[
    '?view=notes',
    '?view=slides',
    '?view=handout',
    '?view=handout&with-notes',
    '?print-pdf',
    '?view=slides&steps',
  ].map((query) => [query, 'html[data-ready]'] as const),
])('%s stands whatever names a deck gives its parts', async (query, there) => {
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(pathToFileURL(join(folder, 'out/names/index.html')).href + query)
  await page.locator(there).waitFor({ state: 'attached' })
  expect(await page.locator('.marking').first().textContent()).toBe('内部资料')
  if (there === '.reveal.ready') {
    const number = page.locator('.wall-furniture .slide-number-a')
    const slides = await page.locator('.reveal.ready > .slides section:not(:has(> section))').count()
    expect(slides).toBeGreaterThanOrEqual(names.length)
    for (let step = 0; step < 4 * slides; step++) await page.keyboard.press('PageDown')
    await expect.poll(() => number.textContent()).toBe(String(slides))
    await page.keyboard.press('Home')
    await expect.poll(() => number.textContent()).toBe('1')
    for (const key of ['?', 'm', 'g']) {
      await page.keyboard.press(key)
      await page.locator('dialog[open] h2').waitFor()
      await page.keyboard.press('Escape')
    }
  }
  // Around the slides of a dark deck, paper is white and its words are black.
  if (query === '?view=notes')
    expect(
      await page
        .locator('.part > h2')
        .first()
        .evaluate((heading) => getComputedStyle(heading).color),
    ).toBe('rgb(17, 20, 24)')
  expect(errors).toEqual([])
  await page.close()
})
