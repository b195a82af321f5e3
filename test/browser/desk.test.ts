import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makePdf } from '../document/make-pdf.ts'
import { launchChromium } from './chromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
const at = (...names: string[]): string => join(folder, ...names)
const run = (...args: string[]): string =>
  execFileSync(process.execPath, ['bin/study-deck.js', ...args], { encoding: 'utf8' })

const prose = '要坚持把保密教育放在首位，经常组织学习，使每个人都知道哪些话不能说，哪些事不能做。'
const text = `保密工作要点\n\n一、提高认识\n\n${prose}${prose}\n\n二、抓好落实\n\n${prose}\n`
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

/** Brings a document to the desk and saves its deck. */
async function save(page: Page, name: string): Promise<string> {
  await page.setInputFiles('#file', at(name))
  const button = page.locator('button:not([hidden]):not([disabled])')
  await button.waitFor()
  const [saved] = await Promise.all([page.waitForEvent('download'), button.click()])
  await button.waitFor()
  return readFileSync(await saved.path(), 'utf8')
}

it('makes the same pages as the command line, byte for byte, from file:// and without a request', async () => {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url().replace(/^(\w+:).*\//, '$1')))
  await page.goto(`file://${at('dist/desk.html')}`)
  for (const name of Object.keys(documents)) {
    const html = await save(page, name)
    const deck = name.replace(/\..*/, '')
    expect(html === readFileSync(at('dist', deck, 'index.html'), 'utf8')).toBe(true)
  }
  expect(await page.textContent('.outline')).toContain('保密工作要点')
  // The fonts of Taiwan stand in the script beside the page, and were asked for once.
  expect(requests.filter((one) => !one.startsWith('blob:'))).toEqual(['file:desk.html', 'file:desk-fonts.js'])
})

it('says what is wrong as the command line does, in the language of the browser', async () => {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await page.goto(`file://${at('dist/desk.html')}`)
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
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
  expect((await save(page, '要点.txt')).length).toBe(readFileSync(at('dist/要点/index.html'), 'utf8').length)
  server.close()
})
