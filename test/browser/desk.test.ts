import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makePdf } from '../document/make-pdf.ts'
import { launchChromium } from './chromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
const at = (...names: string[]): string => join(folder, ...names)
const run = (...args: string[]): string =>
  execFileSync(process.execPath, ['bin/study-deck.js', ...args], { encoding: 'utf8' })

const prose = '要坚持把保密教育放在首位，经常组织学习，使每个人都知道哪些话不能说，哪些事不能做。'
const text = `保密工作要点\n\n一、提高认识\n\n${prose}${prose}\n\n二、抓好落实\n\n各处室要明确专人负责，每月检查一次，发现问题立即报告。\n`
/** The same document in the forms in which people bring it. */
const documents: Readonly<Record<string, Uint8Array>> = {
  '要点.txt': new TextEncoder().encode(text),
  'taiwan.txt': new TextEncoder().encode(
    '保密工作要點\n\n一、提高認識\n\n要堅持把保密教育放在首位，經常組織學習，讓每個人都知道哪些話不能說。\n',
  ),
  'printed.pdf': makePdf([
    [
      { words: '保密工作要点', x: 232, y: 740, size: 22 },
      { words: prose.slice(0, 30), x: 90, y: 700, size: 12 },
      { words: prose.slice(30), x: 90, y: 680, size: 12 },
    ],
  ]),
}

let browser: Browser
beforeAll(async () => {
  for (const [name, bytes] of Object.entries(documents)) {
    writeFileSync(at(name), bytes)
    run('derive', at(name), '--slides', at('slides'))
  }
  run('build', '--slides', at('slides'), '--out', at('dist'))
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A browser that saves files as any other does: without asking where. */
async function context(locale: string): Promise<BrowserContext> {
  const made = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } })
  await made.addInitScript(() => {
    for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker)
  })
  return made
}

async function desk(locale = 'zh-CN', address = `file://${at('dist/desk.html')}`): Promise<Page> {
  const page = await (await context(locale)).newPage()
  await page.goto(address)
  return page
}

const open = async (page: Page, name: string): Promise<void> => {
  await page.setInputFiles('#file', at(name))
  await page.locator('.stage-slide').waitFor()
}

/** Saves the deck and gives its page. */
async function save(page: Page, button = '存成课件'): Promise<string> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return readFileSync(await saved.path(), 'utf8')
}

it('makes the same pages as the command line, byte for byte, from file:// and without a request', async () => {
  // What is seldom needed stands beside it, so that the desk itself can be sent by mail.
  expect(statSync(at('dist/desk.html')).size).toBeLessThan(25_000_000)
  const page = await desk()
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url().replace(/^(\w+:).*\//, '$1')))
  for (const name of Object.keys(documents)) {
    await open(page, name)
    const html = await save(page)
    const deck = name.replace(/\..*/, '')
    expect(html === readFileSync(at('dist', deck, 'index.html'), 'utf8')).toBe(true)
    await page.getByTitle('回到开始').click()
  }
  // The fonts of Taiwan stand in the script beside the page, and were asked for once.
  expect(requests.filter((one) => !/^(?:blob|data):/.test(one))).toEqual(['file:desk-fonts.js'])
})

it('says what is wrong as the command line does, in the language of the browser', async () => {
  const page = await desk('en-GB')
  await page.setInputFiles('#file', {
    name: 'a.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  })
  await page.locator('.fault').waitFor()
  expect(await page.textContent('.fault')).toMatch(/^this is a picture/)
})

it('works from a server as well', async () => {
  const server = createServer((_, response) => response.end(readFileSync(at('dist/desk.html'))))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const page = await desk('zh-CN', `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
  await open(page, '要点.txt')
  expect((await save(page)).length).toBe(readFileSync(at('dist/要点/index.html'), 'utf8').length)
  server.close()
})

it('goes from a document to the wall: a clause is chosen, undone, presented, saved, and taken up again', async () => {
  const page = await desk()
  await open(page, '要点.txt')
  await page.getByRole('option').nth(2).click()
  const words = page.locator('.clauses')
  await words.getByText('哪些事不能做').first().waitFor()
  const picture = (): Promise<string> =>
    page
      .locator('.stage .picture')
      .first()
      .evaluate((host) => host.shadowRoot?.querySelector('section section')?.textContent ?? '')
  const clause = words.getByRole('button', { name: '使每个人都知道哪些话不能说' }).first()
  const before = await picture()
  const was = await clause.getAttribute('aria-pressed')
  await clause.click()
  await expect.poll(picture).not.toBe(before)
  expect(await clause.getAttribute('aria-pressed')).not.toBe(was)

  // What is pointed at here is marked there.
  await words.locator('[aria-pressed=true]').first().hover()
  const paired = (): Promise<number> =>
    page
      .locator('.stage .picture')
      .first()
      .evaluate((host) => host.shadowRoot?.querySelectorAll('[data-pair]').length ?? 0)
  await expect.poll(paired).toBe(1)

  await page.keyboard.press('Control+z')
  await expect.poll(picture).toBe(before)
  await page.keyboard.press('Control+y')
  await expect.poll(picture).not.toBe(before)
  const chosen = await picture()

  const [wall] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Shift+F5')])
  await wall.locator('.slides > .present > .present').waitFor()
  const shown = await wall.locator('.slides > .present > .present').evaluate((slide) => {
    slide.querySelector('.notes')?.remove()
    return slide.textContent?.replace(/\s/g, '')
  })
  expect(shown).toBe(chosen.replace(/\s/g, ''))
  await wall.close()

  const saved = await save(page)
  expect(saved).toContain('study-deck-project')

  // Whatever happens to the page, the deck is there.
  await page.getByText('已存在这台电脑上').waitFor()
  await page.reload()
  await page.getByRole('button', { name: '保密工作要点' }).first().click()
  await page.locator('.stage-slide').waitFor()
  await expect.poll(picture).toBe(chosen)

  // The deck file opens, too, and is saved as the same bytes.
  await page.getByTitle('回到开始').click()
  await page.setInputFiles('#file', { name: '要点.html', mimeType: 'text/html', buffer: Buffer.from(saved) })
  await page.locator('.stage-slide').waitFor()
  expect((await save(page)) === saved).toBe(true)
})
